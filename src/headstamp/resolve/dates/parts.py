"""Parts of a stretch of days: `early 2016`, `the second week of July`, `the end of the year`.

Early, mid and late are thirds: of a year four months each, of a month ten days (what is left over
is late). Of a decade early and late are four years each and mid the two between. A start or an end
is half of an early or a late.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from headstamp.model.values import Granularity, Interval
from headstamp.resolve.dates import calendar
from headstamp.resolve.dates.counted import count_of, moved, unit_of
from headstamp.resolve.dates.setting import Answer, Rule, Setting
from headstamp.resolve.dates.spelling import WEEKDAYS, shape
from headstamp.resolve.numerals import ordinal

Ends = tuple[date, date]
_BARE = {"week", "month", "quarter", "year", "decade", "century", "weekend"}
_WEEK_PARTS = {"early": (0, 1), "mid": (2, 3), "late": (4, 6)}
"""Monday and Tuesday, Wednesday and Thursday, Friday to Sunday."""

_YEARS_TO_MID_AND_LATE = {120: (4, 6), 1_200: (33, 67)}
"""Of a decade and a century, by their months: how many years before mid begins, and late."""


def _thirds(first: date, last: date) -> dict[str, Ends]:
    """Early, mid and late of any stretch: by whole months where it has them, else by days."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months in _YEARS_TO_MID_AND_LATE:
        years = _YEARS_TO_MID_AND_LATE[months]
        cuts = [calendar.shifted(first, count, "year") for count in years]
    elif months % 3 == 0 and first.day == 1:
        cuts = [calendar.shifted(first, count * months // 3, "month") for count in (1, 2)]
    elif months == 1 and first.day == 1 and last.day >= 28:
        cuts = [first.replace(day=11), first.replace(day=21)]
    else:
        days = (last - first).days + 1
        cuts = [first + timedelta(days=count * days // 3) for count in (1, 2)]
    return {
        "early": (first, calendar.day_before(cuts[0])),
        "mid": (cuts[0], calendar.day_before(cuts[1])),
        "late": (cuts[1], last),
    }


def _third_of(whole: Interval, part: str) -> Ends:
    assert whole.earliest is not None  # noqa: S101 - `_cut` hands on closed stretches only
    assert whole.latest is not None  # noqa: S101
    if whole.granularity == "week":
        first, last = _WEEK_PARTS[part]
        return whole.earliest + timedelta(days=first), whole.earliest + timedelta(days=last)
    thirds = _thirds(whole.earliest, whole.latest)
    if part == "early to mid":
        return thirds["early"][0], thirds["mid"][1]
    if part == "mid to late":
        return thirds["mid"][0], thirds["late"][1]
    return thirds[part]


def _edge_of(whole: Interval, edge: str) -> Ends:
    """The first or last half of the early or late part."""
    first, last = _third_of(whole, "early" if edge == "start" else "late")
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months > 1:
        half = calendar.shifted(first, months / 2, "month")
    else:
        half = first + timedelta(days=((last - first).days + 1) // 2)
    if edge == "start":
        return first, max(first, calendar.day_before(half))
    return min(half, last), last


def _half_of(whole: Interval, half: str) -> Ends:
    assert whole.earliest is not None  # noqa: S101 - as above
    assert whole.latest is not None  # noqa: S101
    first, last = whole.earliest, whole.latest
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months > 1:
        middle = calendar.shifted(first, months // 2, "month")
    else:
        middle = first + timedelta(days=min(15, ((last - first).days + 1) // 2))
    return (first, calendar.day_before(middle)) if half == "first" else (middle, last)


def _whole(words: str, setting: Setting) -> Answer:
    return setting.read(f"this {words}" if words in _BARE else words)


def _cut(
    words: str, setting: Setting, rule: str, part: Callable[[Interval], Ends]
) -> Answer | None:
    """A part of what the words mean; where it has not begun, of the like before, if there is one.

    `late October` in a paper of the 3rd is last year's.
    A day has no parts that a calendar knows, nor has what is too short for thirds.
    """
    whole = _whole(words, setting)
    if not isinstance(whole, Interval):
        return whole
    if whole.earliest is None or whole.latest is None:
        return None
    if whole.granularity in {"day", "night"}:
        return whole
    first, last = part(whole)
    bound = setting.published
    if bound and first > bound and not setting.looks_forward and setting.not_before is None:
        before = setting.ending(calendar.day_before(whole.earliest)).read(words)
        if isinstance(before, Interval) and before.earliest != whole.earliest:
            first, last = part(before)
    if first > last:
        return whole
    is_half, name = rule == "half", f"{rule}:{whole.rule}"
    size: Granularity = "half" if is_half else "period"
    cut = replace(whole, earliest=first, latest=last, granularity=size, rule=name)
    return replace(cut, approximate=not is_half)


def _early(match: re.Match[str], setting: Setting) -> Answer | None:
    part = {"middle": "mid"}.get(match["part"], match["part"])
    name = part.replace(" ", "-")
    return _cut(match["rest"], setting, name, lambda whole: _third_of(whole, part))


_STARTS = "start|beginning|outset|opening|early part|first days|opening days"


def _edge(match: re.Match[str], setting: Setting) -> Answer | None:
    edge = "start" if match["edge"] in _STARTS.split("|") else "end"
    return _cut(match["rest"], setting, edge, lambda whole: _edge_of(whole, edge))


def _half(match: re.Match[str], setting: Setting) -> Answer | None:
    which = "first" if match["which"] in {"first", "1st"} else "second"
    return _cut(match["rest"], setting, "half", lambda whole: _half_of(whole, which))


def _quarter(match: re.Match[str], setting: Setting) -> Answer | None:
    year = _whole(match["rest"], setting)
    if not isinstance(year, Interval) or year.granularity != "year" or year.earliest is None:
        return None
    number = 4 if match["nth"] in {"last", "final"} else ordinal(match["nth"])
    if number is None or not 1 <= number <= 4:
        return None
    found = calendar.of_quarter(year.earliest.year, number, "quarter")
    return replace(found, anchor=year.anchor, anchor_day=year.anchor_day)


def _edge_units(match: re.Match[str], setting: Setting) -> Answer | None:
    """`the first nine months of this year`; uncounted, three."""
    (unit, size), (count, vague) = unit_of(match["unit"]), count_of(match["count"])
    whole = _whole(match["rest"], setting)
    if not isinstance(whole, Interval) or whole.earliest is None or whole.latest is None:
        return whole if not isinstance(whole, Interval) else None
    is_one = match["count"] is None and f"{match['unit']}s" not in match[0]
    units = (1 if is_one else count or 3) * size
    rule = f"{match['edge']}-{match['unit']}s:{whole.rule}"
    past_end = moved(whole.earliest, units, unit)
    start = moved(calendar.day_after(whole.latest), -units, unit)
    if past_end is None or start is None:
        return None
    if match["edge"] in {"first", "opening", "early"}:
        first, last = whole.earliest, min(calendar.day_before(past_end), whole.latest)
    else:
        first, last = max(start, whole.earliest), whole.latest
    if first > last:
        return None
    return replace(whole, earliest=first, latest=last, granularity="period", rule=rule,
                   approximate=vague)  # fmt: skip


def _nth_week(match: re.Match[str], setting: Setting) -> Answer | None:
    """The second week of a month is its 8th to 14th; the last its last seven days."""
    month = _whole(match["rest"], setting)
    if not isinstance(month, Interval) or month.granularity != "month":
        return None
    first, last = month.earliest, month.latest
    if first is None or last is None:
        return None
    number = ordinal(match["nth"])
    start = last - timedelta(days=6) if number is None else first + timedelta(days=7 * number - 7)
    if start > last:
        return None
    return replace(month, earliest=start, latest=min(last, start + timedelta(days=6)),
                   granularity="week", rule="week-of-month", approximate=True)  # fmt: skip


def _nth_weekday(match: re.Match[str], setting: Setting) -> Answer | None:
    month = _whole(match["rest"], setting)
    if not isinstance(month, Interval) or month.granularity != "month":
        return None
    if month.earliest is None or month.latest is None:
        return None
    days = [month.earliest.replace(day=day) for day in range(1, month.latest.day + 1)]
    found = [day for day in days if day.weekday() == WEEKDAYS.index(match["weekday"])]
    number = ordinal(match["nth"]) or len(found)
    if number > len(found):
        return None
    day = found[number - 1]
    return replace(month, earliest=day, latest=day, granularity="day", rule="weekday-of-month")


def _week_of(match: re.Match[str], setting: Setting) -> Answer | None:
    day = setting.read(match["rest"])
    if not isinstance(day, Interval) or day.granularity != "day" or day.earliest is None:
        return None if isinstance(day, Interval) else day
    week = calendar.unit_around(day.earliest, "week", "week-of")
    if match["ending"] == "ending":
        week = replace(week, earliest=day.earliest - timedelta(days=6), latest=day.earliest)
    return replace(week, anchor=day.anchor, anchor_day=day.anchor_day)


def _span_to(match: re.Match[str], setting: Setting) -> Answer | None:
    """`the twelve months to 28 February` end on that day."""
    end = setting.read(match["rest"])
    (unit, size), (count, vague) = unit_of(match["unit"]), count_of(match["count"] or "one")
    if not isinstance(end, Interval) or end.latest is None or count is None:
        return end if not isinstance(end, Interval) else None
    start = moved(calendar.day_after(end.latest), -count * size, unit)
    if start is None or start > end.latest:
        return None
    return replace(end, earliest=start, granularity="period", rule="months-to", approximate=vague)


_ENDS = "end|close|last days|closing days|tail end|late part"
RULES = (
    Rule("half", "the first or second half of a stretch", shape(
        "(?P<which>first|1st|second|2nd|latter|last) half(?: of)? <rest>"), _half),
    Rule("quarter", "", shape("<nth> quarter(?: of)? <rest>"), _quarter),
    Rule("early", "the first third; of a decade its first four years",
         shape("(?P<part>early|mid to late|early to mid|mid|middle|late)(?:[ -]in| of)?[ -]<rest>"),
         _early),
    Rule("week-of-month", "seven days: the second week is the 8th to the 14th",
         shape("<nth> week(?: of| in)? <rest>"), _nth_week),
    Rule("weekday-of-month", "the first, second or last such day of a month",
         shape("<nth> <weekday>(?: of| in)? <rest>"), _nth_weekday),
    Rule("first-months", "so many units from the beginning or to the end of a stretch; three if "
         "uncounted", shape("(?P<edge>first|opening|early|last|final|closing|late)(?: <count>)? "
                            "<units>(?: of| in)? <rest>"), _edge_units),
    Rule("start", "the first half of an early, the last half of a late",
         shape(f"(?P<edge>{_STARTS}|{_ENDS})(?: of)? <rest>"), _edge),
    Rule("start", "", shape(r"(?P<rest>year|month|week|<month>) (?P<edge>end)"), _edge),
    Rule("week-of", "the week, Monday to Sunday, that holds the day",
         shape("week (?:of|beginning|starting|(?P<ending>ending)) <rest>"), _week_of),
    Rule("months-to", "so many units that end on the day",
         shape("(?:<count> )?<units> (?:to|until|up to|ending(?: on)?|ended) <rest>"), _span_to),
)  # fmt: skip
