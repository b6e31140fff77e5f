"""Whether the transfers are made of all that the ledger holds: how an unfinished run is known.

Adding and linking may be two transactions. What is kept of linking is the number of the last change
at that time; a later change that bears on transfers says that they are of yesterday. In a large
ledger only what is near a change is linked anew; then the whole was not linked since.
"""

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from headstamp.ledger.lookup import found
from headstamp.ledger.schema import changes, claims, documents, linked
from headstamp.ledger.stating import current_refs
from headstamp.model.transfer import ClaimRef

_BEARING = ("add", "judge", "review", "undo")


def is_linked(connection: Connection) -> bool:
    """Whether no change that bears on transfers came after the last linking."""
    later = select(changes.c.number).where(_later()).limit(1)
    return connection.execute(later).first() is None


def is_whole(connection: Connection) -> bool:
    """Whether the whole ledger was linked at the last linking, not only what was near."""
    return bool(connection.execute(select(linked.c.whole)).scalar())


def touched(connection: Connection) -> frozenset[str]:
    """The ids of the documents on whose claims a change bears that came after the last linking."""
    later = _later()
    own = select(changes.c.document).where(later)
    other = select(claims.c.document).join(changes, changes.c.other_claim == claims.c.number)
    query = select(documents.c.id).where(
        documents.c.number.in_(own) | documents.c.number.in_(other.where(later))
    )
    return frozenset(connection.execute(query).scalars())


def stated_on(connection: Connection) -> frozenset[ClaimRef]:
    """The claims, as they are called today, on which people said, or took back, something after
    the last linking, of documents that were not read again since.
    """
    later = _later()
    rows = connection.execute(
        select(changes.c.document, changes.c.claim, changes.c.other_claim).where(later)
    ).all()
    numbers = {n for row in rows for n in (row.claim, row.other_claim) if n is not None}
    read = {row.document for row in rows if row.claim is None and row.document is not None}
    query = select(documents.c.id)
    again = {row.id for row in found(connection, query, documents.c.number, read)}
    refs = current_refs(connection, numbers).values()
    return frozenset(ref for ref in refs if ref.document not in again)


def judged_parties(connection: Connection) -> frozenset[str]:
    """The parties on which a judgement bears, or its undoing, that came after the last linking."""
    of_parties = changes.c.document.is_(None) & changes.c.other.is_not(None)
    query = select(changes.c.subject, changes.c.other).where(_later(), of_parties)
    return frozenset(party for row in connection.execute(query) for party in row)


def mark(connection: Connection, *, whole: bool) -> None:
    """Say that the transfers are made of all that there is now."""
    connection.execute(delete(linked))
    last = connection.execute(select(func.max(changes.c.number))).scalar() or 0
    connection.execute(insert(linked), [{"change": last, "whole": whole}])


def _later() -> ColumnElement[bool]:
    through = func.coalesce(select(linked.c.change).scalar_subquery(), 0)
    return (changes.c.number > through) & changes.c.act.in_(_BEARING)
