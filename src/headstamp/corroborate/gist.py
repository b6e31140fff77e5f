"""What one claim says, in small sets that compare fast.

Everything later stages ask of a claim is worked out here once, so that a document's text need not
be held while a million claims are linked.
"""

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from headstamp.corroborate.filling import (
    GIVERS,
    TAKERS,
    Days,
    Parties,
    counts_of,
    days_of,
    goods_in,
    ordinal_day,
    parties_in,
    shown,
)
from headstamp.corroborate.fingerprints import few_marks
from headstamp.corroborate.vocabulary import (
    ARMS_AT_LARGE,
    DEAL_WORDS,
    MOVEMENTS,
    OFFER_WORDS,
    TELL_NOTHING,
    adds,
    carrier_named,
    content_words,
    conveyances_in,
    corrects,
    hand_arm,
    is_before,
    is_definite,
    is_other,
    name_at_end,
    ordinal,
)
from headstamp.corroborate.voices import Voice, voices
from headstamp.model import Argument, Claim, Document, Span
from headstamp.model.reading import Kind
from headstamp.model.transfer import ClaimRef
from headstamp.model.values import Materiel, Party, Place

Phase = Literal["deal", "plan", "delivery", "movement", "found"]

DETAILS = ("date", "place", "origin", "route", "destination", "means")
PLACES = ("place", "origin", "destination", "route")
SCENE = ("place", "route")
MOVEMENT_KINDS = ("transfer", "interdiction", "possession")


class Gist(NamedTuple):
    """One claim, ready to be compared.

    `family` is "movement" for what is about goods on the way or arrived, else the claim's kind.
    `designations` and `categories` are what its materiel resolves to; `allowed` what its bare
    nouns may stand for; `heads` those nouns. `days` is when it happened, as ordinals, None where
    no date is resolved. `quantities` are counts of things, low and high. `published` is the
    ordinal of the publication, None where unknown. `paragraph` and `sentence` tell how near two
    claims of a document stand; `marks` are those of its sentence's wording;
    `voices` are who says so, from the outermost in; `fields` its roles and what fills them, to
    show; `said_by` is the innermost speaker, to show. `carriers` are the names of vessels, `scenes`
    those of its `spots` where it happened or passed, `lands` the countries, `conveyances` what
    it went by, `hand_arms` sorts of small arms; `adds` and
    `corrects` tell what its sentence does with what was told before.
    """

    ref: ClaimRef
    kind: Kind
    family: str
    phase: Phase
    trigger: str
    place_in_text: Span
    sentence: int
    paragraph: Span
    in_headline: bool
    adds: bool
    corrects: bool
    negative: bool
    open: bool
    at_large: bool
    future: bool
    is_earlier: bool
    is_other: bool
    givers: Parties
    takers: Parties
    holders: Parties
    seizers: Parties
    designations: frozenset[str]
    categories: frozenset[str]
    allowed: frozenset[str]
    heads: frozenset[str]
    hand_arms: frozenset[str]
    days: Days | None
    quantities: frozenset[tuple[float, float]]
    spots: frozenset[str]
    scenes: frozenset[str]
    lands: frozenset[str]
    countries: frozenset[str]
    carriers: frozenset[str]
    conveyances: frozenset[str]
    has_detail: bool
    in_transit: bool
    lot: str | None
    published: int | None
    marks: frozenset[int]
    voices: tuple[Voice, ...]
    fields: tuple[tuple[str, str], ...]
    said_by: str
    said_by_party: str | None


def gist(document: Document, claim: Claim) -> Gist:
    """`claim` of `document`, ready to be compared."""
    arguments = claim.arguments
    sides: dict[str, Any] = {
        "givers": parties_in(arguments, GIVERS),
        "takers": parties_in(arguments, TAKERS),
        "holders": parties_in(arguments, ("holder",)),
        "seizers": parties_in(arguments, ("seizer",)),
    }
    goods = claim.filling("materiel")
    lot = next((n for a in goods if (n := _lot(document.text, a))), None)
    places = [v for a in arguments if a.role in DETAILS for v in a.values if isinstance(v, Place)]
    designations, categories, allowed, heads = goods_in(goods)
    has_detail = lot is not None or any(a.role in DETAILS for a in arguments)
    return Gist(
        ref=ClaimRef(document.id, claim.id),
        kind=claim.kind,
        family="movement" if claim.kind in MOVEMENT_KINDS else claim.kind,
        phase=_phase(claim, document.text, has_detail=has_detail),
        trigger=claim.trigger.of(document.text).lower(),
        at_large=_is_at_large(claim, document.text, sides),
        is_earlier=any(is_before(a.words) for a in claim.filling("date")),
        is_other=any(is_other(document.text[: a.span.start], a.words) for a in arguments),
        **sides,
        designations=designations,
        categories=categories,
        allowed=allowed,
        heads=heads,
        hand_arms=frozenset(filter(None, (hand_arm(a.stands_for_words or a.words) for a in goods))),
        days=days_of(arguments),
        quantities=counts_of(arguments),
        spots=_spots(a for a in arguments if a.role in DETAILS),
        scenes=_spots(a for a in arguments if a.role in SCENE),
        lands=frozenset(
            v.country
            for a in arguments
            if a.role in SCENE
            for v in a.values
            if isinstance(v, Place) and v.country
        ),
        conveyances=conveyances_in(a.words for a in claim.filling("means")),
        countries=frozenset(p.country for p in places if p.country),
        carriers=frozenset(filter(None, (carrier_named(a.words) for a in claim.filling("means")))),
        has_detail=has_detail,
        in_transit=claim.kind == "interdiction" and not claim.filling("holder"),
        lot=None if claim.factuality == "UU" else lot,
        published=ordinal_day(document.published.day),
        **_standing(document, claim),
        **_saying(document, claim),
    )


def _spots(arguments: Iterable[Argument]) -> frozenset[str]:
    """The places named that are narrower than a country; by their words where not known."""
    found: set[str] = set()
    for argument in arguments:
        if argument.values:
            places = [v for v in argument.values if isinstance(v, Place)]
            found |= {p.name for p in places if p.kind not in ("country", "sea")}
        elif argument.role in PLACES and (name := name_at_end(argument.words)):
            found.add(name)
    return frozenset(found)


def _standing(document: Document, claim: Claim) -> dict[str, Any]:
    """Where in its text a claim stands."""
    block = document.block_at(claim.trigger.start)
    sentence = claim.sentence.of(document.text)
    headline = document.blocks[0].span.of(document.text) if document.blocks else ""
    return {
        "place_in_text": claim.trigger,
        "sentence": claim.sentence.start,
        "paragraph": block.span if block else claim.sentence,
        "in_headline": claim.block == "headline",
        "adds": adds(sentence),
        "corrects": corrects(sentence) or corrects(headline),
        "marks": few_marks(sentence),
    }


def _saying(document: Document, claim: Claim) -> dict[str, Any]:
    """Who says it, how sure, and the words to show."""
    innermost = claim.speakers[0]
    return {
        "negative": claim.factuality.endswith("-"),
        "open": claim.factuality == "UU",
        "future": claim.time in ("future", "hypothetical"),
        "voices": voices(document, claim),
        "fields": tuple(shown(claim.arguments)),
        "said_by": innermost.stands_for_words or innermost.words,
        "said_by_party": innermost.party.id if isinstance(innermost.party, Party) else None,
    }


def _phase(claim: Claim, text: str, *, has_detail: bool) -> Phase:
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


def _is_at_large(claim: Claim, text: str, parties: dict[str, Parties]) -> bool:
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


def _lot(text: str, argument: Argument) -> str | None:
    return ordinal(text[max(0, argument.span.start - 60) : argument.span.start], argument.words)
