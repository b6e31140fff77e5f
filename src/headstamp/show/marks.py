"""Where the parts of claims stand in the text: overlapping stretches, cut so that none overlap."""

from collections.abc import Iterable
from dataclasses import dataclass

from headstamp.model import Claim, Span
from headstamp.show.phrases import PARTS


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


def segments(stretch: Span, marked: Iterable[Mark]) -> list[Segment]:
    """`stretch` cut wherever a mark begins or ends: in order, without gap or overlap."""
    touching = [mark for mark in marked if mark.span.overlaps(stretch)]
    cuts = {stretch.start, stretch.end}
    for mark in touching:
        cuts |= {mark.span.start, mark.span.end}
    places = sorted(cut for cut in cuts if stretch.start <= cut <= stretch.end)
    return [Segment(span, _covering(span, touching)) for span in map(Span, places, places[1:])]


def _covering(span: Span, marked: list[Mark]) -> tuple[Mark, ...]:
    over = [mark for mark in marked if mark.span.contains(span)]
    return tuple(sorted(over, key=lambda mark: (-len(mark.span), mark.role == "trigger")))
