"""The process that `confined` starts: bounds itself, runs one task, writes its value as JSON."""

import json
import sys
from importlib import import_module

from headstamp.errors import InputError
from headstamp.ingest.confined import MEMORY_BYTES, REFUSED, TIME_S


def main(task: str, source: str) -> int:
    """Run "module:function" on standard input; the exit status says whether it took the file."""
    module, function = task.split(":")
    work = getattr(import_module(module), function)
    _limit()
    try:
        value, status = work(sys.stdin.buffer.read(), source), 0
    except InputError as error:
        value, status = (error.problem, error.mend), REFUSED
    sys.stdout.write(json.dumps(value))
    return status


def _limit() -> None:
    """Bound the memory and time of this process, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not there on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (TIME_S, TIME_S))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
