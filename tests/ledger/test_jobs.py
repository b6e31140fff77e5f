"""Jobs in both stores: asked for, taken once, watched, over; none is left running for ever."""

import threading
from datetime import UTC, datetime

from headstamp.ledger.jobs import LEFT
from headstamp.ledger.ledger import Ledger
from headstamp.model.job import Job

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
NOT_YET = datetime(2100, 1, 1, tzinfo=UTC)


def test_a_job_is_asked_for_done_and_over(ledger: Ledger) -> None:
    jobs = ledger.jobs
    asked = jobs.submit("report.pdf", b"%PDF", by="anna")
    assert asked == Job(1, "anna", "report.pdf", "waiting", 0, None, (), (), asked.at)
    taken = jobs.take()
    assert taken is not None
    assert (taken[0].id, taken[0].state, taken[1]) == (1, "running", b"%PDF")
    jobs.progress(1, done=1, total=3, documents=["a1"])
    jobs.progress(1, done=2, messages=["page 2: is empty; leave it out."])
    assert not jobs.progress(1, documents=["a2"]).is_over
    over = jobs.finish(1)
    assert over == jobs.job(1)
    assert (over.state, over.done, over.total) == ("done", 2, 3)
    assert over.documents == ("a1", "a2")
    assert over.messages == ("page 2: is empty; leave it out.",)
    assert jobs.take() is None


def test_a_job_that_failed_says_why(ledger: Ledger) -> None:
    job = ledger.jobs.submit("news", by="anna")
    ledger.jobs.take()
    over = ledger.jobs.finish(job.id, failed="news: is not there; look again.")
    assert (over.state, over.messages) == ("failed", ("news: is not there; look again.",))


def test_what_is_over_stays_so(ledger: Ledger) -> None:
    job = ledger.jobs.submit("news", by="anna")
    failed = ledger.jobs.finish(job.id, failed="No.")
    assert ledger.jobs.progress(job.id, done=9) == failed
    assert ledger.jobs.finish(job.id) == failed


def test_the_longest_waiting_is_taken_first(ledger: Ledger) -> None:
    for what in ("a", "b"):
        ledger.jobs.submit(what, what.encode(), by="anna")
    assert [taken[1] for taken in (ledger.jobs.take(), ledger.jobs.take()) if taken] == [b"a", b"b"]


def test_each_job_is_taken_by_one(place: str, ledger: Ledger) -> None:
    for number in range(20):
        ledger.jobs.submit(f"job {number}", by="anna")
    taken: list[int] = []

    def work() -> None:
        own = Ledger(place)
        while found := own.jobs.take():
            taken.append(found[0].id)
        own.close()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(1, 21))


def test_the_latest_are_shown(ledger: Ledger) -> None:
    for what, by in (("a", "anna"), ("b", "bela"), ("c", "anna")):
        ledger.jobs.submit(what, by=by)
    assert [job.what for job in ledger.jobs.recent(limit=2)] == ["c", "b"]
    assert [job.what for job in ledger.jobs.recent(limit=9, by="anna")] == ["c", "a"]
    assert [job.what for job in ledger.jobs.recent(limit=9, before=3)] == ["b", "a"]
    assert ledger.jobs.job(9) is None


def test_what_a_dead_process_left_fails(ledger: Ledger) -> None:
    """The clock goes on by a minute at each call."""
    jobs = ledger.jobs
    for what in ("silent", "alive", "waiting"):
        jobs.submit(what, by="anna")
    jobs.take()
    jobs.take()
    assert jobs.fail_left(since=LONG_AGO) == ()
    silence = jobs.submit("later", by="anna").at
    jobs.progress(2)
    (left,) = jobs.fail_left(since=silence)
    assert (left.what, left.state, left.messages) == ("silent", "failed", (LEFT,))
    assert [job.state for job in jobs.recent(limit=9)] == [
        "waiting", "waiting", "running", "failed",
    ]  # fmt: skip
    assert [job.what for job in jobs.fail_left(since=NOT_YET)] == ["alive"]


def test_what_a_person_calls_it_fits_every_store(ledger: Ledger) -> None:
    job = ledger.jobs.submit("a\0b\ud800", by="anna")
    assert "\0" not in job.what
    assert ledger.jobs.job(job.id) == job
