"""The values that transfers are listed under: each has a number, words, and counts."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, insert, select, update
from sqlalchemy import bindparam as bind

from headstamp.ledger.facets import Facet
from headstamp.ledger.folding import fold
from headstamp.ledger.lookup import found, next_number
from headstamp.ledger.rows import Row
from headstamp.ledger.schema import facet_values


def numbered(connection: Connection, called: Mapping[Facet, str | None]) -> dict[Facet, int]:
    """The numbers of facet values; those that are new get one. `called` has the words for each,
    None where they are not known: a value that had none takes them.
    """
    query = select(facet_values)
    place: ColumnElement[str] = facet_values.c.value
    known: dict[Facet, int] = {}
    nameless: list[Row] = []
    for row in found(connection, query, place, {value for _, value in called}):
        facet = row.name, row.value
        known[facet] = row.number
        if row.label is None and called.get(facet):
            words = called[facet]
            nameless.append({"which": row.number, "words": words, "sought": _folded(facet, words)})
    if nameless:
        chosen = update(facet_values).where(facet_values.c.number == bind("which"))
        connection.execute(chosen.values(label=bind("words"), folded=bind("sought")), nameless)
    return known | _new(connection, {f: w for f, w in called.items() if f not in known})


def _new(connection: Connection, called: Mapping[Facet, str | None]) -> dict[Facet, int]:
    first = next_number(connection, facet_values) if called else 0
    given = {facet: number for number, facet in enumerate(sorted(called), start=first)}
    counts = dict.fromkeys(("entries", "confirmed", "denied", "repeated"), 0)
    rows = [
        {
            "number": number,
            "name": name,
            "value": value,
            "label": called[name, value],
            "folded": _folded((name, value), called[name, value]),
            **counts,
        }
        for (name, value), number in given.items()
    ]
    if rows:
        connection.execute(insert(facet_values), rows)
    return given


def _folded(facet: Facet, label: str | None) -> str:
    """The words by which a value is sought: its label's, then its own where they differ."""
    own, words = fold(facet[1]), fold(label or "")
    return own if own == words else f"{words} {own}".strip()
