"""Words that count from a day the text itself has named: `two days later`, `that same month`."""

import re
from dataclasses import replace
from datetime import date, timedelta

from headstamp.model.values import Interval
from headstamp.resolve.dates import calendar
from headstamp.resolve.dates.counted import VAGUE_AGO, back_from, count_of, moved, unit_of
from headstamp.resolve.dates.relative import last_named, next_named, unit_near
from headstamp.resolve.dates.setting import NO_TEXT_ANCHOR, Answer, Rule, Setting
from headstamp.resolve.dates.spelling import CLOCK, shape

_STEPS = {"previous": -1, "preceding": -1, "following": 1, "next": 1}


def _from_text(interval: Interval, day: date) -> Interval:
    return replace(interval, anchor="text", anchor_day=day)


def _that(match: re.Match[str], setting: Setting) -> Answer | None:
    day = setting.text_anchor
    if day is None:
        return NO_TEXT_ANCHOR
    rule = f"that-{match['unit']}"
    if match["unit"] == "night":
        return _from_text(calendar.stretch(day, calendar.day_after(day), "night", rule), day)
    if match["unit"] in {"hour", "fortnight"}:
        return None
    return _from_text(unit_near(day, match["unit"], 0, rule), day)


def _that_time(_: re.Match[str], setting: Setting) -> Answer:
    day = setting.text_anchor
    return _from_text(calendar.of_day(day, "that-day"), day) if day else NO_TEXT_ANCHOR


def _that_period(_: re.Match[str], setting: Setting) -> Answer:
    """`in those months`: the stretch that the text has named."""
    day = setting.text_anchor
    return _from_text(calendar.of_day(day, "that-period"), day) if day else NO_TEXT_ANCHOR


def _that_named(match: re.Match[str], setting: Setting) -> Answer | None:
    """`that April`: the April of the year that the text's day lies in."""
    day = setting.text_anchor
    if day is None:
        return NO_TEXT_ANCHOR
    found = setting.beginning(date(day.year, 1, 1)).read(match["rest"])
    if not isinstance(found, Interval):
        return None
    return _from_text(replace(found, rule="that-month-name"), day)


def _beside(match: re.Match[str], setting: Setting) -> Answer | None:
    """`the following day`, `the previous year`."""
    day, unit = setting.text_anchor, match["unit"]
    if unit in {"hour", "fortnight", "night"}:
        unit = "day"
    if day is None:
        return NO_TEXT_ANCHOR
    which = match["which"] or ("previous" if match[0].endswith("before") else "next")
    return _from_text(unit_near(day, unit, _STEPS[which], f"{which}-{unit}"), day)


def _beside_named(match: re.Match[str], setting: Setting) -> Answer | None:
    day = setting.text_anchor
    if day is None:
        return NO_TEXT_ANCHOR
    read = last_named if match["which"] in {"previous", "preceding"} else next_named
    found = read(match["rest"], setting.unbounded(), day)
    if not isinstance(found, Interval):
        return None
    return _from_text(replace(found, rule=f"{match['which']}-name"), day)


def _later(match: re.Match[str], setting: Setting) -> Answer | None:
    """`two days later`: the unit that far from the text's day, as `ago` is from the publication."""
    day = setting.text_anchor
    if day is None:
        return NO_TEXT_ANCHOR
    (unit, size), (count, vague) = unit_of(match["unit"]), count_of(match["count"] or "one")
    way = -1 if match["way"].startswith(("later", "after", "on")) else 1
    if count is None or (not match["count"] and f"{match['unit']}s" in match[0]):
        return _some_later(match, day, way)
    found = back_from(day, way * count * size, unit, f"{match['unit']}s-{match['way']}")
    return (
        _from_text(replace(found, approximate=vague or found.approximate), day) if found else None
    )


def _some_later(match: re.Match[str], day: date, way: int) -> Answer | None:
    """`weeks later`: as many as `weeks ago` may be."""
    unit, _ = unit_of(match["unit"])
    if unit not in VAGUE_AGO:
        return None
    ends = [moved(day, -way * count, unit) for count in VAGUE_AGO[unit]]
    first, last = sorted(end or day for end in ends)
    rule = f"some-{match['unit']}s-{match['way']}"
    return Interval(first, last, "period", rule, "text", day, approximate=True)


def _later_than(match: re.Match[str], setting: Setting) -> Answer | None:
    """`two days after 3 May`; after an event without a date, nobody can tell."""
    inner = setting.read(match["rest"])
    if not isinstance(inner, Interval) or inner.granularity != "day" or inner.earliest is None:
        return NO_TEXT_ANCHOR
    (unit, size), (count, _) = unit_of(match["unit"]), count_of(match["count"] or "one")
    if count is None:
        return None
    way = 1 if match["way"] == "before" else -1
    found = back_from(inner.earliest, way * count * size, unit, f"{match['unit']}s-{match['way']}")
    return found and replace(found, anchor=inner.anchor, anchor_day=inner.anchor_day)


def _nth_after(match: re.Match[str], setting: Setting) -> Answer | None:
    """`within three days`, `the next two weeks` of a tale: from the text's day on."""
    day = setting.text_anchor
    (unit, size), (count, vague) = unit_of(match["unit"]), count_of(match["count"])
    if day is None:
        return NO_TEXT_ANCHOR
    far = moved(day, (count or 3) * size, unit)
    if far is None or far < day:
        return None
    last = max(far, day + timedelta(days=1))
    return _from_text(Interval(day, last, "period", "following-window", approximate=vague), day)


_PART = (
    "(?P<rest>january|february|march|april|may|june|july|august|september|october|november"
    "|december|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday"
    "|sunday)"
)
_SAME = "(?:that|same|that same|that very|very same|that one)"
_WAY = "(?P<way>later|earlier|before|beforehand|previously|afterwards?|after|on)"
RULES = (
    Rule("that-day", "the unit that holds the text's own day",
         shape(f"{_SAME} <unit>"), _that),
    Rule("that-day", "", shape(f"{_SAME} (?:date|time|{CLOCK})|then"), _that_time),
    Rule("that-period", "the stretch that the text has named", shape(
        "(?:that |same )?period(?: under review| in question)?"
        "|(?:those|these|same) (?:days|nights|weeks|months|years)"), _that_period),
    Rule("that-month-name", "that part of the text's own year",
         shape(f"{_SAME}(?: one)? {_PART}"), _that_named),
    Rule("following-day", "the unit after or before the text's own day",
         shape("(?:immediately )?(?P<which>previous|preceding|following|next) (?P<unit>day|night)"
               f"(?: {CLOCK})?"), _beside),
    Rule("following-day", "", shape(
        "(?P<which>previous|preceding|following) (?P<unit>week|month|quarter|year|decade|weekend"
        "|century)"), _beside),
    Rule("following-day", "", shape("(?P<which>)(?P<unit>day|night) (?:after|before)"), _beside),
    Rule("previous-name", "the latest before, the first after the text's own day",
         shape(f"(?P<which>previous|preceding|following) {_PART}"), _beside_named),
    Rule("days-later", "so many units from the text's own day; else as for `ago`",
         shape(f"(?:(?:only|just|barely|scarcely|some) )?(?:<count> )?<units> {_WAY}"), _later),
    Rule("days-after", "so many units from a day that is named",
         shape("(?:<count> )?<units> (?P<way>before|after|from) <rest>"), _later_than),
    Rule("following-window", "so many units from the text's own day",
         shape("following <count> <units>"), _nth_after),
)  # fmt: skip
