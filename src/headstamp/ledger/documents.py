"""The list of documents: the newest published first, a page at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select, tuple_

from headstamp.ledger.days import day_of
from headstamp.ledger.lookup import found
from headstamp.ledger.paging import page_after, place_of
from headstamp.ledger.schema import claims, documents, editions, readings
from headstamp.ledger.stating import reviews


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document as it is listed. `claims` are those of its current reading, rejected ones among
    them, `reviewed` those of them that people have reviewed: two numbers.
    """

    id: str
    title: str | None
    outlet: str | None
    published: date | None
    language: str
    claims: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """Some of the documents; `next` is the `after` of the next page, None at the end."""

    listed: tuple[ListedDocument, ...]
    next: str | None


def listing(
    connection: Connection, *, limit: int = 50, after: str | None = None, outlet: str | None = None
) -> DocumentsPage:
    """The documents, the newest published first, those without a day last. `outlet` is a name as
    documents give it. Raises `InputError` for a page that there is none of.
    """
    order = editions.c.published, editions.c.number
    current = select(readings.c.number).where(
        readings.c.edition == editions.c.number, readings.c.current
    )
    some = select(*order).where(current.exists())
    if outlet is not None:
        some = some.where(editions.c.outlet == outlet)
    if after is not None:
        some = some.where(tuple_(*order) < tuple_(*place_of(after)))
    paged = some.order_by(*(column.desc() for column in order)).limit(limit + 1).subquery()
    query = (
        select(documents.c.id, documents.c.number.label("document"), readings.c.number)
        .add_columns(editions.c.outlet, editions.c.language, editions.c.body, editions.c.published)
        .add_columns(editions.c.number.label("edition"))
        .join(editions, editions.c.document == documents.c.number)
        .join(readings, readings.c.edition == editions.c.number)
        .join(paged, paged.c.number == editions.c.number)
        .where(readings.c.current)
        .order_by(paged.c.published.desc(), paged.c.number.desc())
    )
    rows = connection.execute(query).all()
    shown = rows[:limit]
    more = page_after(shown[-1].published, shown[-1].edition) if len(rows) > limit else None
    return DocumentsPage(tuple(_listed(connection, shown)), more)


def _listed(connection: Connection, rows: Iterable[Any]) -> Iterable[ListedDocument]:
    rows = list(rows)
    each = select(claims.c.reading, func.count().label("claims")).group_by(claims.c.reading)
    said = {
        row.reading: row.claims
        for row in found(connection, each, claims.c.reading, [row.number for row in rows])
    }
    reviewed: dict[int, int] = {}
    verdicts = reviews(connection, [row.document for row in rows])
    if verdicts:
        of_claim = select(claims.c.number, claims.c.reading)
        for claim in found(connection, of_claim, claims.c.number, verdicts):
            reviewed[claim.reading] = reviewed.get(claim.reading, 0) + 1
    for row in rows:
        yield ListedDocument(
            id=row.id,
            title=row.body.get("title"),
            outlet=row.outlet,
            published=day_of(row.published),
            language=row.language,
            claims=said.get(row.number, 0),
            reviewed=reviewed.get(row.number, 0),
        )
