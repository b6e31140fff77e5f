"""What people say into the ledger, and what of it stands: judgements, reviews, ratings, notes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from headstamp.errors import InputError, Missing
from headstamp.ledger import reviewing
from headstamp.ledger.history import append, change_of, statement_row
from headstamp.ledger.lookup import found
from headstamp.ledger.remembering import remembered
from headstamp.ledger.rows import claim_of
from headstamp.ledger.schema import (
    STATED,
    changes,
    claims,
    documents,
    editions,
    entries,
    members,
    readings,
)
from headstamp.ledger.superseding import onward
from headstamp.model.transfer import (
    Change,
    ClaimRef,
    Judgement,
    Note,
    Rating,
    Review,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement as the log has it, and the ids of the documents whose claims are not what they
    were: a note or a grade leaves claims as they are.
    """

    change: Change
    documents: tuple[str, ...]


def state(connection: Connection, statement: Statement, *, by: str, at: datetime) -> Stated:
    """Add a person's statement. Raises `InputError` where what it is about is not there."""
    about = _about(connection, statement)
    held = about.pop("documents")
    change = append(connection, by=by, at=at, **statement_row(statement), **about)
    return Stated(change, held if isinstance(statement, Judgement | Review) else ())


def _about(connection: Connection, statement: Statement) -> dict[str, Any]:
    """The columns that say what a statement is about."""
    match statement:
        case Judgement(about="claim"):
            about = _of_claims(connection, statement)
        case Judgement():
            about = {"subject": statement.left, "other": statement.right, "documents": ()}
        case Review():
            about = _of_review(connection, statement)
        case Rating(about="claim") | Note(about="claim"):
            about = _of_claim(claim(connection, statement.subject))
        case Note(about="document"):
            about = _of_document(connection, statement.subject)
        case Note():
            about = _of_transfer(connection, statement.subject)
        case Rating():
            about = {"subject": statement.subject, "documents": ()}
    return about


def claim(connection: Connection, ref: str) -> Row[Any]:
    """The row of a current claim, with its document's `id` and `text`, by `document/claim`."""
    try:
        parsed = ClaimRef.parse(ref)
    except ValueError:
        raise InputError(ref, "is no claim", "write it as document/claim") from None
    query = (
        select(claims, documents.c.id, editions.c.text)
        .join(readings, readings.c.number == claims.c.reading)
        .join(editions, editions.c.number == readings.c.edition)
        .join(documents, documents.c.number == readings.c.document)
        .where(documents.c.id == parsed.document, claims.c.name == parsed.claim)
        .where(readings.c.current)
    )
    row = connection.execute(query).first()
    if row is None:
        raise Missing(ref, "is no claim of the ledger", "see `headstamp list`")
    return row


def _of_claim(row: Row[Any]) -> dict[str, Any]:
    subject = str(ClaimRef(row.id, row.name))
    about = {"subject": subject, "document": row.document, "claim": row.number}
    return about | {"documents": (row.id,)}


def _of_claims(connection: Connection, judgement: Judgement) -> dict[str, Any]:
    left, right = (claim(connection, ref) for ref in (judgement.left, judgement.right))
    other = {"other": judgement.right, "other_claim": right.number}
    return _of_claim(left) | other | {"documents": (left.id, right.id)}


def _of_review(connection: Connection, review: Review) -> dict[str, Any]:
    row = claim(connection, str(review.claim))
    reviewing.check(claim_of(row), review, row.text)
    return _of_claim(row)


def _of_document(connection: Connection, id: str) -> dict[str, Any]:
    number = connection.execute(select(documents.c.number).where(documents.c.id == id)).scalar()
    if number is None:
        raise Missing(id, "is no document of the ledger", "see `headstamp search`")
    return {"subject": id, "document": number, "documents": (id,)}


def _of_transfer(connection: Connection, id: str) -> dict[str, Any]:
    """A note on a transfer, pinned to its first claim too: transfers are made anew."""
    query = (
        select(members.c.claim)
        .join(entries, entries.c.number == members.c.entry)
        .where(entries.c.id == id)
        .order_by(members.c.claim)
        .limit(1)
    )
    number = connection.execute(query).scalar()
    if number is None:
        raise Missing(id, "is no transfer of the ledger", "see `headstamp list`")
    return {"subject": id, "claim": number, "documents": ()}


def judgements(connection: Connection) -> tuple[Judgement, ...]:
    """The judgements that stand, the last of each pair, on claims as they are called today.

    What was judged of a claim that no current reading has is left out until one has it again.
    """
    query = select(changes).where(changes.c.act == "judge", STATED, changes.c.undone_by.is_(None))
    rows = connection.execute(query.order_by(changes.c.number)).all()
    called = current_refs(
        connection,
        [number for row in rows for number in (row.claim, row.other_claim) if number is not None],
    )
    last: dict[tuple[str, ...], Judgement] = {}
    for row in rows:
        judgement = change_of(row).statement
        if isinstance(judgement, Judgement) and judgement.about == "claim":
            left, right = (called.get(getattr(row, side)) for side in ("claim", "other_claim"))
            if left is None or right is None or left == right:
                continue
            judgement = replace(judgement, left=str(left), right=str(right))
        if isinstance(judgement, Judgement):
            pair = (judgement.about, *sorted((judgement.left, judgement.right)))
            last[pair] = judgement
    return tuple(last.values())


def current_refs(connection: Connection, numbers: Iterable[int]) -> dict[int, ClaimRef]:
    """How the current claims are called that stand in the place of these; not those gone."""
    onto = onward(connection, numbers)
    query = select(claims.c.number, documents.c.id, claims.c.name).join(
        documents, documents.c.number == claims.c.document
    )
    names = {
        row.number: ClaimRef(row.id, row.name)
        for row in found(connection, query, claims.c.number, set(onto.values()))
    }
    return {old: names[new] for old, new in onto.items()}


def reviews(connection: Connection, numbers: Iterable[int]) -> dict[int, Change]:
    """The last standing review of each current claim of these documents, both by number."""
    said = of_claims(connection, numbers, ["review"])["review"]
    return {claim: reviews[-1] for claim, reviews in said.items()}


def of_claims(
    connection: Connection, numbers: Iterable[int], acts: Collection[str]
) -> dict[str, dict[int, tuple[Change, ...]]]:
    """What stands of each act on each current claim of these documents, both by number, the
    earliest first. What was said of claims that no current reading has is left out.
    """
    query = select(changes).where(changes.c.act.in_(acts), changes.c.undone_by.is_(None))
    rows = list(found(connection, query, changes.c.document, numbers))
    onto = onward(connection, {row.claim for row in rows if row.claim is not None})
    said: dict[str, dict[int, tuple[Change, ...]]] = {act: {} for act in acts}
    for row in sorted(rows, key=lambda row: int(row.number)):
        if row.claim in onto:
            theirs, claim = said[row.act], onto[row.claim]
            theirs[claim] = (*theirs.get(claim, ()), change_of(row))
    return said


def ratings(connection: Connection) -> dict[str, Rating]:
    """The last standing rating of each source, by its name, and of each claim as it is called
    today.
    """
    return dict(remembered(connection, "ratings", lambda: _ratings(connection)))


def _ratings(connection: Connection) -> dict[str, Rating]:
    query = select(changes).where(changes.c.act == "rate", STATED, changes.c.undone_by.is_(None))
    rows = connection.execute(query.order_by(changes.c.number)).all()
    called = current_refs(connection, {row.claim for row in rows if row.claim is not None})
    last: dict[str, Rating] = {}
    for row in rows:
        rating = change_of(row).statement
        ref = called.get(row.claim)
        if isinstance(rating, Rating) and (rating.about == "source" or ref is not None):
            rating = rating if ref is None else replace(rating, subject=str(ref))
            last[rating.subject] = rating
    return last
