"""Dates where they stand: what a text fixes for the phrases that count from it."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headstamp.model.document import Span
from headstamp.model.values import Interval, Unresolved
from headstamp.resolve.dates import resolve_dates
from headstamp.resolve.dates.feasts import easter
from headstamp.resolve.dates.mentions import mentions

PUBLISHED = date(2018, 10, 25)


def read(marked: str, tense: str = "past", published: date | None = PUBLISHED) -> list[str]:
    """The text's phrases, marked by brackets, as `earliest..latest rule`, or `none`."""
    phrases, text = [], ""
    for piece in re.split(r"(\[[^\]]*\])", marked):
        words = piece.strip("[]")
        if piece.startswith("["):
            phrases.append((Span(len(text), len(text) + len(words)), tense))
        text += words
    found = resolve_dates(text, phrases, published)
    return [
        f"{each.earliest or ''}..{each.latest or ''} {each.rule}"
        if isinstance(each, Interval)
        else "none"
        for each in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The barge left on 8 September. [Four days later] it came back.",
            ["2018-09-12..2018-09-12 days-later"],
        ),
        (
            "On [14 March 2016] a lorry was stopped. A [week later] so was a second.",
            ["2016-03-14..2016-03-14 day", "2016-03-21..2016-03-27 weeks-later"],
        ),
        (
            "The depot was emptied in June 2016, and the [same month] its guard vanished.",
            ["2016-06-01..2016-06-30 that-month"],
        ),
        (
            "It was sold in 2012 and stolen [two years later].",
            ["2014-01-01..2014-12-31 years-later"],
        ),
        (
            "ORAN, Oct 24 - Crates were found at [dawn], police said.",
            ["2018-10-24..2018-10-24 time-of-day"],
        ),
        ("The rebels held it [that night].", ["none"]),
        (
            "In May 1997 a freighter sailed for Beira. In [July] it was given up.",
            ["1997-07-01..1997-07-31 month-name"],
        ),
        (
            "Two crates came on 13 December 2015, and bombs on the [17th] and the [19th].",
            ["2015-12-17..2015-12-17 day-number", "2015-12-19..2015-12-19 day-number"],
        ),
        (
            "The embargo has stood since May 1997. In [July] a crate came all the same.",
            ["2018-07-01..2018-07-31 month-name"],
        ),
        (
            "The navy has taken nine rifles in [seven weeks].",
            ["2018-09-06..2018-10-25 lasting"],
        ),
        (
            "It was the third such find in a [month].",
            ["2018-09-25..2018-10-25 lasting"],
        ),
        ("He taught them for [eleven weeks] in 2016.", ["2016-01-01..2016-12-31 inside:year"]),
        ("They hid the crates for [six days].", ["none"]),
        ("Guns were ferried by [night].", ["none"]),
        ("They met [two days after] the coup.", ["none"]),
        ("It is the second find of the [year].", ["2018-01-01..2018-10-25 this-year"]),
        (
            "Guns came in 2014 and [until March] of another year.",
            ["..2018-03-31 until:month-name"],
        ),
    ],
)
def test_a_phrase_counts_from_what_the_text_names(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_a_length_to_come_begins_with_the_publication() -> None:
    assert read("The team will stay for [three months].", tense="future") == [
        "2018-10-25..2019-01-25 lasting"
    ]


def test_a_text_without_a_publication_still_counts_from_its_own_days() -> None:
    text = "On 3 May 2016 it sailed. [Two days later] it sank, and in [June] it was raised."
    assert read(text, published=None) == [
        "2016-05-05..2016-05-05 days-later",
        "2016-06-01..2016-06-30 month-name",
    ]


def test_nothing_counted_back_from_the_text_lies_after_the_publication() -> None:
    assert read("ORAN, Oct 24 - The ship came back [three weeks later].") == ["none"]


def test_what_the_text_fixed_is_named_as_the_anchor() -> None:
    text = "On 8 September 2017 it sailed; four days later it sank."
    start = text.index("four")
    [found] = resolve_dates(text, [(Span(start, start + 15), "past")], PUBLISHED)
    assert isinstance(found, Interval)
    assert (found.anchor, found.anchor_day) == ("text", date(2017, 9, 8))


def test_plain_words_that_name_dates_are_found() -> None:
    text = "It may march on. In May 2016, on Tuesday, last week and on Sept. 14, 90 crates came."
    assert [span.of(text) for span in mentions(text)] == [
        "May 2016", "Tuesday", "last week", "Sept. 14",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (2016, date(2016, 3, 27), date(2016, 5, 1)),
        (2017, date(2017, 4, 16), date(2017, 4, 16)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
        (1954, date(1954, 4, 18), date(1954, 4, 25)),
    ],
)
def test_easter(year: int, western: date, orthodox: date) -> None:
    assert (easter(year), easter(year, orthodox=True)) == (western, orthodox)


WORDS = (  # noqa: SIM905
    "on in by the that same night week May 14 2016 later days two Tuesday July . , since until "
    "for months has within 3rd then last earlier before said rifles"
).split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=2, max_size=14)


@settings(max_examples=400)
@given(TEXTS, st.data(), st.none() | st.dates(date(1950, 1, 1), date(2060, 1, 1)))
def test_any_text(words: list[str], data: st.DataObject, published: date | None) -> None:
    text = " ".join(words)
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends), max_size=4))
    tense = data.draw(st.sampled_from(["past", "ongoing", "future", None]))
    phrases = [(Span(min(pair), max(pair)), tense) for pair in spans]
    found = resolve_dates(text, phrases, published)
    assert found == resolve_dates(text, phrases, published)
    assert len(found) == len(phrases)
    for each in found:
        if isinstance(each, Unresolved):
            assert each.reason
        elif each.earliest and each.latest:
            assert each.earliest <= each.latest
