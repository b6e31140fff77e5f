"""Transfers written to the ledger: rows of what they are, hold, and are found by, and counts."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy import bindparam as bind

from headstamp.ledger.columns import taking_packed
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
_PACKED = taking_packed(entries)

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
    """Store transfers that are made ready."""
    renew(connection)
    change: Tally = Counter()
    for some in chunks(ready, _AT_ONCE):
        change.update(_store(connection, some))
    _count(connection, change)


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


def _store(connection: Connection, ready: list[Made]) -> Tally:
    """Store some transfers; how many each facet value gains."""
    numbered_ones = dict(enumerate(ready, start=next_number(connection, entries)))
    rows = [{"number": number, **each.row} for number, each in numbered_ones.items()]
    connection.execute(insert(_PACKED), rows)
    member_rows = [
        {"entry": number, "claim": claim, "stance": stance}
        for number, each in numbered_ones.items()
        for claim, stance in each.members
    ]
    connection.execute(insert(members), member_rows)
    return _list(connection, numbered_ones)


def _list(connection: Connection, ready: Mapping[int, Made]) -> Tally:
    """List entries under their facets, and their parties; how many each facet value gains."""
    called: dict[Facet, str | None] = {}
    for each in ready.values():
        called |= {facet: words or called.get(facet) for facet, words in each.under.items()}
    values = numbered(connection, called)
    gained: Tally = Counter()
    rows, pair_rows = [], []
    for number, each in ready.items():
        told = {"reported": each.row["reported"], "entry": number}
        for facet in each.under:
            value, repeats = values[facet], facet in each.repeats
            rows.append({"value": value, "repeats": repeats, **told})
            gained[value, "entries"] += 1
            gained[value, "confirmed"] += each.is_confirmed
            gained[value, "denied"] += each.is_denied
            gained[value, "repeated"] += repeats
        pair_rows += [
            {
                "party": values["party", supply.party],
                "gives": supply.gives,
                "year": each.year,
                "other": values["party", supply.other],
                "entry": number,
                "direct": supply.direct,
            }
            for supply in each.supplies
        ]
    rows.sort(key=lambda row: (row["value"], row["reported"], row["entry"]))
    pair_rows.sort(key=lambda row: tuple(row.values()))
    connection.execute(insert(listed), rows)
    if pair_rows:
        connection.execute(insert(pairs), pair_rows)
    return gained


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
