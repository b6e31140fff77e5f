"""The list of transfers: filtered by facets and numbers, sorted, a page at a time."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select, tuple_

from headstamp.errors import InputError, Missing
from headstamp.ledger.days import day_of
from headstamp.ledger.facets import CERTAINTIES, REVIEWED, at_least
from headstamp.ledger.lookup import found
from headstamp.ledger.paging import page_after, place_of
from headstamp.ledger.schema import claims, documents, entries, facet_values, facets, members
from headstamp.model import Span
from headstamp.model.plain import decode
from headstamp.model.transfer import ClaimRef, Transfer

Sort = Literal["reported", "period", "origins", "reports", "certainty"]
_PAGE = 50

SORTS: tuple[Sort, ...] = get_args(Sort)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a transfer must be to be listed; None asks for nothing.

    `party` is a party's id, or what `facets.unresolved` makes of words; a party's parents count as
    the party. `role` is the part that `party` plays. `since` and `until` keep the transfers whose
    period may touch those days; one without a period is then left out. `origins` is the least
    number of independent origins.
    """

    party: str | None = None
    role: str | None = None
    kind: str | None = None
    category: str | None = None
    designation: str | None = None
    country: str | None = None
    certainty: str | None = None
    reviewed: str | None = None
    since: date | None = None
    until: date | None = None
    origins: int | None = None


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim of a listed transfer. `source_id` is its id in a reading that was made elsewhere."""

    ref: ClaimRef
    source_id: str | None
    trigger: Span


@dataclass(frozen=True, slots=True)
class Listed:
    """A transfer as it is listed; `claims` in the order of its members."""

    transfer: Transfer
    claims: tuple[ListedClaim, ...]
    certainty: str
    reviewed: str
    earliest: date | None
    latest: date | None
    reported: date | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the transfers asked for; `next` is the `after` of the next page, None at the end."""

    listed: tuple[Listed, ...]
    next: str | None


def listing(
    connection: Connection,
    filters: Filters,
    *,
    sort: Sort = "reported",
    limit: int = 50,
    after: str | None = None,
) -> Page:
    """The transfers that pass the filters, the highest or latest first.

    Raises `InputError` for a sort or a page that there is none of.
    """
    wanted = _wanted(connection, filters)
    if wanted is None:
        return Page((), None)
    query = _passing(select(entries), wanted, filters, sort)
    order, number = _order(sort), entries.c.number
    if wanted.leads(sort) and sort == "reported":
        order, number = facets.c.reported, facets.c.entry
    if after is not None:
        query = query.where(tuple_(order, number) < tuple_(*place_of(after)))
    query = query.order_by(order.desc(), number.desc()).limit(limit + 1)
    rows = connection.execute(query.add_columns(order.label("place"))).all()
    last = rows[limit - 1] if len(rows) > limit else None
    more = page_after(last.place, last.number) if last else None
    return Page(tuple(_listed(connection, rows[:limit])), more)


def count(connection: Connection, filters: Filters) -> int:
    """How many transfers pass the filters."""
    wanted = _wanted(connection, filters)
    if wanted is None:
        return 0
    query = _passing(select(func.count()), wanted, filters, "reported")
    number: int = connection.execute(query).scalar_one()
    return number


def values(connection: Connection, name: str) -> dict[str, int]:
    """The values of one facet that transfers are listed under, and how many, the most first."""
    query = (
        select(facet_values.c.value, facet_values.c.entries)
        .where(facet_values.c.name == name, facet_values.c.entries > 0)
        .order_by(facet_values.c.entries.desc(), facet_values.c.value)
    )
    return {row.value: row.entries for row in connection.execute(query)}


def by_id(connection: Connection, id: str) -> Listed:
    """One transfer. Raises `InputError` where there is none of that id."""
    rows = connection.execute(select(entries).where(entries.c.id == id)).all()
    if not rows:
        raise Missing(id, "is no transfer of the ledger", "see `headstamp list`")
    return _listed(connection, rows)[0]


def parts(connection: Connection, id: str) -> tuple[str, ...]:
    """The ids of the part-deliveries of a deal."""
    query = select(entries.c.id).where(entries.c.part_of == id).order_by(entries.c.id)
    return tuple(connection.execute(query).scalars())


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The numbers of the facet values asked for, the rarest first. `frequent` says that so many
    transfers are likely to have them all that going through the sorted ones finds a page sooner
    than sorting all that have the rarest.
    """

    values: tuple[int, ...]
    frequent: bool

    def leads(self, sort: Sort) -> bool:
        """Whether the rarest value leads to the transfers; it has them by the last report."""
        return bool(self.values) and (sort == "reported" or not self.frequent)


def _wanted(connection: Connection, filters: Filters) -> _Wanted | None:
    """The facet values asked for; None where no transfer has one of them."""
    asked = {
        name: getattr(filters, name)
        for name in ("kind", "category", "designation", "country", "certainty", "reviewed")
    }
    asked[filters.role or "party"] = filters.party
    asked["origins"] = at_least(filters.origins or 0)
    pairs = [
        and_(facet_values.c.name == name, facet_values.c.value == value)
        for name, value in asked.items()
        if value is not None
    ]
    query = select(facet_values).where(or_(false(), *pairs))
    rows = connection.execute(query).all() if pairs else []
    if len(rows) < len(pairs) or any(row.entries == 0 for row in rows):
        return None
    total: int = connection.execute(select(func.max(entries.c.number))).scalar() or 1
    share = math.prod(row.entries / total for row in rows)
    rarest = min((row.entries for row in rows), default=0)
    ordered = sorted(rows, key=lambda row: (row.entries, row.number))
    return _Wanted(tuple(row.number for row in ordered), share * rarest > _PAGE)


def _passing(query: Select[Any], wanted: _Wanted, filters: Filters, sort: Sort) -> Select[Any]:
    """The query over what passes the filters."""
    others, entry = list(wanted.values), entries.c.number
    if wanted.leads(sort):
        rarest, entry = others.pop(0), facets.c.entry
        query = query.select_from(facets.join(entries, entries.c.number == entry))
        query = query.where(facets.c.value == rarest)
    else:
        query = query.select_from(entries)
    for value in others:
        other = facets.alias()
        there = select(other.c.entry).where(other.c.entry == entry, other.c.value == value)
        query = query.where(there.exists())
    if filters.since is not None:
        query = query.where(entries.c.latest >= filters.since.toordinal())
    if filters.until is not None:
        query = query.where(entries.c.earliest <= filters.until.toordinal())
    if filters.origins is not None:
        query = query.where(entries.c.origins >= filters.origins)
    return query


def _order(sort: Sort) -> ColumnElement[Any]:
    if sort not in SORTS:
        raise InputError(f"sort {sort}", "is not known", f"choose one of {', '.join(SORTS)}")
    return entries.c["latest" if sort == "period" else sort]


def _listed(connection: Connection, rows: Iterable[Any]) -> list[Listed]:
    """Rows of `entries` as transfers, each with its claims."""
    rows = list(rows)
    query = (
        select(members.c.entry, documents.c.id, claims.c.name, claims.c.source_id)
        .add_columns(claims.c.trigger_start, claims.c.trigger_end)
        .join(claims, claims.c.number == members.c.claim)
        .join(documents, documents.c.number == claims.c.document)
    )
    held: dict[int, dict[ClaimRef, ListedClaim]] = defaultdict(dict)
    for claim in found(connection, query, members.c.entry, [row.number for row in rows]):
        ref = ClaimRef(claim.id, claim.name)
        trigger = Span(claim.trigger_start, claim.trigger_end)
        held[claim.entry][ref] = ListedClaim(ref, claim.source_id, trigger)
    return [_of_row(row, held[row.number]) for row in rows]


def _of_row(row: Any, held: dict[ClaimRef, ListedClaim]) -> Listed:
    transfer = decode(Transfer, row.body)
    return Listed(
        transfer=transfer,
        claims=tuple(held[member.claim] for member in transfer.members),
        certainty=CERTAINTIES[row.certainty],
        reviewed=REVIEWED[row.reviewed],
        earliest=day_of(row.earliest),
        latest=day_of(row.latest),
        reported=day_of(row.reported),
    )
