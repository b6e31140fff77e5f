"""Finds the day of publication in metadata and in what a reader sees; never makes one up."""

import re
from datetime import date

from headstamp.model import Publication

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WRITTEN = tuple(
    re.compile(rf"(?<![\w.]){shape}(?!\w)", re.IGNORECASE)
    for shape in (
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)-{_DAY}",
        rf"{_YEAR}/(?P<month>\d\d)/{_DAY}",
        rf"{_DAY}\.(?P<month>\d{{1,2}})\.{_YEAR}",
    )
)
_SLASHED = re.compile(rf"(?<![\w/])(?P<one>\d{{1,2}})/(?P<other>\d{{1,2}})/{_YEAR}(?![\w/])")
_ISO_START = re.compile(rf"\s*{_YEAR}-?(?P<month>\d\d)-?(?P<day>\d\d)(?!\d)")
_WIRE_OPENING = re.compile(r"^.{0,80}?(?:\s[-–—]{1,2}\s|\)\s*:?\s)")
_DATELINE_WORDS = 8
"""A dateline may say this much besides its date (`Published on … at 14:03 GMT, Baghdad`)."""


def day_from_metadata(words: str) -> date | None:
    """The day that a machine-readable field gives; None unless it names year, month and day."""
    iso = _ISO_START.match(words)
    return _day(iso["year"], iso["month"], iso["day"]) if iso else day_in(words)


def day_in(words: str) -> date | None:
    """The first whole date in the words; None where there is none or it may mean two days.

    `03/04/2018` is March or April, depending on the country, so it is no date; `25/04/2018` is.
    """
    found = _first_date(words)
    return found[0] if found else None


def visible_dateline(paragraph: str) -> Publication | None:
    """The publication date when the paragraph is a dateline, or opens with one as wires do."""
    found = _first_date(paragraph)
    if found and len(paragraph.replace(found[1], " ").split()) <= _DATELINE_WORDS:
        return Publication(found[0], "visible text", found[1])
    opening = _WIRE_OPENING.match(paragraph)
    dated = _first_date(opening[0]) if opening else None
    return Publication(dated[0], "visible text", dated[1]) if dated else None


def _first_date(words: str) -> tuple[date, str] | None:
    """The earliest unambiguous date in the words, with the words that give it."""
    found: list[tuple[int, date, str]] = []
    for match in filter(None, (shape.search(words) for shape in _WRITTEN)):
        day = _day(match["year"], match["month"], match["day"])
        if day:
            found.append((match.start(), day, match[0]))
    slashed = _SLASHED.search(words)
    day = _unambiguous(slashed["one"], slashed["other"], slashed["year"]) if slashed else None
    if slashed and day:
        found.append((slashed.start(), day, slashed[0]))
    return min(found)[1:] if found else None


def _unambiguous(one: str, other: str, year: str) -> date | None:
    """Day and month in either order, if only one order can be or both mean the same day."""
    readings = {_day(year, other, one), _day(year, one, other)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _month_number(month)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _month_number(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].lower()))
