"""Bytes → Document: files, web pages, mail, records and standard input.

`READERS` lists the formats, the surest signature first. To add one: write a module with a
`FORMAT`, put that into the tuple, add a case to `tests/ingest/test_readers.py`.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from headstamp.errors import HeadstampError
from headstamp.ingest import mail, office, plain, records
from headstamp.ingest.format import Format, dated
from headstamp.ingest.opening import opened
from headstamp.ingest.pdf import reader as pdf
from headstamp.ingest.plain import from_text
from headstamp.ingest.raw import Raw
from headstamp.ingest.web import page
from headstamp.model import Document

__all__ = ["READERS", "Raw", "documents", "from_text", "originals"]


READERS: tuple[Format, ...] = (
    pdf.FORMAT,
    office.FORMAT,
    mail.FORMAT,
    records.FORMAT,
    page.FORMAT,
    plain.FORMAT,
)


def documents(source: str, *, published: date | None = None) -> Iterator[Document]:
    """The documents of one input: one, or many from JSON lines.

    `source` is a path, a URL, or `-` for standard input. `published` overrides the date that the
    document gives. The iterator raises `InputError` for what cannot be used; it may be asked on
    with `next` afterwards, and goes on with the following record.
    """
    return _Documents(_outcomes(source, published))


def originals(
    source: str | Raw, *, published: date | None = None
) -> Iterator[tuple[Document, bytes] | HeadstampError]:
    """The documents of one input, as `documents` gives them, each with the bytes it came from: the
    whole input, or one record of JSON lines. What cannot be used comes as its error, in its place.
    An input whose bytes are at hand is given as a `Raw`.
    """
    kept: dict[str, bytes] = {}
    for outcome in _outcomes(source, published, kept):
        if isinstance(outcome, Document):
            yield outcome, kept[outcome.digest]
        else:
            yield outcome
        kept.clear()


class _Documents(Iterator[Document]):
    """An iterator that survives the errors it raises, as a generator does not."""

    def __init__(self, outcomes: Iterator[Document | HeadstampError]) -> None:
        self._outcomes = outcomes

    def __next__(self) -> Document:
        outcome = next(self._outcomes)
        if isinstance(outcome, HeadstampError):
            raise outcome
        return outcome


def _outcomes(
    source: str | Raw, published: date | None, kept: dict[str, bytes] | None = None
) -> Iterator[Document | HeadstampError]:
    """Every document of the source or its error; an error of the whole source ends it."""
    try:
        with opened(source) as found:
            raw = replace(found, kept=kept)
            for outcome in _format_of(raw).read(raw):
                yield dated(outcome, published) if isinstance(outcome, Document) else outcome
    except HeadstampError as error:
        yield error


def _format_of(raw: Raw) -> Format:
    """The first format that knows the bytes, or else the server's or the file's word for it.

    The bytes go first: a PDF saved as `.txt` is a PDF. `plain` knows all bytes, so it is last.
    """
    suffix = os.path.splitext(raw.source)[1].lower()
    by_bytes = (each for each in READERS[:-1] if each.recognises(raw.head))
    by_name = (
        each
        for each in READERS
        if (raw.media_type in each.media_types if raw.media_type else suffix in each.suffixes)
    )
    return next(chain(by_bytes, by_name), READERS[-1])
