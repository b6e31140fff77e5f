"""What a transfer is found and sorted by: pure, from the transfer and the claims in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from headstamp.ledger.columns import storable
from headstamp.ledger.days import LAST_DAY, NO_DAY, day_number
from headstamp.ledger.folding import fold
from headstamp.model import Argument, Claim
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

Facet = tuple[str, str]
"""A name and a value. Names: `kind`, `category`, `designation`, `country`, `certainty`, `reviewed`,
`origins`, `party`, or the role that a party has. A party that nothing resolved goes by its folded
words after `~`.
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
) -> frozenset[Facet]:
    """All that a transfer is listed under. `countries` are those of parties, by the party's id."""
    found = {
        ("kind", transfer.kind),
        ("certainty", standing.certainty),
        ("reviewed", standing.reviewed),
        *(("origins", str(least)) for least in ORIGINS if len(transfer.origins) >= least),
    }
    for member in transfer.members:
        for argument in claims[member.claim].arguments:
            found.update(_of(argument, countries))
    return frozenset((name, storable(value)) for name, value in found)


def at_least(origins: int) -> str | None:
    """The value under which all transfers with so many origins are listed, and few others."""
    return max((str(least) for least in ORIGINS if least <= origins), key=int, default=None)


def unresolved(words: str) -> str:
    """What a party that nothing resolved is listed under."""
    return f"~{fold(words)}"


def _of(argument: Argument, countries: Mapping[str, str]) -> Iterator[Facet]:
    for value in argument.values:
        match value:
            case Party(id=id, parents=parents):
                for party in (id, *parents):
                    yield "party", party
                    yield argument.role, party
                    if party in countries:
                        yield "country", countries[party]
            case Materiel(designation=designation, category=category):
                yield "category", category
                if designation is not None:
                    yield "designation", designation
            case Place(country=str(country)):
                yield "country", country
    if not argument.values and argument.role in PARTY_ROLES:
        words = unresolved(argument.stands_for_words or argument.words)
        yield "party", words
        yield argument.role, words


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
