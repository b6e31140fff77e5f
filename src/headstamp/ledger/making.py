"""A transfer made ready to be stored: its row, its claims, and all that it is found by. Pure."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date

from headstamp.ledger.columns import packed_plain
from headstamp.ledger.facets import (
    CERTAINTIES,
    CONFIRMING,
    REVIEWED,
    Facet,
    Standing,
    facets,
    repeated,
    standing,
    usefulness,
)
from headstamp.ledger.rows import Row
from headstamp.ledger.supplies import Supply, supplies
from headstamp.model import Claim
from headstamp.model.plain import encode
from headstamp.model.transfer import ClaimRef, Transfer


@dataclass(frozen=True, slots=True)
class Told:
    """What transfers are made of: claims as reviewed, with their numbers; of their documents the
    outlets and days of publication; countries of parties (ISO 3166) by id, and ids of parties by
    name: parties have what they belong to by name. `reviewed` are numbers of claims.
    """

    claims: Mapping[ClaimRef, Claim]
    numbers: Mapping[ClaimRef, int]
    reviewed: Container[int]
    outlets: Mapping[str, str | None]
    published: Mapping[str, date | None]
    countries: Mapping[str, str]
    ids: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A transfer on its way into the ledger, all but its number, which the writer gives.

    `row` has its body packed; `members` are the numbers of its claims with their stances; `under`
    what it is listed under, each with the words it is called by.
    """

    row: Row
    members: tuple[tuple[int, str], ...]
    under: Mapping[Facet, str | None]
    repeats: frozenset[Facet]
    supplies: frozenset[Supply]
    year: int

    @property
    def is_confirmed(self) -> bool:
        """Whether several independent origins tell it."""
        return bool(self.row["origins"] >= CONFIRMING)

    @property
    def is_denied(self) -> bool:
        """Whether somebody denies it."""
        return bool(self.row["denials"])


def made(transfer: Transfer, told: Told) -> Made:
    """A transfer with all that it is stored with."""
    numbers = [told.numbers[member.claim] for member in transfer.members]
    days = [told.published[member.claim.document] for member in transfer.members]
    reviewed = sum(number in told.reviewed for number in numbers)
    stands = standing(transfer, told.claims, days, reviewed)
    return Made(
        _row(transfer, stands),
        tuple(zip(numbers, (member.stance for member in transfer.members), strict=True)),
        facets(transfer, told.claims, stands, told.countries, told.outlets, told.ids),
        repeated(transfer, told.claims, told.outlets),
        supplies(transfer, told.claims, told.ids),
        stands.year,
    )


def _row(transfer: Transfer, stands: Standing) -> Row:
    return {
        "id": transfer.id,
        "kind": transfer.kind,
        "part_of": transfer.part_of,
        "claims": len(transfer.members),
        "reports": len(transfer.reports),
        "origins": len(transfer.origins),
        "denials": len(transfer.denials),
        "certainty": CERTAINTIES.index(stands.certainty),
        "reviewed": REVIEWED.index(stands.reviewed),
        "earliest": stands.earliest_day,
        "latest": stands.latest_day,
        "reported": stands.reported_day,
        "queue": usefulness(transfer, stands),
        "body": packed_plain(encode(transfer)),
    }
