"""Dates: the table of phrases in dates.txt, the page of rules, and what holds for any words."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headstamp.model.values import Interval, Unresolved
from headstamp.resolve.dates import RULES, governed, resolve_date

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "dates.md"
PUBLISHED = date(2018, 10, 25)
TENSES = ("past", "ongoing", "future", "hypothetical", "generic")


def shown(found: Interval | Unresolved) -> str:
    """A result as dates.txt writes it."""
    if isinstance(found, Unresolved):
        return f"none: {found.reason}"
    about = "~" if found.approximate else ""
    days = f"{found.earliest or ''}..{found.latest or ''}"
    return f"{days} {found.granularity} {found.rule}{about}"


def cases() -> list[tuple[str, str, str]]:
    lines = (HERE / "dates.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(" | ")) for line in lines if line and not line.startswith("#")]


def test_the_table_is_long_enough() -> None:
    assert len(set(cases())) >= 300


@pytest.mark.parametrize(("words", "place", "expected"), cases())
def test_phrase(words: str, place: str, expected: str) -> None:
    read = re.fullmatch(
        r"(?P<day>\S+)(?: (?!text)(?P<tense>\w+))?(?: text (?P<anchor>\S+))?", place
    )
    assert read
    found = resolve_date(
        words,
        published=None if read["day"] == "-" else date.fromisoformat(read["day"]),
        text_anchor=date.fromisoformat(read["anchor"]) if read["anchor"] else None,
        tense=read["tense"],
    )
    assert shown(found) == expected


def test_an_interval_says_what_it_was_counted_from() -> None:
    last = resolve_date("last August", published=PUBLISHED)
    assert (last.anchor, last.anchor_day) == ("publication", PUBLISHED)
    written = resolve_date("21 October 2017", published=PUBLISHED)
    assert (written.anchor, written.anchor_day) == ("none", None)
    march = date(2018, 3, 14)
    later = resolve_date("two days later", published=PUBLISHED, text_anchor=march)
    assert (later.anchor, later.anchor_day) == ("text", march)


@pytest.mark.parametrize(
    ("before", "words", "after", "expected"),
    [
        ("held there since ", "November", ".", "since November"),
        ("handed in until the ", "end of May", ".", "until the end of May"),
        ("delivered in ", "November", ".", "November"),
        ("moved from ", "January", " to March.", "January"),
        ("moved from ", "January", " on.", "from January"),
        ("stood by. ", "Monday", " came.", "Monday"),
    ],
)
def test_a_preposition_that_bounds_a_date_belongs_to_it(
    before: str, words: str, after: str, expected: str
) -> None:
    text = before + words + after
    assert governed(text, len(before), len(before) + len(words)) == expected


def rows() -> list[list[str]]:
    """The rows of the page's tables: rule, meaning, words, result."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [[cell.strip(" `") for cell in line.strip("|").split("|")]
            for line in lines if line.startswith("| `")]  # fmt: skip


def test_every_rule_is_on_the_page() -> None:
    assert {row[0] for row in rows()} >= {rule.name for rule in RULES}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[2])
def test_the_page_says_what_the_code_does(row: list[str]) -> None:
    found = resolve_date(row[2], published=PUBLISHED)
    assert shown(found).split(" ")[0] == row[3].split(" ")[0]


WORDS = sorted(
    {word for words, _, _ in cases() for word in words.split()}
    | set("a an the of in on by and to - / 3 12 31 2015 1397 99 ½ ٣ ۱۳۹۷".split())  # noqa: SIM905
)
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31))


@settings(max_examples=10_000)
@given(PHRASES | st.text(max_size=30), DAYS, DAYS, st.none() | st.sampled_from(TENSES))
def test_any_words(
    words: str, published: date | None, text_anchor: date | None, tense: str | None
) -> None:
    found = resolve_date(words, published=published, text_anchor=text_anchor, tense=tense)
    again = resolve_date(words, published=published, text_anchor=text_anchor, tense=tense)
    assert found == again
    if isinstance(found, Unresolved):
        assert found.reason
        return
    assert found.rule
    if found.earliest and found.latest:
        assert found.earliest <= found.latest
    if tense == "past" and found.anchor == "publication" and found.latest and published:
        assert found.latest <= published
