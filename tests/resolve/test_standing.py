"""Quantities where they stand: what the article before and the noun behind say of them."""

import pytest

from headstamp.model.document import Span
from headstamp.model.values import Quantity
from headstamp.resolve.quantities import resolve_quantities, resolve_quantity


def read(marked: str) -> str:
    """The quantity in brackets as `least..most unit rule`, or `none`."""
    before, words, after = marked.replace("]", "[").split("[")
    span = Span(len(before), len(before) + len(words))
    [found] = resolve_quantities(before + words + after, [span])
    if not isinstance(found, Quantity):
        return "none"
    ends = ["" if end is None else f"{end:g}" for end in (found.low, found.high)]
    return f"{'..'.join(ends)} {found.unit or '-'} {found.rule}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They took [40] rifles.", "40..40 - number"),
        ("A [third] of them were new.", "0.3333..0.3333 share fraction"),
        ("A [third] truckload came by night.", "1..1 truckload in-a-row"),
        ("The [third] launcher has not been found.", "1..1 - in-a-row"),
        ("The [first] tanks came in May.", "none"),
        ("He paid for it with a [goat].", "1..1 goat one"),
        ("He paid for it with [gold].", "none"),
        ("He paid a [ransom].", "none"),
        ("The line turns out [3,000] rifles a month.", "3000..3000 per month number"),
        ("They took [40] rifles a year ago.", "40..40 - number"),
        ("[500] rifles came inside a week.", "500..500 - number"),
    ],
)
def test_a_quantity_is_read_with_what_stands_beside_it(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("words", ["7.62mm", "122 mm", "5.56 x 45 mm", "12.7-mm", ".50-calibre"])
def test_a_calibre_is_never_a_count(words: str) -> None:
    assert not isinstance(resolve_quantity(words), Quantity)


@pytest.mark.parametrize("words", ["between 200 and 700 kilometres", "300 km", "range 210 km"])
def test_a_range_is_a_length_or_nothing_never_a_count_of_things(words: str) -> None:
    found = resolve_quantity(words)
    assert not isinstance(found, Quantity) or found.unit == "kilometre"
