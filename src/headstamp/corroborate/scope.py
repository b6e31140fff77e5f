"""How much one claim speaks of: an order or a movement, one lot of several, one matter or arms at
large, something named afresh.
"""

from collections.abc import Iterable
from typing import Literal

from headstamp.corroborate.filling import Parties
from headstamp.corroborate.vocabulary import (
    ARMS_AT_LARGE,
    DEAL_WORDS,
    MOVEMENTS,
    OFFER_WORDS,
    TELL_NOTHING,
    content_words,
    is_definite,
    ordinal,
)
from headstamp.model import Argument, Claim, Span
from headstamp.model.values import Materiel

Phase = Literal["deal", "plan", "delivery", "movement", "found"]

PLACES = ("place", "origin", "destination", "route")


def phase(claim: Claim, text: str, *, has_detail: bool) -> Phase:
    """Whether it speaks of an order as a whole, of what is planned, of goods that moved or were
    found.

    A delivery without where, when or how is a "movement": it may be a total of several.
    """
    if claim.kind == "transfer" and claim.trigger.of(text).lower() in DEAL_WORDS:
        return "deal"
    is_open = claim.factuality == "UU"
    if claim.time in ("future", "hypothetical") or (is_open and claim.time != "past"):
        return "plan"
    if is_open and claim.trigger.of(text).lower() in OFFER_WORDS:
        return "plan"
    if claim.kind != "transfer":
        return "found"
    return "delivery" if has_detail else "movement"


def is_at_large(claim: Claim, text: str, parties: dict[str, Parties]) -> bool:
    """Whether it speaks of arms in general, or of several movements at once, not of one.

    A denial may be as wide as it likes: it is still about what was alleged.
    """
    if claim.factuality.endswith("-"):
        return False
    if claim.time == "generic" or _is_sum(claim, text):
        return True
    goods = claim.filling("materiel")
    if claim.kind == "interdiction" or not goods or claim.filling("quantity"):
        return False
    if claim.block == "headline" or (parties["givers"].ids and parties["takers"].ids):
        return False
    return all(_is_unnamed(text, argument) for argument in goods)


def _is_unnamed(text: str, argument: Argument) -> bool:
    """`weapons`, `new arms`, `such weapons`: neither named nor pointed at."""
    words = list(content_words(argument.words))
    if not words or words[-1] not in ARMS_AT_LARGE:
        return False
    if len(words) > 1 and any(_is_arms(v) for v in argument.values):
        return False
    return not is_definite(text[: argument.span.start], argument.words)


def _is_arms(value: object) -> bool:
    return isinstance(value, Materiel) and value.category not in TELL_NOTHING


def _is_sum(claim: Claim, text: str) -> bool:
    """`two seizures`, `both as consignments`: several movements in one statement."""
    if claim.trigger.of(text).lower() not in MOVEMENTS:
        return False
    before = text[max(0, claim.trigger.start - 25) : claim.trigger.start].lower()
    counted = any(a.span.end <= claim.trigger.start <= a.span.end + 12
                  for a in claim.filling("quantity"))  # fmt: skip
    return counted or " both " in before


DETAILS_ANEW = 3
"""So many of who gives, who gets or seizes, when, where and how many make a matter of its own."""


def is_anew(text: str, claim: Claim, parties: dict[str, Parties]) -> bool:
    """Whether it names its goods afresh, pointing at nothing, with parties, time, place, count."""
    goods = claim.filling("materiel")
    if not goods or any(a.stands_for or is_definite(before(text, a.span), a.words) for a in goods):
        return False
    sides = sum(bool(side.kin or side.words) for side in parties.values())
    where = any(claim.filling(role) for role in PLACES)
    others = (claim.filling("date"), claim.filling("quantity"), where)
    return sides + sum(map(bool, others)) >= DETAILS_ANEW


def lot_of(text: str, claim: Claim, told_of: Iterable[Argument]) -> str | None:
    """Which of several lots it speaks of: by its trigger, or by `told_of`, its arguments."""
    found = (
        lot
        for a in told_of
        if (
            lot := ordinal(
                text[max(0, a.span.start - 60) : a.span.start],
                a.words,
                is_head=a.role == "materiel",
            )
        )
    )
    return next(found, None) or ordinal("", claim.trigger.of(text))


def before(text: str, span: Span) -> str:
    """What stands before a phrase, as far as it may tell which of several is meant."""
    return text[max(0, span.start - 60) : span.start]
