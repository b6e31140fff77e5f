"""The one place that states the order of the stages: ingest, read, resolve, assemble."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

from headstamp.assemble import assemble, language_not_read, of_the_article
from headstamp.errors import HeadstampError, InputError
from headstamp.ingest import documents, from_text
from headstamp.model import Document, Extract, Reading, Resolutions
from headstamp.read import shipped_reader

_URL = re.compile(r"https?://\S+", re.IGNORECASE)


class ReadsDocuments(Protocol):
    """Anything that reads documents in some languages: the shipped reader, or one of yours."""

    @property
    def name(self) -> str:
        """What its readings are stamped with."""

    @property
    def languages(self) -> tuple[str, ...]:
        """ISO 639 codes."""

    def read(self, document: Document) -> Reading:
        """What the document says, word by word."""


def read(
    text_or_path: str | Path, *, published: date | None = None, parties: Path | None = None
) -> Extract:
    """What one text says about arms flows: its claims, who makes them, how sure they are.

    A `Path`, a URL, or a string that names an existing file is fetched and opened; any other
    string is the text itself. `published` overrides the date that the document gives; `parties`
    is a file of your own parties, to know beside the shipped ones.
    Raises `InputError` for an input that cannot be read or that holds several documents.
    """
    source = str(text_or_path)
    if isinstance(text_or_path, str) and not (_URL.fullmatch(source) or os.path.isfile(source)):
        text = from_text(source, published=published)
        return extract(text, shipped_reader(), parties=parties)
    found = list(documents(source, published=published))
    if len(found) != 1:
        raise InputError(
            source, f"holds {len(found)} documents", "read them with headstamp.extracts"
        )
    return extract(found[0], shipped_reader(), parties=parties)


def extracts(
    source: str, *, published: date | None = None, parties: Path | None = None
) -> Iterator[Extract]:
    """What each document of one source says, as it is read: a file of JSON lines holds many.

    `source` is a path, a URL, or `-` for standard input.
    """
    for document in documents(source, published=published):
        yield extract(document, shipped_reader(), parties=parties)


def outcomes(
    sources: Iterable[str], *, published: date | None = None, parties: Path | None = None
) -> Iterator[Extract | HeadstampError]:
    """What each document of many sources says; what cannot be read comes as its error, in its
    place, and the others go on.
    """
    for source in sources:
        found = documents(source, published=published)
        while True:
            try:
                yield extract(next(found), shipped_reader(), parties=parties)
            except StopIteration:
                break
            except HeadstampError as error:
                yield error


def extract(document: Document, reader: ReadsDocuments, *, parties: Path | None = None) -> Extract:
    """Read one document, resolve what it names and assemble its claims.

    One in a language the reader does not know is kept, unread, with a finding that says so.
    """
    if document.language in reader.languages:
        return from_reading(document, reader.read(document), parties=parties)
    unread = assemble(document, Reading(reader=reader.name), Resolutions())
    return replace(unread, findings=(language_not_read(document), *unread.findings))


def from_reading(document: Document, reading: Reading, *, parties: Path | None = None) -> Extract:
    """The claims of a document that was read already, by whomever, all that they name resolved."""
    from headstamp.resolve import resolve  # noqa: PLC0415 - `--help` needs no tables

    own = of_the_article(document, reading)
    return assemble(document, own, resolve(document, own, parties=parties))
