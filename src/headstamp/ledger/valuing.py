"""The values that transfers are listed under: each has a number, words, and counts."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    case,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy import bindparam as bind

from headstamp.ledger.facets import CONFIRMING, PARTY_NAMES, Facet
from headstamp.ledger.folding import fold
from headstamp.ledger.lookup import found, next_number
from headstamp.ledger.merged import one_of_each
from headstamp.ledger.remembering import remembered
from headstamp.ledger.rows import Row
from headstamp.ledger.schema import entries, facet_values, facets

COUNTED = ("entries", "confirmed", "denied", "repeated")
"""The columns of a facet value that count the transfers listed under it."""


def tallies() -> Select[Any]:
    """The question for these counts of each value, from the transfers themselves."""
    return (
        select(
            facets.c.value,
            func.count().label("entries"),
            func.sum(case((entries.c.origins >= CONFIRMING, 1), else_=0)).label("confirmed"),
            func.sum(case((entries.c.denials > 0, 1), else_=0)).label("denied"),
            func.sum(case((facets.c.repeats, 1), else_=0)).label("repeated"),
        )
        .join(entries, entries.c.number == facets.c.entry)
        .group_by(facets.c.value)
    )


def numbered(connection: Connection, called: Mapping[Facet, str | None]) -> dict[Facet, int]:
    """The numbers of facet values; those that are new get one. `called` has the words for each,
    None where they are not known: a value that had none takes them.
    """
    query = select(facet_values)
    place: ColumnElement[str] = facet_values.c.value
    known: dict[Facet, int] = {}
    nameless: list[Row] = []
    for row in found(connection, query, place, {value for _, value in called}):
        facet = row.name, row.value
        known[facet] = row.number
        if row.label is None and called.get(facet):
            words = called[facet]
            nameless.append({"which": row.number, "words": words, "sought": _folded(facet, words)})
    if nameless:
        chosen = update(facet_values).where(facet_values.c.number == bind("which"))
        connection.execute(chosen.values(label=bind("words"), folded=bind("sought")), nameless)
    return known | _new(connection, {f: w for f, w in called.items() if f not in known})


def values(
    connection: Connection, name: str, *, like: str | None = None, limit: int | None = None
) -> dict[str, int]:
    """The values of one facet that transfers are listed under, and how many, the most first.
    Parties judged the same are one (`merged.one_of_each`).

    `like` is the beginning of a word of the value or of what it is called, in any spelling that
    search takes for the same.
    """
    asked = "values", name, like, limit
    return dict(remembered(connection, asked, lambda: _values(connection, name, like, limit)))


def _values(
    connection: Connection, name: str, like: str | None, limit: int | None
) -> dict[str, int]:
    query = select(facet_values.c.value, facet_values.c.entries).where(*_there(name, like))
    stands = one_of_each(connection) if name in PARTY_NAMES else {}
    alone = query.where(facet_values.c.value.not_in(stands)).limit(limit)
    order = facet_values.c.entries.desc(), facet_values.c.number.desc()
    counted = {row.value: row.entries for row in connection.execute(alone.order_by(*order))}
    if stands:
        least = min(counted.values()) if limit is not None and len(counted) == limit > 0 else 1
        alike = found(connection, query, facet_values.c.value, stands)
        ones = {stands[row.value] for row in alike}
        together = _together(connection, [name], stands, ones, least=least)
        counted |= {one: some for (_, one), some in together.items()}
    return dict(sorted(counted.items(), key=lambda item: -item[1])[:limit])


def counts(
    connection: Connection, names: Collection[str], wanted: Collection[str]
) -> dict[str, dict[str, int]]:
    """For each of the values wanted, how many transfers have it under each of these names, or for
    a party any that is judged the same.
    """
    query = select(facet_values).where(facet_values.c.name.in_(names), facet_values.c.entries > 0)
    told: dict[str, dict[str, int]] = defaultdict(dict)
    for row in found(connection, query, facet_values.c.value, wanted):
        told[row.value][row.name] = row.entries
    stands = one_of_each(connection)
    ones = {stands[value] for value in wanted if value in stands}
    parties = [name for name in names if name in PARTY_NAMES]
    for (name, one), some in _together(connection, parties, stands, ones).items():
        for value in wanted:
            if stands.get(value) == one:
                told[value][name] = some
    return dict(told)


def labels(connection: Connection, name: str, wanted: Collection[str]) -> dict[str, str]:
    """What some values of a facet are called, where that is known."""
    query = select(facet_values.c.value, facet_values.c.label).where(
        facet_values.c.name == name, facet_values.c.label.is_not(None)
    )

    def find() -> dict[str, str]:
        rows = found(connection, query, facet_values.c.value, wanted)
        return {row.value: row.label for row in rows}

    return dict(remembered(connection, ("labels", name, *sorted(wanted)), find)) if wanted else {}


def called(connection: Connection, name: str, words: str) -> str | None:
    """The value of a facet that goes by these words, in any spelling that search takes for the
    same; the one that most transfers have, and one that is resolved before one that is not.
    """
    query = select(facet_values.c.value, facet_values.c.label).where(*_there(name, words))
    order = facet_values.c.entries.desc(), facet_values.c.number
    same = [
        row.value
        for row in connection.execute(query.order_by(*order))
        if words == row.value or fold(words) in (fold(row.label or ""), fold(row.value))
    ]
    return min(same, key=lambda value: value.startswith("~"), default=None)


def _there(name: str, like: str | None) -> list[ColumnElement[bool]]:
    """What is asked of a value that transfers have, in which a word begins so."""
    there = [facet_values.c.name == name, facet_values.c.entries > 0]
    if like is not None:
        words, folded = fold(like), facet_values.c.folded
        inside = folded.contains(f" {words}", autoescape=True)
        there.append(or_(folded.startswith(words, autoescape=True), inside))
    return there


def _together(
    connection: Connection,
    names: Collection[str],
    stands: Mapping[str, str],
    ones: Collection[str],
    *,
    least: int = 1,
) -> dict[tuple[str, str], int]:
    """How many transfers have one of the values for which each of `ones` stands, by name and that
    one; those with fewer than `least` may be left out.
    """
    members = [value for value, one in stands.items() if one in ones]
    query = select(facet_values).where(facet_values.c.name.in_(names), facet_values.c.entries > 0)
    held: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in found(connection, query, facet_values.c.value, members):
        held[row.name, stands[row.value]].append(row)
    return {
        key: rows[0].entries if len(rows) == 1 else _any_of(connection, [r.number for r in rows])
        for key, rows in held.items()
        if sum(row.entries for row in rows) >= least
    }


def _any_of(connection: Connection, values: Collection[int]) -> int:
    """How many transfers have one of the values."""
    query = select(func.count(facets.c.entry.distinct())).where(facets.c.value.in_(values))
    number: int = connection.execute(query).scalar_one()
    return number


def _new(connection: Connection, called: Mapping[Facet, str | None]) -> dict[Facet, int]:
    first = next_number(connection, facet_values) if called else 0
    given = {facet: number for number, facet in enumerate(sorted(called), start=first)}
    counts = dict.fromkeys(COUNTED, 0)
    rows = [
        {
            "number": number,
            "name": name,
            "value": value,
            "label": called[name, value],
            "folded": _folded((name, value), called[name, value]),
            **counts,
        }
        for (name, value), number in given.items()
    ]
    if rows:
        connection.execute(insert(facet_values), rows)
    return given


def _folded(facet: Facet, label: str | None) -> str:
    """The words by which a value is sought: its label's, then its own where they differ."""
    own, words = fold(facet[1]), fold(label or "")
    return own if own == words else f"{words} {own}".strip()
