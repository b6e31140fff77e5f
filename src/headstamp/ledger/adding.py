"""Extracts into the ledger: each document, edition and reading once, however often it comes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from headstamp.ledger.columns import taking_packed
from headstamp.ledger.history import change_row, renew_current, undo
from headstamp.ledger.lookup import found, next_number
from headstamp.ledger.readying import Ready
from headstamp.ledger.rereading import Rereading
from headstamp.ledger.rows import Row
from headstamp.ledger.schema import changes, claims, documents, editions, originals, readings
from headstamp.ledger.searching import index_words
from headstamp.ledger.superseding import rereading

_TABLES = (changes, documents, editions, readings, claims)
_WRITTEN = tuple(map(taking_packed, (changes, originals, documents, editions, readings, claims)))


@dataclass(frozen=True, slots=True)
class Added:
    """What adding changed. `documents` are the ids, in the ledger, of those that are new or have
    another current reading than before; `known` counts the readings that were there already.
    """

    documents: tuple[str, ...]
    known: int
    claims: int
    rereadings: tuple[Rereading, ...]


def add(connection: Connection, additions: Iterable[Ready], *, by: str, at: datetime) -> Added:
    """Keep the additions, all in the transaction at hand.

    What is there already (the same bytes, the same text of them, the same reader) changes nothing.
    A reading by another reader, or of another text of the same bytes, takes the place of the last.
    One that was undone stands again.
    """
    batch = list(additions)
    adding = _Adding(connection, batch, by, at)
    for addition in batch:
        adding.take(addition)
    return adding.write()


@dataclass(slots=True)
class _Held:
    """A document as the ledger has it, with what is being added: numbers of its rows.

    `readings` by edition and reader. `before` is the reading that was current, None for none.
    """

    number: int
    id: str
    editions: dict[str, int] = field(default_factory=dict)
    readings: dict[tuple[int, str], int] = field(default_factory=dict)
    before: int | None = None


class _Adding:
    """The rows of one batch, gathered in memory and then written at once."""

    def __init__(self, connection: Connection, batch: list[Ready], by: str, at: datetime) -> None:
        self._connection = connection
        self._signed: dict[str, Any] = {"by": by, "at": at}
        self._next = {table.name: next_number(connection, table) for table in _TABLES}
        self._rows: dict[str, list[Row]] = {table.name: [] for table in (*_TABLES, originals)}
        self._undone: dict[int, int] = {}
        self._restored: list[int] = []
        self._touched: dict[int, _Held] = {}
        self._known = 0
        self._words: dict[int, str] = {}
        digests = {addition.digest for addition in batch}
        ids = {addition.id for addition in batch}
        self._held = self._documents(digests)
        self._ids = set(found_values(connection, documents, "id", ids))
        self._originals = set(found_values(connection, originals, "digest", digests))

    def take(self, addition: Ready) -> None:
        """Put one addition's rows beside the others, if it brings anything."""
        self._keep(addition)
        held = self._held.get(addition.digest) or self._document(addition)
        edition = self._edition(held, addition)
        key = (edition, addition.reading["reader"])
        if key not in held.readings:
            held.readings[key] = self._reading(held, edition, addition)
        elif held.readings[key] in self._undone:
            self._restored.append(self._undone.pop(held.readings[key]))
        else:
            self._known += 1
            return
        self._touched[held.number] = held

    def write(self) -> Added:
        """Write the rows; make the newest reading of each document its current one."""
        for table in _WRITTEN:
            if self._rows[table.name]:
                self._connection.execute(insert(table), self._rows[table.name])
        index_words(self._connection, self._words)
        for number in self._restored:
            undo(self._connection, number, **self._signed)
        told = []
        for held in self._touched.values():
            if len(held.readings) > 1:
                renew_current(self._connection, held.number)
                if held.before is not None:
                    told.append(rereading(self._connection, held.id, held.number, held.before))
        return Added(
            documents=tuple(held.id for held in self._touched.values()),
            known=self._known,
            claims=len(self._rows[claims.name]),
            rereadings=tuple(each for each in told if each is not None),
        )

    def _documents(self, digests: set[str]) -> dict[str, _Held]:
        """What the ledger has of the documents with these digests."""
        query = (
            select(documents, editions.c.fingerprint, editions.c.number.label("edition"))
            .add_columns(readings.c.number.label("reading"), readings.c.reader)
            .add_columns(readings.c.current, changes.c.undone_by)
            .join(editions, editions.c.document == documents.c.number)
            .join(readings, readings.c.edition == editions.c.number)
            .join(changes, changes.c.number == readings.c.change)
        )
        known: dict[str, _Held] = {}
        for row in found(self._connection, query, documents.c.digest, digests):
            held = known.setdefault(row.digest, _Held(row.number, row.id))
            held.editions[row.fingerprint] = row.edition
            held.readings[row.edition, row.reader] = row.reading
            if row.current:
                held.before = row.reading
            if row.undone_by is not None:
                self._undone[row.reading] = row.undone_by
        return known

    def _keep(self, addition: Ready) -> None:
        if addition.original is not None and addition.digest not in self._originals:
            self._originals.add(addition.digest)
            self._rows[originals.name].append(addition.original)

    def _document(self, addition: Ready) -> _Held:
        """A new document, under its own id, or where another has that, with its digest's head."""
        id = addition.id
        if id in self._ids:
            id = f"{id}~{addition.digest[:16]}"
        self._ids.add(id)
        number = self._row(documents, {"id": id, "digest": addition.digest})
        self._held[addition.digest] = held = _Held(number, id)
        return held

    def _edition(self, held: _Held, addition: Ready) -> int:
        fingerprint = addition.edition["fingerprint"]
        if fingerprint not in held.editions:
            number = self._row(editions, {"document": held.number, **addition.edition})
            held.editions[fingerprint] = number
            self._words[number] = addition.words
        return held.editions[fingerprint]

    def _reading(self, held: _Held, edition: int, addition: Ready) -> int:
        number = self._next[changes.name]
        self._next[changes.name] += 1
        signed = change_row(
            number, act="add", subject=held.id, document=held.number, **self._signed
        )
        self._rows[changes.name].append(signed)
        theirs = {"document": held.number, "edition": edition, "change": number}
        is_first = not held.readings
        reading = self._row(readings, {"current": is_first, **theirs, **addition.reading})
        for claim in addition.claims:
            self._row(claims, {"reading": reading, "document": held.number, **claim})
        return reading

    def _row(self, table: Table, row: Row) -> int:
        """Put a row aside under the table's next number."""
        number = self._next[table.name]
        self._next[table.name] += 1
        self._rows[table.name].append({"number": number, **row})
        return number


def found_values(
    connection: Connection, table: Table, column: str, values: Iterable[str]
) -> Iterable[str]:
    """Which of the values stand in a column."""
    place = table.c[column]
    return (row[0] for row in found(connection, select(place), place, values))
