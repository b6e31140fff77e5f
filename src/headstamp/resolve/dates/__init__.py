"""When: the days that words stand for, from news prose to an interval, by rules that are named.

`RULES` lists them in the order they are tried; docs/dates.md shows each with examples. Dates are
Gregorian; what an interval is counted from is the day of publication unless it says otherwise.
`resolve_date` reads one phrase, `resolve_dates` the phrases of a text, each where it stands.
"""

from headstamp.resolve.dates.governing import governed
from headstamp.resolve.dates.resolving import RULES, resolve_date
from headstamp.resolve.dates.setting import Answer, Rule, Tense
from headstamp.resolve.dates.telling import resolve_dates

__all__ = ["RULES", "Answer", "Rule", "Tense", "governed", "resolve_date", "resolve_dates"]
