"""Times of the day, which a calendar leaves aside, and nights, which belong to two days."""

import re
from dataclasses import replace

from headstamp.model.values import Interval, Unresolved
from headstamp.resolve.dates import calendar
from headstamp.resolve.dates.setting import NO_DATE, NO_PUBLICATION, Answer, Rule, Setting
from headstamp.resolve.dates.spelling import CLOCK, shape

NO_DAY = Unresolved("is a time of the day, and does not say of which")


def _night(match: re.Match[str], setting: Setting) -> Answer | None:
    """From the day named to the next; `the night of 18-19 August` names both."""
    inner = setting.read(match["rest"])
    if not isinstance(inner, Interval) or inner.earliest is None or inner.latest is None:
        return None if isinstance(inner, Interval) or inner is NO_DATE else inner
    if inner.granularity not in {"day", "night", "period"}:
        return replace(inner, rule=f"inside:{inner.rule}")
    names_both = (inner.latest - inner.earliest).days == 1 and inner.rule == "range"
    last = inner.latest if names_both else calendar.day_after(inner.latest)
    return replace(inner, latest=last, granularity="night", rule=f"night:{inner.rule}")


def _day_of(match: re.Match[str], setting: Setting) -> Answer | None:
    found = setting.read(match["rest"])
    return None if found is NO_DATE else found


def _no_day(_: re.Match[str], setting: Setting) -> Answer:
    day = setting.text_anchor
    if day is None:
        return NO_DAY
    return replace(calendar.of_day(day, "time-of-day"), anchor="text", anchor_day=day)


def _night_alone(_: re.Match[str], setting: Setting) -> Answer:
    day = setting.text_anchor
    if day is None:
        return NO_DAY
    last = calendar.day_after(day)
    return replace(calendar.stretch(day, last, "night", "time-of-day"), anchor="text",
                   anchor_day=day)  # fmt: skip


def _weekend_of(match: re.Match[str], setting: Setting) -> Answer | None:
    """`the weekend`: the latest that has begun, or the first to come."""
    if setting.published is None:
        return NO_PUBLICATION
    day = setting.published
    step = 0 if setting.looks_forward or day.weekday() >= 5 else -1
    monday = calendar.unit_around(day, "week", "weekend").earliest or day
    saturday = calendar.shifted(monday, 5 + 7 * step, "day")
    return setting.counted(
        calendar.stretch(saturday, calendar.day_after(saturday), "period", match["name"])
    )


RULES = (
    Rule("night", "from the day named to the next morning", shape(
        "(?:(?:a )?single |one )?(?:late )?(?:nights?|overnight)(?: of| from| on| in)? <rest>"),
         _night),
    Rule("night", "", shape("(?P<rest>.+?)(?: at)? (?:nights?|overnight)"), _night),
    Rule("time-of-day", "the time is left aside; alone, it counts from the text's own day",
         shape(f"(?:{CLOCK}),?(?: on| of)? <rest>"), _day_of),
    Rule("time-of-day", "", shape(rf"(?P<rest>.+?),? (?:{CLOCK})"), _day_of),
    Rule("time-of-day", "", shape(CLOCK), _no_day),
    Rule("time-of-day", "", shape("night|evening|by night|at night"), _night_alone),
    Rule("weekend", "the latest Saturday and Sunday that have begun",
         shape("(?P<name>weekend)"), _weekend_of),
)  # fmt: skip
