"""From a path or a URL to a ledger at the newest schema."""

import sqlite3
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    column,
    create_engine,
    event,
    inspect,
    make_url,
    select,
    table,
)
from sqlalchemy.exc import ArgumentError

from headstamp.errors import InputError
from headstamp.ledger.schema import MIGRATIONS
from headstamp.ledger.transactions import WAIT_S, name_of, reading, writing

_POSTGRESQL = ("postgresql", "postgres")
_VERSIONS = table("ledger_version", column("version_num"))
# Pages of 4 KiB that one connection keeps in memory: 64 MiB, as a negative number of KiB.
_CACHE = -64 * 1024
_MAPPED = 4 * 1024**3
"""Bytes of the file that connections read from the memory they share with the system, uncopied."""
_KEPT, _MOST = 16, 80
"""Connections that stay open, those used last being used first, and the most at once: of the
requests that a server answers at a time each may need a second one.
"""


def opened(where: str | Path, *, create: bool = True) -> Engine:
    """The store at a path (SQLite) or a `postgresql://` URL, with its tables made or renewed.

    Raises `InputError` for a place where no ledger is and none is to be made, for a file that is
    something else, and for a ledger that a newer program made.
    """
    url = _url(str(where))
    if url.get_backend_name() == "sqlite" and not create and not Path(url.database or "").exists():
        raise InputError(str(where), "is no ledger", "make one with `headstamp add`")
    engine = create_engine(url, **_options(url))
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    else:
        event.listen(engine, "connect", _ask_alone)
    with reading(engine) as connection:
        version = _version(connection)
    if version != MIGRATIONS[-1]:
        _migrate(engine, create)
    return engine


def _url(where: str) -> URL:
    scheme, separator, rest = where.partition("://")
    if not separator:
        return URL.create("sqlite", database=where)
    if scheme not in _POSTGRESQL:
        raise InputError(where, "is no place for a ledger", "name a file or a postgresql:// URL")
    if find_spec("psycopg") is None:
        raise InputError(
            where.rpartition("@")[2],
            "needs the PostgreSQL driver",
            "install it with `pip install 'headstamp[postgresql]'`",
        )
    try:
        return make_url(f"postgresql+psycopg://{rest}")
    except (ArgumentError, ValueError):
        raise InputError(
            rest.rpartition("@")[2], "is no URL", "write postgresql://user@host/database"
        ) from None


def _options(url: URL) -> dict[str, Any]:
    pool = {"pool_size": _KEPT, "max_overflow": _MOST - _KEPT, "pool_use_lifo": True}
    if url.get_backend_name() == "sqlite":
        return pool | {"connect_args": {"timeout": WAIT_S, "check_same_thread": False}}
    return pool | {"pool_pre_ping": True, "connect_args": {"connect_timeout": WAIT_S}}


def _prepare(raw: sqlite3.Connection, _record: object) -> None:
    """Set up a new connection to SQLite: transactions are begun by `_begin`, not by the driver."""
    raw.isolation_level = None
    for setting in (
        f"busy_timeout={WAIT_S * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"cache_size={_CACHE}",
        f"mmap_size={_MAPPED}",
        "temp_store=MEMORY",
    ):
        raw.execute(f"PRAGMA {setting}")


def _ask_alone(raw: Any, _record: object) -> None:
    """Set up a new connection to PostgreSQL: one process for a question. Helpers take longer to
    begin than a page takes to find, and read on after its end; many ask at once.
    """
    raw.execute("SET max_parallel_workers_per_gather = 0")
    raw.commit()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _version(connection: Connection) -> str | None:
    """The last migration that was run; None in an empty store. Refuses what is no ledger."""
    name = name_of(connection.engine)
    tables = inspect(connection).get_table_names()
    if _VERSIONS.name not in tables:
        if "changes" in tables or (tables and connection.dialect.name == "sqlite"):
            raise InputError(name, "holds other tables", "give the ledger a place of its own")
        return None
    version: str = connection.execute(select(_VERSIONS.c.version_num)).scalar_one()
    if version not in MIGRATIONS:
        raise InputError(name, "was made by a newer Headstamp", "install that one to open it")
    return version


def _migrate(engine: Engine, create: bool) -> None:
    """Run the migrations that are missing, in one transaction: all of them or none."""
    from alembic import command  # noqa: PLC0415 - only when there is something to migrate
    from alembic.config import Config  # noqa: PLC0415

    with writing(engine) as connection:
        version = _version(connection)
        if version is None and not create:
            raise InputError(name_of(engine), "is no ledger", "make one with `headstamp add`")
        if version != MIGRATIONS[-1]:
            config = Config()
            config.set_main_option("script_location", "headstamp.ledger:migrations")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
