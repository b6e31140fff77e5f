"""Lengths of time that the sentence gives a place: `has for six years`, `for a month in 2019`.

A length alone is nowhere. Beside `has` it ends on the publication; beside a verb of the future it
begins there; beside a date it begins, ends or lies where that date says.
"""

import re
from dataclasses import replace
from datetime import timedelta

from headstamp.model.document import Span
from headstamp.model.values import Interval
from headstamp.resolve.dates.counted import count_of, moved, unit_of
from headstamp.resolve.dates.resolving import resolve_date
from headstamp.resolve.dates.setting import Answer, Tense
from headstamp.resolve.dates.spelling import shape, spelled
from headstamp.resolve.dates.told import Told

_PERFECT = re.compile(
    r"(?<!would )(?<!could )(?<!should )(?<!might )(?<!must )(?<!may )(?<!to )"
    r"\b(?:has|have|'ve|’ve)\b"
    r"(?!.*(?:[;:]|\b(?:which|that|who|whose|told|said|says|having|had|was|were|when|where)\b))"
)
"""`has` or `have` with no other clause between it and the length of time."""
_LASTING = re.compile(
    r"\b(?:for|in|over|during|spent|these|inside|past|last)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE
)
_AHEAD = re.compile(r"\b(?:for|over)\s+(?:an?\s+)?(?:at least )?$")
_IMPOSED = re.compile(
    r"\b(?:is|are|extend\w*|renew\w*|prolong\w*|deny\w*|suspend\w*)\b"
    r"[^.;,]{0,40}\bfor\s+(?:an?\s+)?$"
)
"""A measure said to hold for so long begins to hold."""
_NTH_IN = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:th|rd|nd))\b"
    r"[^.;,]{1,60}\bin\s+(?:an?\s+)?$"
)
"""`the tenth delivery in four months`: the months that end with it."""
_FOR = re.compile(r"\bfor\s+(?:an?\s+)?(?:at least )?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’')]?\s|\n")
_LENGTH = shape(
    "(?:(?:for|at least|more than|over|nearly|almost|about|some|up to|around) )*"
    "(?:<count> )?<units>"
)
_STARTS = re.compile(r"\b(?:from|since|beginning|starting)\s(?:in\s|on\s)?$", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:until|till|to|ending|ended|by)\s(?:in\s|on\s)?$", re.IGNORECASE)
_BESIDE = 90
"""Characters between a length of time and the date that places it."""


def lasting(told: Told, span: Span, words: str, tense: Tense | None) -> Answer | None:
    """Where the length of time at `span` lies, None where the sentence does not say."""
    if tense in {"hypothetical", "generic"}:
        return None
    before = _SENTENCE_END.split(told.text[max(0, span.start - 300) : span.start])[-1]
    after = _SENTENCE_END.split(told.text[span.end : span.end + 300])[0]
    length = words if re.match(r"\w+ ", words) else f"one {words}"
    if tense == "future":
        return _to_come(told, length) if _AHEAD.search(before) else None
    opens = before.strip() in {"For", "In", "Over"} and _PERFECT.search(after)
    if opens or _NTH_IN.search(before) or (_LASTING.search(before) and _PERFECT.search(before)):
        return resolve_date(length, published=told.published, tense="ongoing")
    sentence = Span(span.start - len(before), span.end + len(after))
    found = _beside_a_date(told, span, sentence, length)
    if found is None and _IMPOSED.search(before):
        return _to_come(told, length)
    return found


def _to_come(told: Told, length: str) -> Answer | None:
    found = resolve_date(f"next {length}", published=told.published, tense="future")
    if not isinstance(found, Interval):
        return None
    return replace(found, rule="lasting", approximate=True)


def _beside_a_date(told: Told, span: Span, sentence: Span, length: str) -> Answer | None:
    """`for a month in 2019` lies in 2019; `for a month from 3 May` begins on that day."""
    measure = _LENGTH.fullmatch(spelled(length, told.published))
    places = [
        each
        for each in told.between(sentence.start, sentence.end)
        if not each[0].overlaps(span) and _gap(each[0], span) <= _BESIDE
    ]
    if measure is None or not places:
        return None
    place, day = min(places, key=lambda each: _gap(each[0], span))
    (unit, size), (count, _) = unit_of(measure["unit"]), count_of(measure["count"] or "one")
    if count is None or day.earliest is None or day.latest is None:
        return None
    lead = told.text[max(0, place.start - 14) : place.start]
    last = moved(day.latest, count * size, unit)
    first = moved(day.earliest, -count * size, unit)
    begins = place.end <= span.start and _FOR.search(
        told.text[max(0, span.start - 20) : span.start]
    )
    long_enough = last is not None and day.latest - day.earliest + timedelta(2) >= last - day.latest
    found = replace(day, granularity="period", rule="lasting", approximate=True)
    if _ENDS.search(lead):
        return replace(found, earliest=first)
    if long_enough and not _STARTS.search(lead):
        return replace(day, rule=f"inside:{day.rule}", approximate=True)
    return replace(found, latest=last) if begins or _STARTS.search(lead) else None


def _gap(one: Span, other: Span) -> int:
    """Characters between two spans."""
    return max(one.start, other.start) - min(one.end, other.end)
