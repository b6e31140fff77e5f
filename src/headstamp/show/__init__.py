"""Extracts on a screen, in a file or in a browser. One module a format, one line here each.

A writer takes the extracts as they come and writes each before it asks for the next.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TextIO

from headstamp.model import Claim, Extract
from headstamp.show import html, json, jsonl, text
from headstamp.show.harmless import harmless

__all__ = ["FORMATS", "WRITERS", "Writer", "harmless", "in_words", "write"]

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


def in_words(extract: Extract) -> Extract:
    """The extract with the words of its claims alone, without what they resolve to."""
    return replace(extract, claims=tuple(_in_words(claim) for claim in extract.claims))


def _in_words(claim: Claim) -> Claim:
    arguments = tuple(replace(a, value=None, also=()) for a in claim.arguments)
    speakers = tuple(replace(speaker, party=None) for speaker in claim.speakers)
    return replace(claim, arguments=arguments, speakers=speakers)
