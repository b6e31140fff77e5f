"""How much of the text to quote for a claim."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from headstamp.model import Span


def quotable(cut: Sequence[Span], anchor: Span, company: Iterable[Span]) -> Span:
    """The stretch to quote for a claim: of the sentences `cut` from its block, from the first to
    the last that holds `anchor`, its trigger, or one of `company`, its arguments.
    """
    whole = Span(cut[0].start, cut[-1].end) if cut else Span(0, 0)
    parts = [part for part in (anchor, *company) if part.overlaps(whole)]
    if not parts:
        return anchor
    first = bisect_right(cut, min(parts).start, key=lambda sentence: sentence.end)
    after = bisect_left(cut, max(part.end for part in parts), key=lambda sentence: sentence.start)
    return Span(cut[first].start, cut[after - 1].end)
