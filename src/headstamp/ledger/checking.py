"""Whether a ledger is whole: bytes against digests, offsets against texts, references, the log."""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, text
from sqlalchemy.exc import DBAPIError

from headstamp.ledger.history import change_of
from headstamp.ledger.rows import document_of, edition_row, extract_of
from headstamp.ledger.schema import (
    changes,
    claims,
    documents,
    editions,
    entries,
    facet_values,
    members,
    originals,
    readings,
)
from headstamp.ledger.soundness import unsound
from headstamp.ledger.valuing import COUNTED, tallies

_AT_ONCE = 200
"""Rows held in memory at a time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in the ledger: `code` a word for programs, `message` a sentence's body."""

    code: str
    message: str


Check = Callable[[Connection], Iterator[Fault]]


def verify(connection: Connection) -> Iterator[Fault]:
    """What is wrong in the ledger, as it is found; nothing for a whole one."""
    for check in CHECKS:
        try:
            yield from check(connection)
        except DBAPIError as error:
            yield Fault("unreadable", f"{check.__name__.strip('_')}: {error.orig}")
            return


def _file(connection: Connection) -> Iterator[Fault]:
    """The pages of the file, and its references, as SQLite itself checks them."""
    if connection.dialect.name != "sqlite":
        return
    for row in connection.execute(text("PRAGMA quick_check")):
        if row[0] != "ok":
            yield Fault("damaged", str(row[0]))
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault("reference", f"a row of {row[0]} refers to a row of {row[2]} that is gone")


def _originals(connection: Connection) -> Iterator[Fault]:
    for row in _each(connection, select(originals.c.digest, originals.c.size_bytes)):
        chosen = select(originals.c.data).where(originals.c.digest == row.digest)
        try:
            data = connection.execute(chosen).scalar_one()
        except zlib.error:
            yield Fault("original", f"the bytes of {row.digest} cannot be unpacked")
            continue
        if len(data) != row.size_bytes or hashlib.sha256(data).hexdigest() != row.digest:
            yield Fault("original", f"the bytes of {row.digest} are not those that came in")


def _readings(connection: Connection) -> Iterator[Fault]:
    """Every reading: its text is what was fingerprinted, and what it found stands there."""
    query = (
        select(readings, documents.c.id, editions.c.body, editions.c.fingerprint)
        .join(editions, editions.c.number == readings.c.edition)
        .join(documents, documents.c.number == readings.c.document)
        .order_by(readings.c.number)
    )
    for row in _each(connection, query.with_only_columns(readings.c.number)):
        name = f"reading {row.number}"
        try:
            whole = connection.execute(
                query.add_columns(editions.c.text).where(readings.c.number == row.number)
            ).one()
            said = select(claims).where(claims.c.reading == row.number).order_by(claims.c.number)
            extract = extract_of(document_of(whole), whole, connection.execute(said).all())
        except (ValueError, zlib.error) as error:
            yield Fault("unreadable", f"{name}: {error}")
            continue
        name = f"{name} of {whole.id}"
        if edition_row(extract.document)["fingerprint"] != whole.fingerprint:
            yield Fault("edition", f"{name}: its text is not the one that was stored")
        for problem in unsound(extract):
            yield Fault("offsets", f"{name}: {problem}")


def _current(connection: Connection) -> Iterator[Fault]:
    """The current reading of each document is the newest whose change stands."""
    newest = (
        select(readings.c.document, func.max(readings.c.number).label("number"))
        .join(changes, changes.c.number == readings.c.change)
        .where(changes.c.undone_by.is_(None))
        .group_by(readings.c.document)
        .subquery()
    )
    query = select(
        readings.c.number, readings.c.current, newest.c.number.label("newest")
    ).outerjoin(newest, newest.c.document == readings.c.document)
    for row in _each(connection, query):
        if row.current != (row.number == row.newest):
            yield Fault("current", f"reading {row.number}: it is not what it is marked as")


def _log(connection: Connection) -> Iterator[Fault]:
    """Every statement can be read, and is undone exactly where an undoing of it stands."""
    others = changes.alias()
    undoing = (
        select(func.max(others.c.number))
        .where(others.c.undoes == changes.c.number, others.c.undone_by.is_(None))
        .scalar_subquery()
    )
    query = select(changes, undoing.label("undoing")).order_by(changes.c.number)
    for row in _each(connection, query):
        try:
            change_of(row)
        except ValueError as error:
            yield Fault("unreadable", f"change {row.number}: {error}")
        if (row.undoing is None) != (row.undone_by is None):
            yield Fault("undone", f"change {row.number}: it is not what it is marked as")
    known = select(claims.c.number)
    for column in (changes.c.claim, changes.c.other_claim):
        lost = select(changes.c.number).where(column.is_not(None), column.not_in(known))
        for number in connection.execute(lost).scalars():
            yield Fault("reference", f"change {number}: the claim it is about is gone")


def _entries(connection: Connection) -> Iterator[Fault]:
    """Transfers hold current claims, each one, and are counted right."""
    stale = (
        select(members.c.entry)
        .join(claims, claims.c.number == members.c.claim)
        .join(readings, readings.c.number == claims.c.reading)
        .where(readings.c.current.is_(False))
        .distinct()
    )
    for number in connection.execute(stale).scalars():
        yield Fault("derived", f"entry {number}: a claim of it is no longer current")
    held = select(members.c.entry, func.count().label("claims")).group_by(members.c.entry)
    counted = held.subquery()
    wrong = (
        select(entries.c.id)
        .outerjoin(counted, counted.c.entry == entries.c.number)
        .where(func.coalesce(counted.c.claims, 0) != entries.c.claims)
    )
    for id in connection.execute(wrong).scalars():
        yield Fault("derived", f"transfer {id}: claims are missing from it")
    added_up = tallies().subquery()
    miscounted = (
        select(facet_values.c.name, facet_values.c.value)
        .outerjoin(added_up, added_up.c.value == facet_values.c.number)
        .where(or_(*(func.coalesce(added_up.c[n], 0) != facet_values.c[n] for n in COUNTED)))
    )
    for row in connection.execute(miscounted):
        yield Fault("derived", f"{row.name} {row.value}: it is counted wrongly")


def _words(connection: Connection) -> Iterator[Fault]:
    """Every text is in the index of words."""
    table = "words_docsize" if connection.dialect.name == "sqlite" else "words"
    column = "id" if connection.dialect.name == "sqlite" else "edition"
    missing = select(editions.c.number).where(
        text(f"editions.number NOT IN (SELECT {column} FROM {table})")  # noqa: S608
    )
    for number in connection.execute(missing).scalars():
        yield Fault("words", f"edition {number}: its words are not searched")


CHECKS: tuple[Check, ...] = (_file, _originals, _readings, _current, _log, _entries, _words)


def _each(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    """The rows of a query without holding them all."""
    yield from connection.execution_options(yield_per=_AT_ONCE).execute(query)
