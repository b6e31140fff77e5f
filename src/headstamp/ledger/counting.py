"""How many transfers there are of what: all that pass, and by the values that they have."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, func, literal, select, union_all

from headstamp.ledger.facets import PARTY_NAMES
from headstamp.ledger.filtering import Filters, first, last_reported, passing
from headstamp.ledger.lookup import found
from headstamp.ledger.merged import one_of_each
from headstamp.ledger.schema import entries, facet_values, facets

_ALL = 0
"""In the place of a value's number: no value has it."""
MOST_COUNTED = 10_000
"""Transfers of a view that are counted where it matters little how many more there are."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many transfers pass, and how many of them have each value of each facet asked for, the
    most first. Where more pass than were to be counted, `total` is one more than that, and `values`
    None.
    """

    total: int
    values: Mapping[str, Mapping[str, int]] | None


def count(connection: Connection, filters: Filters, *, most: int | None = None) -> int:
    """How many transfers pass the filters; `most` + 1 where more than `most` do."""
    passed = passing(connection, filters)
    if passed is None:
        return 0
    some = select(passed.number).select_from(passed.rows).where(*passed.conditions)
    if most is not None:
        some = some.limit(most + 1)
    number: int = connection.execute(select(func.count()).select_from(some.subquery())).scalar_one()
    return number


def drawn(connection: Connection, filters: Filters, limit: int) -> tuple[list[int], int]:
    """The numbers of the last reported transfers that pass, `limit` and `MOST_COUNTED` at most, and
    of how many: of one more than `MOST_COUNTED` where more pass.
    """
    numbers = first(connection, filters, MOST_COUNTED + 1)
    return numbers[: min(limit, MOST_COUNTED)], len(numbers)


def denied_among(connection: Connection, numbers: Collection[int]) -> frozenset[int]:
    """Those of these transfers that somebody denies."""
    query = select(entries.c.number).where(entries.c.denials > 0)
    return frozenset(row.number for row in found(connection, query, entries.c.number, numbers))


def facet_counts(
    connection: Connection, filters: Filters, names: Collection[str], *, most: int
) -> Counted:
    """What passes, counted by the values of these facets where no more than `most` pass."""
    counted: dict[str, dict[str, int]] = {name: {} for name in names}
    them = last_reported(connection, filters, most + 1)
    if them is None:
        return Counted(0, counted)
    rows = {row.number: row for row in connection.execute(_tallied(them, names, most))}
    total: int = rows.pop(_ALL).entries
    if total > most:
        return Counted(total, None)
    stands = one_of_each(connection)
    joined: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in rows.values():
        one = stands.get(row.value, row.value) if row.name in PARTY_NAMES else row.value
        joined[row.name, one].append(row.number)
    several = {value for values in joined.values() if len(values) > 1 for value in values}
    having = _having(connection, several, them)
    for (name, one), (value, *others) in joined.items():
        together = having[value].union(*(having[other] for other in others))
        counted[name][one] = len(together) if others else rows[value].entries
    return Counted(
        total,
        {
            name: dict(sorted(theirs.items(), key=lambda item: (-item[1], item[0])))
            for name, theirs in counted.items()
        },
    )


def _tallied(them: Select[int], names: Collection[str], most: int) -> CompoundSelect[Any]:
    """The question for how many transfers there are, in a row numbered `_ALL`, and, where they
    are no more than `most`, for the values of these facets and how many of them have each.
    """
    some = them.cte()
    there = select(func.count()).select_from(some).scalar_subquery()
    held = (
        select(facets.c.value, func.count().label("entries"))
        .where(facets.c.entry.in_(select(some.c.number)), there <= most)
        .group_by(facets.c.value)
        .subquery()
    )
    each = (
        select(facet_values.c.number, facet_values.c.name, facet_values.c.value, held.c.entries)
        .join(held, held.c.value == facet_values.c.number)
        .where(facet_values.c.name.in_(names))
    )
    whole = select(
        literal(_ALL).label("number"),
        literal("").label("name"),
        literal("").label("value"),
        there.label("entries"),
    )
    return union_all(whole, each)


def _having(
    connection: Connection, values: Collection[int], them: Select[int]
) -> dict[int, set[int]]:
    """Which of these transfers have each of the values."""
    having: dict[int, set[int]] = defaultdict(set)
    if values:
        some = them.subquery()
        query = select(facets.c.entry, facets.c.value)
        query = query.join(some, some.c.number == facets.c.entry)
        for row in connection.execute(query.where(facets.c.value.in_(values))):
            having[row.value].add(row.entry)
    return having
