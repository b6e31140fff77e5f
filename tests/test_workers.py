"""Processes that do shares of the work: in order, and loud when they fail."""

import os
import signal

import pytest

from headstamp.errors import Retryable
from headstamp.workers import Workers


def pid(_: int) -> int:
    return os.getpid()


def twice(number: int) -> int:
    print("a task that prints disturbs nothing")
    return 2 * number


def failing(number: int) -> int:
    if number == 3:
        raise ValueError("three is too many")
    return number


def dying(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("count", [1, 2])
def test_results_come_in_the_order_of_the_tasks(count: int) -> None:
    with Workers(count) as workers:
        assert list(workers.map(twice, range(20))) == [2 * n for n in range(20)]
        assert list(workers.map(twice, [])) == []


def test_a_task_that_fails_is_an_error_here() -> None:
    with Workers(2) as workers, pytest.raises(RuntimeError, match="three is too many"):
        list(workers.map(failing, range(20)))


def test_a_worker_that_is_ended_is_an_error_and_no_hang() -> None:
    with Workers(2) as workers, pytest.raises(Retryable, match="was ended"):
        list(workers.map(dying, range(20)))


def test_no_process_is_left_where_whoever_asks_gives_up() -> None:
    with Workers(2) as workers:
        found = next(workers.map(pid, range(20)))
    with pytest.raises(ProcessLookupError):
        os.kill(found, 0)
