"""Opens an input by its name: a file, a URL, or `-` for standard input.

One whose bytes are at hand stays as it is.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from headstamp.errors import InputError
from headstamp.ingest.raw import Raw

STANDARD_INPUT = "-"
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@contextmanager
def opened(source: str | Raw) -> Iterator[Raw]:
    """The input, open to be read; `InputError` when it cannot be had."""
    if isinstance(source, Raw):
        yield source
    elif source == STANDARD_INPUT:
        yield Raw.of_stream(source, sys.stdin.buffer)
    elif _URL.match(source):
        yield _fetched(source)
    else:
        with _open_file(source) as stream:
            yield Raw.of_stream(source, stream)


def _fetched(url: str) -> Raw:
    from headstamp.ingest.web.fetch import fetched  # noqa: PLC0415 - files need no network

    return fetched(url)


def _open_file(source: str) -> BinaryIO:
    try:
        return open(source, "rb")
    except FileNotFoundError:
        raise InputError(source, "is not there", "check the path") from None
    except IsADirectoryError:
        raise InputError(source, "is a folder", "name the files in it") from None
    except OSError as error:
        problem = f"cannot be opened ({error.strerror})"
        raise InputError(source, problem, "check that you may read it") from None
