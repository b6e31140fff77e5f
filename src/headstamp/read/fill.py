"""Second step of reading: for every predicate, who and what belongs to it, and how sure it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headstamp.read.decoding import Decoding
from headstamp.read.fills import REACH, distance_buckets, sentence_buckets
from headstamp.read.labels import ALLOWED_FILLS, FILLS, PREDICATES, begins, continues, tag_count
from headstamp.read.model import Fills, Model
from headstamp.read.spot import Spotted, Spotting
from headstamp.read.tags import Floats, Numbers, best_tags, log_softmax, mass, stretches
from headstamp.read.words import Word

BATCH_PREDICATES = 32

_TAGS = tag_count(FILLS)


def _forbidden() -> Floats:
    """[predicate, tags]: a large negative number where a predicate cannot have that fill."""
    table = np.full((len(PREDICATES), _TAGS), -1e4, np.float32)
    table[:, 0] = 0
    for row, predicate in enumerate(PREDICATES):
        for name in ALLOWED_FILLS[predicate]:
            label = FILLS.index(name)
            table[row, begins(label)] = table[row, continues(label)] = 0
    return table


_FORBIDDEN = _forbidden()


@dataclass(frozen=True, slots=True)
class Filled:
    """A predicate with what belongs to it.

    `fills` are stretches labelled by `FILLS`. `factuality` and `time` are probabilities over
    their inventories. `links` pairs the position of a word with the logit that the predicate is
    said under the cue that begins there; `no_link` is the logit that it is under none.
    """

    predicate: Spotted
    fills: tuple[Spotted, ...]
    factuality: Floats
    time: Floats
    links: dict[int, float]
    no_link: float


def fill(
    model: Model, words: Sequence[Word], spottings: Sequence[Spotting], decoding: Decoding
) -> Iterator[Filled]:
    """Fill every predicate of every window, many at a time."""
    slots = [(spotting, p) for spotting in spottings for p in spotting.predicates]
    for start in range(0, len(slots), BATCH_PREDICATES):
        yield from _fill_batch(model, words, slots[start : start + BATCH_PREDICATES], decoding)


def _fill_batch(
    model: Model,
    words: Sequence[Word],
    slots: Sequence[tuple[Spotting, Spotted]],
    decoding: Decoding,
) -> Iterator[Filled]:
    bounds = [
        (max(s.window.first, p.first - REACH), min(s.window.last, p.last + 1 + REACH))
        for s, p in slots
    ]
    grid = (len(slots), max(high - low for low, high in bounds))
    vectors = np.zeros((*grid, slots[0][0].vectors.shape[1]), np.float32)
    inside, distance, sentence, mask = (np.zeros(grid, np.int64) for _ in range(4))
    for row, ((spotting, predicate), (low, high)) in enumerate(zip(slots, bounds, strict=True)):
        index = np.arange(low, high)
        span = slice(0, high - low)
        vectors[row, span] = spotting.vectors[low - spotting.window.first :][: high - low]
        inside[row, span] = (index >= predicate.first) & (index <= predicate.last)
        distance[row, span] = distance_buckets(
            np.minimum(index - predicate.first, 0) + np.maximum(index - predicate.last, 0)
        )
        numbers = np.array([word.sentence for word in words[low:high]], np.int64)
        sentence[row, span] = sentence_buckets(numbers - words[predicate.first].sentence)
        mask[row, span] = 1
    kinds = np.array([predicate.label for _, predicate in slots], np.int64)
    filled = model.fill(vectors, kinds, inside, distance, sentence, mask)
    chances, tags = _tagged(filled, kinds, mask.astype(bool), decoding)
    for row, ((_, predicate), (low, high)) in enumerate(zip(slots, bounds, strict=True)):
        yield Filled(
            predicate,
            tuple(
                Spotted(label, first + low, last + low, mass(chances[row], label, first, last))
                for label, first, last in stretches(tags[row, : high - low])
            ),
            np.exp(log_softmax(filled.factuality[row])),
            np.exp(log_softmax(filled.time[row])),
            dict(enumerate(filled.link[row, : high - low].tolist(), low)),
            float(filled.link[row, -1]) + decoding.no_link_bias,
        )


def _tagged(
    filled: Fills, kinds: Numbers, there: npt.NDArray[np.bool_], decoding: Decoding
) -> tuple[Floats, Numbers]:
    """Probabilities of every fill's tags [P, N, tags], and the best tags [P, N]."""
    scores = log_softmax(filled.fill + _FORBIDDEN[kinds][:, None, :])
    chances = np.exp(scores)
    scores += _biases(decoding)
    scores[~there, 1:] = -1e4
    return chances, best_tags(scores)


def _biases(decoding: Decoding) -> Floats:
    """[tags]: what is taken off each fill's tags, the reverse of a bias on "nothing here"."""
    biases = np.full(_TAGS, -decoding.role_bias, np.float32)
    biases[0] = 0
    for name in ("source", "content", "antecedent"):
        label = FILLS.index(name)
        bias = -getattr(decoding, f"{name}_bias")
        biases[begins(label)] = biases[continues(label)] = bias
    return biases
