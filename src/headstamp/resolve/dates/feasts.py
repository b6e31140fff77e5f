"""Feasts that move from year to year: those that hang on Easter, and those a moon fixes.

Easter is reckoned by the church's own arithmetic (Butcher's for the Gregorian calendar, Meeus's
for the Julian). What another moon fixes is given as the days it can fall on, and so approximate.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from headstamp.model.values import Interval
from headstamp.resolve.dates import calendar
from headstamp.resolve.dates.setting import Answer, Rule, Setting
from headstamp.resolve.dates.spelling import shape

_FROM_EASTER = {
    "ash wednesday": (-46, -46), "lent": (-46, -1), "palm sunday": (-7, -7),
    "holy week": (-7, -1), "maundy thursday": (-3, -3), "holy thursday": (-3, -3),
    "good friday": (-2, -2), "holy saturday": (-1, -1), "easter sunday": (0, 0),
    "easter monday": (1, 1), "easter weekend": (-2, 1), "easter": (0, 0),
    "ascension day": (39, 39), "ascension": (39, 39), "pentecost": (49, 49),
    "whit sunday": (49, 49), "whitsun": (49, 50), "whit monday": (50, 50),
    "corpus christi": (60, 60),
}  # fmt: skip
"""First and last day, counted from Easter Sunday."""

_MOONS = {
    "lunar new year": ((1, 21), (2, 20)), "chinese new year": ((1, 21), (2, 20)),
    "tet": ((1, 21), (2, 20)), "passover": ((3, 26), (4, 25)), "diwali": ((10, 13), (11, 14)),
    "deepavali": ((10, 13), (11, 14)), "yom kippur": ((9, 13), (10, 14)),
    "rosh hashanah": ((9, 5), (10, 5)), "thanksgiving": ((11, 22), (11, 28)),
}  # fmt: skip
"""The earliest and the latest day that each can fall on."""


def easter(year: int, *, orthodox: bool = False) -> date:
    """Easter Sunday, of the western churches or of the orthodox ones, in our calendar."""
    if orthodox:
        moon = (19 * (year % 19) + 15) % 30
        weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + weekday + 114, 31)
        return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3
            + 15) % 30  # fmt: skip
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    later = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * later + 114, 31)
    return date(year, month, day + 1)


def _hanging_on_easter(match: re.Match[str], setting: Setting) -> Answer | None:
    first, last = _FROM_EASTER[match["name"]]
    orthodox = bool(match["orthodox"])

    def candidates(year: int) -> Iterable[Interval]:
        sunday = easter(year, orthodox=orthodox)
        ends = sunday + timedelta(days=first), sunday + timedelta(days=last)
        return [calendar.stretch(*ends, "day" if first == last else "period", "easter-feast")]

    return _of_year(match["year"], candidates, setting)


def _of_a_moon(match: re.Match[str], setting: Setting) -> Answer | None:
    first, last = _MOONS[match["name"]]

    def candidates(year: int) -> Iterable[Interval]:
        ends = date(year, *first), date(year, *last)
        return [Interval(*ends, "period", "moon-feast", approximate=True)]

    return _of_year(match["year"], candidates, setting)


def _of_year(year: str | None, candidates: calendar.Candidates, setting: Setting) -> Answer:
    return next(iter(candidates(int(year)))) if year else setting.nearest(candidates)


_YEAR = "(?:(?: of| in)?,? <year>)?"
RULES = (
    Rule("easter-feast", "Easter and what hangs on it, of the western churches unless it is said "
         "to be orthodox", shape(
             "(?P<orthodox>(?:greek |russian |serbian )?orthodox )?(?P<name>"
             + "|".join(_FROM_EASTER) + f"){_YEAR}"), _hanging_on_easter),
    Rule("moon-feast", "the days on which such a feast can fall", shape(
        "(?P<name>" + "|".join(_MOONS) + f")(?: day)?{_YEAR}"), _of_a_moon),
)  # fmt: skip
