"""Dates without a year, by press usage: the latest that has begun, or the first to come.

`Thursday` in a Thursday's paper is that day. A verb of the future turns the search around.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from headstamp.model.values import Interval, Unresolved
from headstamp.resolve.dates import calendar
from headstamp.resolve.dates.absolute import day_of, month_number
from headstamp.resolve.dates.setting import NO_PUBLICATION, Answer, Rule, Setting
from headstamp.resolve.dates.spelling import WEEKDAYS, shape

HOLIDAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "boxing day": (12, 26), "new year eve": (12, 31), "new year day": (1, 1),
    "new year": (1, 1), "epiphany": (1, 6), "valentine day": (2, 14), "may day": (5, 1),
    "all saints day": (11, 1), "halloween": (10, 31), "armistice day": (11, 11),
    "bastille day": (7, 14), "orthodox christmas": (1, 7), "michaelmas": (9, 29),
    "candlemas": (2, 2), "all souls day": (11, 2), "st patrick day": (3, 17),
    "guy fawkes night": (11, 5), "valentine": (2, 14),
}  # fmt: skip
_HALVES = {"first": 1, "1st": 1, "h1": 1, "second": 2, "2nd": 2, "latter": 2, "last": 2, "h2": 2}
_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4,
             "4th": 4, "last": 4, "final": 4, "q1": 1, "q2": 2, "q3": 3, "q4": 4}  # fmt: skip


def _days(month: int, day: int, rule: str) -> Callable[[int], Iterable[Interval]]:
    def candidates(year: int) -> Iterable[Interval]:
        found = day_of(year, month, day, rule)
        return [found] if isinstance(found, Interval) else []

    return candidates


def _month_day(match: re.Match[str], setting: Setting) -> Answer:
    month, day = month_number(match["month"]), int(match["day"])
    return setting.nearest(_days(month, day, "day-of-month-name"))


def _dotted(match: re.Match[str], setting: Setting) -> Answer | None:
    """`17.7`: a day of July, for there is no seventeenth month; `5.10` may be a time or a day."""
    day, month = int(match["one"]), int(match["other"])
    if not (12 < day <= 31 and 1 <= month <= 12):
        return None
    return setting.nearest(_days(month, day, "day-in-figures"))


def _day_number(match: re.Match[str], setting: Setting) -> Answer:
    def candidates(year: int) -> Iterable[Interval]:
        found = (day_of(year, month, int(match["day"]), "day-number") for month in range(1, 13))
        return [each for each in found if isinstance(each, Interval)]

    return setting.nearest(candidates)


def _month(match: re.Match[str], setting: Setting) -> Answer:
    number = month_number(match["month"])
    return setting.nearest(lambda year: [calendar.of_month(year, number, "month-name")])


def _season(match: re.Match[str], setting: Setting) -> Answer:
    season = match["season"]
    return setting.nearest(lambda year: [calendar.of_season(year, season, "season-name")])


def _half(match: re.Match[str], setting: Setting) -> Answer:
    number = _HALVES[match["which"]]
    if match["year"]:
        return calendar.of_half(int(match["year"]), number, "half")
    return setting.nearest(lambda year: [calendar.of_half(year, number, "half")])


def _quarter(match: re.Match[str], setting: Setting) -> Answer:
    number = _QUARTERS[match["which"]]
    if match["year"]:
        return calendar.of_quarter(int(match["year"]), number, "quarter")
    return setting.nearest(lambda year: [calendar.of_quarter(year, number, "quarter")])


def _week_number(match: re.Match[str], setting: Setting) -> Answer:
    """`week 36` by the ISO count, in which week 1 holds the year's first Thursday."""
    number = int(match["number"])

    def candidates(year: int) -> Iterable[Interval]:
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            return []
        return [calendar.unit_around(monday, "week", "week-number")]

    if match["year"]:
        found = list(candidates(int(match["year"])))
        return found[0] if found else Unresolved("names a week that the year lacks")
    return setting.nearest(candidates)


def _holiday(match: re.Match[str], setting: Setting) -> Answer:
    month, day = HOLIDAYS[match["name"]]
    if match["year"]:
        return day_of(int(match["year"]), month, day, "holiday")
    return setting.nearest(_days(month, day, "holiday"))


def weekday_from(day: date, weekday: str, *, forward: bool, strictly: bool) -> date:
    """The latest such weekday up to `day`, or the first from it; `strictly` leaves `day` out."""
    if forward:
        start = calendar.day_after(day) if strictly else day
        return start + timedelta(days=(WEEKDAYS.index(weekday) - start.weekday()) % 7)
    start = calendar.day_before(day) if strictly else day
    return start - timedelta(days=(start.weekday() - WEEKDAYS.index(weekday)) % 7)


def _weekday(match: re.Match[str], setting: Setting) -> Answer:
    bound = setting.not_before or setting.not_after
    day = bound or setting.published
    if day is None:
        return NO_PUBLICATION
    forward = bool(setting.not_before) if bound else setting.looks_forward
    found = weekday_from(day, match["weekday"], forward=forward, strictly=False)
    interval = calendar.of_day(found, "weekday")
    return interval if bound else setting.counted(interval)


def _weekday_and_day(match: re.Match[str], setting: Setting) -> Answer | None:
    """`Thursday, October 25`: the date says more than the weekday does."""
    found = setting.read(match["rest"])
    return found if isinstance(found, Interval) and found.granularity == "day" else None


def _winter_pair(match: re.Match[str], _: Setting) -> Answer | None:
    first, second = match["year"], match["second"]
    if int(second) % 100 != (int(first) + 1) % 100:
        return None
    if match["season"] != "winter":
        return Unresolved("gives two years to a season that lies in one")
    return calendar.of_season(int(first), "winter", "season")


def _season_year(match: re.Match[str], setting: Setting) -> Answer:
    """A winter bears its first year, unless that had not begun when the words were published."""
    season = calendar.of_season(int(match["year"]), match["season"], "season")
    begins_later = setting.published and season.earliest and season.earliest > setting.published
    if match["season"] == "winter" and begins_later and not setting.looks_forward:
        return calendar.of_season(int(match["year"]) - 1, "winter", "season")
    return season


_YEAR = "(?:(?: of| in)?,? <year>)?"
RULES = (
    Rule("day-of-month-name", "that day of the latest such month",
         shape("<month> <day>"), _month_day),
    Rule("day-of-month-name", "", shape("<day>[ -]?<month>"), _month_day),
    Rule("day-in-figures", "", shape(r"(?P<one>\d\d?)\.(?P<other>\d\d?)"), _dotted),
    Rule("day-number", "the latest such day of a month",
         shape(r"(?P<day>\d{1,2})(?:st|nd|rd|th)"), _day_number),
    Rule("month-name", "the latest such month", shape("<month>"), _month),
    Rule("season", "three months: spring from March, summer June, autumn September, winter "
         "December; north of the equator",
         shape(r"<season>(?: of)? <year>[-/](?P<second>\d{4}|\d\d)"), _winter_pair),
    Rule("season", "", shape("<season>(?: of|,)? <year>"),
         _season_year),
    Rule("season-name", "the latest such season", shape("<season>"), _season),
    Rule("half", "six months", shape(f"(?P<which>first|1st|second|2nd|latter|last) half{_YEAR}"),
         _half),
    Rule("half", "", shape(f"(?P<which>h[12]){_YEAR}"), _half),
    Rule("half", "", shape("<year> (?P<which>h[12])"), _half),
    Rule("quarter", "three months", shape(
        f"(?P<which>first|1st|second|2nd|third|3rd|fourth|4th|final) quarter{_YEAR}"), _quarter),
    Rule("quarter", "", shape(f"(?P<which>q[1-4]){_YEAR}"), _quarter),
    Rule("quarter", "", shape("<year> (?P<which>q[1-4])"), _quarter),
    Rule("quarter", "", shape("(?P<which>last) quarter of <year>"), _quarter),
    Rule("week-number", "that week of the year, as ISO counts them",
         shape(rf"(?:calendar )?week (?P<number>\d\d?){_YEAR}"), _week_number),
    Rule("holiday", "a holiday whose day is fixed", shape(
        "(?P<name>" + "|".join(HOLIDAYS) + f"){_YEAR}"), _holiday),
    Rule("weekday", "the latest such day, the day of publication itself if it is one",
         shape("<weekday>"), _weekday),
    Rule("day", "", shape(r"<weekday>,? (?P<rest>.*\d.*)"), _weekday_and_day),
)  # fmt: skip
