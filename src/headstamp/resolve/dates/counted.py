"""Spans of time counted from the publication: `two weeks ago`, `the past decade`, `within a month`.

`ago` names the unit of the calendar that far back: a week for weeks, a month for months and for
`a year`, a year for years. A window (`past`, `recent`, `coming`) ends or begins on the anchor.
"""

import re
from dataclasses import replace
from datetime import date
from typing import cast

from headstamp.model.values import Interval, Unresolved
from headstamp.resolve.dates import calendar
from headstamp.resolve.dates.setting import (
    NO_PUBLICATION,
    NO_TEXT_ANCHOR,
    Answer,
    Rule,
    Setting,
)
from headstamp.resolve.dates.spelling import shape
from headstamp.resolve.numerals import number

VAGUE_AGO = {"day": (2, 6), "week": (2, 8), "month": (2, 11), "year": (2, 9), "decade": (2, 9)}
"""How far back `weeks ago` may lie: two at least, and short of where the next unit is said."""
WINDOW_OF_FEW = 3
"""`recent months` and `the past few months` are three."""
LONGEST_YEARS = 1_000
_DIVERS = {"few", "a few", "several", "many", "some", "recent"}
_COUPLES = {"couple", "a couple", "couple of", "a couple of"}


def unit_of(word: str) -> tuple[calendar.Unit, float]:
    """A unit of the calendar and how many of it the word is: a fortnight is two weeks."""
    if word == "fortnight":
        return "week", 2
    if word in {"night", "hour"}:
        return "day", 1 / 24 if word == "hour" else 1
    return cast(calendar.Unit, {"centurie": "century", "weekend": "week"}.get(word, word)), 1


def count_of(words: str | None) -> tuple[float | None, bool]:
    """How many, and whether that is vague; None where the words say only that it is some."""
    if words is None or words in _DIVERS:
        return None, True
    if words in _COUPLES:
        return 2, True
    if words in {"a", "an"}:
        return 1, False
    return number(words), False


def moved(day: date, count: float, unit: calendar.Unit) -> date | None:
    """`day` moved by so many units, None beyond the times that news speaks of."""
    years = abs(count) * {"day": 1 / 365, "week": 1 / 52}.get(
        unit, calendar.MONTHS_IN.get(unit, 1) / 12)  # fmt: skip
    if years > LONGEST_YEARS:
        return None
    return calendar.shifted(day, count, unit)


def back_from(day: date, count: float, unit: calendar.Unit, rule: str) -> Interval | None:
    """The stretch of the calendar that lies so many units before (or, below zero, after) `day`."""
    if unit == "year" and count != int(count):
        unit, count = "month", count * 12
    there = moved(day, -round(count) if unit in {"day", "month"} else -count, unit)
    if there is None:
        return None
    shown: calendar.Unit = unit
    if unit in {"decade", "century"}:
        shown = "year"
    if unit == "year" and abs(count) == 1:
        shown = "month"
    found = calendar.unit_around(there, shown, rule)
    return replace(found, approximate=unit in {"decade", "century"})


def _ago(match: re.Match[str], setting: Setting) -> Answer | None:
    day = setting.published
    if day is None:
        return NO_PUBLICATION
    (unit, size), (count, vague) = unit_of(match["unit"]), count_of(match["count"])
    if not match["count"] and f"{match['unit']}s" not in match[0]:
        count, vague = 1, False
    if count is None:
        return None if match["count"] and match["count"] not in _DIVERS else _vaguely(match, day)
    if match["unit"] == "hour":
        first = moved(day, -max(1, round(count / 24)), "day")
        return setting.counted(Interval(first, day, "day", "hours-ago"))
    found = back_from(day, count * size, unit, f"{match['unit']}-ago")
    return (
        setting.counted(replace(found, approximate=vague or found.approximate)) if found else None
    )


def _vaguely(match: re.Match[str], day: date) -> Answer | None:
    unit, size = unit_of(match["unit"])
    if unit not in VAGUE_AGO or size != 1:
        return Unresolved("says only that it was some while ago")
    nearest, furthest = VAGUE_AGO[unit]
    return Interval(moved(day, -furthest, unit), moved(day, -nearest, unit), "period",
                    f"some-{unit}-ago", "publication", day, approximate=True)  # fmt: skip


def _half_century_ago(match: re.Match[str], setting: Setting) -> Answer | None:
    years = {"year": 0.5, "decade": 5, "century": 50}[match["unit"]]
    if setting.published is None:
        return NO_PUBLICATION
    unit: calendar.Unit = "month" if years < 1 else "year"
    count = 6 if years < 1 else years
    found = back_from(setting.published, count, unit, f"half-a-{match['unit']}-ago")
    return setting.counted(replace(found, approximate=True)) if found else None


def _and_a_half_ago(match: re.Match[str], setting: Setting) -> Answer | None:
    return setting.read(f"one and a half {match['unit']}s ago")


def _ago_bound(match: re.Match[str], setting: Setting) -> Answer | None:
    """`more than a year ago` is open to the past; `less than a week ago` ends on the anchor."""
    inner = setting.read(match["rest"])
    if not isinstance(inner, Interval):
        return inner
    if match["hedge"] in {"less than", "under", "fewer than", "not"}:
        return replace(inner, latest=setting.published, granularity="period", rule="less-than-ago")
    return replace(inner, earliest=None, granularity="period", rule="more-than-ago")


def _ago_this(match: re.Match[str], setting: Setting) -> Answer | None:
    """`a year ago this week`: this week of that year."""
    count, _ = count_of(match["count"])
    unit = setting.read(match["rest"])
    if count is None or not isinstance(unit, Interval) or setting.published is None:
        return None
    day = moved(setting.published, -count, "year")
    if day is None:
        return None
    size = "day" if match["rest"] == "today" else match["rest"].removeprefix("this ")
    return setting.counted(calendar.unit_around(day, cast(calendar.Unit, size), "years-ago-this"))


def _window(match: re.Match[str], setting: Setting) -> Answer | None:
    return window(match["count"], match["unit"], setting, "past-window", -1)


def _recent(match: re.Match[str], setting: Setting) -> Answer | None:
    return window("few", match["unit"], setting, "recent-window", -1)


def _coming(match: re.Match[str], setting: Setting) -> Answer | None:
    uncounted = "few" if f"{match['unit']}s" in match[0] else "one"
    return window(match["count"] or uncounted, match["unit"], setting, "coming-window", 1)


def _past_one(match: re.Match[str], setting: Setting) -> Answer | None:
    return window("one", match["unit"], setting, "past-window", -1)


def window(
    count: str | None, unit_word: str, setting: Setting, rule: str, way: int
) -> Answer | None:
    """So many units that end on the publication (`way` -1) or begin with it (1)."""
    day, (unit, size), (many, vague) = setting.published, unit_of(unit_word), count_of(count)
    if day is None:
        return NO_PUBLICATION
    if many is None and count is not None and count not in _DIVERS:
        return None
    units = (many or WINDOW_OF_FEW) * size
    far = moved(day, way * (max(1, round(units)) if unit == "day" else units), unit)
    ends = sorted([far, day]) if far else [day, day]
    return setting.counted(Interval(ends[0], ends[1], "period", rule, approximate=vague))


def _within(match: re.Match[str], setting: Setting) -> Answer | None:
    """`within ten days` begins on the anchor when it is to come; past, on the text's own day."""
    if setting.tense in {"future", "hypothetical"}:
        return window(match["count"] or "few", match["unit"], setting, "within", 1)
    day, (unit, size) = setting.text_anchor, unit_of(match["unit"])
    if day is None:
        return NO_TEXT_ANCHOR
    count, _ = count_of(match["count"])
    is_vague = count is None and match[0].endswith("s")
    units = count or (VAGUE_AGO.get(unit, (2, 2))[1] if is_vague else 1)
    far = moved(day, units * size, unit)
    if far is None:
        return None
    last = max(far, calendar.day_after(day))
    return Interval(day, last, "period", "within", "text", day, approximate=is_vague)


def _within_this(match: re.Match[str], setting: Setting) -> Answer | None:
    """`within the week` is this week's rest; past, the week from the text's own day."""
    if setting.tense in {"future", "hypothetical"}:
        return setting.read(f"this {match['unit']}")
    return _within(match, setting)


def _in_time(match: re.Match[str], setting: Setting) -> Answer | None:
    (unit, size), (count, vague) = unit_of(match["unit"]), count_of(match["count"])
    is_explicit = match["time"] or match["unit"] == "hour"
    if not is_explicit and setting.tense != "future":
        return None
    if setting.published is None:
        return NO_PUBLICATION
    if count is None:
        return window("few", match["unit"], setting, "coming-window", 1)
    found = back_from(setting.published, -count * size, unit, f"in-{match['unit']}s")
    return (
        setting.counted(replace(found, approximate=vague or found.approximate)) if found else None
    )


_PAST = "(?:past|last|previous|preceding)"
RULES = (
    Rule("years-ago-this", "the like unit of that year", shape(
        "<count> years? ago (?P<rest>today|this week|this month)"), _ago_this),
    Rule("more-than-ago", "all before; `less than`: from there to the publication", shape(
        "(?P<hedge>more than|over|at least|less than|under|fewer than|well over) (?P<rest>.+ ago)"),
         _ago_bound),
    Rule("half-a-century-ago", "that year, about; half a year: that month",
         shape("half an? (?P<unit>year|decade|century) ago"), _half_century_ago),
    Rule("years-ago", "the day for days, the week for weeks, the month for months and a single "
         "year, the year for years and decades",
         shape("(?:<count> )?<units> (?:ago|back|since)"), _ago),
    Rule("years-ago", "", shape("an? (?P<unit>year|month|decade) and a half ago"), _and_a_half_ago),
    Rule("past-window", "so many units, ending on the publication",
         shape(f"{_PAST} <count> <units>"), _window),
    Rule("past-window", "", shape(f"<count> {_PAST} <units>"), _window),
    Rule("past-window", "", shape("past (?P<unit>hour|day|night|week|fortnight|month|quarter|year"
         "|decade|century)"), _past_one),
    Rule("past-window", "", shape("last (?P<unit>fortnight|hour|day)"), _past_one),
    Rule("past-window", "", shape("this past (?P<unit>week|month|year|decade)"), _past_one),
    Rule("recent-window", "three units, ending on the publication",
         shape(r"(?:(?:most |more )?(?:recent|latest)|(?:past|last)(?= \w+s$)) <units>"), _recent),
    Rule("coming-window", "so many units, beginning with the publication; three if uncounted",
         shape("(?:next|coming|upcoming) <count> <units>"), _coming),
    Rule("coming-window", "", shape("(?:<count> )?coming <units>"), _coming),
    Rule("within", "from the publication on, where the verb is of the future",
         shape("(?:within|inside|no later than|in less than|in under) <count> <units>"), _within),
    Rule("within", "", shape("within (?P<count>)(?P<unit>day|week|month|year)"), _within_this),
    Rule("within", "", shape("within (?P<count>)(?P<unit>hour|day|week|month|year)s"), _within),
    Rule("in-weeks", "the day, week, month or year that far ahead",
         shape("in <count> <units>(?P<time>'? time|'s time| from now)?"), _in_time),
    Rule("in-weeks", "", shape("<count> <units>(?P<time> from now| hence| from today)"), _in_time),
)  # fmt: skip
