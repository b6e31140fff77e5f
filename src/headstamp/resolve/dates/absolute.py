"""Dates that need no anchor: the day, month, year, decade or century is written out."""

import re
from datetime import date

from headstamp.model.values import Interval, Unresolved
from headstamp.resolve.dates import calendar
from headstamp.resolve.dates.setting import Answer, Rule, Setting
from headstamp.resolve.dates.spelling import DECADES, MONTHS, full_year, shape
from headstamp.resolve.numerals import ORDINALS, ordinal


def day_of(year: int, month: int, day: int, rule: str) -> Answer:
    """A day of the calendar, Unresolved where the calendar has no such day."""
    try:
        return calendar.of_day(date(year, month, day), rule)
    except ValueError:
        return Unresolved("names a day that the calendar lacks")


def month_number(name: str) -> int:
    """1 for january."""
    return MONTHS.index(name) + 1


def _written_day(match: re.Match[str], setting: Setting) -> Answer:
    year = match["year"] if len(match["year"]) == 4 else full_year(match["year"], setting.published)
    return day_of(int(year), month_number(match["month"]), int(match["day"]), "day")


def _ordinal_day(match: re.Match[str], setting: Setting) -> Answer | None:
    """`the ninth of April`, as 9 April."""
    number = ordinal(match["nth"])
    year = f" {match['year']}" if match["year"] else ""
    return None if number is None else setting.read(f"{number} {match['month']}{year}")


def _iso_day(match: re.Match[str], _: Setting) -> Answer:
    return day_of(int(match["year"]), int(match["number"]), int(match["day"]), "iso-day")


def _figures(match: re.Match[str], setting: Setting) -> Answer:
    """`25/12/2017` can be read one way only; `12/10/2017` two ways, unless both are one day."""
    year = match["year"] if len(match["year"]) == 4 else full_year(match["year"], setting.published)
    one, other = int(match["one"]), int(match["other"])
    readings = [day_of(int(year), month, day, "day-in-figures")
                for day, month in {(one, other), (other, one)}]  # fmt: skip
    days = sorted({each for each in readings if not isinstance(each, Unresolved)}, key=str)
    if len(days) == 1:
        return days[0]
    if days:
        spelt = " or ".join(str(each.earliest) for each in days)
        return Unresolved(f"may be either of two days, {spelt}")
    return Unresolved("names a day that the calendar lacks")


def _month(match: re.Match[str], _: Setting) -> Answer:
    return calendar.of_month(int(match["year"]), month_number(match["month"]), "month")


def _month_figures(match: re.Match[str], _: Setting) -> Answer | None:
    number = int(match["number"])
    return calendar.of_month(int(match["year"]), number, "month") if 1 <= number <= 12 else None


def _iso_month(match: re.Match[str], setting: Setting) -> Answer | None:
    """`2018-10` is October; `2009-10` is two years, for prose writes ranges so."""
    is_range = int(match["number"]) > int(match["year"][2:])
    return None if is_range else _month_figures(match, setting)


def _year(match: re.Match[str], _: Setting) -> Answer:
    return calendar.of_year(int(match["year"]), "year")


def _decade(match: re.Match[str], _: Setting) -> Answer:
    return calendar.unit_around(date(int(match["tens"]), 1, 1), "decade", "decade")


def _short_decade(match: re.Match[str], setting: Setting) -> Answer:
    """`the eighties`: the latest that has begun; without a publication, of the 20th century."""
    tens = DECADES.get(match["name"]) if match["name"] else int(match["digits"])
    now = setting.published or date(1999, 12, 31)
    first = now.year - now.year % 100 + (tens or 0)
    first -= 100 if first > now.year else 0
    return calendar.unit_around(date(first, 1, 1), "decade", "decade")


def _century(match: re.Match[str], _: Setting) -> Answer:
    number = int(match["digits"]) if match["digits"] else ORDINALS.get(match["name"], 21)
    if not 1 <= number <= 30:
        return Unresolved("names a century that news does not speak of")
    return calendar.unit_around(date(100 * number - 50, 1, 1), "century", "century")


def _fiscal(match: re.Match[str], setting: Setting) -> Answer:
    """One year is the United States' fiscal year; a pair runs from April, as in London or Delhi."""
    year = int(match["year"] if len(match["year"]) == 4
               else full_year(match["year"], setting.published))  # fmt: skip
    first = date(year, 4, 1) if match["pair"] else date(year - 1, 10, 1)
    last = calendar.day_before(calendar.shifted(first, 1, "year"))
    return Interval(first, last, "year", "fiscal-year", approximate=True)


def _military(match: re.Match[str], setting: Setting) -> Answer:
    year = match["year"] if len(match["year"]) == 4 else full_year(match["year"], setting.published)
    return day_of(int(year), month_number(match["month"]), int(match["day"]), "date-time-group")


_ANY_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d|21\d\d|\d\d)"
RULES = (
    Rule("day", "a day written out", shape(rf"<day> ?<month>,? ?{_ANY_YEAR}"), _written_day),
    Rule("day", "", shape("<month> <day>,? <year>"), _written_day),
    Rule("day", "", shape("<year>,? <month> <day>"), _written_day),
    Rule("day", "", shape("<day>-<month>-<year>"), _written_day),
    Rule("day", "", shape(
        rf"(?P<nth>(?:(?:twenty|thirty)-)?(?:{'|'.join(ORDINALS)})) (?:day )?(?:of )?<month>"
        "(?:,? <year>)?"), _ordinal_day),
    Rule("iso-day", "a day in figures, the year first",
         shape(r"<year>(?P<mark>[-/.])(?P<number>\d\d?)(?P=mark)(?P<day>\d\d?)(?:t[\d:.]+z?)?"),
         _iso_day),
    Rule("day-in-figures", "a day in figures, the year last; only if it can be read one way",
         shape(rf"(?P<one>\d\d?)(?P<mark>[-/.])(?P<other>\d\d?)(?P=mark){_ANY_YEAR}"), _figures),
    Rule("date-time-group", "a military date-time group",
         shape(rf"(?P<day>\d\d)\d{{4}}[a-z]? ?<month>,? ?{_ANY_YEAR}"), _military),
    Rule("month", "a calendar month", shape("<month>(?: of)?,? <year>"), _month),
    Rule("month", "", shape(r"(?P<number>\d\d?)/<year>"), _month_figures),
    Rule("month", "", shape(r"<year>[-/](?P<number>\d\d)"), _iso_month),
    Rule("fiscal-year", "October to September; a pair of years: April to March",
         shape(rf"(?:(?:its|their|our|his) )?(?:fiscal(?: year)?|financial year|fy) ?{_ANY_YEAR}"
               r"(?P<pair>[-/](?:\d{4}|\d\d?))?"), _fiscal),
    Rule("year", "a calendar year", shape("(?:calendar )?(?:year )?<year>"), _year),
    Rule("decade", "ten years from the round one", shape(r"(?P<tens>1[5-9]\d0|20\d0)'?s"), _decade),
    Rule("decade", "", shape(r"'?(?P<digits>\d0)'?s|(?P<name>" + "|".join(DECADES) + ")"),
         _short_decade),
    Rule("century", "a hundred years from the one after the round one",
         shape(r"(?:(?P<digits>\d\d?)(?:st|nd|rd|th)|(?P<name>twenty-first|"
               + "|".join(ORDINALS) + ")) century"), _century),
)  # fmt: skip
