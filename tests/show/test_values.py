"""What words resolved to, as it is written for people."""

from datetime import date
from types import SimpleNamespace

import pytest

from headstamp.model.values import Interval, Materiel, Party, Place, Quantity, Value
from headstamp.show import in_words
from headstamp.show.values import because, shown


def interval(first: date | None, last: date | None, *, approximate: bool = False) -> Interval:
    return Interval(first, last, "period", "a rule", approximate=approximate)


def quantity(low: float | None, high: float | None, unit: str | None = None) -> Quantity:
    return Quantity(low, high, False, unit, "number")


QUDS = Party("q", "Quds Force", "force", ("Revolutionary Guard", "Iran"), 0.98, "name")
ZELZAL = Materiel("Zelzal-2", "rocket", 100, 210, None, None, None, 0.9, "designation")
MANPADS = Materiel(None, "manpads", None, None, "VII", None, None, 0.9, "head-noun")
EXAMPLES: list[tuple[Value, str]] = [
    (QUDS, "Iran › Revolutionary Guard › Quds Force"),
    (ZELZAL, "Zelzal-2 (rocket, 100–210 km)"),
    (MANPADS, "manpads"),
    (Place("Karbala", "IQ", 32.6, 44.0, "city", 0.9, "name"), "Karbala (IQ)"),
    (Place("Iraq", "IQ", 33.0, 44.0, "country", 0.9, "name"), "Iraq"),
    (interval(date(2018, 10, 25), date(2018, 10, 25)), "2018-10-25"),
    (interval(date(2018, 8, 1), date(2018, 8, 31)), "2018-08"),
    (interval(date(2018, 1, 1), date(2018, 12, 31)), "2018"),
    (interval(date(2010, 1, 1), date(2019, 12, 31)), "2010..2019"),
    (interval(date(2018, 7, 25), date(2018, 10, 25)), "2018-07-25..2018-10-25"),
    (interval(date(2018, 7, 25), None), "2018-07-25.."),
    (interval(None, date(2018, 7, 25), approximate=True), "~..2018-07-25"),
    (quantity(1500, 1500), "1,500"),
    (quantity(24, 99), "24–99"),
    (quantity(301, None), "at least 301"),
    (quantity(None, 49, "crate"), "at most 49 crates"),
    (quantity(1, 1, "crate"), "1 crate"),
    (quantity(2.5, 2.5, "tonne"), "2.5 tonnes"),
    (quantity(3e6, 3e6, "US dollar per month"), "3,000,000 US dollars per month"),
    (quantity(0.3, 0.3, "share"), "30 %"),
]


@pytest.mark.parametrize(("value", "words"), EXAMPLES, ids=[words for _, words in EXAMPLES])
def test_a_value_in_a_few_words(value: Value, words: str) -> None:
    assert shown(value) == words


def test_a_value_says_why() -> None:
    assert because(QUDS) == "rule name, score 0.98"
    anchored = Interval(None, None, "month", "last-month-name", "publication", date(2018, 10, 25))
    assert because(anchored) == "rule last-month-name, counted from 2018-10-25"


def test_an_extract_can_be_told_in_its_words_alone(hand: SimpleNamespace) -> None:
    text = "Iran sent ballistic missiles."
    frame = hand.frame(text, "transfer", "sent", supplier="Iran", materiel="ballistic missiles")
    extract = hand.from_reading(hand.document(text), hand.reading(frames=[frame]))
    assert all(argument.values for argument in extract.claims[0].arguments)
    told = in_words(extract).claims[0].arguments
    assert [(argument.words, argument.values) for argument in told] == [
        ("Iran", ()), ("ballistic missiles", ()),
    ]  # fmt: skip
