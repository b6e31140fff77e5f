"""The log of changes: appending to it, undoing what stands, reading what happened to a thing."""

from collections.abc import Collection, Iterator
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    func,
    insert,
    select,
    union,
    update,
)

from headstamp.errors import InputError, Missing
from headstamp.ledger.columns import storable
from headstamp.ledger.lookup import found, next_number
from headstamp.ledger.schema import (
    changes,
    claims,
    documents,
    entries,
    members,
    readings,
)
from headstamp.model.plain import decode, encode
from headstamp.model.transfer import Change, Judgement, Note, Rating, Review, Statement

ACTS: dict[type[Statement], str] = {
    Judgement: "judge",
    Review: "review",
    Rating: "rate",
    Note: "note",
}
_MAY_BE_NULL = (
    "other", "document", "claim", "other_claim", "statement", "undoes", "undone_by",
)  # fmt: skip
_STATEMENTS: dict[str, type[Statement]] = {act: type_ for type_, act in ACTS.items()}


def change_row(number: int, *, by: str, at: datetime, act: str, subject: str, **more: Any) -> Any:
    """One line of the log. `more`: other, document, claim, other_claim, statement, undoes."""
    line = dict.fromkeys(_MAY_BE_NULL)
    signed = {"number": number, "at": at.isoformat(timespec="microseconds"), "by": storable(by)}
    return line | signed | {"act": act, "subject": storable(subject)} | more


def append(connection: Connection, *, by: str, at: datetime, act: str, **more: Any) -> Change:
    """Add one line to the log; the change it says."""
    row = change_row(next_number(connection, changes), by=by, at=at, act=act, **more)
    connection.execute(insert(changes), [row])
    return change(connection, row["number"])


def undo(connection: Connection, number: int, *, by: str, at: datetime) -> Change:
    """Take back one change, an earlier undoing among them: then what that undid stands again.

    Raises `InputError` where there is no such change, or it is undone already.
    """
    row = connection.execute(select(changes).where(changes.c.number == number)).first()
    if row is None:
        raise Missing(f"change {number}", "is not in the ledger", "see `headstamp history`")
    if row.undone_by is not None:
        raise InputError(
            f"change {number}",
            "is undone already",
            f"undo change {row.undone_by} to make it stand again",
        )
    same = {
        name: getattr(row, name)
        for name in ("subject", "other", "document", "claim", "other_claim")
    }
    made = append(connection, by=by, at=at, act="undo", undoes=number, **same)
    _settle(connection, number)
    renew_current(connection, row.document)
    return made


def change(connection: Connection, number: int) -> Change:
    """The change of that number."""
    return next(_changes(connection, changes.c.number == number))


def history(connection: Connection, subject: str) -> tuple[Change, ...]:
    """All that happened to a document and its claims, a claim, a transfer and its claims, a party
    or a source, the earliest first.
    """
    return tuple(change_of(row) for row in connection.execute(_history(), _named(subject)))


def last(connection: Connection, subject: str) -> int:
    """The number of the last of these changes, or for a claim of the last reading of its document,
    which may call other claims by its name; 0 where there is none.
    """
    return connection.execute(_last(), _named(subject)).scalar() or 0


def last_of_claims(connection: Connection, document: str, names: Collection[str]) -> dict[str, int]:
    """What `last` says of some claims of a document, by their names, in a few questions."""
    reread = connection.execute(_last_read(), {"read": document}).scalar() or 0
    latest = {f"{document}/{name}": reread for name in names}
    theirs = (
        select(claims.c.name, changes.c.number)
        .join(readings, readings.c.number == claims.c.reading)
        .join(documents, documents.c.number == readings.c.document)
        .where(documents.c.id == document)
    )
    for column in (changes.c.claim, changes.c.other_claim):
        for name, number in connection.execute(theirs.join(changes, column == claims.c.number)):
            subject = f"{document}/{name}"
            latest[subject] = max(latest.get(subject, 0), number)
    for column in (changes.c.subject, changes.c.other):
        named = select(column.label("name"), changes.c.number)
        for row in found(connection, named, column, list(latest)):
            latest[row.name] = max(latest[row.name], row.number)
    return {name: latest[f"{document}/{name}"] for name in names}


def _named(subject: str) -> dict[str, str]:
    """What the questions below are asked with: a subject, and for a claim its document and name."""
    document, _, name = subject.rpartition("/")
    return {"subject": subject, "read": document, "name": name}


@cache
def _history() -> Select[Any]:
    theirs = union(*_bearing_on()).subquery()
    about = changes.c.number.in_(select(theirs.c.number))
    return select(changes).where(about).order_by(changes.c.number)


@cache
def _last() -> Select[Any]:
    theirs = union(*_bearing_on(), *_readings_of()).subquery()
    return select(func.max(theirs.c.number))


@cache
def _last_read() -> Select[Any]:
    return select(func.max(union(*_readings_of()).subquery().c.number))


def _bearing_on() -> list[Select[tuple[int]]]:
    """The numbers of the changes about something, each part of them by an index of its own."""
    subject: BindParameter[str] = bindparam("subject")
    document = select(documents.c.number).where(documents.c.id == subject).scalar_subquery()
    of_document = (
        select(claims.c.number)
        .join(readings, readings.c.number == claims.c.reading)
        .where(readings.c.document == document)
    )
    where = [
        changes.c.subject == subject,
        changes.c.other == subject,
        changes.c.document == document,
        changes.c.other_claim.in_(of_document),
    ]
    for numbers in (_claims_named(), _claims_of_entry()):
        where += [changes.c.claim.in_(numbers), changes.c.other_claim.in_(numbers)]
    return [select(changes.c.number).where(condition) for condition in where]


def _readings_of() -> list[Select[tuple[int]]]:
    """The numbers of the changes by which a document was read, or a reading of it undone."""
    read = (
        select(readings.c.change.label("number"))
        .join(documents, documents.c.number == readings.c.document)
        .where(documents.c.id == bindparam("read"))
    )
    return [read, select(changes.c.number).where(changes.c.undoes.in_(read))]


def _claims_named() -> Select[tuple[int]]:
    """The claims of every reading that go by `document/claim`."""
    return (
        select(claims.c.number)
        .join(readings, readings.c.number == claims.c.reading)
        .join(documents, documents.c.number == readings.c.document)
        .where(documents.c.id == bindparam("read"), claims.c.name == bindparam("name"))
    )


def _claims_of_entry() -> Select[tuple[int]]:
    return (
        select(members.c.claim)
        .join(entries, entries.c.number == members.c.entry)
        .where(entries.c.id == bindparam("subject"))
    )


def documents_of(connection: Connection, number: int) -> tuple[str, ...]:
    """The ids of the documents whose claims a change bears on."""
    other = select(claims.c.document).join(changes, changes.c.other_claim == claims.c.number)
    own = select(changes.c.document).where(changes.c.number == number)
    query = select(documents.c.id).where(
        documents.c.number.in_(own)
        | documents.c.number.in_(other.where(changes.c.number == number))
    )
    return tuple(connection.execute(query).scalars())


def change_of(row: Any) -> Change:
    """The change that a row of the log says."""
    type_ = _STATEMENTS.get(row.act)
    plain = row.statement
    return Change(
        number=row.number,
        at=datetime.fromisoformat(row.at),
        by=row.by,
        act=row.act,
        subject=row.subject,
        statement=decode(type_, plain) if type_ else None,
        undoes=row.undoes,
        undone_by=row.undone_by,
    )


def statement_row(statement: Statement) -> dict[str, Any]:
    """The act and the plain form of a statement."""
    return {"act": ACTS[type(statement)], "statement": encode(statement)}


def _changes(connection: Connection, *where: ColumnElement[bool]) -> Iterator[Change]:
    query = select(changes).where(*where).order_by(changes.c.number)
    for row in connection.execute(query):
        yield change_of(row)


def _settle(connection: Connection, number: int) -> None:
    """Set by which standing change `number` is undone, if any, and so on with what it undoes."""
    others = changes.alias()
    undoing = (
        select(func.max(others.c.number))
        .where(others.c.undoes == number, others.c.undone_by.is_(None))
        .scalar_subquery()
    )
    chosen = changes.c.number == number
    connection.execute(update(changes).where(chosen).values(undone_by=undoing))
    target = connection.execute(select(changes.c.undoes).where(chosen)).scalar()
    if target is not None:
        _settle(connection, target)


def renew_current(connection: Connection, document: int | None) -> None:
    """Make the newest reading that stands the current one of its document."""
    theirs = readings.c.document == document
    newest = (
        select(func.max(readings.c.number))
        .join(changes, changes.c.number == readings.c.change)
        .where(theirs, changes.c.undone_by.is_(None))
    )
    number = connection.execute(newest).scalar() or 0
    connection.execute(update(readings).where(theirs).values(current=readings.c.number == number))
