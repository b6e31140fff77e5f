"""Parties that people judged to be the same."""

from collections.abc import Iterator

from sqlalchemy import Connection, or_, select

from headstamp.ledger.history import change_of
from headstamp.ledger.schema import changes
from headstamp.model.transfer import Change, Judgement


def merged(connection: Connection, party: str) -> tuple[str, ...]:
    """A party and all that are the same by judgements that stand, one by one; itself first."""
    same = [party]
    for known in same:
        for change in _merges(connection, known):
            judgement = change.statement
            if isinstance(judgement, Judgement):
                sides = judgement.left, judgement.right
                same += [side for side in sides if side not in same]
    return tuple(same)


def merges(connection: Connection, party: str) -> tuple[Change, ...]:
    """The standing judgements that make other parties the same as this one, the earliest first:
    undo one, and what it joins falls apart.
    """
    found = {
        change.number: change
        for known in merged(connection, party)
        for change in _merges(connection, known)
    }
    return tuple(found[number] for number in sorted(found))


def _merges(connection: Connection, party: str) -> Iterator[Change]:
    """The last standing judgement of a party with each other, where it says that they are the
    same.
    """
    query = (
        select(changes)
        .where(or_(changes.c.subject == party, changes.c.other == party))
        .where(changes.c.act == "judge", changes.c.claim.is_(None), changes.c.undone_by.is_(None))
        .order_by(changes.c.number)
    )
    last: dict[frozenset[str], Change] = {}
    for row in connection.execute(query):
        change = change_of(row)
        judgement = change.statement
        if isinstance(judgement, Judgement) and judgement.about == "party":
            last[frozenset((judgement.left, judgement.right))] = change
    for change in last.values():
        if isinstance(change.statement, Judgement) and change.statement.verdict == "same":
            yield change
