"""What the ledger holds today of each document: its current reading, and its claims as reviewed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from headstamp.ledger.columns import storable
from headstamp.ledger.lookup import chunks, found
from headstamp.ledger.reviewing import reviewed
from headstamp.ledger.rows import document_of, extract_of
from headstamp.ledger.schema import claims, documents, editions, originals, readings
from headstamp.ledger.stating import of_claims, reviews
from headstamp.model import Claim, Document, Extract
from headstamp.model.transfer import Change, Review, Statement

_AT_ONCE = 200
"""Documents decoded together; some 10 MB."""


@dataclass(frozen=True, slots=True)
class AsRead:
    """A document as it was read, and beside it what stands of all that people said of its claims.

    `extract` holds the claims before any review, rejected ones too. The rest goes by the claims'
    ids: the last review and grade, and the notes from the earliest on.
    """

    extract: Extract
    reviews: Mapping[str, Change]
    grades: Mapping[str, Change]
    notes: Mapping[str, tuple[Change, ...]]

    def now(self, claim: Claim) -> Claim | None:
        """One of these claims as its review leaves it; None where it was rejected."""
        change = self.reviews.get(claim.id)
        review = change.statement if change else None
        text = self.extract.document.text
        return reviewed(claim, review, text) if isinstance(review, Review) else claim


def document_ids(connection: Connection) -> Iterator[str]:
    """The ids of all documents that a reading stands of, in the order they were added."""
    query = (
        select(documents.c.id)
        .join(readings, readings.c.document == documents.c.number)
        .where(readings.c.current)
        .order_by(documents.c.number)
    )
    yield from connection.execute(query).scalars()


def claims_read(connection: Connection) -> int:
    """How many claims were ever read, those of superseded readings too."""
    number: int | None = connection.execute(select(func.max(claims.c.number))).scalar()
    return number or 0


def extracts(connection: Connection, ids: Iterable[str]) -> Iterator[Extract]:
    """What was found in these documents, as the last standing reviews leave it: without the claims
    that were rejected, the others corrected. Ids that are not there are passed over.
    """
    for some in chunks(ids, _AT_ONCE):
        yield from _extracts(connection, some)


def read_by(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[Document, str]]:
    """Which of these documents are there, by the ids asked for, each with who read it last."""
    asked = {storable(id): id for id in ids}
    query = (
        select(documents.c.id, editions.c.body, editions.c.text, readings.c.reader)
        .join(readings, readings.c.document == documents.c.number)
        .join(editions, editions.c.number == readings.c.edition)
        .where(readings.c.current)
    )
    rows = found(connection, query, documents.c.id, asked)
    return {asked[row.id]: (document_of(row), row.reader) for row in rows}


def as_read(connection: Connection, id: str) -> AsRead | None:
    """A document as it was read, and what people say of it; None where there is none."""
    document = next(_documents(connection, [id]), None)
    if document is None:
        return None
    said = of_claims(connection, [document.number], ("review", "rate", "note"))
    told = {
        act: {name: theirs[n] for n, name in document.claims.items() if n in theirs}
        for act, theirs in said.items()
    }
    return AsRead(
        document.extract,
        {name: changes[-1] for name, changes in told["review"].items()},
        {name: changes[-1] for name, changes in told["rate"].items()},
        told["note"],
    )


def original(connection: Connection, id: str) -> bytes | None:
    """The bytes that came in; None where they were not at hand or there is no such document."""
    query = (
        select(originals.c.data)
        .join(documents, documents.c.digest == originals.c.digest)
        .where(documents.c.id == id)
    )
    return connection.execute(query).scalar()


class _Document(NamedTuple):
    """A document as it was read, its number, and its claims' ids by their numbers."""

    number: int
    extract: Extract
    claims: Mapping[int, str]


def _extracts(connection: Connection, ids: list[str]) -> Iterator[Extract]:
    read = list(_documents(connection, ids))
    verdicts = reviews(connection, [document.number for document in read])
    for _, extract, names in read:
        by_name = {names[n]: verdicts[n].statement for n in names if n in verdicts}
        yield replace(extract, claims=_left(extract, by_name)) if by_name else extract


def _documents(connection: Connection, ids: list[str]) -> Iterator[_Document]:
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
    for row in rows:
        theirs = said[row.number]
        names = {claim.number: claim.name for claim in theirs}
        yield _Document(row.document, extract_of(document_of(row), row, theirs), names)


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
