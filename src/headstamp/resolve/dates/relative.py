"""Days, weeks, months and years named from the day of publication: `last August`, `this week`."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from headstamp.model.values import Interval
from headstamp.resolve.dates import calendar
from headstamp.resolve.dates.setting import NO_PUBLICATION, Answer, Rule, Setting
from headstamp.resolve.dates.spelling import CLOCK, WEEKDAYS, shape
from headstamp.resolve.dates.yearless import weekday_from

_DAYS = {
    "today": 0, "now": 0, "at present": 0, "currently": 0, "present day": 0, "to date": 0,
    "at moment": 0, "this moment": 0, "this day": 0,
    "to this day": 0, "right now": 0, "tomorrow": 1, "yesterday": -1, "day before yesterday": -2,
    "day after tomorrow": 2,
}  # fmt: skip
_NIGHTS = {"last night": -1, "overnight": -1, "tonight": 0, "tomorrow night": 1,
           "yesterday night": -1, "last evening": -1, "night before last": -2}  # fmt: skip
_STEPS = {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _day(match: re.Match[str], setting: Setting) -> Answer:
    if setting.published is None:
        return NO_PUBLICATION
    day = setting.published + timedelta(days=_DAYS[match["word"]])
    return setting.counted(calendar.of_day(day, match["word"].replace(" ", "-")))


def _this_time(_: re.Match[str], setting: Setting) -> Answer:
    if setting.published is None:
        return NO_PUBLICATION
    return setting.counted(calendar.of_day(setting.published, "today"))


def _night(match: re.Match[str], setting: Setting) -> Answer:
    if setting.published is None:
        return NO_PUBLICATION
    evening = setting.published + timedelta(days=_NIGHTS[match["word"]])
    rule = match["word"].replace(" ", "-")
    return setting.counted(calendar.stretch(evening, calendar.day_after(evening), "night", rule))


def unit_near(day: date, unit: str, step: int, rule: str) -> Interval:
    """The calendar's unit so many steps from the one around `day`."""
    if unit == "weekend":
        saturday = calendar.unit_around(day, "week", rule).earliest or day
        saturday += timedelta(days=5 + 7 * step)
        return calendar.stretch(saturday, calendar.day_after(saturday), "period", rule)
    size = cast(calendar.Unit, unit)
    return calendar.unit_around(calendar.shifted(day, step, size), size, rule)


def _unit(match: re.Match[str], setting: Setting) -> Answer:
    """`last week`: the calendar's; `last weekend`: the latest that has begun before today."""
    day, unit = setting.published, match["unit"]
    if day is None:
        return NO_PUBLICATION
    step, rule = _STEPS[match["which"]], f"{match['which']}-{unit}"
    if unit == "weekend" and step == -1 and day.weekday() == 6:
        return setting.counted(unit_near(day, unit, -1, rule))
    return setting.counted(unit_near(day, unit, step, rule))


def _named(match: re.Match[str], setting: Setting) -> Answer | None:
    """`last August` is over, `next August` has not begun, `this August` is of this year."""
    if setting.published is None:
        return NO_PUBLICATION
    which, part = match["which"].removesuffix(" past"), match["rest"]
    read = {"last": last_named, "past": last_named, "this": _this}.get(which, next_named)
    today = setting.not_after or setting.published if read is last_named else setting.published
    found = read(part, setting.unbounded(), today)
    if not isinstance(found, Interval):
        return found
    kind = "season" if part in calendar.FIRST_MONTH else "month"
    return setting.counted(replace(found, rule=f"{which}-{kind}-name"))


def last_named(part: str, setting: Setting, today: date) -> Answer:
    """The latest such month, season or weekday that is over before the day."""
    found = setting.ending(today).read(part)
    if isinstance(found, Interval) and found.earliest and found.latest and found.latest >= today:
        return setting.ending(calendar.day_before(found.earliest)).read(part)
    return found


def _this(part: str, setting: Setting, today: date) -> Answer:
    """A winter ends in the year after its own, so `this winter` is the nearest."""
    of_the_year = setting.beginning(date(today.year, 1, 1))
    return (setting if part == "winter" else of_the_year).read(part)


def next_named(part: str, setting: Setting, today: date) -> Answer:
    """The first such month, season or weekday that begins after the day."""
    found = setting.beginning(today).read(part)
    if isinstance(found, Interval) and found.earliest and found.latest and found.earliest <= today:
        return setting.beginning(calendar.day_after(found.latest)).read(part)
    return found


def _weekday(match: re.Match[str], setting: Setting) -> Answer:
    """`last Friday` and `next Friday` are never today; `this Friday` is this week's."""
    day, weekday, which = setting.published, match["weekday"], match["which"]
    if day is None:
        return NO_PUBLICATION
    if which == "this":
        monday = day - timedelta(days=day.weekday())
        found = monday + timedelta(days=WEEKDAYS.index(weekday))
        if found > day and setting.tense in {"past", "ongoing"}:
            found -= timedelta(days=7)
    else:
        forward = which in {"next", "coming"}
        found = weekday_from(day, weekday, forward=forward, strictly=True)
    return setting.counted(calendar.of_day(found, f"{which}-weekday".replace(" ", "-")))


def _weekday_of_week(match: re.Match[str], setting: Setting) -> Answer:
    if setting.published is None:
        return NO_PUBLICATION
    step = _STEPS[match["which"]]
    monday = unit_near(setting.published, "week", step, "").earliest or setting.published
    day = monday + timedelta(days=WEEKDAYS.index(match["weekday"]))
    return setting.counted(calendar.of_day(day, f"weekday-of-{match['which']}-week"))


def _in_that_year(match: re.Match[str], setting: Setting) -> Answer | None:
    """`August last year` is August of a year that can be named."""
    year = setting.read(match["which"])
    if not isinstance(year, Interval) or year.earliest is None:
        return year
    found = setting.read(f"{match['rest']} {year.earliest.year}")
    if not isinstance(found, Interval) or found.rule == "inside":
        return None
    rule = f"{found.rule}-of-{match['which'].replace(' ', '-')}"
    return replace(found, rule=rule, anchor=year.anchor, anchor_day=year.anchor_day)


def _fiscal(match: re.Match[str], setting: Setting) -> Answer:
    """October to September, as where the year alone is given."""
    day = setting.published
    if day is None:
        return NO_PUBLICATION
    ends_in = day.year + (day.month >= 10) + _STEPS[match["which"]]
    found = calendar.stretch(date(ends_in - 1, 10, 1), date(ends_in, 9, 30), "year", "fiscal-year")
    return setting.counted(replace(found, approximate=True))


def _so_far(match: re.Match[str], setting: Setting) -> Answer:
    """`earlier this year`: its first day to the publication."""
    unit = setting.read(f"this {match['unit']}")
    if not isinstance(unit, Interval):
        return unit
    return replace(unit, latest=setting.published, granularity="period", rule="earlier-this")


def _still_to_come(match: re.Match[str], setting: Setting) -> Answer:
    unit = setting.read(f"this {match['unit']}")
    if not isinstance(unit, Interval) or setting.published is None:
        return unit
    first = min(calendar.day_after(setting.published), unit.latest or setting.published)
    return replace(unit, earliest=first, granularity="period", rule="later-this")


_CALENDAR = "(?P<unit>week|weekend|month|quarter|year|decade|century)"
_WHICH_YEAR = "(?P<which>(?:last|this|next|current|that|same|previous|preceding|following) year)"
_PART = (
    "(?P<rest>january|february|march|april|may|june|july|august|september|october|november"
    "|december|spring|summer|autumn|winter|christmas|new year|lent|easter(?: \\w+)?|pentecost"
    "|thanksgiving|diwali|passover|ramadan|ashura|nowruz|eid al-fitr|eid al-adha)"
)
RULES = (
    Rule("today", "the day of publication, and the days around it",
         shape("(?P<word>" + "|".join(_DAYS) + ")"), _day),
    Rule("today", "", shape(f"(?:earlier |later )?this {CLOCK}|earlier today|later today"),
         _this_time),
    Rule("last-night", "from the evening to the next morning",
         shape("(?P<word>" + "|".join(_NIGHTS) + ")"), _night),
    Rule("last-week", "the week, month, quarter, year or decade of the calendar before, around or "
         "after the publication", shape(f"(?P<which>last|this|current|next|coming) {_CALENDAR}"),
         _unit),
    Rule("last-month-name", "the latest such month or season that is over",
         shape(f"(?P<which>last|past) {_PART}"), _named),
    Rule("this-month-name", "that month or season of the year of publication",
         shape(f"(?P<which>this(?: past)?) {_PART}"), _named),
    Rule("next-month-name", "the first such month or season to come",
         shape(f"(?P<which>next|coming) {_PART}"), _named),
    Rule("last-weekday", "the latest such day before the publication",
         shape("(?P<which>last|this past|past|previous) <weekday>"), _weekday),
    Rule("this-weekday", "that day of the week of publication", shape("(?P<which>this) <weekday>"),
         _weekday),
    Rule("next-weekday", "the first such day after the publication",
         shape("(?P<which>next|coming) <weekday>"), _weekday),
    Rule("last-weekday", "", shape("<weekday> (?P<which>last|next)"), _weekday),
    Rule("weekday-of-last-week", "that day of the week before, around or after the publication",
         shape("<weekday>(?: of)? (?P<which>last|this|next) week"), _weekday_of_week),
    Rule("weekday-of-last-week", "", shape("(?P<which>last|next) week on <weekday>"),
         _weekday_of_week),
    Rule("month-of-last-year", "that part of the year before, around or after",
         shape(f"<rest>(?: of| in|,)? {_WHICH_YEAR}"), _in_that_year),
    Rule("month-of-last-year", "", shape(f"{_WHICH_YEAR},? in <rest>"), _in_that_year),
    Rule("earlier-this", "from the first day of the unit to the publication",
         shape("(?:earlier|so far|already|previously)(?: in)?(?: this|(?<=in)) "
               "(?P<unit>week|month|quarter|year|decade)"),
         _so_far),
    Rule("earlier-this", "", shape(
        "this (?P<unit>week|month|quarter|year|decade) (?:so far|to date)"), _so_far),
    Rule("earlier-this", "", shape("(?P<unit>year|month|quarter|week) to date"), _so_far),
    Rule("fiscal-year", "", shape("(?P<which>this|current|last|next) (?:fiscal|financial) year"),
         _fiscal),
    Rule("later-this", "from the day after the publication to the unit's last", shape(
        "(?:later|rest of|remainder of)(?: in)? this (?P<unit>week|month|quarter|year|decade)"),
         _still_to_come),
    Rule("later-this", "", shape("(?:rest|remainder) of (?P<unit>week|month|quarter|year|decade)"),
         _still_to_come),
)  # fmt: skip
