"""What words that only point (`them`, `the missiles`, `the consignment`) mean in their text.

They mean what was named last before them, of a sort that their noun allows and not too far back.
Parts and gear are never pointed to: in annotated text, most of the wrong answers were a barrel or a
lorry named in passing.
"""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace

from headstamp.model.document import Span
from headstamp.model.values import Category, Materiel
from headstamp.resolve.materiel.designation import tokens
from headstamp.resolve.materiel.grammar import Meaning
from headstamp.resolve.materiel.resolving import IN_GENERAL, head_noun
from headstamp.resolve.materiel.several import distinct

_ONE = frozenset(("it", "one", "another", "first", "second", "third", "last", "latter"))
_MANY = frozenset((
    "they", "them", "these", "those", "ones", "some", "none", "both", "all", "many", "most",
    "others", "rest", "remainder", "two", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "twelve", "twenty", "eighty", "dozens", "hundreds", "theirs", "hers", "ours",
    "mine",
))  # fmt: skip
_DEFINITE = re.compile(
    r"(?:\b(?:the|these|those|this|such|both|his|her|its|their|our|my|your|said|same)|['’]s)"
    r"\s+(?:(?:[\d,.]+|two|three|four|five|six|seven|eight|nine|ten|dozen|first|second|other|"
    r"entire|whole|seized|captured|recovered|remaining|alleged|last|rest of the)\s+){0,2}$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"(?:these|those|this|that|such|both|same|the)\s", re.IGNORECASE)
_PLAIN = frozenset(("device", "devices", "goods", "machine", "machines", "planes"))
"""Vague nouns that mean the thing itself: `the machines`, not `the first line`."""
_WHOLES = frozenset(("consignment", "cargo", "shipment", "load", "haul", "cache", "delivery"))
_UNSAID = re.compile(
    r"\b(?:no|not|never|neither|nor|any|without|than|instead of)\b[^.;:]{0,25}$", re.IGNORECASE
)
_LISTED = re.compile(r"[^,]{0,25}(?:,|\band\b|\bor\b|&)[^.;!?\n]{0,25}")
_SENTENCE_END = re.compile(r"[.!?]['\"’”)\]]*\s+(?=[A-Z\"“'(\[])|\n\n")
_LOOKING_BACK = 40
_NEAR, _FAR, _ANYWHERE = 2, 4, 10_000
_LESSER: tuple[Category, ...] = ("component", "equipment", "dual-use good")
_NO_MISSILES: tuple[Category, ...] = ("rocket", "ammunition")
"""What nouns such as `missiles` admit beside a designation, but do not mean by themselves."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words that say by themselves what they are."""

    span: Span
    values: tuple[Materiel, ...]


@dataclass(frozen=True, slots=True)
class Pointing:
    """What a pointing phrase allows: categories (None: any), and sentences back.

    `takes` is how much of what stands there it means: `one` thing, a `list`, or all that the
    `sentence` names (`the consignment`). `loose`: nothing but the noun points (`missiles`), so
    that only a category is learnt.
    """

    admits: tuple[Category, ...] | None
    reach: int
    takes: str
    loose: bool = False


def pointing(text: str, span: Span) -> Pointing | None:
    """How the words at `span` point to others; None where they do not."""
    words = span.of(text)
    phrase = [token.key for token in tokens(words)]
    if len(phrase) == 1 and phrase[0] in _ONE | _MANY:
        return Pointing(None, _NEAR, "one" if phrase[0] in _ONE else "list")
    head = head_noun(words)
    if head is None or (head.category is not None and head.rule != IN_GENERAL):
        return None
    before = text[max(0, span.start - _LOOKING_BACK) : span.start]
    definite = bool(_DEFINITE.search(before) or _DETERMINED.match(words))
    if head.admits and len(head.admits) > 1:
        admits = tuple(kind for kind in head.admits if (head.role, kind) != ("launcher", "rocket"))
        return Pointing(admits, _ANYWHERE, "list", loose=not definite)
    return _described(head, phrase[-1]) if definite else None


def _described(head: Meaning, noun: str) -> Pointing | None:
    """What a vague noun with an article allows."""
    if head.rule == IN_GENERAL:
        return Pointing(None, _NEAR, "sentence")
    if noun in _WHOLES:
        return Pointing(None, _FAR, "sentence")
    means_it = head.role == "holder" or noun in _PLAIN
    return Pointing(None, _NEAR, "list") if means_it else None


def antecedent(
    text: str, span: Span, points: Pointing, named: Sequence[Named]
) -> tuple[Materiel, ...]:
    """What the words at `span` mean by what stands around them; empty where that is not told.

    A loose noun is understood only where the text names no two sorts that it could be. What is
    not named before may be named later, as it is under headlines.
    """
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    before = [each for each in named if each.span.end <= span.start]
    within = [
        each
        for each in before
        if not _UNSAID.search(text[max(0, each.span.start - _LOOKING_BACK) : each.span.start])
        and bisect(ends, span.start) - bisect(ends, each.span.start) <= points.reach
    ]
    anywhere = [each for each in named if not each.span.overlaps(span)]
    sorts = {value.category for each in anywhere for value in _fitting(each, points)}
    if points.loose and len(sorts) != 1:
        return ()
    nearest = _nearest(text, within, points, ends)
    if nearest or points.admits is None or len(sorts) != 1:
        return _said(nearest, points, "named-before")
    after = [each for each in anywhere if each.span.start >= span.end and _fitting(each, points)]
    return _said(_fitting(after[0], points), points, "named-after") if after else ()


def _nearest(text: str, within: list[Named], points: Pointing, ends: list[int]) -> list[Materiel]:
    """The values that stand last in reach."""
    fits = [each for each in within if _fitting(each, points)]
    if not fits:
        return []
    last = fits[-1]
    taken = [last]
    for each in reversed(fits[:-1]):
        gap = text[each.span.end : taken[-1].span.start]
        same_sentence = bisect(ends, each.span.start) == bisect(ends, last.span.start)
        in_list = bool(_LISTED.fullmatch(gap)) and points.takes != "one"
        if not (same_sentence and (in_list or points.takes == "sentence")):
            break
        taken.append(each)
    return [value for each in reversed(taken) for value in _fitting(each, points)]


def _fitting(each: Named, points: Pointing) -> list[Materiel]:
    """The values of a mention that a pointing phrase may mean."""
    if points.admits is not None:
        return [
            value
            for value in each.values
            if value.category in points.admits
            and (value.designation or value.category not in _NO_MISSILES)
        ]
    return [value for value in each.values if value.category not in _LESSER]


def _said(values: list[Materiel], points: Pointing, rule: str) -> tuple[Materiel, ...]:
    """The values as this rule gives them."""
    known = [_category_only(value) for value in values] if points.loose else values
    return tuple(
        replace(value, rule=rule, score=round(0.8 * value.score, 2)) for value in distinct(known)
    )


def _category_only(value: Materiel) -> Materiel:
    return replace(value, designation=None, range_low_km=None, range_high_km=None, mtcr=None)
