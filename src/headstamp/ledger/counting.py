"""How many transfers there are of what: all that pass, and by the values that they have."""

from collections import Counter
from collections.abc import Collection

from sqlalchemy import Connection, func, or_, select

from headstamp.ledger.filtering import Filters, first, passing
from headstamp.ledger.folding import fold
from headstamp.ledger.lookup import found
from headstamp.ledger.schema import facet_values, facets

COUNTED_EXACTLY = 5_000
"""Transfers whose values are counted one by one."""

MOST_COUNTED = 10_000
"""Transfers of a view that are counted where it matters little how many more there are."""


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


def values(
    connection: Connection, name: str, *, like: str | None = None, limit: int | None = None
) -> dict[str, int]:
    """The values of one facet that transfers are listed under, and how many, the most first.

    `like` is the beginning of a word of the value or of what it is called, in any spelling that
    search takes for the same.
    """
    query = (
        select(facet_values.c.value, facet_values.c.entries)
        .where(facet_values.c.name == name, facet_values.c.entries > 0)
        .order_by(facet_values.c.entries.desc(), facet_values.c.number.desc())
        .limit(limit)
    )
    if like is not None:
        words = fold(like)
        starts = facet_values.c.folded.startswith(words, autoescape=True)
        query = query.where(
            or_(starts, facet_values.c.folded.contains(f" {words}", autoescape=True))
        )
    return {row.value: row.entries for row in connection.execute(query)}


def counts(
    connection: Connection, names: Collection[str], wanted: Collection[str]
) -> dict[str, dict[str, int]]:
    """For each of the values wanted, how many transfers have it under each of these names."""
    query = select(facet_values).where(facet_values.c.name.in_(names), facet_values.c.entries > 0)
    told: dict[str, dict[str, int]] = {}
    for row in found(connection, query, facet_values.c.value, wanted):
        told.setdefault(row.value, {})[row.name] = row.entries
    return told


def labels(connection: Connection, name: str, wanted: Collection[str]) -> dict[str, str]:
    """What some values of a facet are called, where that is known."""
    query = select(facet_values.c.value, facet_values.c.label).where(
        facet_values.c.name == name, facet_values.c.label.is_not(None)
    )
    return {row.value: row.label for row in found(connection, query, facet_values.c.value, wanted)}


def called(connection: Connection, name: str, words: str) -> str | None:
    """The value of a facet that goes by these words, in any spelling that search takes for the
    same; the one that most transfers have, and one that is resolved before one that is not.
    """
    folded = fold(words)
    either = facet_values.c.folded.startswith(folded, autoescape=True)
    query = (
        select(facet_values.c.value, facet_values.c.label)
        .where(facet_values.c.name == name, facet_values.c.entries > 0, either)
        .order_by(facet_values.c.entries.desc(), facet_values.c.number)
    )
    same = [
        row.value
        for row in connection.execute(query)
        if words == row.value or folded in (fold(row.label or ""), fold(row.value))
    ]
    return min(same, key=lambda value: value.startswith("~"), default=None)


def facet_counts(
    connection: Connection, filters: Filters, names: Collection[str]
) -> dict[str, dict[str, int]] | None:
    """How many of the transfers that pass have each value of these facets, the most first; None
    where more than `COUNTED_EXACTLY` pass.
    """
    counted: dict[str, dict[str, int]] = {name: {} for name in names}
    numbers = first(connection, filters, COUNTED_EXACTLY + 1)
    if len(numbers) > COUNTED_EXACTLY:
        return None
    query = select(facets.c.value, func.count().label("entries")).group_by(facets.c.value)
    held: Counter[int] = Counter()
    for row in found(connection, query, facets.c.entry, numbers):
        held[row.value] += row.entries
    called = select(facet_values.c.number, facet_values.c.name, facet_values.c.value)
    chosen = called.where(facet_values.c.name.in_(names))
    for row in found(connection, chosen, facet_values.c.number, held):
        counted[row.name][row.value] = held[row.number]
    return {
        name: dict(sorted(theirs.items(), key=lambda item: (-item[1], item[0])))
        for name, theirs in counted.items()
    }
