"""Where the parts of claims stand in the text: overlapping stretches, cut so that none overlap."""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from headstamp.model import Claim, Span
from headstamp.show.phrases import PARTS, Piece

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that plays a part in a claim. `role` is "trigger" or "source" too."""

    span: Span
    claim_id: str
    role: str

    @property
    def part(self) -> str:
        """What the role is coloured as."""
        return PARTS.get(self.role, self.role)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch that the same marks cover from end to end, the widest first, a trigger last
    of those as wide.
    """

    span: Span
    marks: tuple[Mark, ...]


def marks(claim: Claim) -> list[Mark]:
    """The trigger, the arguments and the named speakers of a claim."""
    spans = [("trigger", claim.trigger)]
    spans += [(argument.role, argument.span) for argument in claim.arguments]
    spans += [("source", speaker.span) for speaker in claim.speakers if speaker.span]
    return [Mark(span, claim.id, role) for role, span in spans if len(span)]


def by_stretch(
    stretches: Sequence[Span], things: Iterable[Thing], span_of: Callable[[Thing], Span]
) -> dict[Span, list[Thing]]:
    """The things of each stretch of a text, by where their spans start."""
    starts = [stretch.start for stretch in stretches]
    found: dict[Span, list[Thing]] = {stretch: [] for stretch in stretches}
    for thing in things:
        place = bisect_right(starts, span_of(thing).start) - 1
        found[stretches[max(place, 0)]].append(thing)
    return found


def segments(stretch: Span, marked: Iterable[Mark]) -> list[Segment]:
    """`stretch` cut wherever a mark begins or ends: in order, without gap or overlap."""
    touching = sorted(
        (mark for mark in marked if mark.span.overlaps(stretch)), key=lambda mark: mark.span
    )
    cuts = {stretch.start, stretch.end}
    for mark in touching:
        cuts |= {max(mark.span.start, stretch.start), min(mark.span.end, stretch.end)}
    return list(_swept(sorted(cuts), touching))


def marked(claim: Claim, text: str) -> list[Piece]:
    """The sentence of a claim, its parts marked: each piece's `why` names the roles it plays."""
    return [
        Piece(
            segment.span.of(text),
            segment.marks[-1].part if segment.marks else "",
            ", ".join(dict.fromkeys(mark.role for mark in segment.marks)),
        )
        for segment in segments(claim.sentence, marks(claim))
    ]


def _swept(places: list[int], marked: list[Mark]) -> Iterator[Segment]:
    """The segments between neighbouring places, `marked` being in the order of the text."""
    coming = deque(marked)
    over: list[Mark] = []
    for start, end in pairwise(places):
        over = [mark for mark in over if mark.span.end > start]
        while coming and coming[0].span.start <= start:
            over.append(coming.popleft())
        yield Segment(Span(start, end), tuple(sorted(over, key=_width)))


def _width(mark: Mark) -> tuple[int, bool]:
    return -len(mark.span), mark.role == "trigger"
