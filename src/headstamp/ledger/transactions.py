"""Reading and writing under the rules that keep many users of one ledger out of each other's way.

A reading sees one moment of the ledger and waits for nobody. One writing goes on at a time: it
waits for the lock first (SQLite's write lock, an advisory lock in PostgreSQL), so what it looks up
is still so when it writes, and the numbers it gives are its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    OperationalError,
    ProgrammingError,
    TimeoutError,
)

from headstamp.errors import HeadstampError, InputError, Retryable

WAIT_S = 60
"""How long a writing waits for another before it gives up."""

LEDGER_LOCK, ACCOUNTS_LOCK = 0x68656164, 0x68656165
"""In PostgreSQL accounts and jobs have a lock of their own: a log-in waits for no long linking."""

_BUSY = ("locked", "lock timeout", "busy")
_MENDS = (
    ("authentication failed", "refuses the user", "give the right user and password"),
    ("does not exist", "is not there", "name a database and a user that are"),
    ("readonly", "is not to be written to", "ask for the right to write to it and its folder"),
    ("read-only", "is not to be written to", "ask for the right to write to it"),
    ("permission denied", "is not to be written to", "ask for the right to write to it"),
    ("unable to open", "cannot be opened", "name a file in a folder that is there"),
    ("is full", "has no room left", "make room on the disk"),
    ("No space left", "has no room left", "make room on the disk"),
    ("not a database", "is no ledger", "name a file that `headstamp add` made"),
    ("malformed", "is damaged", "take the last backup, and see what `headstamp verify` says"),
)
_UNLIKE = ("no such table", "no such column", "has no column named")
_UNLIKE_STATES = ("42P01", "42703")
"""What SQLite says, and the states of PostgreSQL (undefined_table, undefined_column), where tables
are not those of the ledger's version.
"""


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one moment of the ledger. Raises as `told` does."""
    with told(engine), engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def writing(engine: Engine, *, lock: int = LEDGER_LOCK) -> Iterator[Connection]:
    """A connection that alone may write; what it wrote stands when the block ends, or nothing.

    Raises `Retryable` when another writes for longer than `WAIT_S`, else as `told` does.
    """
    with told(engine), engine.connect() as connection:
        connection.execution_options(writing=True)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT_S}s'"))
                connection.execute(text(f"SELECT pg_advisory_xact_lock({lock})"))
            yield connection


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Says the store's own errors as ours: `Retryable` where waiting helps, else `InputError`."""
    try:
        yield
    except DBAPIError as error:
        ours = _ours(engine, error)
        if ours is None:
            raise
        raise ours from error
    except TimeoutError as error:
        raise Retryable(f"{name_of(engine)}: too many ask at once; try again.") from error


def name_of(engine: Engine) -> str:
    """The ledger's name for people: a path, or a URL without its password."""
    url = engine.url
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string()


def _ours(engine: Engine, error: DBAPIError) -> HeadstampError | None:
    """The error to tell; None for one that is a mistake of this program's."""
    name, words = name_of(engine), str(error.orig)
    if any(busy in words for busy in _BUSY):
        return Retryable(f"{name}: others have been writing for {WAIT_S} s; try again.")
    if _is_unlike(error):
        return InputError(name, "has not the tables of its version", "take the last backup")
    if isinstance(error, ProgrammingError | IntegrityError):
        return None
    for found, problem, mend in _MENDS:
        if found in words:
            return InputError(name, problem, mend)
    if engine.dialect.name == "postgresql" and isinstance(error, OperationalError):
        first = words.splitlines()[0]
        return Retryable(f"{name}: does not answer ({first}); see that the server runs, try again.")
    return None


def _is_unlike(error: DBAPIError) -> bool:
    """Whether a table or column is not there that a ledger of this version has."""
    state = getattr(error.orig, "sqlstate", None)
    return state in _UNLIKE_STATES or any(words in str(error.orig) for words in _UNLIKE)
