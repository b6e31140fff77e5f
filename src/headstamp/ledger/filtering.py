"""Which transfers are meant, and the way to them that reads least."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    func,
    or_,
    select,
)

from headstamp.errors import InputError
from headstamp.ledger.facets import ORIGINS, PARTY_NAMES, at_least, denied
from headstamp.ledger.merged import merged
from headstamp.ledger.remembering import remembered
from headstamp.ledger.schema import entries, facet_values, facets

Sort = Literal["reported", "period", "origins", "reports", "certainty", "queue"]
SORTS: tuple[Sort, ...] = get_args(Sort)

_PAGE = 50
_FEW = 0.2
"""A value is rare that fewer than one transfer in five has."""

_PLAIN = (
    "kind", "category", "designation", "country", "certainty", "reviewed", "outlet", "speaker",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filters:
    """What a transfer must be to be listed; None asks for nothing.

    `party` is a party's id, or what `facets.unresolved` makes of words; a party's parents count as
    the party, and so do parties that are judged the same. `role` is the part that `party` plays.
    `outlet` is the name of one that carries a claim; `speaker` who says so in one, as a party is
    written. `denied` asks for a denial, or for none. `since` and `until` keep the transfers whose
    period may touch those days; one without a period is then left out. `origins` is the least
    number of independent origins.
    """

    party: str | None = None
    role: str | None = None
    kind: str | None = None
    category: str | None = None
    designation: str | None = None
    country: str | None = None
    certainty: str | None = None
    reviewed: str | None = None
    since: date | None = None
    until: date | None = None
    origins: int | None = None
    outlet: str | None = None
    speaker: str | None = None
    denied: bool | None = None


@dataclass(frozen=True, slots=True)
class Passing:
    """The transfers that pass: `number` and `order`, what they are sorted by, of the `rows` that
    meet all `conditions`.
    """

    rows: FromClause
    number: ColumnElement[int]
    order: ColumnElement[int]
    conditions: tuple[ColumnElement[bool], ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Facet values of which a transfer has one: several where parties are judged the same. `most`
    transfers at most have one.
    """

    values: tuple[int, ...]
    most: int


def passing(connection: Connection, filters: Filters, sort: Sort = "reported") -> Passing | None:
    """The transfers that pass the filters; None where no transfer has a value asked for.

    Raises `InputError` for a sort that there is none of.
    """
    order = _order(sort)
    wanted = remembered(connection, filters, lambda: _wanted(connection, filters))
    if wanted is None:
        return None
    numbers = _numbers(filters)
    if wanted and _leads(connection, wanted, sort, has_numbers=bool(numbers)):
        return _led(wanted, numbers, sort)
    reported = entries.c.reported if sort == "reported" else None
    has = [_has(each, entries.c.number, reported) for each in wanted]
    return Passing(entries, entries.c.number, order, (*has, *numbers))


def first(connection: Connection, filters: Filters, limit: int) -> list[int]:
    """The numbers of the last reported transfers that pass, `limit` at most, the last first."""
    query = last_reported(connection, filters, limit)
    return [] if query is None else list(connection.execute(query).scalars())


def last_reported(connection: Connection, filters: Filters, limit: int) -> Select[int] | None:
    """The question for the same numbers; None where no transfer has a value asked for."""
    passed = passing(connection, filters)
    if passed is None:
        return None
    query = select(passed.number.label("number")).select_from(passed.rows)
    query = query.where(*passed.conditions).order_by(passed.order.desc(), passed.number.desc())
    return query.limit(limit)


def _order(sort: Sort) -> ColumnElement[int]:
    if sort not in SORTS:
        raise InputError(f"sort {sort}", "is not known", f"choose one of {', '.join(SORTS)}")
    return entries.c["latest" if sort == "period" else sort]


def _asked_for(filters: Filters) -> dict[str, str]:
    """The facet values that the filters ask for, by name."""
    asked = {name: getattr(filters, name) for name in _PLAIN}
    asked[filters.role or "party"] = filters.party
    asked["origins"] = at_least(filters.origins or 0)
    asked["denied"] = None if filters.denied is None else denied(filters.denied)
    return {name: value for name, value in asked.items() if value is not None}


def _wanted(connection: Connection, filters: Filters) -> list[_Wanted] | None:
    """The facet values asked for, the rarest first; None where no transfer has one of them."""
    asked: dict[str, tuple[str, ...]] = {n: (value,) for n, value in _asked_for(filters).items()}
    for name in asked.keys() & PARTY_NAMES:
        asked[name] = merged(connection, *asked[name])
    found = _found(connection, asked)
    wanted = []
    for name in asked:
        rows = found.get(name, [])
        if not rows:
            return None
        numbers = tuple(row.number for row in rows)
        wanted.append(_Wanted(numbers, sum(row.entries for row in rows)))
    return sorted(wanted, key=lambda each: (each.most, each.values))


def _found(connection: Connection, asked: Mapping[str, Iterable[str]]) -> dict[str, list[Any]]:
    """The rows of those facet values that some transfer has, by name."""
    if not asked:
        return {}
    pairs = [
        and_(facet_values.c.name == name, facet_values.c.value.in_(values))
        for name, values in asked.items()
    ]
    query = select(facet_values.c.name, facet_values.c.number, facet_values.c.entries)
    found: dict[str, list[Any]] = {}
    for row in connection.execute(query.where(or_(*pairs), facet_values.c.entries > 0)):
        found.setdefault(row.name, []).append(row)
    return found


def _leads(connection: Connection, wanted: list[_Wanted], sort: Sort, *, has_numbers: bool) -> bool:
    """Whether to go from the rarest value to the transfers that have it. It has them by their last
    report; in another order, going through all that are sorted finds a page sooner where so many
    have all the values that one comes along every now and then. Numbers are in the index of what
    is sorted, but have to be looked up one by one for what a value leads to.
    """
    total = _total(connection)
    if sort == "reported" and len(wanted[0].values) == 1:
        return not has_numbers or wanted[0].most < total * _FEW
    share = math.prod(min(each.most / total, 1) for each in wanted)
    return share * wanted[0].most <= _PAGE


def _total(connection: Connection) -> int:
    """How many transfers there are: each is denied, or is not."""
    counted = select(func.sum(facet_values.c.entries)).where(facet_values.c.name == "denied")
    return remembered(connection, "total", lambda: connection.execute(counted).scalar() or 1)


def _led(wanted: list[_Wanted], numbers: list[ColumnElement[bool]], sort: Sort) -> Passing:
    """The transfers that the rarest value leads to; those that several lead to, once."""
    rarest, *others = wanted
    number, reported = facets.c.entry, facets.c.reported
    has = [_has(each, number, reported) for each in others]
    conditions = [facets.c.value.in_(rarest.values), *has]
    if len(rarest.values) > 1:
        conditions.append(~_has(rarest, number, reported, before=facets.c.value))
    if sort == "reported" and not numbers:
        return Passing(facets, number, reported, tuple(conditions))
    rows = facets.join(entries, entries.c.number == number)
    order = reported if sort == "reported" else _order(sort)
    return Passing(rows, number, order, (*conditions, *numbers))


def _has(
    wanted: _Wanted,
    entry: ColumnElement[int],
    reported: ColumnElement[int] | None,
    *,
    before: ColumnElement[int] | None = None,
) -> ColumnElement[bool]:
    """Whether an entry has one of the values; one of those `before` another, where it is given.

    Where its last report is at hand, the look-ups go through the values in the order of the
    reports too, and find their neighbours in memory.
    """
    other = facets.alias()
    there = select(other.c.entry).where(other.c.entry == entry, other.c.value.in_(wanted.values))
    if reported is not None:
        there = there.where(other.c.reported == reported)
    return (there if before is None else there.where(other.c.value < before)).exists()


def _numbers(filters: Filters) -> list[ColumnElement[bool]]:
    """What the filters ask of the numbers of an entry, beyond its facets."""
    conditions: list[ColumnElement[bool]] = []
    if filters.since is not None:
        conditions.append(entries.c.latest >= filters.since.toordinal())
    if filters.until is not None:
        conditions.append(entries.c.earliest <= filters.until.toordinal())
    if filters.origins and filters.origins not in ORIGINS:
        conditions.append(entries.c.origins >= filters.origins)
    return conditions
