"""Runs the parsing of untrusted files in a process of its own, with limits on memory and time.

The libraries that read PDF and office files unpack what a few bytes ask them to. In a child
process a file built to fill the memory, to never end, or to crash the library costs only itself.
"""

import json
import os
import subprocess
import sys

from headstamp.errors import InputError

MEMORY_BYTES = 1_500_000_000
TIME_S = 60
REFUSED = 3
"""Exit status of a child that says in words what is wrong with the file."""


def confined(task: str, data: bytes, source: str) -> object:
    """The value of `task` ("module:function") on the data and the name of their source.

    The function returns what JSON can hold. `InputError` when it raises one, goes over its
    limits, or crashes.
    """
    command = [sys.executable, "-m", "headstamp.ingest.child", task, source]
    environment = os.environ | {
        "OPENBLAS_NUM_THREADS": "1",  # each thread would take of the memory allowed
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    try:
        child = subprocess.run(  # noqa: S603 - our own module, no shell
            command, input=data, capture_output=True, timeout=TIME_S, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise InputError(
            source, f"takes more than {TIME_S} s to unpack", "give a smaller or simpler file"
        ) from None
    if child.returncode == 0:
        return json.loads(child.stdout)
    if child.returncode == REFUSED:
        problem, mend = json.loads(child.stdout)
        raise InputError(source, problem, mend)
    raise InputError(
        source, "is damaged, or unpacks to more than memory holds", "save it anew or give its text"
    )
