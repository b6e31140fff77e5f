"""A view as pictures show it: its months and its places."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, product
from typing import Any

from sqlalchemy import Connection, select

from headstamp.ledger.counting import MOST_COUNTED, denied_among, drawn
from headstamp.ledger.days import day_of
from headstamp.ledger.facets import PLACE_ROLES, Facet, place_of
from headstamp.ledger.filtering import Filters, last_reported
from headstamp.ledger.flows import DRAWN
from headstamp.ledger.lookup import found
from headstamp.ledger.schema import entries, facet_values, facets

WAY_ROLES = ("origin", "route", "destination")
"""The places of a way, in the order in which arms pass them."""

TIMED = MOST_COUNTED
"""Transfers of a view whose months are counted unless it is said how many fewer."""


@dataclass(frozen=True, slots=True)
class Month:
    """So many transfers whose period ends in a month, and so many last reported in it."""

    month: date
    period: int
    reported: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The months of the last reported `shown` of the `of` transfers that pass, the earliest first;
    `of` as in `flows.Network`. `undated` are those of whose period nothing is known, `unreported`
    those whose documents have no day.
    """

    months: tuple[Month, ...]
    of: int
    shown: int
    undated: int
    unreported: int


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """A place and the `role` it has in so many transfers: their origin, route, destination, or
    place. Degrees; `country` and `kind` as in `Place`.
    """

    role: str
    name: str
    country: str | None
    latitude: float
    longitude: float
    kind: str
    transfers: int


@dataclass(frozen=True, slots=True)
class Way:
    """So many transfers went from one place to another, `denied` of which somebody denies.
    `start` and `end` say where in `Places.places` the two stand.
    """

    start: int
    end: int
    transfers: int
    denied: int


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the last reported `shown` of the `of` transfers that pass, the most frequent
    first, and the ways between them; `of` as in `flows.Network`. `located` of those shown have a
    place.
    """

    places: tuple[PlaceShown, ...]
    ways: tuple[Way, ...]
    of: int
    shown: int
    located: int


def timeline(connection: Connection, filters: Filters, *, limit: int = TIMED) -> Timeline:
    """How many transfers a month, by period and by report, of those that pass."""
    rows = _days(connection, filters)
    limit = min(limit, MOST_COUNTED)
    period = _months(row.latest if day_of(row.latest) else row.earliest for row in rows[:limit])
    reported = _months(row.reported for row in rows[:limit])
    undated, unreported = period.pop(None, 0), reported.pop(None, 0)
    months = sorted(month for month in period | reported if month)
    return Timeline(
        tuple(Month(month, period[month], reported[month]) for month in months),
        len(rows),
        min(len(rows), limit),
        undated,
        unreported,
    )


def places(connection: Connection, filters: Filters, *, limit: int = DRAWN) -> Places:
    """The places with coordinates in the last reported transfers that pass, `limit` at most."""
    numbers, of = drawn(connection, filters, limit)
    query = (
        select(facets.c.entry, facet_values.c.name, facet_values.c.value)
        .join(facet_values, facet_values.c.number == facets.c.value)
        .where(facet_values.c.name.in_(PLACE_ROLES))
    )
    held: dict[int, list[Facet]] = defaultdict(list)
    denied = denied_among(connection, numbers)
    for row in found(connection, query, facets.c.entry, numbers):
        held[row.entry].append((row.name, row.value))
    counted = Counter(facet for theirs in held.values() for facet in theirs)
    ordered = sorted(counted, key=lambda facet: (-counted[facet], facet))
    at = {facet: number for number, facet in enumerate(ordered)}
    gone: dict[tuple[int, int], list[bool]] = defaultdict(list)
    for entry, theirs in held.items():
        for start, end in _ways(theirs):
            gone[at[start], at[end]].append(entry in denied)
    return Places(
        tuple(PlaceShown(role, *place_of(place), counted[role, place]) for role, place in ordered),
        tuple(Way(*ends, len(gone[ends]), sum(gone[ends])) for ends in sorted(gone)),
        of,
        len(numbers),
        len(held),
    )


def _ways(theirs: Collection[Facet]) -> Iterator[tuple[Facet, Facet]]:
    """From each origin to each place of the route, from there to each destination; straight, where
    no route is told. In what order several places of a route were passed is not known.
    """
    stages = [[facet for facet in theirs if facet[0] == role] for role in WAY_ROLES]
    for starts, ends in pairwise(filter(None, stages)):
        yield from ((a, b) for a, b in product(starts, ends) if a[1] != b[1])


def _days(connection: Connection, filters: Filters) -> Sequence[Any]:
    """The first and last day of the transfers that pass, and that of the report, the last reported
    first; `MOST_COUNTED` and one more at most.
    """
    passed = last_reported(connection, filters, MOST_COUNTED + 1)
    if passed is None:
        return ()
    some = passed.subquery()
    query = select(entries.c.earliest, entries.c.latest, entries.c.reported)
    query = query.join(some, some.c.number == entries.c.number)
    order = entries.c.reported.desc(), entries.c.number.desc()
    return connection.execute(query.order_by(*order)).all()


def _months(days: Iterable[int]) -> Counter[date | None]:
    """How many of the days are in each month, None for those that are none."""
    months: Counter[date | None] = Counter()
    for number, some in Counter(days).items():
        day = day_of(number)
        months[day.replace(day=1) if day else None] += some
    return months
