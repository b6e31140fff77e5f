"""Opens an input by its name: a file, a URL, or `-` for standard input."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from headstamp.errors import InputError
from headstamp.ingest.raw import Raw

STANDARD_INPUT = "-"


@contextmanager
def opened(source: str) -> Iterator[Raw]:
    """The input, open to be read; `InputError` when it cannot be had."""
    if source == STANDARD_INPUT:
        yield Raw.of_stream(source, sys.stdin.buffer)
        return
    try:
        with open(source, "rb") as stream:
            yield Raw.of_stream(source, stream)
    except FileNotFoundError:
        raise InputError(source, "is not there", "check the path") from None
    except IsADirectoryError:
        raise InputError(source, "is a folder", "name the files in it") from None
    except OSError as error:
        problem = f"cannot be opened ({error.strerror})"
        raise InputError(source, problem, "check that you may read it") from None
