"""Transfers written to the ledger: rows of what they are, hold, and are found by, and counts."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy import bindparam as bind

from headstamp.ledger.facets import (
    CERTAINTIES,
    CONFIRMING,
    REVIEWED,
    Facet,
    Standing,
    facets,
    repeated,
    standing,
    usefulness,
)
from headstamp.ledger.lookup import chunks, found, next_number
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
from headstamp.ledger.supplies import Supply, supplies
from headstamp.ledger.valuing import COUNTED, numbered, tallies
from headstamp.ledger.versions import renew
from headstamp.model import Claim, Extract
from headstamp.model.plain import encode
from headstamp.model.transfer import ClaimRef, Transfer

_AT_ONCE = 500

Tally = Counter[tuple[int, str]]
"""How many transfers more or fewer a facet value has in one of the columns that count them."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What transfers are made of: claims and outlets of their documents, countries of parties by
    id, and ids of parties by name.
    """

    claims: Mapping[ClaimRef, Claim]
    outlets: Mapping[str, str | None]
    countries: Mapping[str, str]
    ids: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Made:
    """A transfer on its way into the ledger, with all that it is found by."""

    number: int
    transfer: Transfer
    standing: Standing
    under: Mapping[Facet, str | None]
    repeats: frozenset[Facet]
    supplies: frozenset[Supply]


def replace(
    connection: Connection,
    gone: Iterable[str],
    made: Iterable[Transfer],
    extracts: Mapping[str, Extract],
    countries: Mapping[str, str],
    ids: Mapping[str, str],
) -> None:
    """Take the transfers with the ids `gone` away and store those `made` in their place.

    `extracts` holds the documents of the claims in `made`, as `contents.extracts` gives them;
    `countries` are those of parties (ISO 3166), by the party's id, to list a transfer under, and
    `ids` those of parties, by name: parties have what they belong to by name.
    """
    renew(connection)
    change: Tally = Counter()
    for some_gone in chunks(gone, _AT_ONCE):
        change.subtract(_remove(connection, some_gone))
    for some in chunks(made, _AT_ONCE):
        held = {member.claim.document for each in some for member in each.members}
        told = _Told(
            {ClaimRef(id, claim.id): claim for id in held for claim in extracts[id].claims},
            {id: extracts[id].document.outlet for id in held},
            countries,
            ids,
        )
        change.update(_store(connection, some, extracts, told))
    _count(connection, change)


def drop(connection: Connection) -> None:
    """Take all that is derived away, to build it again."""
    renew(connection)
    for table in DERIVED:
        connection.execute(delete(table))


def _count(connection: Connection, change: Tally) -> None:
    none = {f"more_{name}": 0 for name in COUNTED}
    rows: dict[int, Row] = defaultdict(lambda: dict(none))
    for (value, column), more in change.items():
        if more:
            rows[value] |= {"which": value, f"more_{column}": more}
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
    for column in (pairs.c.entry, listed.c.entry, members.c.entry, entries.c.number):
        connection.execute(delete(column.table).where(column.in_(numbers)))
    return counted


def _store(
    connection: Connection,
    transfers: list[Transfer],
    extracts: Mapping[str, Extract],
    told: _Told,
) -> Tally:
    """Store some transfers; how many each facet value gains."""
    numbers, verdicts = _numbers(connection, told.outlets)
    first = next_number(connection, entries)
    made = []
    for number, transfer in enumerate(transfers, start=first):
        days = [extracts[m.claim.document].document.published.day for m in transfer.members]
        judged = sum(numbers[member.claim] in verdicts for member in transfer.members)
        stands = standing(transfer, told.claims, days, judged)
        made.append(_made(number, transfer, stands, told))
    connection.execute(insert(entries), [_entry_row(each) for each in made])
    member_rows = [
        {"entry": each.number, "claim": numbers[member.claim], "stance": member.stance}
        for each in made
        for member in each.transfer.members
    ]
    connection.execute(insert(members), member_rows)
    return _list(connection, made)


def _made(number: int, transfer: Transfer, stands: Standing, told: _Told) -> _Made:
    return _Made(
        number,
        transfer,
        stands,
        facets(transfer, told.claims, stands, told.countries, told.outlets, told.ids),
        repeated(transfer, told.claims, told.outlets),
        supplies(transfer, told.claims, told.ids),
    )


def _entry_row(made: _Made) -> Row:
    transfer, stands = made.transfer, made.standing
    return {
        "number": made.number,
        "id": transfer.id,
        "kind": transfer.kind,
        "part_of": transfer.part_of,
        "claims": len(transfer.members),
        "reports": len(transfer.reports),
        "origins": len(transfer.origins),
        "denials": len(transfer.denials),
        "certainty": CERTAINTIES.index(stands.certainty),
        "reviewed": REVIEWED.index(stands.reviewed),
        "earliest": stands.earliest_day,
        "latest": stands.latest_day,
        "reported": stands.reported_day,
        "queue": usefulness(transfer, stands),
        "body": encode(transfer),
    }


def _list(connection: Connection, made: list[_Made]) -> Tally:
    """List entries under their facets, and their parties; how many each facet value gains."""
    called: dict[Facet, str | None] = {}
    for each in made:
        called |= {facet: words or called.get(facet) for facet, words in each.under.items()}
    values = numbered(connection, called)
    gained: Tally = Counter()
    rows, pair_rows = [], []
    for each in made:
        confirmed = len(each.transfer.origins) >= CONFIRMING
        told = {"reported": each.standing.reported_day, "entry": each.number}
        for facet in each.under:
            value, repeats = values[facet], facet in each.repeats
            rows.append({"value": value, "repeats": repeats, **told})
            gained[value, "entries"] += 1
            gained[value, "confirmed"] += confirmed
            gained[value, "denied"] += bool(each.transfer.denials)
            gained[value, "repeated"] += repeats
        pair_rows += [
            {
                "party": values["party", supply.party],
                "gives": supply.gives,
                "year": each.standing.year,
                "other": values["party", supply.other],
                "entry": each.number,
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
