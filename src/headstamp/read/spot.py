"""First step of reading: find entities, claim triggers, attribution cues and anaphors."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from headstamp.read.decoding import Decoding
from headstamp.read.labels import PREDICATES
from headstamp.read.model import Model, Spots
from headstamp.read.tags import Floats, Numbers, best_tags, log_softmax, mass, stretches
from headstamp.read.words import Window, Word

CLS, SEP = 101, 102
"""The marks that the encoder expects before and after a text."""

BATCH_PIECES = 2048


@dataclass(frozen=True, slots=True)
class Spotted:
    """A stretch of words (last inclusive) with its label and raw score."""

    label: int
    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True)
class Spotting:
    """What was found in one window. Word positions count in the document.

    `vectors` [words of the window, D]; `predicates` are labelled by `PREDICATES`.
    """

    window: Window
    vectors: Floats
    entities: tuple[Spotted, ...]
    predicates: tuple[Spotted, ...]


def spot(
    model: Model,
    words: Sequence[Word],
    pieces: Sequence[Sequence[int]],
    windows: Sequence[Window],
    decoding: Decoding,
) -> Iterator[Spotting]:
    """Look once at every window, several at a time."""
    for batch in _batched(windows, pieces):
        spots = model.spot(*_laid_out(batch, words, pieces))
        for row, window in enumerate(batch):
            yield _spotting(row, window, spots, decoding)


def _batched(windows: Sequence[Window], pieces: Sequence[Sequence[int]]) -> Iterator[list[Window]]:
    batch: list[Window] = []
    longest = 0
    for window in windows:
        size = sum(len(piece) for piece in pieces[window.first : window.last])
        longest = max(longest, size)
        if batch and longest * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch, longest = [], size
        batch.append(window)
    if batch:
        yield batch


def _laid_out(
    windows: Sequence[Window], words: Sequence[Word], pieces: Sequence[Sequence[int]]
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    rows = []
    for window in windows:
        flat, feature, first = [CLS], [0], []
        for index in range(window.first, window.last):
            first.append(len(flat))
            flat.extend(pieces[index])
            feature.extend([words[index].feature] * len(pieces[index]))
        rows.append(([*flat, SEP], [*feature, 0], first))
    shape = (len(rows), max(len(flat) for flat, _, _ in rows))
    numbers, features, mask = (np.zeros(shape, np.int64) for _ in range(3))
    heads = np.zeros((len(rows), max(len(first) for _, _, first in rows)), np.int64)
    for row, (flat, feature, first) in enumerate(rows):
        numbers[row, : len(flat)] = flat
        features[row, : len(feature)] = feature
        mask[row, : len(flat)] = 1
        heads[row, : len(first)] = first
    return numbers, features, mask, heads


def _spotting(row: int, window: Window, spots: Spots, decoding: Decoding) -> Spotting:
    core = slice(window.core_first - window.first, window.core_last - window.first)

    def found(logits: Floats, bias: float) -> list[Spotted]:
        scores = log_softmax(logits[row, core])
        chances = np.exp(scores)
        scores[:, 0] += bias
        return [
            Spotted(
                label, first + window.core_first, last + window.core_first,
                mass(chances, label, first, last),
            )
            for label, first, last in stretches(best_tags(scores[None])[0])
        ]  # fmt: skip

    def renamed(spotted: list[Spotted], name: str) -> list[Spotted]:
        label = PREDICATES.index(name)
        return [Spotted(label, s.first, s.last, s.score) for s in spotted]

    predicates = [
        *(
            t
            for t in found(spots.trigger, decoding.trigger_bias)
            if t.score >= decoding.trigger_floor
        ),
        *renamed(found(spots.cue, decoding.cue_bias), "cue"),
        *renamed(found(spots.anaphor, decoding.anaphor_bias), "anaphor"),
    ]
    return Spotting(
        window,
        spots.words[row, : window.last - window.first],
        tuple(found(spots.entity, decoding.entity_bias)),
        tuple(predicates),
    )
