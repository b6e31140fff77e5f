"""A document read again: which claims went on, which changed, which are gone, which are new."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from headstamp.model import Claim


class Read(NamedTuple):
    """A claim of some reading, with the text its spans stand in."""

    claim: Claim
    text: str


@dataclass(frozen=True, slots=True)
class Rereading:
    """What changed in a document when it was read again: ids of claims, the old beside the new.

    `kept` say the same as before; `changed` stand at the same words and say something else.
    """

    document: str
    before: str
    after: str
    kept: tuple[tuple[str, str], ...]
    changed: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]


def compared(
    document: str, readers: tuple[str, str], old: Sequence[Read], new: Sequence[Read]
) -> Rereading:
    """The claims of two readings of one document, matched by the words they stand at."""
    onward = successors(old, new)
    pairs = [(old[before], new[after]) for before, after in onward.items()]
    same = [_says(a) == _says(b) for a, b in pairs]
    named = [(a.claim.id, b.claim.id) for a, b in pairs]
    reached = set(onward.values())
    return Rereading(
        document,
        *readers,
        kept=tuple(pair for pair, kept in zip(named, same, strict=True) if kept),
        changed=tuple(pair for pair, kept in zip(named, same, strict=True) if not kept),
        gone=tuple(a.claim.id for place, a in enumerate(old) if place not in onward),
        new=tuple(b.claim.id for place, b in enumerate(new) if place not in reached),
    )


def successors(old: Sequence[Read], new: Sequence[Read]) -> dict[int, int]:
    """For each old claim the new one that stands in its place, by their indexes.

    Best matches first: the same kind and trigger, then the widest overlap. One takes one. Where
    the text itself is another, a claim is found by the words of its sentence.
    """
    matches = sorted(
        (-likeness, i, j)
        for i, before in enumerate(old)
        for j, after in enumerate(new)
        if (likeness := _likeness(before, after))
    )
    onward: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in matches:
        if i not in onward and j not in taken:
            onward[i] = j
            taken.add(j)
    return onward


def _likeness(before: Read, after: Read) -> float:
    """0 for other places or kinds, 2 for the same trigger, the share of an overlap between.

    The id decides between claims that share a trigger.
    """
    a, b = before.claim, after.claim
    if a.kind != b.kind:
        return 0
    tie = 0.1 * (a.id == b.id)
    if before.text == after.text:
        shared = min(a.trigger.end, b.trigger.end) - max(a.trigger.start, b.trigger.start)
        if shared <= 0:
            return 0
        share = 2.0 if a.trigger == b.trigger else shared / max(len(a.trigger), len(b.trigger))
        return share + tie
    if a.trigger.of(before.text) != b.trigger.of(after.text):
        return 0
    alike = a.sentence.of(before.text).split() == b.sentence.of(after.text).split()
    offset = (a.trigger.start - a.sentence.start) == (b.trigger.start - b.sentence.start)
    return 1.0 + tie + 0.5 * offset if alike else 0


def _says(read: Read) -> tuple[object, ...]:
    """What a claim says, without its id and scores, and without places where texts differ."""
    claim, text = read
    arguments = tuple(
        replace(argument, score=0.0, span=claim.trigger, stands_for=None)
        for argument in claim.arguments
    )
    speakers = tuple((speaker.kind, speaker.words) for speaker in claim.speakers)
    trigger = claim.trigger.of(text)
    return claim.kind, trigger, claim.factuality, claim.time, arguments, speakers
