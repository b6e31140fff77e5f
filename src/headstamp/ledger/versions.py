"""One number for all that can be seen: whoever has it needs nothing anew until it rises."""

from sqlalchemy import Connection, func, insert, select, update

from headstamp.ledger.schema import changes, renewals


def version(connection: Connection) -> int:
    """The last change and how often transfers were replaced, added up: both only rise."""
    last = select(func.max(changes.c.number)).scalar_subquery()
    times = select(func.max(renewals.c.times)).scalar_subquery()
    row = connection.execute(select(last, times)).one()
    return sum(number or 0 for number in row)


def renew(connection: Connection) -> None:
    """Say that transfers were replaced."""
    renewed = connection.execute(update(renewals).values(times=renewals.c.times + 1))
    if not renewed.rowcount:
        connection.execute(insert(renewals), [{"times": 1}])
