"""Whatever a reader may hand on, every format can show it."""

import io
import json
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headstamp.model import Attribution, Coreference, Filler, Frame, Reading, Span
from headstamp.model.reading import FACTUALITIES, ROLES, TIMES
from headstamp.show import FORMATS, write
from headstamp.show.screen import columns

LONGEST = 40
SPANS = st.tuples(st.integers(0, LONGEST), st.integers(0, 9)).map(lambda at: Span(at[0], sum(at)))
SCORES = st.floats(0, 1)


def frames(attributions: int) -> st.SearchStrategy[Frame]:
    def of_kind(kind: str) -> st.SearchStrategy[Frame]:
        fillers = st.builds(Filler, st.sampled_from(ROLES[kind]), SPANS, SCORES)
        by = st.none() | st.integers(0, attributions - 1) if attributions else st.none()
        return st.builds(
            Frame,
            kind=st.just(kind),
            trigger=SPANS,
            fillers=st.lists(fillers, max_size=3).map(tuple),
            factuality=st.sampled_from(FACTUALITIES),
            factuality_score=SCORES,
            time=st.sampled_from(TIMES),
            time_score=SCORES,
            by=by,
            score=SCORES,
        )

    return st.sampled_from(list(ROLES)).flatmap(of_kind)


def readings(attributions: int) -> st.SearchStrategy[Reading]:
    inside = st.none() | st.integers(0, max(attributions - 1, 0))
    attribution = st.builds(
        Attribution, SPANS, st.none() | SPANS, st.lists(SPANS).map(tuple), inside, SCORES
    )
    return st.builds(
        Reading,
        reader=st.just("any"),
        attributions=st.lists(attribution, min_size=attributions, max_size=attributions).map(tuple),
        frames=st.lists(frames(attributions), max_size=3).map(tuple),
        coreferences=st.lists(st.builds(Coreference, SPANS, SPANS, SCORES), max_size=2).map(tuple),
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(alphabet="Ab .\n\u0627<&\"'\x1b\u202e中", min_size=1, max_size=LONGEST),
    reading=st.integers(0, 2).flatmap(readings),
    kinds=st.sampled_from(["", "headline body caption", "comment furniture body"]),
)
@pytest.mark.parametrize("format", FORMATS)
def test_any_reading_can_be_shown(
    hand: SimpleNamespace, format: str, text: str, reading: Reading, kinds: str
) -> None:
    paragraphs = len(hand.document(text).blocks)
    document = hand.document(text, kinds=" ".join(kinds.split()[:paragraphs]), title="A title")
    out = io.StringIO()
    write(format, [hand.from_reading(document, reading)], out)
    shown = out.getvalue()
    assert shown.endswith("\n")
    if format == "text":
        assert max(map(columns, shown.splitlines())) <= 120
        assert "\x1b" not in shown
    if format in ("json", "jsonl"):
        assert json.loads(shown)
