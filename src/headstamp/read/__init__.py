"""Document → Reading: what the text says, found by a small network that runs on the CPU."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headstamp.read.reader import Reader


@cache
def shipped_reader(*, threads: int = 0) -> "Reader":
    """The reader that comes with the package, loaded at the first need and kept.

    `threads` is the number of cores to use, 0 for all.
    """
    from headstamp.read.reader import Reader  # noqa: PLC0415 - numpy and more, only when reading

    return Reader.load(threads=threads)


__all__ = ["shipped_reader"]
