"""Processes that each do a share of what is independent, and hand results back in order.

A worker is a fresh interpreter that gets pickles through its standard input and answers through its
standard output: it shares no store, lock or thread with whoever started it, runs nothing of the
starting script, and ends when its input does. Where one worker is asked for, all is done in place.
"""

import os
import pickle
import subprocess
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from types import TracebackType
from typing import IO, Any, TypeVar, cast

from headstamp.errors import Retryable

Task = TypeVar("Task")
Result = TypeVar("Result")

AHEAD = 2
"""Tasks for each worker that are handed out before the first result is taken."""

_START = (
    "import pickle, signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN);"
    "sys.path[:] = pickle.load(sys.stdin.buffer);"
    "from headstamp.workers import work; work()"
)


class Workers:
    """A number of processes, started when they are first needed; to be used in a `with` block."""

    def __init__(self, count: int | None = None) -> None:
        self._count = (count or os.cpu_count() or 1) if sys.executable else 1
        self._free: SimpleQueue[_Worker] = SimpleQueue()
        self._threads = ThreadPoolExecutor(self._count, thread_name_prefix="worker")
        self._started: list[_Worker] = []

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._started:
            worker.end()
        self._threads.shutdown(cancel_futures=True)

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """What `function`, of some module, makes of each task, in the order of the tasks.

        Raises `Retryable` where a worker was ended, and `RuntimeError` where a task failed in it.
        """
        if self._count == 1:
            yield from map(function, tasks)
            return
        while len(self._started) < self._count:
            self._started.append(_Worker())
            self._free.put(self._started[-1])
        waiting: deque[Future[Result]] = deque()
        for task in tasks:
            waiting.append(self._threads.submit(self._do, function, task))
            if len(waiting) > AHEAD * self._count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _do(self, function: Callable[[Task], Result], task: Task) -> Result:
        worker = self._free.get()
        try:
            result: Result = worker.ask(function, task)
        finally:
            self._free.put(worker)
        return result


class _Worker:
    """One process, asked by one thread at a time."""

    def __init__(self) -> None:
        command = [sys.executable, "-c", _START]
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and words
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._input = cast("IO[bytes]", self._process.stdin)
        self._output = cast("IO[bytes]", self._process.stdout)
        pickle.dump(sys.path, self._input)

    def ask(self, function: Callable[[Any], Any], task: Any) -> Any:
        """What `function` makes of the task there."""
        try:
            pickle.dump((function, task), self._input, pickle.HIGHEST_PROTOCOL)
            self._input.flush()
            done, result = pickle.load(self._output)  # noqa: S301 - our own process
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            raise Retryable(
                "A process that helped was ended, for want of memory perhaps; try again."
            ) from error
        if not done:
            raise RuntimeError(f"a worker failed:\n{result}")
        return result

    def end(self) -> None:
        """Stop it, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._input, self._output):
            with suppress(OSError):
                pipe.close()


def work() -> None:
    """Answer until who asked is gone; what a task prints goes to the standard error."""
    import gc  # noqa: PLC0415 - in a worker only

    gc.disable()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    while True:
        try:
            function, task = pickle.load(sys.stdin.buffer)  # noqa: S301 - from who started this
        except (EOFError, pickle.UnpicklingError):
            return
        try:
            answer = True, function(task)
        except Exception:
            answer = False, traceback.format_exc()
        try:
            pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
        except BrokenPipeError:
            os._exit(0)
