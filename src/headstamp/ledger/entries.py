"""Transfers as the ledger stores them: derived from claims, replaced whenever those change."""

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection, func, select

from headstamp.ledger.lookup import found
from headstamp.ledger.schema import (
    claims,
    documents,
    entries,
    facet_values,
    facets,
    members,
    readings,
)
from headstamp.model.transfer import ClaimRef, Transfer

_AT_ONCE = 500


def touching(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    """The transfers that hold a claim of these documents, of whichever reading."""
    query = (
        select(entries.c.id)
        .join(members, members.c.entry == entries.c.number)
        .join(claims, claims.c.number == members.c.claim)
        .join(readings, readings.c.number == claims.c.reading)
        .join(documents, documents.c.number == readings.c.document)
        .distinct()
    )
    return frozenset(row.id for row in found(connection, query, documents.c.id, ids))


def holding(connection: Connection, refs: Collection[ClaimRef]) -> dict[ClaimRef, str]:
    """The transfer of each of these claims, for those that are part of one."""
    query = (
        select(documents.c.id, claims.c.name, entries.c.id.label("entry"))
        .join(readings, readings.c.document == documents.c.number)
        .join(claims, claims.c.reading == readings.c.number)
        .join(members, members.c.claim == claims.c.number)
        .join(entries, entries.c.number == members.c.entry)
    )
    wanted = set(refs)
    held = {}
    for row in found(connection, query, documents.c.id, {ref.document for ref in wanted}):
        ref = ClaimRef(row.id, row.name)
        if ref in wanted:
            held[ref] = row.entry
    return held


def of_document(connection: Connection, id: str) -> dict[ClaimRef, str]:
    """The transfer of each current claim of a document, for those that are part of one."""
    query = (
        select(claims.c.name, entries.c.id.label("entry"))
        .join(readings, readings.c.document == documents.c.number)
        .join(claims, claims.c.reading == readings.c.number)
        .join(members, members.c.claim == claims.c.number)
        .join(entries, entries.c.number == members.c.entry)
        .where(documents.c.id == id, readings.c.current)
        .order_by(claims.c.number)
    )
    return {ClaimRef(id, row.name): row.entry for row in connection.execute(query)}


def transfers(connection: Connection, ids: Iterable[str]) -> Iterator[Transfer]:
    """The transfers with these ids, in no order; ids that are not there are passed over."""
    for row in found(connection, select(entries.c.body), entries.c.id, ids):
        yield row.body


def parts_of(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    """The ids of the part-deliveries of these transfers."""
    query = select(entries.c.id)
    return frozenset(row.id for row in found(connection, query, entries.c.part_of, ids))


def naming(connection: Connection, parties: Iterable[str], *, limit: int) -> tuple[str, ...]:
    """The ids of at most `limit` documents in which a transfer's claims name one of these parties,
    of the latest reported first.
    """
    query = (
        select(documents.c.id, func.max(facets.c.reported).label("reported"))
        .join(claims, claims.c.document == documents.c.number)
        .join(members, members.c.claim == claims.c.number)
        .join(facets, facets.c.entry == members.c.entry)
        .join(facet_values, facet_values.c.number == facets.c.value)
        .where(facet_values.c.name == "party", facet_values.c.value.in_(list(parties)))
        .group_by(documents.c.id)
        .order_by(func.max(facets.c.reported).desc(), documents.c.id)
        .limit(limit)
    )
    return tuple(connection.execute(query).scalars())
