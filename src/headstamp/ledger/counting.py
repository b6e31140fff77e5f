"""How many transfers there are of what: all that pass, and by the values that they have."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from headstamp.ledger.facets import PARTY_NAMES
from headstamp.ledger.filtering import Filters, first, passing
from headstamp.ledger.lookup import found
from headstamp.ledger.merged import one_of_each
from headstamp.ledger.schema import entries, facet_values, facets

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
    numbers = first(connection, filters, most + 1)
    if len(numbers) > most:
        return Counted(len(numbers), None)
    counted: dict[str, dict[str, int]] = {name: {} for name in names}
    query = select(facets.c.value, func.count().label("entries")).group_by(facets.c.value)
    held: Counter[int] = Counter()
    for row in found(connection, query, facets.c.entry, numbers):
        held[row.value] += row.entries
    called = select(facet_values.c.number, facet_values.c.name, facet_values.c.value)
    chosen = called.where(facet_values.c.name.in_(names))
    stands = one_of_each(connection)
    joined: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in found(connection, chosen, facet_values.c.number, held):
        one = stands.get(row.value, row.value) if row.name in PARTY_NAMES else row.value
        joined[row.name, one].append(row.number)
    several = {value for values in joined.values() if len(values) > 1 for value in values}
    having = _having(connection, several, numbers)
    for (name, one), (value, *others) in joined.items():
        together = having[value].union(*(having[other] for other in others))
        counted[name][one] = len(together) if others else held[value]
    return Counted(
        len(numbers),
        {
            name: dict(sorted(theirs.items(), key=lambda item: (-item[1], item[0])))
            for name, theirs in counted.items()
        },
    )


def _having(
    connection: Connection, values: Collection[int], numbers: Collection[int]
) -> dict[int, set[int]]:
    """Which of these entries have each of the values."""
    having: dict[int, set[int]] = defaultdict(set)
    if values:
        query = select(facets.c.entry, facets.c.value).where(facets.c.value.in_(values))
        for row in found(connection, query, facets.c.entry, numbers):
            having[row.value].add(row.entry)
    return having
