"""Stretches given by an end or by both: `since last August`, `by 2020`, `between May and July`."""

import re
from dataclasses import replace
from datetime import date

from headstamp.model.values import Interval
from headstamp.resolve.dates import calendar
from headstamp.resolve.dates.setting import NO_DATE, Answer, Rule, Setting
from headstamp.resolve.dates.spelling import MONTHS, shape

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH = "(?:" + "|".join(MONTHS) + ")"


def _since(match: re.Match[str], setting: Setting) -> Answer:
    """From the first day on, to the publication; with no publication the end is open."""
    is_coming = setting.looks_forward and match["word"].startswith(("from", "as of", "starting"))
    inner = (
        setting.read(match["rest"]) if is_coming else setting.looking("past").read(match["rest"])
    )
    if not isinstance(inner, Interval) or (match["word"] == "as of" and not is_coming):
        return inner
    end = None if is_coming else setting.published
    if end and inner.earliest and end < inner.earliest:
        end = None
    rule = "from" if is_coming else "since"
    return replace(inner, latest=end, granularity="period", rule=f"{rule}:{inner.rule}")


def _until(match: re.Match[str], setting: Setting) -> Answer:
    """Up to the last day. What goes on, or might yet be, does so until a day to come."""
    is_open = setting.tense in {"ongoing", "hypothetical"}
    ahead = setting.looking("future") if is_open else setting
    inner = ahead.read(match["rest"])
    if not isinstance(inner, Interval):
        return inner
    rule = "by" if match["word"] in {"by", "not later than", "no later than"} else "until"
    return _ending(inner, setting, inner.latest, f"{rule}:{inner.rule}")


def _before(match: re.Match[str], setting: Setting) -> Answer:
    """Before an event inside 2003 may be in 2003; the end of June is its last day."""
    inner = setting.read(match["rest"])
    if not isinstance(inner, Interval):
        return inner
    if inner.rule.startswith(("inside", "end")):
        last = inner.latest
    else:
        last = inner.earliest and calendar.day_before(inner.earliest)
    return _ending(inner, setting, last, f"before:{inner.rule}")


def _ending(inner: Interval, setting: Setting, last: date | None, rule: str) -> Interval:
    first = setting.published if setting.looks_forward else None
    if first and last and first > last:
        first = None
    return replace(inner, earliest=first, latest=last, granularity="period", rule=rule)


def _after(match: re.Match[str], setting: Setting) -> Answer:
    inner = setting.read(match["rest"])
    if not isinstance(inner, Interval):
        return inner
    is_inside = inner.rule.startswith("inside") or match["word"].startswith(("not ", "no "))
    first = inner.earliest if is_inside else inner.latest and calendar.day_after(inner.latest)
    end = None if setting.looks_forward else setting.published
    if first and end and end < first:
        end = None
    return replace(inner, earliest=first, latest=end, granularity="period",
                   rule=f"after:{inner.rule}")  # fmt: skip


def _between(match: re.Match[str], setting: Setting) -> Answer | None:
    found = _hull(match, setting, "range")
    return found if isinstance(found, Interval) else _half_known(match, setting) or found


def _hull(match: re.Match[str], setting: Setting, rule: str) -> Answer | None:
    """From the first day of the one to the last of the other."""
    ends = _ends(*_completed(match["one"].strip(" ,"), match["other"].strip(" ,")), setting)
    if not isinstance(ends, tuple):
        return ends
    one, other = ends
    if one.earliest is None or other.latest is None or one.earliest > other.latest:
        return None
    return replace(
        other,
        earliest=one.earliest,
        granularity="period",
        rule=rule,
        anchor=other.anchor if other.anchor != "none" else one.anchor,
        anchor_day=other.anchor_day or one.anchor_day,
        approximate=one.approximate or other.approximate,
    )


def _half_known(match: re.Match[str], setting: Setting) -> Answer | None:
    """`between May and the harvest` is open at the end that is an event, up to the publication."""
    one, other = setting.read(match["one"]), setting.read(match["other"])
    if isinstance(one, Interval) and one.earliest and _is_event(other, match["other"]):
        last = None if setting.looks_forward else setting.published
        last = last if last and last >= one.earliest else None
        return replace(one, latest=last, granularity="period", rule=f"half-known:{one.rule}",
                       approximate=True)  # fmt: skip
    if isinstance(other, Interval) and other.latest and _is_event(one, match["one"]):
        return replace(other, earliest=None, granularity="period",
                       rule=f"half-known:{other.rule}", approximate=True)  # fmt: skip
    return None


def _is_event(found: Answer, words: str) -> bool:
    return found is NO_DATE and len(words) > 3 and not re.search(r"\d", words)


def _completed(one: str, other: str) -> tuple[str, str]:
    """Lend one end what only the other says: `3` and `5 May`; `May 3` and `5`."""
    day_and_more = re.fullmatch(rf"{_DAY}((?: |-){_MONTH}.*)", other)
    if day_and_more and re.fullmatch(rf"(?:.*, ?)?{_DAY}", one):
        return re.split(", ?", one)[0] + day_and_more[1], other
    month_and_day = re.fullmatch(rf"({_MONTH}) {_DAY}", one)
    if month_and_day and re.fullmatch(rf"{_DAY}(?:,? \d{{4}})?", other):
        return one, f"{month_and_day[1]} {other}"
    listed = re.fullmatch(rf"({_MONTH}) {_DAY}(?:, ?{_DAY})+", one)
    if listed and re.fullmatch(_DAY, other):
        return one.split(",", maxsplit=1)[0], f"{listed[1]} {other}"
    years = re.fullmatch(r"(\d\d)\d\d", one)
    if years and re.fullmatch(r"\d\d", other):
        return one, years[1] + other
    if years and re.fullmatch(r"\d", other):
        return one, one[:3] + other
    month_lists = re.fullmatch(r"(\w+), .*", one)
    return (month_lists[1], other) if month_lists else (one, other)


def _ends(one: str, other: str, setting: Setting) -> tuple[Interval, Interval] | Answer | None:
    """Both ends; an end without a year takes it from the other."""
    first, last = setting.read(one), setting.read(other)
    if not isinstance(last, Interval) and isinstance(first, Interval):
        last = setting.beginning(first.earliest).read(other)
    if not isinstance(last, Interval):
        return last
    if isinstance(first, Interval) and first.anchor == "none":
        later = setting.beginning(first.earliest).read(other)
        last = later if isinstance(later, Interval) else last
        return first, last
    if setting.looks_forward and isinstance(first, Interval) and last.anchor != "none":
        later = setting.beginning(first.earliest).read(other)
        return (first, later) if isinstance(later, Interval) else later
    earlier = setting.ending(last.earliest or last.latest).read(one)
    return (earlier, last) if isinstance(earlier, Interval) else earlier


def _written_range(match: re.Match[str], setting: Setting) -> Answer | None:
    """A dash, `to` or `and` may join other things than dates, so only dates on both sides count."""
    found = _hull(match, setting, "range")
    return found if isinstance(found, Interval) else None


def _list(match: re.Match[str], setting: Setting) -> Answer | None:
    found = _hull(match, setting, "list")
    return found if isinstance(found, Interval) else None


def _same(match: re.Match[str], setting: Setting) -> Answer | None:
    """A preposition that adds nothing."""
    found = setting.read(match["rest"])
    return found if found is not NO_DATE else None


def _about(match: re.Match[str], setting: Setting) -> Answer | None:
    found = setting.read(match["rest"])
    return replace(found, approximate=True) if isinstance(found, Interval) else found


_NOTHING_ADDED = (
    "on|in|at|during|over|throughout|of|dated|early on|late on|only|just|for|across|back in"
    "|as (?:early|recently|late|far back) as|(?:in )?course of|period(?: of)?|months? of(?= [a-z]+)"
    r"|years?(?= \d)|all(?: of)?|whole of|evening of|morning of|afternoon of|eve of(?= \d)"
    "|within(?= (?:past|last|this|next|coming) )"
)
RULES = (
    Rule("since", "from its first day to the publication", shape(
        "(?P<word>(?:ever |at least )?since(?: at least| about| around| as early as)?"
        "|from|as of|starting(?: in| on)?|beginning(?: in| on)?) "
        "(?P<rest>(?!.+ (?:to|until|through|up to) ).+?)(?: on| onwards?| on out| forward)?"),
         _since),
    Rule("until", "up to its last day", shape(
        "(?P<word>(?:right )?(?:until|up to|up until)|through(?: to)?|not later than|no later than"
        "|by)(?: at least| about| around)? <rest>"), _until),
    Rule("before", "up to the day before it", shape(
        "(?:(?:some time|sometime|long|shortly|just|well) )?(?P<word>before|prior to|ahead of"
        "|earlier than|pre) <rest>"), _before),
    Rule("after", "from the day after it to the publication", shape(
        "(?:(?:some time|sometime|shortly|just|soon) )?(?P<word>after|following|later than"
        "|not earlier than|no earlier than|not before|post) <rest>"), _after),
    Rule("range", "from the first day of the one to the last of the other",
         shape("(?:between|from between) (?P<one>.+?) and (?P<other>.+)"), _between),
    Rule("range", "", shape("(?:from )(?P<one>.+?) (?:to|until|up to|through|thru) (?P<other>.+)"),
         _between),
    Rule("range", "", shape(rf"(?P<one>\d{{4}}|{_MONTH} {_DAY}|{_DAY})[-/](?P<other>.+)"),
         _written_range),
    Rule("range", "", shape("(?P<one>.+?) (?:to|until|through|thru) (?P<other>.+)"),
         _written_range),
    Rule("range", "", shape("(?P<one>.+?)-(?P<other>.+)"), _written_range),
    Rule("list", "from the first day of the first to the last of the last",
         shape("(?P<one>.+?),? (?:and|or|&) (?P<other>.+)"), _list),
    Rule("about", "the same, said to be approximate", shape(
        "(?:around|about|circa|ca?\\.?|approximately|roughly|some time(?: in| on| around)?|sometime"
        "(?: in| on| around)?|nearly|almost|probably(?: in| on)?|possibly(?: in| on)?|perhaps"
        "(?: in| on)?|or so) <rest>"), _about),
    Rule("about", "", shape("(?P<rest>.+?) or so(?P<more> ago)?"), _about),
    Rule("same", "a preposition adds nothing", shape(f"(?:{_NOTHING_ADDED}) <rest>"), _same),
)  # fmt: skip
