"""Finds the dates that a text names in plain words, for phrases that count from them.

Only what names a day, week, month, season or year by itself: `14 March 2018`, `Sept 14`, `May
1994`, `in 1997`, `last Tuesday`, `yesterday`.
"""

import re
from collections.abc import Iterator

from headstamp.model.document import Span
from headstamp.resolve.dates.spelling import MONTHS, WEEKDAYS


def _names(words: tuple[str, ...]) -> str:
    """Capitalised or in capitals, whole or cut to three letters: `March`, `MAR.`, `Sept`."""
    titled = [word.title() for word in words]
    short = [word[:3] for word in titled if len(word) > 4] + ["Sept"] * ("september" in words)
    return "|".join([*titled, *(word.upper() for word in [*titled, *short]),
                     *(rf"{word}\b\.?" for word in short)])  # fmt: skip


_MONTH = f"(?:{_names(MONTHS)})"
_CLEAR_MONTH = f"(?:{_names(tuple(name for name in MONTHS if name not in {'march', 'may'}))})"
_WEEKDAY = f"(?:{_names(WEEKDAYS)})"
_SEASON = "(?:spring|summer|autumn|winter)"
_YEAR = r"(?:1[89]|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_BEFORE_MONTH = (
    "(?:(?<=[Ii]n )|(?<=of )|(?<=[Ss]ince )|(?<=by )|(?<=[Uu]ntil )|(?<=[Ee]arly )|(?<=[Ll]ate ))"
)
_BEFORE_YEAR = (
    "(?:(?<=[Ii]n )|(?<=of )|(?<=[Ss]ince )|(?<=[Bb]y )|(?<=[Uu]ntil )|(?<=[Ff]rom )|(?<=to )"
    "|(?<=[Ee]arly )|(?<=[Ll]ate )|(?<=mid-)|(?<=[Dd]uring )|(?<=[Aa]fter )|(?<=[Bb]efore )"
    "|(?<=and ))"
)
_MENTION = re.compile(
    rf"\b(?:{_YEAR}-\d\d-\d\d|{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?"
    rf"|{_MONTH} {_DAY}(?:,? {_YEAR})?(?![\d:])|{_MONTH}(?: of)?,? {_YEAR}"
    rf"|(?:[Ll]ast|[Tt]his|[Nn]ext) (?:{_MONTH}|{_WEEKDAY}|{_SEASON}|night|week|weekend|month|year)"
    rf"|{_SEASON} (?:of )?{_YEAR}|{_WEEKDAY}|{_CLEAR_MONTH}|{_BEFORE_MONTH}{_MONTH}"
    rf"|{_BEFORE_YEAR}{_YEAR}(?!,?\d)|[Yy]esterday|[Tt]oday)\b"
)
"""`May` and `March` are other words too, and alone are months only after a preposition."""


def mentions(text: str) -> Iterator[Span]:
    """Where the text names a date, in order."""
    return (Span(*match.span()) for match in _MENTION.finditer(text))
