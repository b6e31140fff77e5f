"""Who supplies whom: to and from one party by year, and between the parties of a view."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import ColumnElement, Connection, func, select

from headstamp.ledger.counting import denied_among, drawn
from headstamp.ledger.filtering import Filters
from headstamp.ledger.lookup import found
from headstamp.ledger.merged import merged, one_of_each
from headstamp.ledger.schema import facet_values, pairs

Direction = Literal["in", "out"]

DRAWN = 2_000
"""Transfers of a view that are drawn unless it is said how many."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Supplies in one year: from a party to the `other` ("out"), or from the other to it ("in").
    `other` is a party as filters take it. `transfers` counts those that some claim asserts. The
    year is that in which their period ends, None where no claim says when.
    """

    year: int | None
    direction: Direction
    other: str
    transfers: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Supplies of one party to another: `transfers` of them, `denied` of which somebody denies."""

    supplier: str
    recipient: str
    transfers: int
    denied: int


@dataclass(frozen=True, slots=True)
class Network:
    """Who supplies whom in the last reported `shown` of the `of` transfers that pass; where more
    than `counting.MOST_COUNTED` pass, `of` is one more than that. The most transfers come first.
    """

    edges: tuple[Edge, ...]
    of: int
    shown: int


def flows(
    connection: Connection, party: str, *, since: date | None = None, until: date | None = None
) -> tuple[Flow, ...]:
    """All supplies to and from a party, or what belongs to it, in the years of these days: by year,
    what is undated last. Parties judged the same are one.
    """
    own = _numbers(connection, merged(connection, party)).values()
    stands = _standing_for(connection)
    theirs = [pairs.c.party.in_(own), pairs.c.other.not_in(own)]
    if since is not None or until is not None:
        first_year = since.year if since else date.min.year
        theirs.append(pairs.c.year.between(first_year, until.year if until else date.max.year))
    counted = _counted(connection, theirs, stands)
    called = _called(connection, {other for _, _, other in counted})
    flows = [
        Flow(year or None, "out" if gives else "in", called[other], some)
        for (gives, year, other), some in counted.items()
    ]
    return tuple(
        sorted(flows, key=lambda f: (f.year or date.max.year, f.direction, -f.transfers, f.other))
    )


def _counted(
    connection: Connection, theirs: Collection[ColumnElement[bool]], stands: Mapping[int, int]
) -> dict[tuple[bool, int, int], int]:
    """How many transfers there are by direction, year and other party, one for all the same."""
    by = pairs.c.gives, pairs.c.year, pairs.c.other
    alone = select(*by, func.count(pairs.c.entry.distinct()).label("transfers")).where(*theirs)
    alone = alone.where(pairs.c.other.not_in(stands)).group_by(*by)
    counted = {(r.gives, r.year, r.other): r.transfers for r in connection.execute(alone)}
    joined: dict[tuple[bool, int, int], set[int]] = defaultdict(set)
    if stands:
        several = select(*by, pairs.c.entry).where(*theirs)
        for row in found(connection, several, pairs.c.other, stands):
            joined[row.gives, row.year, stands[row.other]].add(row.entry)
    return counted | {key: len(entries) for key, entries in joined.items()}


def network(connection: Connection, filters: Filters, *, limit: int = DRAWN) -> Network:
    """Who supplies whom in the last reported transfers that pass, `limit` at most."""
    numbers, of = drawn(connection, filters, limit)
    query = select(pairs.c.party, pairs.c.other, pairs.c.entry).where(pairs.c.gives, pairs.c.direct)
    stands = _standing_for(connection)
    held: dict[tuple[int, int], set[int]] = defaultdict(set)
    for row in found(connection, query, pairs.c.entry, numbers):
        ends = stands.get(row.party, row.party), stands.get(row.other, row.other)
        held[ends].add(row.entry)
    called = _called(connection, {number for ends in held for number in ends})
    denied = denied_among(connection, numbers)
    edges = [
        Edge(called[giver], called[taker], len(some), len(some & denied))
        for (giver, taker), some in held.items()
        if giver != taker
    ]
    edges.sort(key=lambda edge: (-edge.transfers, edge.supplier, edge.recipient))
    return Network(tuple(edges), of, len(numbers))


def _standing_for(connection: Connection) -> dict[int, int]:
    """For the number of each party that is the same as others, the number of the one for all."""
    stands = one_of_each(connection)
    numbers = _numbers(connection, stands)
    classes: dict[str, list[int]] = defaultdict(list)
    for id in sorted(numbers, key=lambda id: id != stands[id]):
        classes[stands[id]].append(numbers[id])
    return {number: some[0] for some in classes.values() for number in some}


def _numbers(connection: Connection, parties: Collection[str]) -> dict[str, int]:
    """The numbers of the parties that have one."""
    query = select(facet_values.c.value, facet_values.c.number).where(
        facet_values.c.name == "party"
    )
    return {
        row.value: row.number for row in found(connection, query, facet_values.c.value, parties)
    }


def _called(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    query = select(facet_values.c.number, facet_values.c.value)
    return {
        row.number: row.value for row in found(connection, query, facet_values.c.number, numbers)
    }
