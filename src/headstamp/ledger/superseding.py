"""Claims of readings that were superseded, and the claims that stand in their place today."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, select

from headstamp.ledger.lookup import found
from headstamp.ledger.rereading import Read, Rereading, compared, successors
from headstamp.ledger.rows import claim_of
from headstamp.ledger.schema import claims, editions, readings


def rereading(connection: Connection, id: str, document: int, before: int) -> Rereading | None:
    """What changed in a document between the reading of that number and its current one."""
    query = select(readings.c.number, readings.c.reader).where(
        (readings.c.number == before) | ((readings.c.document == document) & readings.c.current)
    )
    readers = {row.number: row.reader for row in connection.execute(query)}
    after = next((number for number in readers if number != before), None)
    if after is None:
        return None
    old, new = (list(_read(connection, number).values()) for number in (before, after))
    return compared(id, (readers[before], readers[after]), old, new)


def onward(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    """For claims of any reading the current claims in their place; without those that are gone.

    A claim of a current reading stands for itself.
    """
    onto: dict[int, int] = {}
    stale: dict[tuple[int, int], list[int]] = defaultdict(list)
    query = select(claims.c.number, claims.c.document, claims.c.reading, readings.c.current).join(
        readings, readings.c.number == claims.c.reading
    )
    for row in found(connection, query, claims.c.number, numbers):
        if row.current:
            onto[row.number] = row.number
        else:
            stale[row.document, row.reading].append(row.number)
    for (document, reading), gone in stale.items():
        moved = _moved(connection, document, reading)
        onto |= {number: moved[number] for number in gone if number in moved}
    return onto


def _moved(connection: Connection, document: int, reading: int) -> dict[int, int]:
    """From the claims of one reading to those of its document's current one."""
    current = select(readings.c.number).where(readings.c.document == document, readings.c.current)
    after = connection.execute(current).scalar()
    if after is None:
        return {}
    old, new = _read(connection, reading), _read(connection, after)
    old_numbers, new_numbers = list(old), list(new)
    places = successors(list(old.values()), list(new.values()))
    return {old_numbers[before]: new_numbers[then] for before, then in places.items()}


def _read(connection: Connection, reading: int) -> dict[int, Read]:
    """The claims of one reading by their numbers, each with the text it stands in."""
    where: ColumnElement[bool] = readings.c.number == reading
    text = connection.execute(
        select(editions.c.text).join(readings, readings.c.edition == editions.c.number).where(where)
    ).scalar_one()
    rows = connection.execute(
        select(claims).where(claims.c.reading == reading).order_by(claims.c.number)
    )
    return {row.number: Read(claim_of(row), text) for row in rows}
