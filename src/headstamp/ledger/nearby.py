"""Which transfers a new one may be about: those listed under the same rare values in those days."""

import math
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, and_, case, func, or_, select

from headstamp.ledger.facets import Facet
from headstamp.ledger.schema import entries, facet_values, facets

Days = tuple[int, int]
"""The numbers of a first and a last day."""


def near(
    connection: Connection,
    under: Collection[Facet],
    reported: Sequence[Days],
    *,
    limit: int,
    claims: int,
) -> tuple[str, ...]:
    """The ids of at most `limit` transfers, of at most so many claims, that were last reported in
    one of these spans; those that share the most of the values come first. A value counts the more
    the fewer transfers have it, as the logarithm of how many do not.
    """
    alike = [
        and_(facet_values.c.name == name, facet_values.c.value == value) for name, value in under
    ]
    if not alike or not reported:
        return ()
    known = connection.execute(
        select(facet_values.c.number, facet_values.c.entries).where(or_(*alike))
    ).all()
    total: int = connection.execute(select(func.max(entries.c.number))).scalar() or 1
    worth = {row.number: math.log(1 + total / row.entries) for row in known if row.entries}
    if not worth:
        return ()
    shared = func.sum(case(worth, value=facets.c.value, else_=0.0)).label("shared")
    query = (
        select(entries.c.id)
        .select_from(facets.join(entries, entries.c.number == facets.c.entry))
        .where(facets.c.value.in_(worth), entries.c.claims <= claims)
        .where(or_(*(facets.c.reported.between(first, last) for first, last in reported)))
        .group_by(entries.c.id, entries.c.number)
        .order_by(shared.desc(), entries.c.number)
        .limit(limit)
    )
    return tuple(connection.execute(query).scalars())


def told(connection: Connection, facet: Facet, days: Days, *, most: int) -> int:
    """How many transfers last reported on these days have a value, `most` at most."""
    name, value = facet
    some = (
        select(facets.c.entry)
        .join(facet_values, facet_values.c.number == facets.c.value)
        .where(facet_values.c.name == name, facet_values.c.value == value)
        .where(facets.c.reported.between(*days))
        .limit(most)
    )
    return connection.execute(select(func.count()).select_from(some.subquery())).scalar() or 0
