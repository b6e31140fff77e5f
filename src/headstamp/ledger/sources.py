"""Outlets and speakers: how often what they say is confirmed, denied, or only repeats others."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, select, tuple_

from headstamp.errors import InputError
from headstamp.ledger.folding import fold
from headstamp.ledger.history import change_of
from headstamp.ledger.paging import page_after, place_of
from headstamp.ledger.schema import STATED, changes, facet_values
from headstamp.model.transfer import Rating

SourceKind = Literal["outlet", "speaker"]
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
SourceSort = Literal["transfers", "confirmed", "denied", "folded"]
SOURCE_SORTS: tuple[SourceSort, ...] = get_args(SourceSort)
_COLUMNS: dict[str, ColumnElement[int]] = {
    "transfers": facet_values.c.entries,
    "confirmed": facet_values.c.confirmed,
    "denied": facet_values.c.denied,
    "folded": facet_values.c.repeated,
}


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet or a speaker and how its transfers stand: so many `transfers`; `confirmed`, those
    with two independent origins or more; `denied`, those that somebody denies; `folded`, those in
    which its account is no origin but repeats another. `name` is what the filters take: the name of
    an outlet, the id of a party or `~folded words` of a speaker; `label` is for people. `grade` is
    the one that stands, A to F.
    """

    about: SourceKind
    name: str
    label: str
    transfers: int
    confirmed: int
    denied: int
    folded: int
    grade: str | None


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Some of the sources; `next` is the `after` of the next page, None at the end."""

    listed: tuple[Source, ...]
    next: str | None


def sources(
    connection: Connection,
    about: SourceKind,
    *,
    sort: SourceSort = "transfers",
    limit: int = 50,
    after: str | None = None,
) -> SourcesPage:
    """The outlets or the speakers, those with most of what `sort` names first.

    Raises `InputError` for what is neither, and for a sort or a page that there is none of.
    """
    if about not in SOURCE_KINDS:
        raise InputError(about, "is no kind of source", f"choose {' or '.join(SOURCE_KINDS)}")
    if sort not in SOURCE_SORTS:
        raise InputError(f"sort {sort}", "is not known", f"choose one of {', '.join(SOURCE_SORTS)}")
    order = _COLUMNS[sort], facet_values.c.number
    query = (
        select(facet_values, _COLUMNS[sort].label("place"))
        .where(facet_values.c.name == about, facet_values.c.entries > 0)
        .order_by(*(column.desc() for column in order))
        .limit(limit + 1)
    )
    if after is not None:
        query = query.where(tuple_(*order) < tuple_(*place_of(after)))
    rows = connection.execute(query).all()
    grades = _grades(connection)
    listed = tuple(_source(row, about, grades) for row in rows[:limit])
    last = rows[limit - 1] if len(rows) > limit else None
    return SourcesPage(listed, page_after(last.place, last.number) if last else None)


def source(connection: Connection, name: str, about: SourceKind | None = None) -> Source | None:
    """The outlet of that name, else the speaker; only the one where it is said which. None where
    no transfer comes from it.
    """
    for kind in (about,) if about else SOURCE_KINDS:
        query = select(facet_values).where(
            facet_values.c.name == kind,
            facet_values.c.value == name,
            facet_values.c.entries > 0,
        )
        row = connection.execute(query).first()
        if row is not None:
            return _source(row, kind, _grades(connection))
    return None


def _source(row: Any, about: SourceKind, grades: dict[str, str]) -> Source:
    label = row.label or row.value
    return Source(
        about=about,
        name=row.value,
        label=label,
        transfers=row.entries,
        confirmed=row.confirmed,
        denied=row.denied,
        folded=row.repeated,
        grade=grades.get(fold(label)) or grades.get(fold(row.value)),
    )


def _grades(connection: Connection) -> dict[str, str]:
    """The last standing grade of each source, by its folded name: people spell as they like."""
    query = select(changes).where(
        changes.c.act == "rate", STATED, changes.c.claim.is_(None), changes.c.undone_by.is_(None)
    )
    said = [
        change_of(row).statement for row in connection.execute(query.order_by(changes.c.number))
    ]
    return {fold(rating.subject): rating.grade for rating in said if isinstance(rating, Rating)}
