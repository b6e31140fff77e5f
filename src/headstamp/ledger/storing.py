"""Transfers written to the ledger: rows of what they are, hold, and are found by, and counts."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy import bindparam as bind

from headstamp.ledger.facets import Facet
from headstamp.ledger.lookup import chunks, found, next_number
from headstamp.ledger.making import Made, Told, made
from headstamp.ledger.rows import Row
from headstamp.ledger.schema import (
    DERIVED,
    claims,
    documents,
    entries,
    facet_values,
    members,
    pairs,
    readings,
)
from headstamp.ledger.schema import facets as listed
from headstamp.ledger.stating import reviews
from headstamp.ledger.valuing import COUNTED, numbered, tallies
from headstamp.ledger.versions import renew
from headstamp.model import Extract
from headstamp.model.transfer import ClaimRef, Transfer

_AT_ONCE = 500
_CLAIMS_AT_ONCE = 400
_ROWS_AT_ONCE = 50_000
_LISTED = [column.name for column in listed.c]
_PAIRED = [column.name for column in pairs.c]

Tally = Counter[tuple[int, str]]
"""How many transfers more or fewer a facet value has in one of the columns that count them."""


def replace(
    connection: Connection,
    gone: Iterable[str],
    transfers: Iterable[Transfer],
    extracts: Mapping[str, Extract],
    countries: Mapping[str, str],
    ids: Mapping[str, str],
) -> None:
    """Take the transfers with the ids `gone` away and store `transfers` in their place.

    `extracts` holds the documents of their claims, as `contents.extracts` gives them; `countries`
    and `ids` are as in `making.Told`.
    """
    remove(connection, gone)
    for some in chunks(transfers, _AT_ONCE):
        held = {member.claim.document for each in some for member in each.members}
        numbers, reviewed = _numbers(connection, held)
        told = Told(
            {ClaimRef(id, claim.id): claim for id in held for claim in extracts[id].claims},
            numbers,
            reviewed,
            {id: extracts[id].document.outlet for id in held},
            {id: extracts[id].document.published.day for id in held},
            countries,
            ids,
        )
        store(connection, [made(transfer, told) for transfer in some])


def remove(connection: Connection, ids: Iterable[str]) -> None:
    """Take the transfers with these ids away."""
    renew(connection)
    change: Tally = Counter()
    for some in chunks(ids, _AT_ONCE):
        change.subtract(_remove(connection, some))
    _count(connection, change)


def store(connection: Connection, ready: Iterable[Made]) -> None:
    """Store transfers that are made ready, as they come."""
    renew(connection)
    storing = _Storing(connection)
    for some in _shares(ready):
        storing.take(some)
    storing.end()


def drop(connection: Connection) -> None:
    """Take all that is derived away, to build it again."""
    renew(connection)
    for derived in DERIVED:
        connection.execute(delete(derived))


def _count(connection: Connection, change: Tally) -> None:
    none = {f"more_{name}": 0 for name in COUNTED}
    rows: dict[int, Row] = defaultdict(lambda: dict(none))
    for (value, counted), more in change.items():
        if more:
            rows[value] |= {"which": value, f"more_{counted}": more}
    if rows:
        chosen = update(facet_values).where(facet_values.c.number == bind("which"))
        more_of = {name: facet_values.c[name] + bind(f"more_{name}") for name in COUNTED}
        connection.execute(chosen.values(more_of), list(rows.values()))


def _remove(connection: Connection, ids: list[str]) -> Tally:
    """Take some transfers away; how many each facet value loses."""
    numbers = list(
        connection.execute(select(entries.c.number).where(entries.c.id.in_(ids))).scalars()
    )
    lost = tallies().where(listed.c.entry.in_(numbers))
    counted: Tally = Counter(
        {
            (row.value, name): getattr(row, name)
            for row in connection.execute(lost)
            for name in COUNTED
        }
    )
    for theirs in (pairs.c.entry, listed.c.entry, members.c.entry, entries.c.number):
        connection.execute(delete(theirs.table).where(theirs.in_(numbers)))
    return counted


class _Storing:
    """Transfers on their way in, some at a time. Numbers of values are asked for once; rows of
    facets and pairs wait until there are many, to be written in the order in which they lie; what
    values gain waits for the end.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._next = next_number(connection, entries)
        self._values: dict[Facet, int] = {}
        self._named: set[Facet] = set()
        self._listed: list[tuple[int, int, int, bool]] = []
        self._pairs: list[tuple[int, bool, int, int, int, bool]] = []
        self._gained: Counter[tuple[int, bool, bool, bool]] = Counter()

    def take(self, ready: Sequence[Made]) -> None:
        """Store some transfers."""
        numbers = range(self._next, self._next + len(ready))
        self._next = numbers.stop
        rows = [(number, *each.row.values()) for number, each in zip(numbers, ready, strict=True)]
        _write(self._connection, entries, ["number", *ready[0].row], rows)
        held = [
            (number, claim, stance)
            for number, each in zip(numbers, ready, strict=True)
            for claim, stance in each.members
        ]
        _write(self._connection, members, ["entry", "claim", "stance"], held)
        self._number(ready)
        for number, each in zip(numbers, ready, strict=True):
            self._list(number, each)
        if len(self._listed) >= _ROWS_AT_ONCE:
            self._write_listed()

    def end(self) -> None:
        """Store what waits."""
        self._write_listed()
        change: Tally = Counter()
        for (value, *also), times in self._gained.items():
            for counted, holds in zip(COUNTED, (True, *also), strict=True):
                change[value, counted] += times * holds
        _count(self._connection, change)

    def _number(self, ready: Sequence[Made]) -> None:
        """Ask for the numbers of facet values, of those with words again where they had none."""
        called: dict[Facet, str | None] = {}
        for each in ready:
            for facet, words in each.under.items():
                if facet not in (self._named if words else self._values):
                    called[facet] = words or called.get(facet)
        if called:
            self._values |= numbered(self._connection, called)
            self._named.update(facet for facet, words in called.items() if words)

    def _list(self, number: int, each: Made) -> None:
        """List an entry under its facets, and its parties."""
        values, reported = self._values, each.row["reported"]
        is_confirmed, is_denied = each.is_confirmed, each.is_denied
        for facet in each.under:
            value, repeats = values[facet], facet in each.repeats
            self._listed.append((value, reported, number, repeats))
            self._gained[value, is_confirmed, is_denied, repeats] += 1
        for supply in each.supplies:
            party, other = values["party", supply.party], values["party", supply.other]
            pair = party, supply.gives, each.year, other, number, supply.direct
            self._pairs.append(pair)

    def _write_listed(self) -> None:
        _write(self._connection, listed, _LISTED, sorted(self._listed))
        _write(self._connection, pairs, _PAIRED, sorted(self._pairs))
        self._listed.clear()
        self._pairs.clear()


def _write(
    connection: Connection, stored: Table, names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows with the values of the columns `names`, as the driver takes them."""
    statement = insert(stored).values({name: bind(name) for name in names})
    compiled = statement.compile(dialect=connection.dialect)
    if compiled.positiontup:
        taking = itemgetter(*map(names.index, compiled.positiontup))
        given: Sequence[Any] = [taking(row) for row in rows]
    else:
        given = [dict(zip(names, row, strict=True)) for row in rows]
    if given:
        connection.exec_driver_sql(str(compiled), given)


def _shares(ready: Iterable[Made]) -> Iterator[list[Made]]:
    """Transfers in lists of about so many claims."""
    some: list[Made] = []
    claims = 0
    for each in ready:
        some.append(each)
        claims += len(each.members)
        if claims >= _CLAIMS_AT_ONCE:
            yield some
            some, claims = [], 0
    if some:
        yield some


def _numbers(
    connection: Connection, ids: Collection[str]
) -> tuple[dict[ClaimRef, int], frozenset[int]]:
    """The numbers of the current claims of some documents, and which of them are reviewed."""
    query = (
        select(documents.c.id, claims.c.document, claims.c.name, claims.c.number)
        .join(readings, readings.c.document == documents.c.number)
        .join(claims, claims.c.reading == readings.c.number)
        .where(readings.c.current)
    )
    rows = list(found(connection, query, documents.c.id, ids))
    held: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        held[row.document].append(row.number)
    verdicts = reviews(connection, held)
    return {ClaimRef(row.id, row.name): row.number for row in rows}, frozenset(verdicts)
