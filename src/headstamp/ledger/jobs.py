"""Work that waits, as the rest of the program asks for it, does it and watches it.

Whoever is free takes the job that waits longest; nobody else gets it then. It shows a sign of life
with each `progress`; what runs without one for long was left by a process that died. All of this
is written in transactions of its own: call none of it while the same thread writes to the ledger.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update

from headstamp.ledger.accounts_schema import jobs
from headstamp.ledger.columns import storable
from headstamp.ledger.lookup import next_number
from headstamp.ledger.transactions import ACCOUNTS_LOCK, reading, writing
from headstamp.model.job import Job

LEFT = "It was left unfinished when the program stopped; ask for it again."
_TOLD = [column for column in jobs.c if column.name not in ("data", "seen")]


class Jobs:
    """The jobs of one ledger."""

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._now = now

    def submit(self, what: str, data: bytes = b"", *, by: str, total: int | None = None) -> Job:
        """Ask for work: `what` for people, `data` for who does it, kept until it is over."""
        at = self._now()
        with writing(self._engine, lock=ACCOUNTS_LOCK) as connection:
            number = next_number(connection, jobs)
            row = {"number": number, "by": storable(by), "what": storable(what), "data": data}
            row |= {"state": "waiting", "done": 0, "total": total, "at": at, "seen": at}
            connection.execute(insert(jobs), [row | {"documents": [], "messages": []}])
            return _known(connection, number)

    def take(self) -> tuple[Job, bytes] | None:
        """The job that waits longest, running from now on, and its data; None where none waits.

        Asking for nothing holds nobody up: the lock is for taking.
        """
        waiting = select(jobs.c.number, jobs.c.data).where(jobs.c.state == "waiting")
        first = waiting.order_by(jobs.c.number).limit(1)
        with reading(self._engine) as connection:
            if connection.execute(first.with_only_columns(jobs.c.number)).first() is None:
                return None
        with writing(self._engine, lock=ACCOUNTS_LOCK) as connection:
            row = connection.execute(first).first()
            if row is None:
                return None
            _set(connection, row.number, state="running", seen=self._now())
            return _known(connection, row.number), row.data

    def progress(
        self,
        id: int,
        *,
        done: int | None = None,
        total: int | None = None,
        documents: Iterable[str] = (),
        messages: Iterable[str] = (),
    ) -> Job:
        """Say how far it is, which documents it added since, and what went wrong; or that it is
        still at it. What is not given stays; a job that is over stays as it is.
        """
        with writing(self._engine, lock=ACCOUNTS_LOCK) as connection:
            held = _known(connection, id)
            if held.is_over:
                return held
            counted = {"done": done, "total": total}
            _set(
                connection,
                id,
                documents=[*held.documents, *map(storable, documents)],
                messages=[*held.messages, *map(storable, messages)],
                seen=self._now(),
                **{name: value for name, value in counted.items() if value is not None},
            )
            return _known(connection, id)

    def finish(self, id: int, *, failed: str | None = None) -> Job:
        """The work is over: done, or `failed` for the reason of this sentence."""
        with writing(self._engine, lock=ACCOUNTS_LOCK) as connection:
            return _finished(connection, _known(connection, id), failed)

    def fail_left(self, *, since: datetime) -> tuple[Job, ...]:
        """End the running jobs that gave no sign of life since a moment; which these are."""
        with writing(self._engine, lock=ACCOUNTS_LOCK) as connection:
            silent = (jobs.c.state == "running") & (jobs.c.seen < since)
            rows = connection.execute(select(*_TOLD).where(silent)).all()
            return tuple(_finished(connection, _job_of(row), LEFT) for row in rows)

    def job(self, id: int) -> Job | None:
        """The job of that number; None where there is none."""
        with reading(self._engine) as connection:
            return _job(connection, id)

    def recent(
        self, *, limit: int, before: int | None = None, by: str | None = None
    ) -> tuple[Job, ...]:
        """The jobs that were asked for last: those before a number, of one user, where given."""
        query = select(*_TOLD).order_by(jobs.c.number.desc()).limit(limit)
        if before is not None:
            query = query.where(jobs.c.number < before)
        if by is not None:
            query = query.where(jobs.c.by == by)
        with reading(self._engine) as connection:
            return tuple(_job_of(row) for row in connection.execute(query))


def _finished(connection: Connection, job: Job, failed: str | None) -> Job:
    """The job as it is over, without the data that it began with; one that was over already as
    it is.
    """
    if job.is_over:
        return job
    messages = [*job.messages, *([storable(failed)] if failed else [])]
    state = "failed" if failed else "done"
    _set(connection, job.id, state=state, messages=messages, data=None)
    return _known(connection, job.id)


def _set(connection: Connection, id: int, **columns: Any) -> None:
    connection.execute(update(jobs).where(jobs.c.number == id).values(**columns))


def _job(connection: Connection, id: int) -> Job | None:
    row = connection.execute(select(*_TOLD).where(jobs.c.number == id)).first()
    return _job_of(row) if row else None


def _known(connection: Connection, id: int) -> Job:
    """The job of a number that was given out."""
    return _job_of(connection.execute(select(*_TOLD).where(jobs.c.number == id)).one())


def _job_of(row: Any) -> Job:
    return Job(
        id=row.number,
        by=row.by,
        what=row.what,
        state=row.state,
        done=row.done,
        total=row.total,
        documents=tuple(row.documents),
        messages=tuple(row.messages),
        at=row.at,
    )
