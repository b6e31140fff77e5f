"""Transfers as the ledger stores them: derived from claims, replaced whenever those change."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update
from sqlalchemy import bindparam as bind

from headstamp.ledger.facets import CERTAINTIES, REVIEWED, Facet, facets, standing
from headstamp.ledger.lookup import chunks, found, next_number
from headstamp.ledger.rows import Row
from headstamp.ledger.schema import (
    DERIVED,
    claims,
    documents,
    entries,
    facet_values,
    members,
    readings,
)
from headstamp.ledger.schema import facets as listed
from headstamp.ledger.stating import reviews
from headstamp.ledger.versions import renew
from headstamp.model import Extract
from headstamp.model.plain import decode, encode
from headstamp.model.transfer import ClaimRef, Transfer

_AT_ONCE = 500


def touching(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    """The transfers that hold a claim of these documents, of whichever reading."""
    query = (
        select(entries.c.id)
        .join(members, members.c.entry == entries.c.number)
        .join(claims, claims.c.number == members.c.claim)
        .join(readings, readings.c.number == claims.c.reading)
        .join(documents, documents.c.number == readings.c.document)
        .distinct()
    )
    return frozenset(row.id for row in found(connection, query, documents.c.id, ids))


def holding(connection: Connection, refs: Collection[ClaimRef]) -> dict[ClaimRef, str]:
    """The transfer of each of these claims, for those that are part of one."""
    query = (
        select(documents.c.id, claims.c.name, entries.c.id.label("entry"))
        .join(readings, readings.c.document == documents.c.number)
        .join(claims, claims.c.reading == readings.c.number)
        .join(members, members.c.claim == claims.c.number)
        .join(entries, entries.c.number == members.c.entry)
    )
    wanted = set(refs)
    held = {}
    for row in found(connection, query, documents.c.id, {ref.document for ref in wanted}):
        ref = ClaimRef(row.id, row.name)
        if ref in wanted:
            held[ref] = row.entry
    return held


def of_document(connection: Connection, id: str) -> dict[ClaimRef, str]:
    """The transfer of each current claim of a document, for those that are part of one."""
    query = (
        select(claims.c.name, entries.c.id.label("entry"))
        .join(readings, readings.c.document == documents.c.number)
        .join(claims, claims.c.reading == readings.c.number)
        .join(members, members.c.claim == claims.c.number)
        .join(entries, entries.c.number == members.c.entry)
        .where(documents.c.id == id, readings.c.current)
        .order_by(claims.c.number)
    )
    return {ClaimRef(id, row.name): row.entry for row in connection.execute(query)}


def transfers(connection: Connection, ids: Iterable[str]) -> Iterator[Transfer]:
    """The transfers with these ids, in no order; ids that are not there are passed over."""
    for row in found(connection, select(entries.c.body), entries.c.id, ids):
        yield decode(Transfer, row.body)


def replace(
    connection: Connection,
    gone: Iterable[str],
    made: Iterable[Transfer],
    extracts: Mapping[str, Extract],
    countries: Mapping[str, str],
) -> None:
    """Take the transfers with the ids `gone` away and store those `made` in their place.

    `extracts` holds the documents of the claims in `made`, as `contents.extracts` gives them;
    `countries` are those of parties (ISO 3166), by the party's id, to list a transfer under.
    """
    renew(connection)
    change: Counter[int] = Counter()
    for ids in chunks(gone, _AT_ONCE):
        change.subtract(_remove(connection, ids))
    for some in chunks(made, _AT_ONCE):
        change.update(_store(connection, some, extracts, countries))
    counted = [{"which": value, "more": more} for value, more in change.items() if more]
    if counted:
        chosen = update(facet_values).where(facet_values.c.number == bind("which"))
        connection.execute(chosen.values(entries=facet_values.c.entries + bind("more")), counted)


def drop(connection: Connection) -> None:
    """Take all that is derived away, to build it again."""
    renew(connection)
    for table in DERIVED:
        connection.execute(delete(table))


def _remove(connection: Connection, ids: list[str]) -> Counter[int]:
    """Take some transfers away; how many each facet value loses."""
    numbers = list(
        connection.execute(select(entries.c.number).where(entries.c.id.in_(ids))).scalars()
    )
    lost = (
        select(listed.c.value, func.count().label("lost"))
        .where(listed.c.entry.in_(numbers))
        .group_by(listed.c.value)
    )
    counted = Counter({row.value: row.lost for row in connection.execute(lost)})
    for column in (listed.c.entry, members.c.entry, entries.c.number):
        connection.execute(delete(column.table).where(column.in_(numbers)))
    return counted


def _store(
    connection: Connection,
    made: list[Transfer],
    extracts: Mapping[str, Extract],
    countries: Mapping[str, str],
) -> Counter[int]:
    """Store some transfers; how many each facet value gains."""
    refs = [member.claim for transfer in made for member in transfer.members]
    numbers, verdicts = _numbers(connection, {ref.document for ref in refs})
    told = {
        ClaimRef(id, claim.id): claim
        for id in {ref.document for ref in refs}
        for claim in extracts[id].claims
    }
    entry_rows: list[Row] = []
    member_rows: list[Row] = []
    under: dict[int, tuple[int, frozenset[Facet]]] = {}
    for number, transfer in enumerate(made, start=next_number(connection, entries)):
        days = [extracts[m.claim.document].document.published.day for m in transfer.members]
        judged = sum(numbers[member.claim] in verdicts for member in transfer.members)
        stands = standing(transfer, told, days, judged)
        entry_rows.append({
            "number": number,
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
            "body": encode(transfer),
        })  # fmt: skip
        member_rows += [
            {"entry": number, "claim": numbers[member.claim], "stance": member.stance}
            for member in transfer.members
        ]
        under[number] = stands.reported_day, facets(transfer, told, stands, countries)
    for table, rows in ((entries, entry_rows), (members, member_rows)):
        connection.execute(insert(table), rows)
    return _list(connection, under)


def _list(
    connection: Connection, under: Mapping[int, tuple[int, frozenset[Facet]]]
) -> Counter[int]:
    """List entries under their facets; how many each facet value gains."""
    values = _values(connection, {facet for _, some in under.values() for facet in some})
    rows = [
        {"value": values[facet], "reported": reported, "entry": number}
        for number, (reported, some) in under.items()
        for facet in some
    ]
    rows.sort(key=lambda row: (row["value"], row["reported"], row["entry"]))
    connection.execute(insert(listed), rows)
    return Counter(row["value"] for row in rows)


def _values(connection: Connection, wanted: set[Facet]) -> dict[Facet, int]:
    """The numbers of facet values; those that are new get one."""
    query = select(facet_values)
    place: ColumnElement[str] = facet_values.c.value
    known = {
        (row.name, row.value): row.number
        for row in found(connection, query, place, {value for _, value in wanted})
    }
    new = sorted(wanted - known.keys())
    if new:
        first = next_number(connection, facet_values)
        given = {facet: number for number, facet in enumerate(new, start=first)}
        rows = [
            {"number": number, "name": name, "value": value, "entries": 0}
            for (name, value), number in given.items()
        ]
        connection.execute(insert(facet_values), rows)
        known |= given
    return known


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
