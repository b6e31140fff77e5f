"""Set the numbers of `Decoding` on the development text: biases first, then calibrations."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from headstamp.model.reading import Reading
from headstamp.read.decoding import Decoding
from headstamp.read.model import Fills, Model, Spots
from headstamp.read.pieces import Pieces
from headstamp.read.reader import Reader
from headstamp.read.tags import Floats, Numbers
from training.calibration import platt
from training.coreference import coreference
from training.examples import scorer
from training.measure import as_scored, document_of, scores

Record = dict[str, Any]

GRID = (-3.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5)
"""Biases tried, in nats."""

OPEN = -1.0
"""The bias under which triggers are sought, so that the floor alone decides."""

FLOORS = (0.0, 0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.55)
"""Least chances of a trigger tried."""


class Remembering:
    """A model that answers what it was asked before from memory, so that tuning is quick."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._spots: dict[bytes, Spots] = {}
        self._rows: dict[tuple[bytes, ...], tuple[Floats, ...]] = {}

    def spot(self, *given: Numbers) -> Spots:
        """See `headstamp.read.model.Model`."""
        key = given[0].tobytes()
        if key not in self._spots:
            self._spots[key] = self._model.spot(*given)
        return self._spots[key]

    def fill(self, *given: Any) -> Fills:
        """See `headstamp.read.model.Model`; each predicate is remembered by itself."""
        sizes = given[5].sum(1)
        keys = [_key(given, row, size) for row, size in enumerate(sizes)]
        new = [row for row, key in enumerate(keys) if key not in self._rows]
        if new:
            answers = self._model.fill(*(array[new] for array in given))
            for place, row in enumerate(new):
                fill, link, factuality, time = (part[place] for part in answers)
                near = sizes[row]
                self._rows[keys[row]] = (
                    fill[:near],
                    np.append(link[:near], link[-1]),
                    factuality,
                    time,
                )
        width = given[5].shape[1]
        rows = [self._rows[key] for key in keys]
        fill = np.stack([np.pad(r[0], ((0, width - len(r[0])), (0, 0))) for r in rows])
        link = np.stack(
            [np.append(np.pad(r[1][:-1], (0, width + 1 - len(r[1]))), r[1][-1]) for r in rows]
        )
        return Fills(fill, link, np.stack([r[2] for r in rows]), np.stack([r[3] for r in rows]))


def _key(given: Sequence[Any], row: int, size: int) -> tuple[bytes, ...]:
    words, predicate, inside, _, sentence, _ = given
    return (
        words[row, :size].tobytes(),
        predicate[row].tobytes(),
        inside[row, :size].tobytes(),
        sentence[row, :size].tobytes(),
    )


def tuned(
    model: Model, pieces: Pieces, gold: list[Record], corpus: Path, log: Callable[[str], None]
) -> Decoding:
    """Biases by one search after another, then calibrations, all on `gold`."""
    model = Remembering(model)

    def read(decoding: Decoding) -> dict[str, Reading]:
        reader = Reader(model, pieces, decoding)
        return {r["id"]: reader.read(document_of(r)) for r in gold}

    def score(decoding: Decoding) -> dict[str, Any]:
        found = read(decoding)
        result = scores(corpus, gold, {k: as_scored(k, v) for k, v in found.items()})
        return result | {"coreference": coreference(corpus, gold, found)}

    decoding = Decoding(trigger_bias=OPEN)
    for name, grid, worth in _SEARCHES:
        tried = {value: worth(score(_with(decoding, name, value))) for value in grid}
        best = max(tried, key=lambda value: (tried[value], -abs(value)))
        decoding = _with(decoding, name, best)
        log(f"{name} {best}: {tried[best]:.2f} (at 0: {tried[0.0]:.2f})")
    judged = judgements(read(decoding), gold, corpus)
    return replace(decoding, calibrations={kind: platt(pairs) for kind, pairs in judged.items()})


def _with(decoding: Decoding, name: str, value: float) -> Decoding:
    change: dict[str, Any] = {name: value}
    return replace(decoding, **change)


def _f1(name: str) -> Callable[[dict[str, Any]], float]:
    return lambda result: result[name]["f1"]


def _share(name: str) -> Callable[[dict[str, Any]], float]:
    return lambda result: result[f"{name} accuracy"]["share"]


_SEARCHES: tuple[tuple[str, Sequence[float], Callable[[dict[str, Any]], float]], ...] = (
    ("entity_bias", GRID, _f1("entity")),
    ("cue_bias", GRID, _f1("attribution cue")),
    ("trigger_floor", FLOORS, lambda r: r["claim"]["f1"] + 0.5 * r["argument"]["f1"]),
    ("role_bias", GRID, _f1("argument")),
    ("source_bias", GRID, _f1("attribution source")),
    ("content_bias", GRID, _f1("attribution content")),
    ("anaphor_bias", GRID, _f1("coreference")),
    ("antecedent_bias", GRID, _f1("coreference")),
    ("no_link_bias", GRID, lambda r: _share("by")(r) + 0.2 * _share("nesting where nested")(r)),
)


def judgements(
    read: dict[str, Reading], gold: list[Record], corpus: Path
) -> dict[str, list[tuple[float, bool]]]:
    """For each kind of score: scores, and whether the thing was right by `score.py`'s rules."""
    judge = scorer(corpus)
    found: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for record in gold:
        for kind, score, right in _judged(judge, record, read[record["id"]]):
            found[kind].append((score, right))
    return found


def _judged(judge: Any, record: Record, reading: Reading) -> Iterator[tuple[str, float, bool]]:
    text, gold, guess = record["text"], judge.gold_record(record), as_scored("", reading)
    entities = set(gold["entities"])
    for mention in reading.mentions:
        yield (
            "entity",
            mention.score,
            (mention.span.start, mention.span.end, mention.type) in entities,
        )
    cues = judge.pair(
        gold["attributions"],
        guess["attributions"],
        lambda g, p: (
            judge.overlap(g["cue"], p["cue"]) * (1 + judge.jaccard(text, [g["cue"]], [p["cue"]]))
        ),
    )
    for index, attribution in enumerate(reading.attributions):
        yield "attribution", attribution.score, index in {j for _, j in cues}
    pairs = judge.pair(
        gold["claims"],
        guess["claims"],
        lambda g, p: (
            (g["kind"] == p["kind"])
            * judge.overlap(g["trigger"], p["trigger"])
            * (1 + judge.jaccard(text, [g["trigger"]], [p["trigger"]]))
        ),
    )
    matched = {j: gold["claims"][i] for i, j in pairs}
    for index, frame in enumerate(reading.frames):
        claim = matched.get(index)
        yield "claim", frame.score, claim is not None
        for filler in frame.fillers:
            span = [(filler.span.start, filler.span.end)]
            right = claim is not None and any(
                judge.jaccard(text, [s], span) >= 0.5 for s in claim["roles"].get(filler.role, ())
            )
            yield "argument", filler.score, right
        if claim is not None:
            yield "factuality", frame.factuality_score, frame.factuality == claim["factuality"]
            yield "time", frame.time_score, frame.time == claim["time"]
