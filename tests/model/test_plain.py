"""Whatever the model holds comes back equal from its plain form."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.model import Argument, Document, Extract, Span
from headstamp.model.plain import decode, encode
from headstamp.model.transfer import Change, ClaimRef, Correction, Rating, Review, Transfer
from headstamp.model.values import Party, Unresolved

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 9)).map(lambda at: Span(at[0], sum(at)))
MOMENTS = st.datetimes(timezones=st.just(UTC))
FLOATS = st.floats(allow_nan=False, allow_infinity=False)

st.register_type_strategy(Span, SPANS)
st.register_type_strategy(float, FLOATS)
st.register_type_strategy(datetime, MOMENTS)


@given(st.from_type(Extract) | st.from_type(Transfer) | st.from_type(Document))
def test_what_was_written_is_read_as_an_equal_value(value: Any) -> None:
    assert decode(type(value), json.loads(json.dumps(encode(value)))) == value


def test_defaults_are_left_out_and_spans_are_pairs() -> None:
    argument = Argument("supplier", Span(3, 9), "Zhorda", 0.5)
    assert encode(argument) == {"role": "supplier", "span": [3, 9], "words": "Zhorda", "score": 0.5}


def test_a_value_names_its_class() -> None:
    party = Party("zhorda", "Zhorda", "state", (), 1.0, "name")
    for value in (party, Unresolved("several parties"), None):
        argument = Argument("supplier", Span(3, 9), "Zhorda", 0.5, value=value)
        assert decode(Argument, json.loads(json.dumps(encode(argument)))) == argument
    assert encode(Argument("supplier", Span(3, 9), "Z", 0.5, value=party))["value"]["is"] == "Party"


@pytest.mark.parametrize("value", ["a word", Unresolved("nobody knows"), None])
def test_a_correction_takes_a_word_or_a_value(value: Any) -> None:
    correction = Correction("kind", value=value)
    assert decode(Correction, encode(correction)) == correction


def test_a_signed_change_comes_back() -> None:
    review = Review(ClaimRef("a", "c1"), "reject", "the article does not say so")
    for statement in (review, Rating("source", "The Karst Courier", "C")):
        change = Change(1, datetime(2026, 1, 2, tzinfo=UTC), "anna", "review", "a/c1", statement)
        assert decode(Change, json.loads(json.dumps(encode(change)))) == change


@pytest.mark.parametrize("plain", [{}, [], 3, {"role": "supplier", "span": [1, 2, 3]}])
def test_what_is_no_plain_form_is_refused(plain: Any) -> None:
    with pytest.raises(ValueError, match=r"not the plain form of a Argument|not a span"):
        decode(Argument, plain)
