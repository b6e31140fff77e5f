"""A model that finds what a test tells it to, in the place of a trained network.

Everything is told by words of the text, so each word that matters stands in it once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from headstamp.model.reading import ENTITY_TYPES, FACTUALITIES, TIMES
from headstamp.read.decoding import Decoding
from headstamp.read.labels import FILLS, KINDS, begins, continues, tag_count
from headstamp.read.model import Fills, Spots
from headstamp.read.reader import Reader
from headstamp.read.tags import Floats, Numbers

SURE = 9.0
"""The logit of what is told; all else has 0."""


class Vocabulary:
    """One piece for every different word, so that a piece says which word it is of."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __call__(self, words: Sequence[str]) -> list[list[int]]:
        return [[self._numbers.setdefault(word, 1000 + len(self._numbers))] for word in words]

    def of(self, phrase: str) -> list[int]:
        """The pieces of words parted by spaces."""
        return [number for numbers in self(phrase.split()) for number in numbers]


@dataclass
class Script:
    """What to find: phrases and their labels, and by a predicate's first word what it has."""

    entities: Mapping[str, str] = field(default_factory=dict)
    triggers: Mapping[str, str] = field(default_factory=dict)
    cues: Sequence[str] = ()
    anaphors: Sequence[str] = ()
    fills: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    under: Mapping[str, str] = field(default_factory=dict)
    factuality: Mapping[str, str] = field(default_factory=dict)
    time: Mapping[str, str] = field(default_factory=dict)


class ScriptedModel:
    """Follows a script. Word vectors have one place, which holds the word's piece."""

    def __init__(self, script: Script, vocabulary: Vocabulary) -> None:
        self.script, self.vocabulary = script, vocabulary
        self.batches: list[tuple[str, int]] = []

    def spot(self, pieces: Numbers, features: Numbers, mask: Numbers, heads: Numbers) -> Spots:
        assert pieces.shape == features.shape == mask.shape
        self.batches.append(("spot", len(pieces)))
        words, script = np.take_along_axis(pieces, heads, axis=1), self.script
        return Spots(
            words[:, :, None].astype(np.float32),
            self._tags(words, script.entities, ENTITY_TYPES),
            self._tags(words, script.triggers, KINDS),
            self._tags(words, dict.fromkeys(script.cues, "cue"), ("cue",)),
            self._tags(words, dict.fromkeys(script.anaphors, "anaphor"), ("anaphor",)),
        )

    def fill(
        self,
        words: Floats,
        predicate: Numbers,
        inside: Numbers,
        distance: Numbers,
        sentence: Numbers,
        mask: Numbers,
    ) -> Fills:
        assert inside.shape == distance.shape == sentence.shape == mask.shape
        self.batches.append(("fill", len(predicate)))
        rows = [self._filled(r, n[m == 1]) for r, n, m in zip(words, inside, mask, strict=True)]
        return Fills(*(np.concatenate(part) for part in zip(*rows, strict=True)))

    def _filled(self, vectors: Floats, inside: Numbers) -> tuple[Floats, ...]:
        words = vectors[:, 0].astype(np.int64)
        own, script = words[inside.argmax()], self.script
        fills = self._tags(words[None], self._told(script.fills, own) or {}, FILLS)
        link = np.zeros((1, len(words) + 1), np.float32)
        cue = self._told(script.under, own)
        there = words == self.vocabulary.of(cue)[0] if cue else words < 0
        link[0, there.argmax() if there.any() else -1] = SURE
        return (
            fills,
            link,
            self._one(script.factuality, own, FACTUALITIES),
            self._one(script.time, own, TIMES),
        )

    def _told(self, told: Mapping[str, Any], own: int) -> Any:
        return next(
            (value for word, value in told.items() if self.vocabulary.of(word)[0] == own), None
        )

    def _one(self, told: Mapping[str, str], own: int, names: Sequence[str]) -> Floats:
        logits = np.zeros((1, len(names)), np.float32)
        logits[0, names.index(self._told(told, own) or names[0])] = SURE
        return logits

    def _tags(self, words: Numbers, told: Mapping[str, str], names: tuple[str, ...]) -> Floats:
        logits = np.zeros((*words.shape, tag_count(names)), np.float32)
        logits[:, :, 0] = SURE / 2
        for phrase, name in told.items():
            numbers, label = self.vocabulary.of(phrase), names.index(name)
            for row, at in zip(*np.nonzero(words == numbers[0]), strict=True):
                logits[row, at, begins(label)] = SURE
                logits[row, at + 1 : at + len(numbers), continues(label)] = SURE
        return logits


MakeReader = Callable[..., tuple[Reader, ScriptedModel]]


@pytest.fixture
def scripted() -> MakeReader:
    """Makes a reader that follows a script, and its model."""

    def make(decoding: Decoding | None = None, **told: object) -> tuple[Reader, ScriptedModel]:
        vocabulary = Vocabulary()
        model = ScriptedModel(Script(**told), vocabulary)  # type: ignore[arg-type]
        return Reader(model, vocabulary, decoding or Decoding("a script")), model

    return make
