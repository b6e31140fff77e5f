"""Many rows by their keys, a bounded number of keys a question; the next free number."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, select

T = TypeVar("T")

AT_ONCE = 500
"""Keys in one question: both stores take more, their planners take longer over more."""


def found(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], keys: Iterable[Any]
) -> Iterator[Row[Any]]:
    """The rows of `query` whose `column` is one of `keys`, in no order of the keys'."""
    for some in chunks(keys, AT_ONCE):
        yield from connection.execute(query.where(column.in_(some)))


def chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """The values in lists of at most `size`."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some


def next_number(connection: Connection, table: Table) -> int:
    """The first number of `table` that is free; the writer alone may ask."""
    last = connection.execute(select(func.max(table.c.number))).scalar()
    return 1 + (last or 0)
