"""The audit log as rows: appended to, looked through, and counted where log-ins are refused."""

from datetime import datetime

from sqlalchemy import Connection, insert, or_, select

from headstamp.ledger.accounts_schema import audit
from headstamp.ledger.columns import storable
from headstamp.ledger.lookup import next_number
from headstamp.model.account import AuditLine

REFUSED = "failed to log in as"
"""What the log says of a log-in with a wrong name or password."""

_CHARACTERS = 200
"""Of a subject or an address that comes from outside; no index takes words of any length."""


def append(
    connection: Connection, *, by: str, did: str, subject: str, address: str, at: datetime
) -> None:
    """Add one line."""
    line = {"by": by, "did": did, "subject": subject, "address": address}
    said = {name: storable(words)[:_CHARACTERS] for name, words in line.items()}
    number = next_number(connection, audit)
    connection.execute(insert(audit), [{"number": number, "at": at, **said}])


def lines(
    connection: Connection, *, limit: int, before: int | None = None, name: str | None = None
) -> tuple[AuditLine, ...]:
    """The latest lines first: those before a number, by or about a name, where these are given."""
    query = select(audit).order_by(audit.c.number.desc()).limit(limit)
    if before is not None:
        query = query.where(audit.c.number < before)
    if name is not None:
        query = query.where(or_(audit.c.by == name, audit.c.subject == name))
    return tuple(
        AuditLine(row.number, row.at, row.by, row.did, row.subject, row.address)
        for row in connection.execute(query)
    )


def refusals(
    connection: Connection, *, since: datetime, name: str | None = None, address: str | None = None
) -> tuple[datetime, ...]:
    """When log-ins of a name, or from an address, were refused since a moment, earliest first."""
    whose = audit.c.subject == name if name is not None else audit.c.address == address
    query = (
        select(audit.c.at)
        .where(whose, audit.c.did == REFUSED, audit.c.at > since)
        .order_by(audit.c.at)
    )
    return tuple(connection.execute(query).scalars())
