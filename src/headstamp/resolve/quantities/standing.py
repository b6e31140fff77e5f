"""Quantities read where they stand in a text, with the article before and the noun behind.

The article is outside the phrase, and says what the phrase alone does not: `a third` of them is a
share, `the third` launcher is one, and who pays with `a goat` pays with one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from headstamp.model.document import Span
from headstamp.model.values import Quantity, Unresolved
from headstamp.resolve.quantities.refusals import NO_NUMBER, ORDINAL
from headstamp.resolve.quantities.resolving import resolve_quantity
from headstamp.resolve.quantities.row import one
from headstamp.resolve.quantities.units import unit_after

_ARTICLE = re.compile(r"\b(?P<article>an?|one|the)\s+$", re.IGNORECASE)
_NOUN = re.compile(r"[A-Za-z][\w'’-]*(?: [\w'’-]+){0,2}")
_SUMS = re.compile(
    r"\b(?:commission|loan|ransom|fee|price|sum|credit|discount|gift|payment|instalment|prices?"
    r"|profit|premium|rent|bounty|bribe|salary|money|cash|grant|subsidy|budget|deal|share|lot"
    r"|deposit|advance|pittance|fortune|song|pay|penny|cent|franc|dinar|dollar|stone|quantity"
    r"|number|figure|trickle|\w+ing)\b", re.IGNORECASE)  # fmt: skip
"""What is paid without being a thing that is counted."""
_RATE = re.compile(
    r"(?:\s+(?!(?:and|or|in|for|to|once|twice|at|from|with|on|by|of|inside|within|over|during)\b)"
    r"[\w./'’-]+){0,4}?"
    r"\s+(?:an?|per|each|every)\s+(?P<each>day|week|month|quarter|year|night)\b"
    r"(?!\s+(?:ago|later|earlier|before|after|or so|and a half|from|since|in)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?!of\b|at\b|in\b|less\b|more\b|to\b|from\b|by\b|and\b|or\b)[a-z]", re.I)
_NOUN_PHRASE = re.compile(
    r"(?:\s+(?!of\b|to\b|in\b|at\b|from\b|was\b|is\b|has\b|had\b)[\w-]+){0,4}"
)
_PLURAL = re.compile(r"\b[\w-]{3,}(?<![su]s)(?<!is)s\b(?!['’])")


def resolve_quantities(text: str, spans: Sequence[Span]) -> list[Quantity | Unresolved]:
    """What the quantity at each span of `text` means, in the order given."""
    return [_standing(text, span) for span in spans]


def _standing(text: str, span: Span) -> Quantity | Unresolved:
    words = span.of(text)
    found = resolve_quantity(words)
    if isinstance(found, Quantity):
        return _at_a_rate(found, text, span)
    before = _ARTICLE.search(text[max(0, span.start - 8) : span.start])
    article = before["article"].lower() if before else ""
    if found == ORDINAL:
        return _ordinal(text, span, is_indefinite=article in {"a", "an"}) or found
    is_one = article in {"a", "an", "one"} and found == NO_NUMBER
    if is_one and _NOUN.fullmatch(words) and not _SUMS.search(words):
        return Quantity(1, 1, False, words.lower(), "one")
    return found


def _at_a_rate(found: Quantity, text: str, span: Span) -> Quantity:
    """`3,000 rifles a month`, where the phrase is the number alone: what comes each month."""
    rate = _RATE.match(text, span.end)
    if rate is None or "per " in (found.unit or ""):
        return found
    unit = f"per {rate['each'].lower()}"
    return replace(found, unit=" ".join(filter(None, (found.unit, unit))))


def _ordinal(text: str, span: Span, *, is_indefinite: bool) -> Quantity | Unresolved | None:
    """`a third of them` is a share; `a third load` and `the third` are one; plurals are untold."""
    after = text[span.end : span.end + 60]
    if is_indefinite and not _GOES_ON.match(after):
        return resolve_quantity(f"a {span.of(text)}")
    noun = _NOUN_PHRASE.match(after)
    if noun and _PLURAL.search(noun[0]):
        return None
    return one(unit_after(after.lower()).name)
