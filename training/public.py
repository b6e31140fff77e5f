"""The public sets that the network learns from first, as examples.

PropBank (semantic roles), GENEVA (FrameNet events), UDS (factuality) and QANom (nominal events);
all are token-based, so their tokens are joined into running text again.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from headstamp.read.labels import PREDICATES
from headstamp.read.pieces import Pieces
from headstamp.read.sentences import sentences
from headstamp.read.words import Word, words_of
from training.examples import Example, Predicate, Stretch, locator, records

PROPBANK = (
    "ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARGM-TMP", "ARGM-LOC", "ARGM-MNR", "ARGM-ADV",
    "ARGM-MOD", "ARGM-NEG", "ARGM-EXT", "ARGM-PRP", "ARGM-CAU", "ARGM-DIR", "R-ARG", "ARGM",
)  # fmt: skip
"""Semantic roles kept apart; rarer ones fold into the last two or their base."""


def propbank(path: Path, pieces: Pieces) -> Iterator[Example]:
    """Predicates and semantic roles of a sentence."""
    for record in records(path):
        words, where = _tokens(record["tokens"])
        predicates = tuple(
            Predicate(
                where[p["i"]], len(PREDICATES),
                tuple(
                    (_propbank(name), (where[a][0], where[b][1]))
                    for name, a, b in p["args"] if not name.endswith("-V")
                ),
            )
            for p in record["preds"]
        )  # fmt: skip
        if predicates:
            yield _example(record["id"], "propbank", words, record["tokens"], pieces, predicates)


def _propbank(name: str) -> int:
    if name.startswith("R-"):
        name = "R-ARG"
    name = name.removeprefix("C-").removesuffix("-DSP")
    return PROPBANK.index(name) if name in PROPBANK else PROPBANK.index("ARGM")


def geneva(path: Path, pieces: Pieces, events: list[str], roles: list[str]) -> Iterator[Example]:
    """Events and their arguments after FrameNet. `events` and `roles` grow as names are met."""
    for record in records(path):
        words, where = _tokens(record["tokens"])
        spans = {
            e["id"]: (where[e["start"]][0], where[e["end"] - 1][1]) for e in record["entities"]
        }
        predicates = []
        for event in record["events"]:
            trigger = event["trigger"]
            stretch = (where[trigger["start"]][0], where[trigger["end"] - 1][1])
            fills = tuple(
                (_number(roles, a["role"]), spans[a["entity_id"]])
                for a in event["arguments"]
                if a["entity_id"] in spans
            )
            predicates.append(
                Predicate(
                    stretch, len(PREDICATES), fills, label=_number(events, event["event_type"])
                )
            )
        if predicates:
            yield _example(
                record["id"], "geneva", words, record["tokens"], pieces, tuple(predicates)
            )


def _number(names: list[str], name: str) -> int:
    if name not in names:
        names.append(name)
    return names.index(name)


def factuality(path: Path, pieces: Pieces) -> Iterator[Example]:
    """How certain each predicate is, -3 to 3."""
    for record in records(path):
        tokens = record["text"].split()
        words, where = _tokens(tokens)
        predicates = tuple(
            Predicate(
                (where[t["span1"][0]][0], where[t["span1"][1] - 1][1]),
                len(PREDICATES),
                (),
                degree=t["label"],
            )
            for t in record["targets"]
        )
        yield _example(str(record["idx"]), "factuality", words, tokens, pieces, predicates)


def nominals(path: Path, pieces: Pieces) -> Iterator[Example]:
    """Which nouns are events (1) and which are not (0)."""
    events: dict[str, dict[int, bool]] = {}
    text: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            key = row["qasrl_id"]
            text[key] = row["sentence"].split()
            events.setdefault(key, {})[int(row["target_idx"])] = row["is_verbal"] == "True"
    for key, targets in events.items():
        words, where = _tokens(text[key])
        predicates = tuple(
            Predicate(where[index], len(PREDICATES), (), label=int(verbal))
            for index, verbal in targets.items() if index < len(where)
        )  # fmt: skip
        yield _example(key, "nominals", words, text[key], pieces, predicates)


def _example(
    name: str,
    task: str,
    words: tuple[Word, ...],
    tokens: Sequence[str],
    pieces: Pieces,
    predicates: tuple[Predicate, ...],
) -> Example:
    text = _joined(tokens)[0]
    numbers = pieces([word.span.of(text) for word in words])
    return Example(name, task, words, numbers, predicates=predicates)


def _tokens(tokens: Sequence[str]) -> tuple[tuple[Word, ...], list[Stretch]]:
    """Words of a tokenized sentence, and for each token the words it covers."""
    text, starts = _joined(tokens)
    words = words_of(text, sentences(text))
    locate = locator(words)
    return words, [
        locate((start, start + len(token))) for start, token in zip(starts, tokens, strict=True)
    ]


_CLOSING = {",", ".", ":", ";", "!", "?", ")", "]", "%", "''", "n't", "'"}


def _joined(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """Tokens as running text again, and where each begins."""
    text, starts = "", []
    opened = True
    for token in tokens:
        close = token in _CLOSING or (token.startswith("'") and len(token) > 1)
        if not (opened or close):
            text += " "
        starts.append(len(text))
        text += token
        opened = token in {"(", "[", "$", "``", "-", "/"}
    return text, starts
