"""Examples → tensors. Shapes as in `training.network`."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from headstamp.read.fills import REACH, distance_buckets, sentence_buckets
from headstamp.read.labels import PREDICATES, begins, continues
from headstamp.read.spot import CLS, SEP
from headstamp.read.words import BREAKS, SHAPES, Window, windows_of
from training.examples import Example, Predicate, Stretch
from training.renaming import Names, renamed

MASK = 103
IGNORED = -100
"""The tag of what teaches nothing: padding, context, heads of another task."""

AUXILIARY = len(PREDICATES)
"""The kind of predicates that only the public sets have."""

SPOTS = ("entity", "trigger", "cue", "anaphor", "spotted")

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Item:
    """One window of one example."""

    example: Example
    window: Window

    @property
    def size(self) -> int:
        """Pieces, with the two marks around them."""
        return sum(len(p) for p in self.example.pieces[self.window.first : self.window.last]) + 2


@dataclass(frozen=True, slots=True)
class Blur:
    """What is hidden or changed so that nothing is learned by heart.

    `masked` is the share of words hidden; `recased` the share of windows in which all letters are
    made of one case, as in a cable or a hasty post; `renamed` that in which names are changed for
    others, out of `names`.
    """

    masked: float
    recased: float
    renamed: float = 0.0
    names: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slot:
    """A predicate in a row of a batch, and the words it is filled from: `low` to `high`."""

    row: int
    predicate: Predicate
    item: Item
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Batch:
    """What one step needs."""

    task: str
    pieces: Tensor
    features: Tensor
    mask: Tensor
    heads: Tensor
    entity: Tensor
    trigger: Tensor
    cue: Tensor
    anaphor: Tensor
    spotted: Tensor
    row: Tensor
    around: Tensor
    predicate: Tensor
    inside: Tensor
    distance: Tensor
    sentence: Tensor
    there: Tensor
    fills: Tensor
    link: Tensor
    factuality: Tensor
    time: Tensor
    label: Tensor
    degree: Tensor


def items(examples: Sequence[Example]) -> list[Item]:
    """Every window of every example."""
    return [
        Item(example, window)
        for example in examples
        for window in windows_of(
            [len(p) for p in example.pieces], [w.sentence for w in example.words]
        )
    ]


def shuffled(pool: Sequence[Item], pieces: int, rng: random.Random) -> Iterator[list[Item]]:
    """Batches of about `pieces` word pieces, alike in length, in random order."""
    batches: list[list[Item]] = [[]]
    longest = 0
    for item in sorted(pool, key=lambda item: item.size * rng.uniform(0.8, 1.25)):
        longest = max(longest, item.size)
        if batches[-1] and (len(batches[-1]) + 1) * longest > pieces:
            batches.append([])
            longest = item.size
        batches[-1].append(item)
    rng.shuffle(batches)
    yield from batches


def collate(chosen: Sequence[Item], *, rng: random.Random, blur: Blur, near: int) -> Batch:
    """Tensors of some windows of one task.

    So many predicates are kept, at random, that at most `near` words lie around them all.
    """
    arrays: dict[str, npt.NDArray[np.generic]] = {**_text(chosen, rng, blur), **_tags(chosen)}
    slots = [
        _slot(row, predicate, item)
        for row, item in enumerate(chosen)
        for predicate in item.example.predicates
        if _owned(predicate.words, item.window)
    ]
    width = rounded(max((slot.high - slot.low for slot in slots), default=1), step=8)
    kept = rng.sample(slots, near // width) if len(slots) > near // width else slots
    arrays |= _filled(kept, width)
    return Batch(
        task=chosen[0].example.task,
        **{name: torch.from_numpy(array) for name, array in arrays.items()},
    )


def rounded(size: int, step: int = 32) -> int:
    """The next multiple of `step`: few shapes, so that kernels are compiled once and kept."""
    return -(-size // step) * step


def _text(chosen: Sequence[Item], rng: random.Random, blur: Blur) -> dict[str, Numbers]:
    written = [_written(item, rng, blur) for item in chosen]
    length = rounded(max(len(pieces) for pieces, _, _ in written))
    width = rounded(max(len(heads) for _, _, heads in written))
    pieces, features, mask = (np.zeros((len(chosen), length), np.int64) for _ in range(3))
    heads = np.zeros((len(chosen), width), np.int64)
    for row, (flat, feature, first) in enumerate(written):
        pieces[row, : len(flat)] = flat
        features[row, : len(feature)] = feature
        mask[row, : len(flat)] = 1
        heads[row, : len(first)] = first
    return {"pieces": pieces, "features": features, "mask": mask, "heads": heads}


def _written(item: Item, rng: random.Random, blur: Blur) -> tuple[list[int], list[int], list[int]]:
    """The pieces of a window, their features, and where each word begins, all of it blurred."""
    example, window = item.example, item.window
    recase = _recased(rng) if rng.random() < blur.recased else None
    new: dict[int, list[int]] = {}
    if example.names and rng.random() < blur.renamed:
        new = renamed(example.names, example.pieces, blur.names, rng)
    flat, features, heads = [CLS], [0], []
    for index in range(window.first, window.last):
        numbers = new.get(index, example.pieces[index])
        mark = example.words[index].feature
        heads.append(len(flat))
        flat += [MASK] * len(numbers) if rng.random() < blur.masked else numbers
        features += [recase(mark) if recase else mark] * len(numbers)
    return [*flat, SEP], features, heads


def _recased(rng: random.Random) -> Callable[[int], int]:
    """A change of every cased shape to one."""
    to = SHAPES.index(rng.choice(("upper", "lower")))
    cased = {SHAPES.index(s) for s in ("lower", "title", "upper", "mixed", "initial")}

    def recase(mark: int) -> int:
        shape, gap = divmod(mark, len(BREAKS))
        return (to if shape in cased else shape) * len(BREAKS) + gap

    return recase


def _tags(chosen: Sequence[Item]) -> dict[str, Numbers]:
    width = rounded(max(item.window.last - item.window.first for item in chosen))
    tags = {name: np.full((len(chosen), width), IGNORED, np.int64) for name in SPOTS}
    for row, item in enumerate(chosen):
        window = item.window
        taught = {"own": SPOTS[:-1], "propbank": SPOTS[-1:]}.get(item.example.task, ())
        for name in taught:
            tags[name][row, window.core_first - window.first : window.core_last - window.first] = 0
        for label, words in item.example.entities:
            _paint(tags["entity"][row], label, words, window)
        for predicate in item.example.predicates:
            name, label = _spot(predicate.kind)
            if name in taught:
                _paint(tags[name][row], label, predicate.words, window)
    return tags


def _spot(kind: int) -> tuple[str, int]:
    """The head that finds predicates of a kind, and its label."""
    if kind == AUXILIARY:
        return "spotted", 0
    name = PREDICATES[kind]
    return (name, 0) if name in SPOTS else ("trigger", kind)


def _paint(row: Numbers, label: int, words: Stretch, window: Window) -> None:
    """Write a stretch's tags where the window answers for it."""
    for index in range(max(words[0], window.core_first), min(words[1] + 1, window.core_last)):
        row[index - window.first] = begins(label) if index == words[0] else continues(label)


def _owned(words: Stretch, window: Window) -> bool:
    return window.core_first <= words[0] < window.core_last and words[1] < window.last


def _slot(row: int, predicate: Predicate, item: Item) -> Slot:
    low = max(item.window.first, predicate.words[0] - REACH)
    high = min(item.window.last, predicate.words[1] + 1 + REACH)
    return Slot(row, predicate, item, low, high)


def _filled(slots: Sequence[Slot], width: int) -> dict[str, npt.NDArray[np.generic]]:
    def each(value: Callable[[Slot], int]) -> Numbers:
        return np.array([value(slot) for slot in slots], np.int64).reshape(-1, 1)

    index = each(lambda s: s.low) + np.arange(width)
    there = index < each(lambda s: s.high)
    first, last = each(lambda s: s.predicate.words[0]), each(lambda s: s.predicate.words[1])
    distance = np.minimum(index - first, 0) + np.maximum(index - last, 0)
    degrees = [slot.predicate.degree for slot in slots]
    return {
        "row": each(lambda s: s.row)[:, 0],
        "around": np.where(there, index - each(lambda s: s.item.window.first), 0),
        "there": there.astype(np.int64),
        "predicate": each(lambda s: s.predicate.kind)[:, 0],
        "inside": ((index >= first) & (index <= last)).astype(np.int64),
        "distance": distance_buckets(distance),
        "sentence": sentence_buckets(_sentences(slots, width)),
        "fills": _fills(slots, width),
        "link": each(lambda s: _link(s, width))[:, 0],
        "factuality": each(lambda s: _given(s.predicate.factuality))[:, 0],
        "time": each(lambda s: _given(s.predicate.time))[:, 0],
        "label": each(lambda s: _given(s.predicate.label))[:, 0],
        "degree": np.array([np.nan if d is None else d for d in degrees], np.float32),
    }


def _given(label: int) -> int:
    return IGNORED if label < 0 else label


def _sentences(slots: Sequence[Slot], width: int) -> Numbers:
    """How many sentences each word stands from the predicate, [P, N]."""
    out = np.zeros((len(slots), width), np.int64)
    for number, slot in enumerate(slots):
        sentences = slot.item.example.sentences
        near = sentences[slot.low : slot.high] - sentences[slot.predicate.words[0]]
        out[number, : slot.high - slot.low] = near
    return out


def _fills(slots: Sequence[Slot], width: int) -> Numbers:
    """The tag of each word around each predicate, [P, N]."""
    out = np.full((len(slots), width), IGNORED, np.int64)
    for tags, slot in zip(out, slots, strict=True):
        if slot.item.example.task not in ("own", "propbank", "geneva"):
            continue
        tags[: slot.high - slot.low] = 0
        for role, (begin, end) in slot.predicate.fills:
            for i in range(max(begin, slot.low), min(end + 1, slot.high)):
                tags[i - slot.low] = begins(role) if i == begin else continues(role)
    return out


def _link(slot: Slot, width: int) -> int:
    """Where the cue begins that the predicate is said under; `width` stands for none in reach."""
    if slot.item.example.task != "own" or PREDICATES[slot.predicate.kind] == "anaphor":
        return IGNORED
    under = slot.predicate.under
    return under[0] - slot.low if under and slot.low <= under[0] < slot.high else width
