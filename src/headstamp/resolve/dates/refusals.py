"""Words about time that are no date: how often, how long, and by what event. Each says which."""

import re
from dataclasses import replace

from headstamp.model.values import Interval, Unresolved
from headstamp.resolve.dates.counted import window
from headstamp.resolve.dates.setting import NO_DATE, NO_PUBLICATION, Answer, Rule, Setting
from headstamp.resolve.dates.spelling import MONTHS, WEEKDAYS, shape

FREQUENCY = Unresolved("says how often, not when")
DURATION = Unresolved("says how long, not when")
EVENT = Unresolved("counts from an event whose date the words do not give")


def _frequency(_: re.Match[str], __: Setting) -> Answer:
    return FREQUENCY


def _duration(match: re.Match[str], setting: Setting) -> Answer:
    """What is still going on has gone on until the publication; else a length has no place."""
    if setting.tense == "ongoing" and setting.published is None:
        return NO_PUBLICATION
    if setting.tense == "ongoing" and match["count"]:
        found = window(match["count"], match["unit"], setting, "lasting", -1)
        return found or DURATION
    return DURATION


def _length(_: re.Match[str], __: Setting) -> Answer:
    return DURATION


def _inside(match: re.Match[str], setting: Setting) -> Answer | None:
    """An event that names its year or month lies inside it: `the invasion of 2003`."""
    found = setting.read(match["rest"])
    if not isinstance(found, Interval) or "range" in found.rule or found.rule.startswith("inside"):
        return None
    return replace(found, rule=f"inside:{found.rule}")


_TIMES = r"(?:once|twice|thrice|\w+ times|several times)"
_NAMES = "|".join([*MONTHS, *WEEKDAYS, "spring", "summer", "autumn", "winter"])
_LAST_THING = r"(?:last|this|next) (?:" + _NAMES + "|week|month|year|weekend)|yesterday|today"
_WORDS = r"(?:[^\d\s,]+ ){0,3}?[^\d\s,]+"
FREQUENCIES = (
    Rule("frequency", "how often: never a date", shape(
        rf"(?:{_TIMES} )?(?:every|each|per)\b.*|(?:{_TIMES} )?(?:hourly|daily|nightly|weekly"
        "|fortnightly|biweekly|monthly|bimonthly|quarterly|annually|yearly|biannually|half yearly"
        r"|regularly|occasionally|often|frequently)"), _frequency),
    Rule("frequency", "", shape(
        rf"{_TIMES}(?: an?)? (?:hour|day|night|week|fortnight|month|quarter|year|decade)"),
         _frequency),
    Rule("frequency", "", shape(
        "(?:by |on )?(?:" + "|".join(WEEKDAYS) + ")s|(?:week)?nights|weekends|mornings|evenings"
        "|(?:by )(?:day|night|week|month|hour|year)"), _frequency),
)  # fmt: skip
RULES = (
    Rule("lasting", "a length has no place; what goes on has lasted it until the publication",
         shape("(?:for )?(?:(?:at least|more than|over|nearly|almost|about|some|up to|less than"
               "|around) )?(?:<count> )?<units>(?: or (?:so|more))?"), _duration),
    Rule("lasting", "", shape(r"(?:<count>|\d+)[- ](?:and a half )?<unit>(?:[- ](?:long|old))?"),
         _duration),
    Rule("lasting", "", shape("<count> (?:mornings|afternoons|evenings)|half an? (?:year|day|decade"
         "|century|month)|an? (?:year|month|week|decade) and a half"), _length),
    Rule("inside", "an event that names its month or year lies in it",
         shape(rf"{_WORDS} (?:of|in|during|on|from) (?P<rest>.+)"), _inside),
    Rule("inside", "", shape(rf"{_WORDS} (?P<rest>{_LAST_THING})"), _inside),
    Rule("inside", "", shape(rf"(?P<rest>(?:(?:{_NAMES}) )?(?:\d{{4}}|{_NAMES})) {_WORDS}"),
         _inside),
)  # fmt: skip


def unknown(words: str) -> Unresolved:
    """Why words that no rule knows have no date: they may stand before or after an event."""
    is_event = re.match(r"(?:before|after|since|until|by|during|between|within|from|when)\b", words)
    return EVENT if is_event else NO_DATE
