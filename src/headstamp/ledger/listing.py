"""The list of transfers: filtered by facets and numbers, sorted, a page at a time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, select, tuple_

from headstamp.errors import Missing
from headstamp.ledger.days import day_of
from headstamp.ledger.facets import CERTAINTIES, REVIEWED
from headstamp.ledger.filtering import SORTS, Filters, Sort, passing
from headstamp.ledger.lookup import found
from headstamp.ledger.paging import page_after, place_of
from headstamp.ledger.schema import claims, documents, entries, members
from headstamp.model import Span
from headstamp.model.transfer import ClaimRef, Transfer

__all__ = ("SORTS", "Filters", "Listed", "Page", "Sort", "by_id", "listing", "parts")


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim of a listed transfer. `source_id` is its id in a reading that was made elsewhere."""

    ref: ClaimRef
    source_id: str | None
    trigger: Span


@dataclass(frozen=True, slots=True)
class Listed:
    """A transfer as it is listed; `claims` in the order of its members, none where they were not
    asked for.
    """

    transfer: Transfer
    claims: tuple[ListedClaim, ...]
    certainty: str
    reviewed: str
    earliest: date | None
    latest: date | None
    reported: date | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the transfers asked for; `next` is the `after` of the next page, None at the end,
    `previous` the `before` of the page before, None at the beginning.
    """

    listed: tuple[Listed, ...]
    next: str | None
    previous: str | None = None


def listing(
    connection: Connection,
    filters: Filters,
    *,
    sort: Sort = "reported",
    limit: int = 50,
    after: str | None = None,
    before: str | None = None,
) -> Page:
    """The transfers that pass the filters, the highest or latest first, without their claims; those
    next `after` or `before` one of another page.

    Raises `InputError` for a sort or a page that there is none of.
    """
    found = passing(connection, filters, sort)
    if found is None:
        return Page((), None)
    there = found.order, found.number
    run = [column.asc() if before is not None else column.desc() for column in there]
    query = select(found.order.label("place"), found.number.label("number"))
    query = query.select_from(found.rows).where(*found.conditions).order_by(*run).limit(limit + 1)
    if before is not None:
        query = query.where(tuple_(*there) > tuple_(*place_of(before)))
    elif after is not None:
        query = query.where(tuple_(*there) < tuple_(*place_of(after)))
    some = query.subquery()
    whole = select(entries, some.c.place).join(some, some.c.number == entries.c.number)
    rows = connection.execute(whole.order_by(some.c.place.desc(), some.c.number.desc())).all()
    page, more = (rows[:limit] if before is None else rows[-limit:]), len(rows) > limit
    is_first = not page or not (more if before is not None else after is not None)
    is_last = not page or not (more or before is not None)
    return Page(
        tuple(map(_of_row, page)),
        None if is_last else page_after(page[-1].place, page[-1].number),
        None if is_first else page_after(page[0].place, page[0].number),
    )


def by_id(connection: Connection, id: str) -> Listed:
    """One transfer. Raises `InputError` where there is none of that id."""
    rows = connection.execute(select(entries).where(entries.c.id == id)).all()
    if not rows:
        raise Missing(id, "is no transfer of the ledger", "see `headstamp list`")
    return with_claims(connection, [_of_row(rows[0])])[0]


def parts(connection: Connection, id: str) -> tuple[str, ...]:
    """The ids of the part-deliveries of a deal."""
    query = select(entries.c.id).where(entries.c.part_of == id).order_by(entries.c.id)
    return tuple(connection.execute(query).scalars())


def with_claims(connection: Connection, listed: Sequence[Listed]) -> tuple[Listed, ...]:
    """Transfers, each with its claims."""
    query = (
        select(entries.c.id.label("entry"), documents.c.id, claims.c.name, claims.c.source_id)
        .add_columns(claims.c.trigger_start, claims.c.trigger_end)
        .join(members, members.c.entry == entries.c.number)
        .join(claims, claims.c.number == members.c.claim)
        .join(documents, documents.c.number == claims.c.document)
    )
    held: dict[str, dict[ClaimRef, ListedClaim]] = defaultdict(dict)
    for claim in found(connection, query, entries.c.id, [each.transfer.id for each in listed]):
        ref = ClaimRef(claim.id, claim.name)
        trigger = Span(claim.trigger_start, claim.trigger_end)
        held[claim.entry][ref] = ListedClaim(ref, claim.source_id, trigger)
    return tuple(
        replace(each, claims=tuple(held[each.transfer.id][m.claim] for m in each.transfer.members))
        for each in listed
    )


def _of_row(row: Any) -> Listed:
    return Listed(
        transfer=row.body,
        claims=(),
        certainty=CERTAINTIES[row.certainty],
        reviewed=REVIEWED[row.reviewed],
        earliest=day_of(row.earliest),
        latest=day_of(row.latest),
        reported=day_of(row.reported),
    )
