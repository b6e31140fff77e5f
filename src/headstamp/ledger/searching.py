"""Full text over everything that was added: folded words, both stores, the newest first.

A query is words that must all occur; `"two words"` in a row, `rock*` the beginning of a word.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, column, select, table, text

from headstamp.errors import InputError
from headstamp.ledger.days import day_of
from headstamp.ledger.folding import fold, folded_words
from headstamp.ledger.schema import claims, documents, editions, entries, members, readings
from headstamp.model import Span

_FTS5 = "words MATCH :query"
_TSVECTOR = "words.folded @@ to_tsquery('simple', :query)"
_INDEXES = {
    "sqlite": table("words", column("rowid")),
    "postgresql": table("words", column("edition")),
}
"""The index of words, with the column that has the number of an edition."""

_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_AROUND = 80


@dataclass(frozen=True, slots=True)
class Hit:
    """A document in which the words stand. `excerpt` is some text around the first of them, and
    `marks` are the words found there, counted from its start. `entries` are the transfers that
    its claims are part of.
    """

    document: str
    title: str | None
    outlet: str | None
    published: date | None
    excerpt: str
    marks: tuple[Span, ...]
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Term:
    """One thing to look for: words in a row; the last may go on where `open` is true."""

    words: tuple[str, ...]
    open: bool


def index_words(connection: Connection, words: Mapping[int, str]) -> None:
    """Make new editions, by their numbers, findable by their words (`folding.searched`)."""
    if not words:
        return
    if connection.dialect.name == "sqlite":
        statement = "INSERT INTO words (rowid, folded) VALUES (:edition, :folded)"
    else:
        statement = "INSERT INTO words VALUES (:edition, to_tsvector('simple', :folded))"
    rows = [{"edition": number, "folded": folded} for number, folded in words.items()]
    connection.execute(text(statement), rows)


def search(
    connection: Connection, words: str, *, limit: int = 20, before: int | None = None
) -> tuple[tuple[Hit, ...], int | None]:
    """The documents with all the words, the last added first, and where the next page begins
    (hand it back as `before`), None at the end. Raises `InputError` for a query without words.
    """
    terms = tuple(_terms(words))
    if not terms:
        raise InputError(words or "search", "has no words to look for", "give at least one")
    sqlite = connection.dialect.name == "sqlite"
    index = _INDEXES[connection.dialect.name]
    (number,) = index.c
    query = (
        select(editions.c.number, editions.c.text, editions.c.outlet, editions.c.published)
        .add_columns(editions.c.body, documents.c.id, documents.c.number.label("document"))
        .select_from(index)
        .join(editions, editions.c.number == number)
        .join(documents, documents.c.number == editions.c.document)
        .join(readings, readings.c.edition == editions.c.number)
        .where(readings.c.current)
        .where(text(_FTS5 if sqlite else _TSVECTOR))
        .order_by(number.desc())
        .limit(bindparam("most"))
    )
    if before is not None:
        query = query.where(number < before)
    asked = {"query": (_fts5 if sqlite else _tsquery)(terms), "most": limit + 1}
    rows = connection.execute(query, asked).all()
    inside = _entries(connection, [row.document for row in rows])
    hits = []
    for row in rows[:limit]:
        excerpt, marks = _excerpt(row.text, terms)
        title = row.body.get("title")
        found = tuple(inside.get(row.document, ()))
        hits.append(Hit(row.id, title, row.outlet, day_of(row.published), excerpt, marks, found))
    return tuple(hits), rows[limit - 1].number if len(rows) > limit else None


def _terms(query: str) -> Iterator[_Term]:
    for phrase, word in _TERM.findall(query):
        folded = tuple(fold(phrase or word).split())
        if folded:
            yield _Term(folded, word.endswith("*"))


def _fts5(terms: Iterable[_Term]) -> str:
    return " ".join(f'"{" ".join(term.words)}"{"*" if term.open else ""}' for term in terms)


def _tsquery(terms: Iterable[_Term]) -> str:
    return " & ".join(f"({' <-> '.join(term.words)}{':*' if term.open else ''})" for term in terms)


def _excerpt(whole: str, terms: Iterable[_Term]) -> tuple[str, tuple[Span, ...]]:
    """Some text around the first word found, cut at words, and the found words in it."""
    wanted = {word for term in terms for word in term.words}
    starts = tuple(term.words[-1] for term in terms if term.open)
    marks: list[Span] = []
    for span, folded in folded_words(whole):
        if marks and span.end > marks[0].end + _AROUND:
            break
        if folded in wanted or folded.startswith(starts):
            marks.append(span)
    first = marks[0] if marks else Span(0, 0)
    start = whole.rfind(" ", 0, max(0, first.start - _AROUND)) + 1
    end = whole.find(" ", first.end + _AROUND)
    excerpt = whole[start : end if end >= 0 else len(whole)]
    return excerpt, tuple(Span(mark.start - start, mark.end - start) for mark in marks)


def _entries(connection: Connection, numbers: list[int]) -> dict[int, list[str]]:
    """The transfers of the current claims of some documents."""
    query = (
        select(claims.c.document, entries.c.id)
        .join(members, members.c.entry == entries.c.number)
        .join(claims, claims.c.number == members.c.claim)
        .join(readings, readings.c.number == claims.c.reading)
        .where(readings.c.document.in_(numbers), readings.c.current)
        .distinct()
        .order_by(claims.c.document, entries.c.id)
    )
    inside: dict[int, list[str]] = {}
    for document, entry in connection.execute(query):
        inside.setdefault(document, []).append(entry)
    return inside
