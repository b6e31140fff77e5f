"""Days, weeks, months and years, and the stretches of days that they are.

Weeks run from Monday to Sunday. A season is three whole months of the northern hemisphere, and a
winter bears the year in which it begins.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Literal

from headstamp.model.values import Granularity, Interval

Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century"]
Candidates = Callable[[int], Iterable[Interval]]
"""The stretches of a year that words without a year can mean."""
FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1_200}


def stretch(first: date, last: date, granularity: Granularity, rule: str) -> Interval:
    """The days from `first` to `last`, counted from nothing."""
    return Interval(first, last, granularity, rule)


def of_day(day: date, rule: str) -> Interval:
    """One day."""
    return stretch(day, day, "day", rule)


def of_month(year: int, month: int, rule: str) -> Interval:
    """A calendar month."""
    return stretch(date(year, month, 1), month_end(year, month), "month", rule)


def of_year(year: int, rule: str) -> Interval:
    """A calendar year."""
    return stretch(date(year, 1, 1), date(year, 12, 31), "year", rule)


def of_season(year: int, season: str, rule: str) -> Interval:
    """A season; the winter of 2012 runs from December 2012 to February 2013."""
    first = date(year, FIRST_MONTH[season], 1)
    return stretch(first, day_before(shifted(first, 1, "quarter")), "season", rule)


def of_quarter(year: int, number: int, rule: str) -> Interval:
    """A quarter of a calendar year, 1 to 4."""
    return stretch(date(year, 3 * number - 2, 1), month_end(year, 3 * number), "quarter", rule)


def of_half(year: int, number: int, rule: str) -> Interval:
    """A half of a calendar year, 1 or 2."""
    return stretch(date(year, 6 * number - 5, 1), month_end(year, 6 * number), "half", rule)


def unit_around(day: date, unit: Unit, rule: str) -> Interval:
    """The calendar's week, month, quarter, year, decade or century that holds `day`.

    A decade begins with its round year (1990), a century with the year after it (1901).
    """
    year = day.year
    if unit == "day":
        return of_day(day, rule)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return stretch(monday, monday + timedelta(days=6), "week", rule)
    if unit == "month":
        return of_month(year, day.month, rule)
    if unit == "quarter":
        return of_quarter(year, (day.month + 2) // 3, rule)
    if unit == "year":
        return of_year(year, rule)
    first, length = (year - year % 10, 10) if unit == "decade" else (year - (year - 1) % 100, 100)
    last = date(first + length - 1, 12, 31)
    return stretch(date(first, 1, 1), last, "decade" if unit == "decade" else "period", rule)


def shifted(day: date, count: float, unit: Unit) -> date:
    """`day` moved by so many units; a day that a month lacks becomes the month's last.

    Half a year is six months, half a month is fifteen days.
    """
    if unit in {"day", "week"}:
        return day + timedelta(days=round(count * (7 if unit == "week" else 1)))
    months = count * MONTHS_IN[unit]
    whole = int(months // 1)
    position = day.year * 12 + day.month - 1 + whole
    year, month = position // 12, position % 12 + 1
    moved = day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1]))
    return moved + timedelta(days=round(30 * (months - whole)))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def day_before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)
