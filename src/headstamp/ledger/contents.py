"""What the ledger holds today of each document: its current reading, and its claims as reviewed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from headstamp.ledger.lookup import chunks, found
from headstamp.ledger.reviewing import reviewed
from headstamp.ledger.rows import document_of, extract_of
from headstamp.ledger.schema import claims, documents, editions, originals, readings
from headstamp.ledger.stating import reviews
from headstamp.model import Claim, Extract
from headstamp.model.transfer import Review, Statement

_AT_ONCE = 200
"""Documents decoded together; some 10 MB."""


def document_ids(connection: Connection) -> Iterator[str]:
    """The ids of all documents that a reading stands of, in the order they were added."""
    query = (
        select(documents.c.id)
        .join(readings, readings.c.document == documents.c.number)
        .where(readings.c.current)
        .order_by(documents.c.number)
    )
    yield from connection.execute(query).scalars()


def extracts(connection: Connection, ids: Iterable[str]) -> Iterator[Extract]:
    """What was found in these documents, as the last standing reviews leave it: without the claims
    that were rejected, the others corrected. Ids that are not there are passed over.
    """
    for some in chunks(ids, _AT_ONCE):
        yield from _extracts(connection, some)


def original(connection: Connection, id: str) -> bytes | None:
    """The bytes that came in; None where they were not at hand or there is no such document."""
    query = (
        select(originals.c.data)
        .join(documents, documents.c.digest == originals.c.digest)
        .where(documents.c.id == id)
    )
    return connection.execute(query).scalar()


def _extracts(connection: Connection, ids: list[str]) -> Iterator[Extract]:
    query = (
        select(documents.c.id, editions.c.body, editions.c.text)
        .add_columns(readings.c.number, readings.c.document, readings.c.detail, readings.c.findings)
        .join(readings, readings.c.document == documents.c.number)
        .join(editions, editions.c.number == readings.c.edition)
        .where(readings.c.current)
    )
    rows = list(found(connection, query, documents.c.id, ids))
    said: dict[int, list[Any]] = defaultdict(list)
    of_reading = select(claims).order_by(claims.c.number)
    for claim in found(connection, of_reading, claims.c.reading, [row.number for row in rows]):
        said[claim.reading].append(claim)
    verdicts = reviews(connection, [row.document for row in rows])
    for row in rows:
        extract = extract_of(document_of(row), row, said[row.number])
        by_name = {
            claim.name: verdicts[claim.number].statement
            for claim in said[row.number]
            if claim.number in verdicts
        }
        yield replace(extract, claims=_left(extract, by_name)) if by_name else extract


def _left(extract: Extract, verdicts: Mapping[str, Statement | None]) -> tuple[Claim, ...]:
    """The claims that reviews leave, corrected."""
    text = extract.document.text
    left = []
    for claim in extract.claims:
        review = verdicts.get(claim.id)
        kept = reviewed(claim, review, text) if isinstance(review, Review) else claim
        if kept is not None:
            left.append(kept)
    return tuple(left)
