"""Extracts on a screen, in a file or in a browser. One module a format, one line here each.

A writer takes the extracts as they come and writes each before it asks for the next.
"""

from collections.abc import Callable, Iterable
from typing import TextIO

from headstamp.model import Extract
from headstamp.show import html, json, jsonl, text
from headstamp.show.harmless import harmless

__all__ = ["FORMATS", "WRITERS", "Writer", "harmless", "write"]

Writer = Callable[[Iterable[Extract], TextIO], None]

WRITERS: tuple[tuple[str, Writer], ...] = (
    ("text", text.write),
    ("json", json.write),
    ("jsonl", jsonl.write),
    ("html", html.write),
)
FORMATS: tuple[str, ...] = tuple(name for name, _ in WRITERS)


def write(format: str, extracts: Iterable[Extract], out: TextIO) -> None:
    """Write `extracts` to `out` in one of `FORMATS`."""
    dict(WRITERS)[format](extracts, out)
