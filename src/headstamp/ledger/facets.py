"""What a transfer is found and sorted by: pure, from the transfer and the claims in it."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

from headstamp.ledger.columns import storable
from headstamp.ledger.days import LAST_DAY, NO_DAY, day_number
from headstamp.ledger.folding import fold
from headstamp.model import Argument, Claim, Speaker
from headstamp.model.transfer import ClaimRef, Transfer
from headstamp.model.values import Interval, Materiel, Party, Place

CERTAINTIES = ("denied", "open", "possible", "probable", "certain")
"""How sure the surest claim is that asserts it; the place in the tuple is the number stored."""

REVIEWED = ("no", "partly", "yes")
"""Whether people have reviewed its claims; the place in the tuple is the number stored."""

PARTY_ROLES = frozenset({
    "supplier", "recipient", "intermediary", "producer", "backer", "trainer", "trainee", "funder",
    "holder", "seizer", "user", "target", "actor", "addressee",
})  # fmt: skip

_SURE = {"CT+": "certain", "PR+": "probable", "PS+": "possible"}

ORIGINS = (2, 3, 5, 10, 20)
"""Numbers of origins that many ask for at least: a transfer is listed under each it reaches."""

PARTY_NAMES = PARTY_ROLES | {"party", "speaker"}
"""Facets whose values are parties."""

PLACE_ROLES = ("origin", "route", "destination", "place")

CONFIRMING = 2
"""So many independent origins confirm one another."""

Facet = tuple[str, str]
"""A name and a value. Names: `kind`, `category`, `designation`, `country`, `certainty`, `reviewed`,
`denied`, `origins`, `party`, the role that a party has, `outlet`, `speaker`, the role that a place
has. A party or speaker that nothing resolved goes by its folded words after `~`; a place by what
`place_of` reads.
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """The numbers and days that a transfer is sorted and cut by. `reported` is the last day of
    publication, None where no document has one.
    """

    certainty: str
    reviewed: str
    earliest: date | None
    latest: date | None
    reported: date | None

    @property
    def earliest_day(self) -> int:
        """The number of the first day (0001-01-01 is 1); after all days where no period is known,
        before all where its beginning is open. So a transfer passes a filter on days or does not.
        """
        if self.earliest is not None:
            return self.earliest.toordinal()
        return NO_DAY if self.latest is not None else LAST_DAY

    @property
    def latest_day(self) -> int:
        """The number of the last day; before all days where no period is known, after all where
        its end is open.
        """
        if self.latest is not None:
            return self.latest.toordinal()
        return LAST_DAY if self.earliest is not None else NO_DAY

    @property
    def year(self) -> int:
        """The year of the last day, of the first where the end is open; 0 for no period."""
        day = self.latest or self.earliest
        return day.year if day else 0

    @property
    def reported_day(self) -> int:
        """The number of the day of the last report, before all days where none is known."""
        return day_number(self.reported)


def standing(
    transfer: Transfer,
    claims: Mapping[ClaimRef, Claim],
    published: Iterable[date | None],
    reviewed: int,
) -> Standing:
    """How a transfer stands: `published` are the days of its documents, `reviewed` counts claims.

    The period spans what the claims that assert it say of dates, or all, where none asserts it.
    """
    asserting = [claims[m.claim] for m in transfer.members if m.stance == "asserts"]
    periods = list(_periods(asserting or [claims[member.claim] for member in transfer.members]))
    some = len(transfer.members)
    return Standing(
        certainty=_certainty(transfer, asserting),
        reviewed=REVIEWED[0 if not reviewed else 1 if reviewed < some else 2],
        earliest=_edge(min, [period.earliest for period in periods]),
        latest=_edge(max, [period.latest for period in periods]),
        reported=max((day for day in published if day), default=None),
    )


def facets(
    transfer: Transfer,
    claims: Mapping[ClaimRef, Claim],
    standing: Standing,
    countries: Mapping[str, str],
    outlets: Mapping[str, str | None],
    ids: Mapping[str, str],
) -> dict[Facet, str | None]:
    """All that a transfer is listed under, each with the words it is called by, None where that is
    its value, or not known. `countries` are those of parties, by the party's id; `outlets` those of
    documents; `ids` those of parties, by name.
    """
    found: dict[Facet, str | None] = {
        ("kind", transfer.kind): None,
        ("certainty", standing.certainty): None,
        ("reviewed", standing.reviewed): None,
        ("denied", denied(transfer.denials)): None,
    }
    found |= {("origins", str(least)): None for least in ORIGINS if len(transfer.origins) >= least}
    for member in transfer.members:
        claim = claims[member.claim]
        told = [_of(a, countries, ids) for a in claim.arguments if _is_listed(a)]
        for facet, words in chain(*told, sources(claim, outlets.get(member.claim.document))):
            found[facet] = found.get(facet) or words
    return {
        (name, storable(value)): words and storable(words) for (name, value), words in found.items()
    }


def sources(claim: Claim, outlet: str | None) -> Iterator[tuple[Facet, str]]:
    """The outlet that carries a claim, and the speakers whom it names, with their words."""
    if outlet:
        yield ("outlet", outlet), outlet
    for speaker in claim.speakers:
        if speaker.kind == "source":
            yield ("speaker", speaker_value(speaker)), _words_of(speaker)


def repeated(
    transfer: Transfer, claims: Mapping[ClaimRef, Claim], outlets: Mapping[str, str | None]
) -> frozenset[Facet]:
    """The outlets and speakers whose account of the transfer is none of its origins: every
    document that has it from them repeats another.
    """
    roots = {origin.root for origin in transfer.origins}
    outside = {fold(origin.who) for origin in transfer.origins if origin.root is None}
    carrying = {document for origin in transfer.origins for document in origin.documents}
    if carrying <= roots:
        return frozenset()
    own, others = set[Facet](), set[Facet]()
    for member in transfer.members:
        document = member.claim.document
        if document in carrying:
            for (name, value), words in sources(claims[member.claim], outlets.get(document)):
                is_own = document in roots or bool(outside and fold(words) in outside)
                (own if is_own else others).add((name, storable(value)))
    return frozenset(others - own)


def usefulness(transfer: Transfer, standing: Standing) -> int:
    """How much a review of it would help; the highest first in the queue. From the weightiest:

    - 2000 where nobody has reviewed it, 1000 where some of its claims are reviewed;
    - 100 for each denial, of the first five: where accounts clash, a person must decide;
    - 20 for each step down from `certain`, of the first three (`probable`, `possible`, `open`;
      `denied` counts as `open`);
    - 5 for each field that claims tell differently, of the first three;
    - 4 where one origin at most stands behind it.

    No lower line outweighs a step of a higher one but for the certainty of what nobody asserts.
    """
    told = Counter(variant.role for variant in transfer.variants)
    differing = sum(some > 1 for some in told.values())
    unreviewed = len(REVIEWED) - 1 - REVIEWED.index(standing.reviewed)
    unsure = len(CERTAINTIES) - 1 - CERTAINTIES.index(standing.certainty)
    return (
        1000 * unreviewed
        + 100 * min(len(transfer.denials), 5)
        + 20 * min(unsure, 3)
        + 5 * min(differing, 3)
        + 4 * (len(transfer.origins) < CONFIRMING)
    )


def denied(denials: object) -> str:
    """The value under which transfers are listed that are denied, or are not."""
    return "yes" if denials else "no"


def at_least(origins: int) -> str | None:
    """The value under which all transfers with so many origins are listed, and few others."""
    return max((str(least) for least in ORIGINS if least <= origins), key=int, default=None)


@lru_cache(maxsize=65536)
def unresolved(words: str) -> str:
    """What a party or speaker that nothing resolved is listed under."""
    return f"~{fold(words)}"


def speaker_value(speaker: Speaker) -> str:
    """What a speaker is listed under."""
    if isinstance(speaker.party, Party):
        return speaker.party.id
    return unresolved(speaker.stands_for_words or speaker.words)


def place_value(place: Place) -> str:
    """What a place with coordinates is listed under: all that a map shows of it."""
    return json.dumps(
        [place.name, place.country, place.latitude, place.longitude, place.kind],
        ensure_ascii=False,
    )


def place_of(value: str) -> tuple[str, str | None, float, float, str]:
    """The name, country, latitude and longitude in degrees, and kind of a listed place."""
    name, country, latitude, longitude, kind = json.loads(value)
    return name, country, latitude, longitude, kind


def _words_of(speaker: Speaker) -> str:
    known = speaker.party.canonical if isinstance(speaker.party, Party) else None
    return known or speaker.stands_for_words or speaker.words


def parties_of(
    argument: Argument, ids: Mapping[str, str]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The parties that a role names: value, words, and the parties that each belongs to. Those it
    has by name go by their `ids`, where these are known.
    """
    parties = [value for value in argument.values if isinstance(value, Party)]
    for party in parties:
        yield party.id, party.canonical, tuple(ids.get(name, name) for name in party.parents)
    if not argument.values and argument.role in PARTY_ROLES:
        words = argument.stands_for_words or argument.words
        yield unresolved(words), words, ()


def _is_listed(argument: Argument) -> bool:
    """Whether a transfer is listed under what fills a role; most fillers are days and numbers."""
    known = isinstance(argument.value, Party | Materiel | Place)
    return known or argument.role in PARTY_ROLES or bool(argument.also)


def _of(
    argument: Argument, countries: Mapping[str, str], ids: Mapping[str, str]
) -> Iterator[tuple[Facet, str | None]]:
    names = ("party", argument.role) if argument.role in PARTY_ROLES else ("party",)
    for party, words, parents in parties_of(argument, ids):
        for name in names:
            yield (name, party), words
            yield from (((name, parent), None) for parent in parents)
        held = {countries.get(id) for id in (party, *parents)}
        yield from ((("country", country), None) for country in held if country)
    for value in argument.values:
        match value:
            case Materiel(designation=designation, category=category):
                yield ("category", category), None
                if designation is not None:
                    yield ("designation", designation), None
            case Place(country=country):
                if country is not None:
                    yield ("country", country), None
                located = value.latitude is not None and value.longitude is not None
                if located and argument.role in PLACE_ROLES:
                    yield (argument.role, place_value(value)), value.name


def _periods(claims: Iterable[Claim]) -> Iterator[Interval]:
    for claim in claims:
        for argument in claim.filling("date"):
            yield from (value for value in argument.values if isinstance(value, Interval))


def _edge(outermost: Callable[[list[date]], date], days: list[date | None]) -> date | None:
    """The first or last of the days; None where there is none, or one is open."""
    known = [day for day in days if day is not None]
    return outermost(known) if known and len(known) == len(days) else None


def _certainty(transfer: Transfer, asserting: Iterable[Claim]) -> str:
    sure = [_SURE.get(claim.factuality, "open") for claim in asserting]
    if sure:
        return max(sure, key=CERTAINTIES.index)
    return "denied" if transfer.denials else "open"
