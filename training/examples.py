"""The project's own annotated text in the shape the network learns from.

Word positions are indexes into `Example.words`; a stretch of words is (first, last), inclusive.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from headstamp.model.document import Span
from headstamp.read.labels import ENTITY_TYPES, FACTUALITIES, FILLS, KINDS, PREDICATES, TIMES
from headstamp.read.pieces import Pieces
from headstamp.read.sentences import sentences
from headstamp.read.words import Word, words_of
from training.renaming import Names, is_name, name_class

Stretch = tuple[int, int]
Place = tuple[int, int]
"""From a character to the one after the last."""

Locate = Callable[[Place], Stretch]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A trigger, cue, anaphor or event of a public set, and what belongs to it.

    `under` is the cue that it is said under. `label` (frame; event or not) and `degree`
    (factuality from -3 to 3) are what public sets say of theirs. -1 and None: nothing said.
    """

    words: Stretch
    kind: int
    fills: tuple[tuple[int, Stretch], ...]
    factuality: int = -1
    time: int = -1
    under: Stretch | None = None
    label: int = -1
    degree: float | None = None


@dataclass(frozen=True)
class Example:
    """One annotated text. `task` names the heads that learn from it; `names` gives the words that
    are names, by index, and the class of each within which it can be changed."""

    id: str
    task: str
    words: tuple[Word, ...]
    pieces: list[list[int]]
    entities: tuple[tuple[int, Stretch], ...] = ()
    predicates: tuple[Predicate, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def sentences(self) -> npt.NDArray[np.int64]:
        """The number of each word's sentence."""
        return np.array([word.sentence for word in self.words], np.int64)


def scorer(corpus: Path) -> ModuleType:
    """The corpus's own `score.py`, which also resolves its span references."""
    if str(corpus) not in sys.path:
        sys.path.insert(0, str(corpus))
    return import_module("score")


def records(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def annotated(record: dict[str, Any], pieces: Pieces, corpus: Path) -> Example:
    """A record of the project's own annotation as an example."""
    text = record["text"]
    gold = scorer(corpus).gold_record(record)
    words = words_of(text, [s for part in paragraphs(text) for s in sentences(text, part)])
    locate = locator(words)
    cues = [locate(a["cue"]) for a in gold["attributions"]]
    predicates = [
        Predicate(
            words=locate(claim["trigger"]),
            kind=KINDS.index(claim["kind"]),
            fills=_fills(claim["roles"].items(), locate),
            factuality=FACTUALITIES.index(claim["factuality"]),
            time=TIMES.index(claim["time"]),
            under=None if claim["by"] is None else cues[claim["by"]],
        )
        for claim in gold["claims"]
    ]
    for attribution, cue in zip(gold["attributions"], cues, strict=True):
        source = [attribution["source"]] if attribution["source"] else []
        parts = (("source", source), ("content", attribution["content"]))
        under = None if attribution["in"] is None else cues[attribution["in"]]
        predicates.append(
            Predicate(cue, PREDICATES.index("cue"), _fills(parts, locate), under=under)
        )
    predicates += _anaphors(record, gold, locate)
    entities = [(kind, locate((start, end))) for start, end, kind in gold["entities"]]
    return Example(
        id=record["id"],
        task="own",
        words=words,
        pieces=pieces([word.span.of(text) for word in words]),
        entities=tuple((ENTITY_TYPES.index(kind), stretch) for kind, stretch in entities),
        predicates=tuple(predicates),
        names=dict(_names(entities, words, text)),
    )


def _names(
    entities: Iterable[tuple[str, Stretch]], words: Sequence[Word], text: str
) -> Iterator[tuple[int, str]]:
    """The index and class of every word that is a name and can be changed."""
    for kind, (first, last) in entities:
        spelled = [word.span.of(text) for word in words[first : last + 1]]
        for index, word in enumerate(spelled, start=first):
            found = name_class(kind, spelled, word) if is_name(words[index]) else None
            if found:
                yield index, found


def names_in(examples: Iterable[Example]) -> Names:
    """The pieces of all names in some texts, by class, as often as they are met."""
    found: dict[str, list[list[int]]] = {}
    for example in examples:
        for index, kind in example.names.items():
            found.setdefault(kind, []).append(example.pieces[index])
    return found


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a record's text: what blank lines part."""
    spans, start = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            spans.append(Span(start, start + len(part)))
        start += len(part) + 2
    return spans


def _anaphors(record: dict[str, Any], gold: dict[str, Any], locate: Locate) -> list[Predicate]:
    """One predicate a coreference."""
    return [
        Predicate(
            locate(anaphor),
            PREDICATES.index("anaphor"),
            ((FILLS.index("antecedent"), locate(antecedent)),),
        )
        for anaphor, antecedent in coreferences(record, gold)
    ]


def coreferences(record: dict[str, Any], gold: dict[str, Any]) -> Iterator[tuple[Place, Place]]:
    """Each anaphor of a record with its antecedent, in characters.

    A reference with no number means each place where the words fill a role or are a source; the
    antecedent is the nearest naming before it, else after it.
    """
    text = record["text"]
    check = sys.modules["check"]
    used = {span for claim in gold["claims"] for spans in claim["roles"].values() for span in spans}
    used |= {a["source"] for a in gold["attributions"] if a["source"]}
    for anaphor, antecedent in record.get("corefs", {}).items():
        words, number = _reference(anaphor)
        places = check.occurrences(text, words)
        chosen = places if number is None else places[number - 1 : number]
        if number is None and len(places) > 1:
            chosen = [p for p in places if (p, p + len(words)) in used] or places[:1]
        named, number = _reference(antecedent)
        targets = check.occurrences(text, named)
        if number is not None:
            targets = targets[number - 1 : number]
        for place in chosen:
            before = [t for t in targets if t < place]
            if before or targets:
                target = before[-1] if before else targets[0]
                yield (place, place + len(words)), (target, target + len(named))


def _reference(reference: str) -> tuple[str, int | None]:
    words, mark, number = reference.rpartition("@")
    return (words, int(number)) if mark and number.isdigit() else (reference, None)


def locator(words: Sequence[Word]) -> Locate:
    """Characters of the text → the words they touch."""
    starts = [word.span.start for word in words]
    ends = [word.span.end for word in words]

    def locate(span: Place) -> Stretch:
        first = next(i for i, end in enumerate(ends) if end > span[0])
        last = next(i for i in range(len(starts) - 1, -1, -1) if starts[i] < span[1])
        return first, max(first, last)

    return locate


def _fills(
    roles: Iterable[tuple[str, list[Place]]], locate: Locate
) -> tuple[tuple[int, Stretch], ...]:
    return tuple((FILLS.index(role), locate(span)) for role, spans in roles for span in spans)
