"""A view as pictures show it: its months and its places."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from headstamp.ledger.counting import MOST_COUNTED, count
from headstamp.ledger.days import day_of
from headstamp.ledger.facets import PLACE_ROLES, place_of
from headstamp.ledger.filtering import Filters, first
from headstamp.ledger.flows import DRAWN
from headstamp.ledger.lookup import found
from headstamp.ledger.schema import entries, facet_values, facets

TIMED = 20_000
"""Transfers of a view whose months are counted unless it is said how many."""


@dataclass(frozen=True, slots=True)
class Month:
    """So many transfers whose period ends in a month, and so many last reported in it."""

    month: date
    period: int
    reported: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The months of the last reported `shown` of the `of` transfers that pass, the earliest first;
    where more than `counting.MOST_COUNTED` pass, `of` is one more than that or `shown`. `undated`
    are those of whose period nothing is known, `unreported` those whose documents have no day.
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
class Places:
    """The places of the last reported `shown` of the `of` transfers that pass, the most frequent
    first; `of` as in `flows.Network`.
    """

    places: tuple[PlaceShown, ...]
    of: int
    shown: int


def timeline(connection: Connection, filters: Filters, *, limit: int = TIMED) -> Timeline:
    """How many transfers a month, by period and by report, of those that pass."""
    numbers = first(connection, filters, limit)
    query = select(entries.c.earliest, entries.c.latest, entries.c.reported)
    period: Counter[date | None] = Counter()
    reported: Counter[date | None] = Counter()
    for row in found(connection, query, entries.c.number, numbers):
        period[_month(day_of(row.latest) or day_of(row.earliest))] += 1
        reported[_month(day_of(row.reported))] += 1
    undated, unreported = period.pop(None, 0), reported.pop(None, 0)
    months = sorted(month for month in period | reported if month)
    return Timeline(
        tuple(Month(month, period[month], reported[month]) for month in months),
        max(count(connection, filters, most=MOST_COUNTED), len(numbers)),
        len(numbers),
        undated,
        unreported,
    )


def places(connection: Connection, filters: Filters, *, limit: int = DRAWN) -> Places:
    """The places with coordinates in the last reported transfers that pass, `limit` at most."""
    numbers = first(connection, filters, limit)
    query = (
        select(facet_values.c.name, facet_values.c.value, func.count().label("transfers"))
        .join(facets, facets.c.value == facet_values.c.number)
        .where(facet_values.c.name.in_(PLACE_ROLES))
        .group_by(facet_values.c.number)
    )
    counted: Counter[tuple[str, str]] = Counter()
    for row in found(connection, query, facets.c.entry, numbers):
        counted[row.name, row.value] += row.transfers
    shown = [PlaceShown(role, *place_of(place), some) for (role, place), some in counted.items()]
    shown.sort(key=lambda place: (-place.transfers, place.role, place.name))
    of = count(connection, filters, most=MOST_COUNTED)
    return Places(tuple(shown), of, len(numbers))


def _month(day: date | None) -> date | None:
    return day.replace(day=1) if day else None
