"""A day is taken only where it is whole and can mean one thing."""

from datetime import date

import pytest

from headstamp.ingest.dates import day_from_metadata, day_in, visible_dateline

MAY_3 = date(2019, 5, 3)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3 May 2019", MAY_3),
        ("Published May 3rd, 2019 at 14:03", MAY_3),
        ("Fri 03 May 2019", MAY_3),
        ("2019-05-03", MAY_3),
        ("3.5.2019", MAY_3),
        ("25/04/2019", date(2019, 4, 25)),
        ("04/25/2019", date(2019, 4, 25)),
        ("05/05/2019", date(2019, 5, 5)),
        ("03/05/2019", None),
        ("May 2019", None),
        ("3 May", None),
        ("31 June 2019", None),
        ("last Friday", None),
        ("resolution 2231 (2015)", None),
    ],
)
def test_days_in_words(words: str, day: date | None) -> None:
    assert day_in(words) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2019-05-03T14:03:00+03:00", MAY_3),
        ("20190503", MAY_3),
        ("Fri, 03 May 2019 14:03:00 GMT", MAY_3),
        ("2019", None),
        ("2019-05", None),
        ("yesterday", None),
    ],
)
def test_days_in_metadata(words: str, day: date | None) -> None:
    assert day_from_metadata(words) == day


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("Published on 3 May 2019 at 14:03 GMT", "3 May 2019"),
        ("ADEN, May 3, 2019 (Harbour News) - Rifles were found, police said.", "May 3, 2019"),
        ("Aden, 3 May 2019 – Rifles were found, police said.", "3 May 2019"),
        ("Rifles were found in the port of Aden on 3 May 2019, police said on Tuesday.", None),
        ("ADEN (Harbour News) - Rifles were found on 3 May 2019, police said.", None),
    ],
)
def test_datelines(paragraph: str, words: str | None) -> None:
    found = visible_dateline(paragraph)
    assert (found.words if found else None) == words
    assert not found or found.evidence == "visible text"
