"""A copy of the whole ledger in one SQLite file, of one moment, while others go on writing.

Users, tokens, the audit log and jobs are part of it, sessions are not: who opens the copy to others
has them log in there.
"""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from headstamp.errors import InputError
from headstamp.ledger.accounts_schema import sessions
from headstamp.ledger.folding import searched
from headstamp.ledger.lookup import chunks
from headstamp.ledger.opening import opened
from headstamp.ledger.schema import METADATA, editions
from headstamp.ledger.searching import index_words
from headstamp.ledger.transactions import reading, told, writing

_AT_ONCE = 1_000


def backup(engine: Engine, path: Path) -> None:
    """Write the ledger to a new file that can be opened as one, whichever store it is in now.

    The file appears when it is whole. Raises `InputError` where there is one already.
    """
    if path.exists():
        raise InputError(str(path), "is there already", "name a file that is not")
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        if engine.dialect.name == "sqlite":
            _copy_file(engine, unfinished)
        else:
            _copy_rows(engine, unfinished)
        os.replace(unfinished, path)
    except (OSError, sqlite3.Error) as error:
        raise InputError(str(path), f"cannot be written ({error})", "name another place") from error
    finally:
        for leftover in path.parent.glob(f"{unfinished.name}*"):
            leftover.unlink()


def _copy_file(engine: Engine, path: Path) -> None:
    """SQLite copies its pages, all in one step: one moment, and writers wait for nothing in WAL."""
    with told(engine), engine.connect() as connection:
        source: Any = connection.connection.driver_connection
        target = sqlite3.connect(path)
        try:
            source.backup(target)
            target.execute(f"DELETE FROM {sessions.name}")  # noqa: S608 - a name of ours
            target.commit()
        finally:
            target.close()


def _copy_rows(engine: Engine, path: Path) -> None:
    """Every row of one snapshot into a new ledger."""
    copy = opened(path)
    with reading(engine) as source, writing(copy) as target:
        for table in METADATA.sorted_tables:
            if table is sessions:
                continue
            whole = select(table).order_by(*table.primary_key.columns)  # undoings after the undone
            rows = source.execution_options(yield_per=_AT_ONCE).execute(whole).mappings()
            for some in chunks(rows, _AT_ONCE):
                target.execute(insert(table), [dict(row) for row in some])
        _index(source, target)
    copy.dispose()


def _index(source: Connection, target: Connection) -> None:
    texts = select(editions.c.number, editions.c.text)
    rows = source.execution_options(yield_per=_AT_ONCE).execute(texts)
    for some in chunks(rows, _AT_ONCE):
        index_words(target, {row.number: searched(row.text) for row in some})
