"""A person's correction of one claim, from words as people write them to spans and values."""

from collections.abc import Iterable
from dataclasses import dataclass

from headstamp.errors import InputError
from headstamp.ledger.ledger import View
from headstamp.ledger.reviewing import check, reviewed
from headstamp.model import Argument, Claim, Document, Span
from headstamp.model.transfer import ClaimRef, Correction, Review
from headstamp.model.values import Unresolved, Value
from headstamp.read.references import Places
from headstamp.resolve.lookup import look_up
from headstamp.resolve.reading import PARTY_ROLES

WORD_FIELDS = ("kind", "factuality", "time")
"""Fields of a claim that are one of a few words, not words of its text."""

_THINGS = {
    "date": "date", "quantity": "quantity", "value": "quantity", "materiel": "materiel",
    "place": "place", "origin": "place", "destination": "place", "route": "place",
    **dict.fromkeys(PARTY_ROLES, "party"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be put right: a role, `trigger`, `kind`, `factuality` or `time`.

    `words` are the right ones of the text (`Iran@2` is the second Iran), `value` what they mean,
    in words to look up, or the right word for a kind, factuality or time. `instead_of` says which
    words are wrong where a role has several fillers. Both may be given as their place in the text.
    `remove` takes a filler away; `another` leaves those that are there.
    """

    field: str
    words: str | Span | None = None
    value: str | None = None
    instead_of: str | Span | None = None
    remove: bool = False
    another: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing of what is right."""
        return self.words is None and self.value is None and not self.remove


def corrected(view: View, ref: ClaimRef, wishes: Iterable[Wish], reason: str) -> Review:
    """The review that grants the wishes, in their order, with the corrections of the claim that
    stand already.

    Raises `InputError` for a claim that is not there, and words or values that are not known.
    """
    extract = next(view.extracts([ref.document]), None)
    claim = next((c for c in extract.claims if c.id == ref.claim), None) if extract else None
    if extract is None or claim is None:
        raise InputError(str(ref), "is no claim that stands", "see `headstamp history`")
    made: list[Correction] = []
    for wish in wishes:
        correction = _correction(extract.document, claim, wish, str(ref))
        so_far = Review(ref, "correct", reason, (correction,))
        check(claim, so_far, extract.document.text)
        claim = reviewed(claim, so_far, extract.document.text) or claim
        made.append(correction)
    return Review(ref, "correct", reason, (*_standing(view, ref), *made))


def accepted(view: View, ref: ClaimRef, reason: str) -> Review:
    """The review that accepts a claim as it stands: one that was put right, as it was put right."""
    standing = _standing(view, ref)
    return Review(ref, "correct" if standing else "accept", reason, standing)


def _standing(view: View, ref: ClaimRef) -> tuple[Correction, ...]:
    """What was put right before: the last standing review holds it all."""
    said = [c.statement for c in view.history(str(ref)) if c.stands and c.act == "review"]
    last = said[-1] if said else None
    return last.corrections if isinstance(last, Review) else ()


def _correction(document: Document, claim: Claim, wish: Wish, name: str) -> Correction:
    if wish.field in WORD_FIELDS:
        word = wish.words if isinstance(wish.words, str) else None
        return Correction(wish.field, value=wish.value or word)
    places = Places(document.text, name)
    span = _found(places, wish.words, "the right words", claim) if wish.words else None
    if wish.field == "trigger":
        return Correction("trigger", span=span)
    wrong = _wrong(claim, wish, places, name)
    if wish.remove:
        return Correction(wish.field, was=wrong.span if wrong else None)
    right = span or (wrong.span if wrong else None)
    if right is None:
        raise InputError(name, f"has no {wish.field}", "say with --words which words it is")
    value = _meaning(document, wish, wish.value or right.of(document.text))
    return Correction(wish.field, wrong.span if wrong else None, right, value)


def _wrong(claim: Claim, wish: Wish, places: Places, name: str) -> Argument | None:
    """The filler that is wrong; None where the role has none."""
    fillers = () if wish.another else claim.filling(wish.field)
    if wish.instead_of is not None:
        span = _found(places, wish.instead_of, "the wrong words", claim)
        exact = tuple(filler for filler in fillers if filler.span == span)
        fillers = exact or tuple(filler for filler in fillers if filler.span.overlaps(span))
        if not fillers:
            words = span.of(places.text)
            raise InputError(name, f"has no {wish.field} {words!r}", "look again")
    if len(fillers) > 1:
        words = ", ".join(f"“{filler.words}”" for filler in fillers)
        mend = "say with --instead-of which of them is wrong"
        raise InputError(name, f"has several of {wish.field} ({words})", mend)
    return fillers[0] if fillers else None


def _found(places: Places, words: str | Span, what: str, claim: Claim) -> Span:
    """Where words stand: those that are named nearest to the trigger, a place as it is."""
    reference = [words.start, words.end] if isinstance(words, Span) else words
    return places.one(reference, what, claim.trigger)


def _meaning(document: Document, wish: Wish, words: str) -> Value | Unresolved | None:
    """What the words mean, as far as anything looks them up."""
    thing = _THINGS.get(wish.field)
    if thing is None:
        return None
    found = look_up(thing, words, on=document.published.day)
    if wish.value is not None and isinstance(found, Unresolved):
        mend = f"see what `headstamp resolve {thing}` makes of it"
        raise InputError(wish.value, f"is no {thing} that is known ({found.reason})", mend)
    return found
