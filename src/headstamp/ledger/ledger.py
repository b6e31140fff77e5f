"""The ledger as the rest of the program uses it: one place, opened once, read and written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Engine

from headstamp.errors import InputError
from headstamp.ledger import adding, backing_up, linked, stating, storing
from headstamp.ledger import history as log
from headstamp.ledger.accounts import Accounts
from headstamp.ledger.adding import Added
from headstamp.ledger.jobs import Jobs
from headstamp.ledger.listing import Filters
from headstamp.ledger.making import Made
from headstamp.ledger.opening import opened
from headstamp.ledger.readying import Addition, Ready, ready
from headstamp.ledger.remembering import Memory, remember
from headstamp.ledger.transactions import name_of, reading, writing
from headstamp.ledger.view import View
from headstamp.model import Extract
from headstamp.model.transfer import Change, Statement, Transfer

__all__ = ("Addition", "Filters", "Ledger", "View", "Writer")


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Writer(View):
    """The ledger being written by one person in one transaction; made by `Ledger.writing`.

    `touched` gathers the documents whose claims are not what they were: relink them, with
    `replace_transfers`, before the transaction ends.
    """

    by: str
    at: datetime
    touched: set[str] = field(default_factory=set)

    def add(self, additions: Iterable[Addition]) -> Added:
        """Keep extracts and the bytes they came from; what is there already changes nothing.

        Raises `InputError` for one that is not sound.
        """
        return self.add_ready([ready(addition) for addition in additions])

    def add_ready(self, additions: Iterable[Ready]) -> Added:
        """Keep additions that are made ready (`readying.ready`)."""
        added = adding.add(self._connection, additions, by=self.by, at=self.at)
        self.touched.update(added.documents)
        return added

    def state(self, statement: Statement) -> Change:
        """Add a judgement, review, rating or note."""
        stated = stating.state(self._connection, statement, by=self.by, at=self.at)
        self.touched.update(stated.documents)
        return stated.change

    def undo(self, number: int) -> Change:
        """Take back a change; an undoing too, and then what it undid stands again."""
        change = log.undo(self._connection, number, by=self.by, at=self.at)
        self.touched.update(log.documents_of(self._connection, change.number))
        return change

    def replace_transfers(
        self,
        gone: Iterable[str],
        made: Iterable[Transfer],
        extracts: Mapping[str, Extract],
        countries: Mapping[str, str],
        *,
        ids: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Store transfers in the place of others (`storing.replace`)."""
        storing.replace(self._connection, gone, made, extracts, countries, ids)

    def store_transfers(self, ready: Iterable[Made]) -> None:
        """Store transfers that are made ready (`making.made`)."""
        storing.store(self._connection, ready)

    def remove_transfers(self, ids: Iterable[str]) -> None:
        """Take transfers away."""
        storing.remove(self._connection, ids)

    def mark_linked(self, *, whole: bool = True) -> None:
        """Say that the transfers are made of all that the ledger holds now; not `whole` where only
        what was near a change was linked again.
        """
        linked.mark(self._connection, whole=whole)

    def drop_derived(self) -> None:
        """Take away all transfers, to build them again."""
        storing.drop(self._connection)


class Ledger:
    """A ledger at a path or a `postgresql://` URL. Opening makes it where there is none.

    Threads and processes may share the place; a process opens it once and keeps it. `accounts` are
    those who may use it, `jobs` what waits to be done for them.
    """

    def __init__(
        self, where: str | Path, *, create: bool = True, now: Callable[[], datetime] = _now
    ) -> None:
        self._engine: Engine = opened(where, create=create)
        self._now = now
        self._memory = Memory()
        self.accounts = Accounts(self._engine, now)
        self.jobs = Jobs(self._engine, now)

    @property
    def name(self) -> str:
        """Its path, or its URL without a password."""
        return name_of(self._engine)

    @contextmanager
    def reading(self) -> Iterator[View]:
        """One moment of the ledger."""
        with reading(self._engine) as connection:
            remember(connection, self._memory)
            yield View(connection)

    @contextmanager
    def writing(self, *, by: str) -> Iterator[Writer]:
        """A transaction signed by a person or program: all of it stands at the end, or nothing.

        Raises `Retryable` when others write for longer than a minute.
        """
        if not by.strip():
            raise InputError("a change", "is not signed", "say who makes it")
        with writing(self._engine) as connection:
            yield Writer(connection, by, self._now())

    def backup(self, path: Path) -> None:
        """Copy the ledger as it is now to a new SQLite file, while others use it."""
        backing_up.backup(self._engine, path)

    def close(self) -> None:
        """Let go of the store."""
        self._engine.dispose()
