"""What claims and documents are found by when they are linked: keys that others share.

A key is any string (`recipient=hezbollah category=rocket`); what is stored is 64 bits of its hash,
so two keys may meet by chance once in 10¹⁹ pairs: what is found is a candidate, to be compared.
"""

import hashlib
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from headstamp.ledger.lookup import found
from headstamp.ledger.schema import claim_keys, claims, documents, edition_keys, readings
from headstamp.model.transfer import ClaimRef


def key_claims(connection: Connection, keys: Mapping[ClaimRef, Iterable[str]]) -> None:
    """Store keys of current claims. A claim of another reading does not inherit them."""
    query = (
        select(documents.c.id, claims.c.name, claims.c.number)
        .join(readings, readings.c.document == documents.c.number)
        .join(claims, claims.c.reading == readings.c.number)
        .where(readings.c.current)
    )
    rows = found(connection, query, documents.c.id, {ref.document for ref in keys})
    numbers = {ClaimRef(row.id, row.name): row.number for row in rows}
    _store(connection, claim_keys, {numbers[ref]: theirs for ref, theirs in keys.items()})


def key_documents(connection: Connection, keys: Mapping[str, Iterable[str]]) -> None:
    """Store keys of documents as they stand today (fingerprints of passages)."""
    query = (
        select(documents.c.id, readings.c.edition)
        .join(readings, readings.c.document == documents.c.number)
        .where(readings.c.current)
    )
    numbers = {row.id: row.edition for row in found(connection, query, documents.c.id, keys)}
    _store(connection, edition_keys, {numbers[id]: theirs for id, theirs in keys.items()})


def claims_sharing(connection: Connection, keys: Iterable[str]) -> frozenset[ClaimRef]:
    """The current claims that have one of the keys."""
    query = (
        select(documents.c.id, claims.c.name)
        .join(claims, claims.c.document == documents.c.number)
        .join(readings, readings.c.number == claims.c.reading)
        .join(claim_keys, claim_keys.c.claim == claims.c.number)
        .where(readings.c.current)
    )
    rows = found(connection, query, claim_keys.c.key, {_hashed(key) for key in keys})
    return frozenset(ClaimRef(row.id, row.name) for row in rows)


def documents_sharing(connection: Connection, keys: Iterable[str]) -> frozenset[str]:
    """The documents whose text of today has one of the keys."""
    query = (
        select(documents.c.id)
        .join(readings, readings.c.document == documents.c.number)
        .join(edition_keys, edition_keys.c.edition == readings.c.edition)
        .where(readings.c.current)
    )
    rows = found(connection, query, edition_keys.c.key, {_hashed(key) for key in keys})
    return frozenset(row.id for row in rows)


def _store(connection: Connection, table: Table, keys: Mapping[int, Iterable[str]]) -> None:
    """Write the keys in their order, which a B-tree takes best; those that are there stay."""
    owner = table.c.keys()[1]
    pairs = sorted({(_hashed(key), number) for number, some in keys.items() for key in some})
    rows = [{"key": key, owner: number} for key, number in pairs]
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    if rows:
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def _hashed(key: str) -> int:
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
