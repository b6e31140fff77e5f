"""What one claim says, in small sets that compare fast.

Everything later stages ask of a claim is worked out here once, so that a document's text need not
be held while a million claims are linked.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

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
    tallies_of,
)
from headstamp.corroborate.fingerprints import few_marks
from headstamp.corroborate.scope import PLACES, Phase, before, is_anew, is_at_large, lot_of, phase
from headstamp.corroborate.vocabulary import (
    adds,
    carrier_named,
    conveyances_in,
    corrects,
    hand_arm,
    is_before,
    is_other,
    is_rate,
    is_same_time,
    is_separate,
    is_such,
    is_time_on,
    name_at_end,
    recalls,
)
from headstamp.corroborate.voices import Voice, voices
from headstamp.model import Argument, Claim, Document, Span
from headstamp.model.reading import Kind
from headstamp.model.transfer import ClaimRef
from headstamp.model.values import Party, Place

DETAILS = ("date", "place", "origin", "route", "destination", "means")
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
    it went by, `hand_arms` sorts of small arms; `adds`,
    `corrects` and `recalls` tell what its sentence does with what was told before. `is_other` tells
    that somebody or something else is brought in, `is_other_lot` that other goods are, `goes_on`
    that its time goes on from that before, `is_anew` that it tells a matter afresh. `mentions` are
    where its goods are named, `refers` those that it only points at; `tallies` are numbers too
    particular to come twice by chance.
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
    recalls: bool
    negative: bool
    open: bool
    at_large: bool
    future: bool
    is_earlier: bool
    is_other: bool
    is_other_lot: bool
    goes_on: bool
    is_anew: bool
    mentions: frozenset[Span]
    refers: frozenset[Span]
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
    tallies: frozenset[float]
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
    told_of = _told_of(claim)
    lot = lot_of(document.text, claim, told_of)
    has_detail = lot is not None or any(a.role in DETAILS for a in arguments)
    others = [a for a in arguments if is_other(before(document.text, a.span), a.words)]
    told = phase(claim, document.text, has_detail=has_detail)
    return Gist(
        ref=ClaimRef(document.id, claim.id),
        kind=claim.kind,
        family="movement" if claim.kind in MOVEMENT_KINDS else claim.kind,
        phase=told,
        trigger=claim.trigger.of(document.text).lower(),
        at_large=is_at_large(claim, document.text, sides),
        is_other=bool(others),
        is_other_lot=any(a in told_of for a in others) or _is_of_another_lot(document.text, claim),
        is_anew=is_anew(document.text, claim, sides),
        quantities=frozenset()
        if is_rate(claim.sentence.of(document.text))
        else counts_of(arguments),
        tallies=tallies_of(arguments),
        has_detail=has_detail,
        in_transit=claim.kind == "interdiction" and not claim.filling("holder"),
        lot=None if claim.factuality == "UU" or told == "deal" else lot,
        published=ordinal_day(document.published.day),
        **sides,
        **_goods(claim),
        **_when(claim),
        **_where(claim),
        **_standing(document, claim),
        **_saying(document, claim),
    )


def _told_of(claim: Claim) -> tuple[Argument, ...]:
    """The goods, how many, and what they went by: other ones are in another movement."""
    return (*claim.filling("materiel"), *claim.filling("quantity"), *claim.filling("means"))


def _goods(claim: Claim) -> dict[str, Any]:
    """Which arms, and where they are named."""
    goods = claim.filling("materiel")
    designations, categories, allowed, heads = goods_in(goods)
    those = [a for a in goods if not is_such(a.words)]
    return {
        "designations": designations,
        "categories": categories,
        "allowed": allowed,
        "heads": heads,
        "hand_arms": frozenset(
            filter(None, (hand_arm(a.stands_for_words or a.words) for a in goods))
        ),
        "mentions": frozenset(a.stands_for or a.span for a in those),
        "refers": frozenset(a.stands_for for a in those if a.stands_for),
    }


def _when(claim: Claim) -> dict[str, Any]:
    """The days, and how they are told from those before; `the same night` tells none."""
    dates = [a.words for a in claim.filling("date")]
    return {
        "days": None if dates and all(map(is_same_time, dates)) else days_of(claim.arguments),
        "is_earlier": any(map(is_before, dates)),
        "goes_on": any(map(is_time_on, dates)),
    }


def _where(claim: Claim) -> dict[str, Any]:
    """The places, and what the goods went by."""
    details = [a for a in claim.arguments if a.role in DETAILS]
    scene = [a for a in details if a.role in SCENE]
    means = [a.words for a in claim.filling("means")]
    return {
        "spots": _spots(details),
        "scenes": _spots(scene),
        "lands": _countries(scene),
        "countries": _countries(details),
        "conveyances": conveyances_in(means),
        "carriers": frozenset(filter(None, map(carrier_named, means))),
    }


def _countries(arguments: Iterable[Argument]) -> frozenset[str]:
    places = (v for a in arguments for v in a.values if isinstance(v, Place))
    return frozenset(place.country for place in places if place.country)


def _is_of_another_lot(text: str, claim: Claim) -> bool:
    """Whether its verb, or the sentence up to it, is told as another: `separately`."""
    trigger = claim.trigger
    return is_other(before(text, trigger), trigger.of(text)) or is_separate(
        text[claim.sentence.start : trigger.start]
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
        "recalls": recalls(sentence),
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
