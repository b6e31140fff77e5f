"""Wars, falls and agreements known by a name, with the days between which histories put them.

Only names that mean one thing wherever they are read: `the Tigray war`, never `the war`.
"""

import re
from datetime import date

from headstamp.model.values import Interval
from headstamp.resolve.dates.setting import Answer, Rule, Setting
from headstamp.resolve.dates.spelling import shape

_EVENTS: dict[str, tuple[str, str]] = {
    "first world war|world war i|great war": ("1914-07-28", "1918-11-11"),
    "spanish civil war": ("1936-07-17", "1939-04-01"),
    "second world war|world war ii|world war two": ("1939-09-01", "1945-09-02"),
    "cold war": ("1947-03-12", "1991-12-26"),
    "soviet (?:era|times|period|days)": ("1922-12-30", "1991-12-26"),
    "korean war": ("1950-06-25", "1953-07-27"),
    "vietnam war": ("1955-11-01", "1975-04-30"),
    "six day war|six-day war": ("1967-06-05", "1967-06-10"),
    "biafran? war|nigerian civil war": ("1967-07-06", "1970-01-15"),
    "yom kippur war|october war": ("1973-10-06", "1973-10-25"),
    "lebanese civil war": ("1975-04-13", "1990-10-13"),
    "ogaden war": ("1977-07-13", "1978-03-15"),
    "soviet(?:-| )afghan war": ("1979-12-24", "1989-02-15"),
    "iran(?:-| )iraq war": ("1980-09-22", "1988-08-20"),
    "falklands war": ("1982-04-02", "1982-06-14"),
    "war of camps": ("1985-05-19", "1988-07-31"),
    "first gulf war|1991 gulf war": ("1990-08-02", "1991-02-28"),
    "croatian war of independence": ("1991-03-31", "1995-11-12"),
    "bosnian war": ("1992-04-06", "1995-12-14"),
    "rwandan genocide": ("1994-04-07", "1994-07-15"),
    "first chechen war": ("1994-12-11", "1996-08-31"),
    "cenepa war": ("1995-01-26", "1995-02-28"),
    "kosovo war": ("1998-02-28", "1999-06-11"),
    "eritrean(?:-| )ethiopian war|badme war": ("1998-05-06", "2000-06-18"),
    "july war|2006 lebanon war": ("2006-07-12", "2006-08-14"),
    "russo(?:-| )georgian war": ("2008-08-07", "2008-08-12"),
    "arab spring": ("2010-12-17", "2012-12-31"),
    "second karabakh war|44-day war": ("2020-09-27", "2020-11-10"),
    "fall of saigon": ("1975-04-30", "1975-04-30"),
    "fall of shah|iranian revolution|islamic revolution": ("1979-02-11", "1979-02-11"),
    "taif (?:agreement|accords?)": ("1989-10-22", "1989-10-22"),
    "fall of berlin wall": ("1989-11-09", "1989-11-09"),
    "arusha (?:agreement|accords?)": ("1993-08-04", "1993-08-04"),
    "oslo (?:agreement|accords?)": ("1993-09-13", "1993-09-13"),
    "lusaka protocol": ("1994-11-20", "1994-11-20"),
    "dayton (?:peace )?(?:agreement|accords?)": ("1995-12-14", "1995-12-14"),
    "good friday agreement": ("1998-04-10", "1998-04-10"),
    "lom[eé] (?:peace )?(?:agreement|accords?)": ("1999-07-07", "1999-07-07"),
    "september 11 attacks|9/11|11 september attacks": ("2001-09-11", "2001-09-11"),
    "fall of saddam(?: hussein)?|fall of baghdad": ("2003-04-09", "2003-04-09"),
    "fall of (?:muammar )?(?:gaddafi|qaddafi|qadhafi)": ("2011-08-23", "2011-10-20"),
    "fall of kabul|taliban takeover": ("2021-08-15", "2021-08-15"),
    "full-scale invasion(?: of ukraine)?": ("2022-02-24", "2022-02-24"),
    "pretoria (?:agreement|accords?)": ("2022-11-02", "2022-11-02"),
    "fall of (?:bashar al-)?assad": ("2024-12-08", "2024-12-08"),
    "tigray war": ("2020-11-03", "2022-11-03"),
}
_NAME = re.compile("|".join(f"(?P<e{place}>{names})" for place, names in enumerate(_EVENTS)))
_DAYS = tuple((date.fromisoformat(first), date.fromisoformat(last))
              for first, last in _EVENTS.values())  # fmt: skip


def _event(match: re.Match[str], _: Setting) -> Answer | None:
    named = _NAME.fullmatch(match["name"])
    if named is None or named.lastgroup is None:
        return None
    first, last = _DAYS[int(named.lastgroup[1:])]
    if first == last:
        return Interval(first, last, "day", "event")
    return Interval(first, last, "period", "event", approximate=True)


RULES = (
    Rule("event", "a war, a fall or an agreement that is known by its name",
         shape("(?P<name>" + "|".join(_EVENTS) + ")"), _event),
)  # fmt: skip
