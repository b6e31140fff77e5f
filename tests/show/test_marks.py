"""Overlapping marks, cut so that none overlap."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from headstamp.model import Span
from headstamp.show.marks import Mark, segments

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda at: Span(at[0], sum(at)))


@given(SPANS, st.lists(SPANS))
def test_segments_cover_the_stretch_without_gap_or_overlap(
    stretch: Span, spans: list[Span]
) -> None:
    marked = [Mark(span, "c1", "materiel") for span in spans]
    cut = segments(stretch, marked)
    assert cut[0].span.start == stretch.start
    assert cut[-1].span.end == stretch.end
    assert all(a.span.end == b.span.start for a, b in pairwise(cut))
    for segment in cut:
        over = {mark.span for mark in segment.marks}
        assert over == {span for span in spans if span.overlaps(segment.span)}


def test_the_widest_mark_comes_first_and_the_trigger_last() -> None:
    recipient = Mark(Span(0, 9), "c1", "recipient")
    materiel = Mark(Span(0, 4), "c1", "materiel")
    trigger = Mark(Span(0, 4), "c1", "trigger")
    first, second = segments(Span(0, 9), [trigger, materiel, recipient])
    assert first.marks == (recipient, materiel, trigger)
    assert second.marks == (recipient,)
    assert [mark.part for mark in first.marks] == ["taker", "thing", "trigger"]
