"""Whether the transfers are made of all that the ledger holds: how an unfinished run is known.

Adding and linking may be two transactions. What is kept of linking is the number of the last change
at that time; a later change that bears on transfers says that they are of yesterday.
"""

from sqlalchemy import Connection, delete, func, insert, select

from headstamp.ledger.schema import changes, linked

_BEARING = ("add", "judge", "review", "undo")


def is_linked(connection: Connection) -> bool:
    """Whether no change that bears on transfers came after the last linking."""
    through = connection.execute(select(linked.c.change)).scalar() or 0
    later = select(changes.c.number).where(changes.c.number > through, changes.c.act.in_(_BEARING))
    return connection.execute(later.limit(1)).first() is None


def mark(connection: Connection) -> None:
    """Say that the transfers are made of all that there is now."""
    connection.execute(delete(linked))
    last = connection.execute(select(func.max(changes.c.number))).scalar() or 0
    connection.execute(insert(linked), [{"change": last}])
