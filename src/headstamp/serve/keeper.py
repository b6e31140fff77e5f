"""The process behind the pages: it adds what people gave, and links again when it is quiet.

Reading takes seconds and a model in memory, so pages leave it to one process of its own. What it
does stands in the ledger's jobs, where any page can watch it; killed, it leaves a ledger that is
whole, and its next run says which job was left.
"""

import logging
import os
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from multiprocessing import parent_process

from headstamp import incoming, keeping
from headstamp.errors import HeadstampError
from headstamp.ledger import open_ledger
from headstamp.ledger.adding import Added
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.readying import Ready
from headstamp.model.job import Job
from headstamp.serve.settings import Settings
from headstamp.serve.tasks import Task
from headstamp.show.rereading import reread

LOOK_S = 0.5
"""Between two looks for work."""
QUIET_S = 60.0
"""Without work for so long, it links again what is not linked to the last."""
NICE = 10
"""How far behind pages it stands where processes are ranked, in the steps of POSIX."""
SILENT = timedelta(minutes=30)
"""A job without a sign of life for so long was left by a process that died."""

_LOG = logging.getLogger(__name__)


def keep(settings: Settings) -> None:
    """Work until the server that started this ends, after whoever reads: pages come first."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    ledger = open_ledger(settings.ledger, create=False)
    threading.Thread(target=_watch, daemon=True).start()
    ledger.jobs.fail_left(since=datetime.now(UTC) - SILENT)
    last = time.monotonic()
    while True:
        try:
            if work(ledger):
                last = time.monotonic()
            elif time.monotonic() - last > QUIET_S:
                ledger.jobs.fail_left(since=datetime.now(UTC) - SILENT)
                settle(ledger, by=settings.by)
                last = time.monotonic()
            else:
                time.sleep(LOOK_S)
        except Exception:
            _LOG.exception("the keeper goes on after a fault")
            time.sleep(LOOK_S)


def _watch() -> None:
    """End with the server, in the middle of a transaction too: the ledger stays whole."""
    server = parent_process()
    if server is not None:
        server.join()
        os._exit(0)


def work(ledger: Ledger) -> bool:
    """Do the job that waits longest; whether there was one."""
    taken = ledger.jobs.take()
    if taken is None:
        return False
    job, data = taken
    try:
        _add(ledger, job, Task.unpacked(data))
    except HeadstampError as error:
        ledger.jobs.finish(job.id, failed=str(error))
    except Exception:
        ledger.jobs.finish(job.id, failed="Something broke here; the server's log says what.")
        raise
    return True


def settle(ledger: Ledger, *, by: str) -> None:
    """Link all of the ledger again where it is due; only what is near the changes where others
    would have to wait long meanwhile.
    """
    with ledger.reading() as view:
        whole = view.is_linked() and view.is_wholly_linked()
        large = view.claims_read() > keeping.IN_A_MINUTE
    if large:
        _link(ledger, by=by)
    elif not whole:
        with ledger.writing(by=by) as writer:
            keeping.relink(writer)


def _link(ledger: Ledger, *, by: str) -> None:
    """Link what is not linked yet, near the changes where the ledger is large."""
    with ledger.reading() as view:
        due = not view.is_linked()
    if due:
        with ledger.writing(by=by) as writer:
            keeping.link(writer)


def _add(ledger: Ledger, job: Job, task: Task) -> None:
    """Add what a task gives, telling how far it is after each document and batch."""
    readings = incoming.given_readings if task.readings else incoming.own_readings

    def watched() -> Iterator[Ready | HeadstampError]:
        found = readings(ledger, task.source, published=task.published)
        for number, outcome in enumerate(found, start=1):
            ledger.jobs.progress(job.id, done=number)
            yield outcome

    added = failed = 0
    for outcome in keeping.keep(ledger, watched(), by=job.by):
        if isinstance(outcome, Added):
            ledger.jobs.progress(job.id, documents=outcome.documents, messages=_told(outcome))
            added += len(outcome.documents) + outcome.known
        else:
            ledger.jobs.progress(job.id, messages=[str(outcome)])
            failed += 1
    _link(ledger, by=job.by)
    ledger.jobs.finish(job.id, failed=None if added or not failed else "Nothing could be added.")


def _told(added: Added) -> list[str]:
    """What a person should know of a batch beside its documents."""
    known = f"{added.known} of them the ledger had already." if added.known else None
    again = map(reread, added.rereadings)
    return [*([known] if known else []), *again]
