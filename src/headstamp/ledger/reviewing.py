"""A claim as a person's review leaves it: as it is, put right, or gone."""

from dataclasses import replace
from typing import Any

from headstamp.errors import InputError
from headstamp.model import Argument, Claim, Span
from headstamp.model.reading import FACTUALITIES, ROLES, TIMES
from headstamp.model.transfer import Correction, Review

_WORDS: dict[str, tuple[str, ...]] = {
    "kind": tuple(ROLES),
    "factuality": FACTUALITIES,
    "time": TIMES,
}


def reviewed(claim: Claim, review: Review, text: str) -> Claim | None:
    """The claim after the review; None where it was rejected. What a person says scores 1."""
    if review.verdict == "reject":
        return None
    for correction in review.corrections:
        claim = _corrected(claim, correction, text)
    return claim


def check(claim: Claim, review: Review, text: str) -> None:
    """Raise `InputError` for a correction that does not fit the claim or its text."""
    for correction in review.corrections:
        problem = _misfit(claim, correction, len(text))
        if problem:
            raise InputError(str(review.claim), f"cannot be corrected so: {problem}", "look again")
        claim = _corrected(claim, correction, text)


def _misfit(claim: Claim, correction: Correction, length: int) -> str | None:
    if any(span and span.end > length for span in (correction.was, correction.span)):
        return "the words end after the text"
    field, value = correction.field, correction.value
    if field in _WORDS:
        known = ", ".join(_WORDS[field])
        return None if value in _WORDS[field] else f"{field} is one of {known}"
    if field == "trigger":
        return None if correction.span else "a trigger needs its words"
    return _misfit_of_role(claim, correction)


def _misfit_of_role(claim: Claim, correction: Correction) -> str | None:
    field = correction.field
    if field not in ROLES[claim.kind]:
        return f"a claim of {claim.kind} has no {field}"
    if correction.was is None and correction.span is None:
        return f"say which words are the {field}"
    if correction.was is not None and _place(claim, correction) is None:
        return f"no {field} stands there"
    if isinstance(correction.value, str):
        return f"a {field} means no plain word"
    return None


def _corrected(claim: Claim, correction: Correction, text: str) -> Claim:
    field, span = correction.field, correction.span
    if field in _WORDS:
        told: dict[str, Any] = {field: correction.value}
        return replace(claim, **told)
    if field == "trigger":
        return replace(claim, trigger=span or claim.trigger)
    arguments = list(claim.arguments)
    place = _place(claim, correction)
    if place is not None:
        del arguments[place]
    if span is not None:
        arguments.append(_argument(correction, span, text))
    return replace(claim, arguments=tuple(sorted(arguments, key=_order)))


def _argument(correction: Correction, span: Span, text: str) -> Argument:
    value = correction.value
    return Argument(
        correction.field,
        span,
        span.of(text),
        score=1.0,
        value=None if isinstance(value, str) else value,
    )


def _place(claim: Claim, correction: Correction) -> int | None:
    """Where in the arguments the one stands that is corrected."""
    for place, argument in enumerate(claim.arguments):
        if argument.role == correction.field and argument.span == correction.was:
            return place
    return None


def _order(argument: Argument) -> tuple[Span, str]:
    return argument.span, argument.role
