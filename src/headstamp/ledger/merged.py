"""Parties that people judged to be the same."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from headstamp.ledger.history import change_of
from headstamp.ledger.remembering import remembered
from headstamp.ledger.schema import OF_PARTIES, changes
from headstamp.model.transfer import Change, Judgement


def merged(connection: Connection, party: str) -> tuple[str, ...]:
    """A party and all that are the same by judgements that stand, one by one; itself first."""
    joined = _joined(_merges(connection)).get(party, {party})
    return (party, *sorted(joined - {party}))


def merges(connection: Connection, party: str) -> tuple[Change, ...]:
    """The standing judgements that make other parties the same as this one, the earliest first:
    undo one, and what it joins falls apart.
    """
    same = _merges(connection)
    joined = _joined(same).get(party, set())
    return tuple(change for (left, _), change in same.items() if left in joined)


def one_of_each(connection: Connection) -> dict[str, str]:
    """For every party that is the same as others the one that stands for all of them: the first by
    the alphabet, one that is resolved before one that is not.
    """
    return {
        party: min(same, key=lambda id: (id.startswith("~"), id))
        for party, same in _joined(_merges(connection)).items()
    }


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """For each party in a pair all that pairs join to it, itself among them."""
    joined: dict[str, set[str]] = {}
    for left, right in pairs:
        both = joined.get(left, {left}) | joined.get(right, {right})
        joined |= dict.fromkeys(both, both)
    return joined


def _merges(connection: Connection) -> dict[tuple[str, str], Change]:
    """The pairs of parties whose last standing judgement says that they are the same."""
    return remembered(connection, "merges", lambda: _judged_same(connection))


def _judged_same(connection: Connection) -> dict[tuple[str, str], Change]:
    query = select(changes).where(
        OF_PARTIES, changes.c.act == "judge", changes.c.undone_by.is_(None)
    )
    last: dict[tuple[str, str], Change] = {}
    for row in connection.execute(query.order_by(changes.c.number)):
        change = change_of(row)
        judgement = change.statement
        if isinstance(judgement, Judgement):
            left, right = sorted((judgement.left, judgement.right))
            last.pop((left, right), None)
            if judgement.verdict == "same":
                last[left, right] = change
    return last
