"""The dates of a whole text: each phrase read where it stands, with what the text says around it.

A text fixes days of its own: `three days later` counts from the nearest day named before it, `in
July` after `In May 1997` is of 1997, and `for six years` beside `has` lasts until the publication.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from headstamp.model.document import Span
from headstamp.model.values import Interval
from headstamp.resolve.dates.governing import governed
from headstamp.resolve.dates.lasting import lasting
from headstamp.resolve.dates.nights import NO_DAY
from headstamp.resolve.dates.refusals import DURATION
from headstamp.resolve.dates.resolving import resolve_date
from headstamp.resolve.dates.setting import NO_DATE, NO_PUBLICATION, NO_TEXT_ANCHOR, Answer, Tense
from headstamp.resolve.dates.spelling import MONTHS
from headstamp.resolve.dates.told import Told

Phrase = tuple[Span, Tense | None]

_REACH = {
    **dict.fromkeys(("hour", "day", "night", "date", "morning", "afternoon", "evening"), 2),
    "week": 8, "fortnight": 16, "month": 31, "quarter": 92, "time": 366, "then": 366, "year": 366,
    "decade": 3_660,
}  # fmt: skip
"""How many days long a stretch may be that `that day`, `that week` and so on point at."""
_REACH_OF_PARTS = 366
"""`that April`, `the previous summer`: a year that is known will do."""
_REACH_OF_COUNTS = {"hour": 2, "day": 31, "night": 31, "week": 31, "fortnight": 31, "month": 100,
                    "year": 400, "decade": 4_000}  # fmt: skip
"""`three weeks later` may count from a month, and is then as long."""
_MONTH_DAYS = 31
"""Where no day is named, `the same evening` is one of a month that is."""
_SHORTEST_PERIOD = 6
"""Days; `that period` is no single day."""
_UNIT = re.compile(r"\b(" + "|".join(_REACH) + r")s?\b")
_POINTING = re.compile(r"\b(?:that|same|previous|preceding|following)\b")
_COUNTED = re.compile(r"\b(?:later|earlier|before|after|beforehand|afterwards?|within)\b")
_ENDS_COUNTING = re.compile(r"\b(?:later|earlier|before|after|afterwards?)$", re.IGNORECASE)
_UNITS_OF_NOW = {"week", "month", "quarter", "year", "decade"}
_OF = re.compile(r"\b(?:of|so far in) the $", re.IGNORECASE)
_EVENT_FOLLOWS = re.compile(r"\s+(?!and\b|but\b|or\b|it\b|that\b|,)\w")


def resolve_dates(text: str, phrases: Sequence[Phrase], published: date | None) -> list[Answer]:
    """What each phrase means where it stands in `text`, in the order given.

    A phrase is the span of a date and the time of the statement that it dates. A date that the
    text names, in a phrase or elsewhere, may be what a later phrase counts from.
    """
    told = Told(text, published)
    answers: dict[int, Answer] = {}
    for place in sorted(range(len(phrases)), key=lambda place: phrases[place][0]):
        span, tense = phrases[place]
        answers[place] = found = _read(told, span, tense)
        if isinstance(found, Interval):
            told.add(span, _named(told, span, found))
    return [answers[place] for place in range(len(phrases))]


def _named(told: Told, span: Span, found: Interval) -> Interval:
    """The stretch that the words themselves name: `2014`, of which `until 2014` is the end."""
    if found.earliest and found.latest:
        return found
    inner = resolve_date(span.of(told.text), published=told.published, tense="past")
    return inner if isinstance(inner, Interval) else found


def _read(told: Told, span: Span, tense: Tense | None) -> Answer:
    words = _worded(told.text, span)
    found = resolve_date(words, published=told.published, tense=tense)
    if found in {NO_TEXT_ANCHOR, NO_DAY}:
        return _counted_from_text(told, span, words, tense) or found
    if found == DURATION:
        return lasting(told, span, words, tense) or found
    if tense in {"past", None} and (
        isinstance(found, Interval) or found in {NO_PUBLICATION, NO_DATE}
    ):
        return _of_the_year_told(told, span, words, found) or found
    return found


def _worded(text: str, span: Span) -> str:
    """The phrase with the preposition that bounds it; `at night` and `by night` are no one day."""
    words = span.of(text)
    before = text[max(0, span.start - 4) : span.start].lower()
    if before == "the " and words.lower() in _UNITS_OF_NOW and _OF.search(text[: span.start][-12:]):
        return f"this {words}"
    if before.endswith(("at ", "by ")) and words.lower() in {"night", "day"}:
        return f"by {words}"
    return words if _ENDS_COUNTING.search(words) else governed(text, span.start, span.end)


def _counted_from_text(told: Told, span: Span, words: str, tense: Tense | None) -> Answer | None:
    """The phrase counted from the nearest date before it that is short enough to count from."""
    if re.search(r"\b(?:after|before)$", words) and _EVENT_FOLLOWS.match(told.text, span.end):
        return None
    if tense == "generic" and words.lower().startswith("within"):
        return None
    nearest = list(told.before(span.start))
    for place, anchor in nearest:
        if _days(anchor) in _lengths(words):
            found = _hull(told, words, tense, anchor)
            is_left = "\n\n" in told.text[place.end : span.start]
            return None if is_left and _is_of_day(found) and not told.is_fresh(anchor) else found
    for place, anchor in nearest:
        is_near = told.text.count("\n\n", place.end, span.start) <= 1
        if is_near and _days(anchor) in range(_MONTH_DAYS) and _POINTING.search(words.lower()):
            return _hull(told, words, tense, anchor)
    return None


def _is_of_day(found: Answer | None) -> bool:
    return isinstance(found, Interval) and found.rule == "time-of-day"


def _days(anchor: Interval) -> int:
    """How many days the last is after the first; none where an end is open."""
    if anchor.earliest is None or anchor.latest is None:
        return -1
    return (anchor.latest - anchor.earliest).days


def _lengths(words: str) -> range:
    """How many days long what the words point at may be."""
    words = words.lower()
    unit = _UNIT.search(words)
    if unit and _COUNTED.search(words):
        return range(_REACH_OF_COUNTS.get(unit[1], 2))
    if "period" in words or words.endswith("s"):
        return range(_REACH[unit[1]] if unit else _SHORTEST_PERIOD, 3_660)
    if unit:
        return range(_REACH[unit[1]])
    return range(_REACH_OF_PARTS if _POINTING.search(words) else 2)


def _hull(told: Told, words: str, tense: Tense | None, anchor: Interval) -> Answer | None:
    """From what the words mean on the anchor's first day to what they mean on its last."""
    first, last = (
        resolve_date(words, published=told.published, text_anchor=day, tense=tense)
        for day in (anchor.earliest, anchor.latest)
    )
    if not isinstance(first, Interval) or not isinstance(last, Interval):
        return None
    day = first.earliest or first.latest
    if tense == "past" and day and told.published and day > told.published:
        return None
    if first.earliest == last.earliest and first.latest == last.latest:
        return first
    if first.earliest is None or last.latest is None or first.earliest > last.latest:
        return None
    return replace(first, latest=last.latest, granularity="period", approximate=True)


_NEAR = 250
"""Characters between a date with its year and one that takes the year from it."""
_LONGEST_TALE_DAYS = 300
_YEARLESS = re.compile(
    rf"(?!.*(?:\d{{4}}|\b(?:last|this|next|ago|year|that|same)\b))"
    rf".*\b(?:{'|'.join(MONTHS)}|{'|'.join(month[:3] for month in MONTHS)}|sept"
    r"|\d{1,2}(?:st|nd|rd|th)?$)\b", re.IGNORECASE)  # fmt: skip
_DAY_NUMBER = re.compile(
    r"(?:(?:since|until|till|by|before|after|from) )?(?:the )?\d{1,2}(?:st|nd|rd|th)?", re.I
)
_OF_A_BOUND = re.compile(r"\b(?:since|until|by|before|dated|from)\s(?:\w+\s)?$", re.IGNORECASE)


def _of_the_year_told(told: Told, span: Span, words: str, found: Answer) -> Answer | None:
    """`In May 1997 … In July`: the first July from then on, where the text goes on telling.

    A day's number alone takes its month from the day named before it.
    """
    day_number = _DAY_NUMBER.fullmatch(words)
    anchor = _date_before(told, span) if _YEARLESS.match(words) else None
    if anchor is None or anchor.earliest is None or not _tells(anchor, day_number):
        return None
    day = f"{words}th" if words.isdecimal() else words
    again = resolve_date(day, published=told.published, tense="past", not_before=anchor.earliest)
    if not isinstance(again, Interval) or again == found:
        return None
    place = again.earliest or again.latest or anchor.earliest
    longest = 31 if day_number else _LONGEST_TALE_DAYS
    is_over = told.published is None or place <= told.published
    if not is_over or not 0 <= (place - anchor.earliest).days <= longest:
        return None
    return replace(again, anchor="text", anchor_day=anchor.earliest)


def _date_before(told: Told, span: Span) -> Interval | None:
    """The nearest date before, if it stands close by in the paragraph and bounds nothing."""
    mention, anchor = next(told.before(span.start), (None, None))
    if mention is None:
        return None
    between = told.text[mention.end : span.start]
    is_bound = _OF_A_BOUND.search(told.text[max(0, mention.start - 12) : mention.start])
    return None if is_bound or len(between) > _NEAR or "\n\n" in between else anchor


def _tells(anchor: Interval, day_number: re.Match[str] | None) -> bool:
    """Whether a date says enough: a month with its year, or for a day's number a day."""
    if day_number:
        return anchor.granularity in {"day", "night"}
    has_year = anchor.anchor != "publication"
    return has_year and anchor.granularity in {"day", "night", "month"}
