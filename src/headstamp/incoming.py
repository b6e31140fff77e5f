"""Documents on their way into the ledger: read, or given with a reading, and made ready to be kept.

A document that the ledger has, exactly so and by the same reader, is not read again.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, islice
from pathlib import Path
from typing import Any, NamedTuple

from headstamp.errors import HeadstampError, InputError
from headstamp.ingest import Raw, originals
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.readying import Addition, Ready, ready
from headstamp.model import Document, Extract, Reading
from headstamp.pipeline import extract, from_reading
from headstamp.read import shipped_reader
from headstamp.read.annotation import annotated
from headstamp.workers import Workers

AT_ONCE, AT_ONCE_BYTES = 50, 1_000_000
"""Documents, or so much of them, of which the ledger is asked in one question: one task."""
ALONE = 500
"""Documents that are made ready here; to start other processes takes as long."""
MOST = 4
"""Processes; this one cannot take in and store what more of them make ready."""

_ANNOTATION = ("reader", "entities", "attributions", "claims", "corefs")
_MEND = "give JSON lines with text, attributions and claims, as the annotation guidelines have them"

Original = tuple[Document, bytes]


class _Held(NamedTuple):
    """A document as the ledger has it, and who read it."""

    document: Document
    reader: str

    def is_read_by(self, reader: str, document: Document) -> bool:
        """Whether it is what `reader` would read anew: all but where it was found is equal."""
        there = replace(self.document, source=document.source, url=document.url)
        return self.reader == reader and there == document

    def has_under_other_bytes(self, document: Document) -> bool:
        """Whether it has the same text, from elsewhere."""
        return self.document.text == document.text and self.document.digest != document.digest


class _Given(NamedTuple):
    """A document that came with its reading, and what the ledger has under its id."""

    document: Document
    data: bytes
    held: _Held | None
    parties: Path | None


def own_readings(
    ledger: Ledger, source: str | Raw, *, published: date | None = None, parties: Path | None = None
) -> Iterator[Ready | HeadstampError]:
    """What the shipped reader finds in each document of `source`; what fails as its error."""
    reader = shipped_reader()
    for found in originals(source, published=published):
        if isinstance(found, HeadstampError):
            yield found
            continue
        document, data = found
        held = _held(ledger, [found]).get(document.id)
        try:
            if held and held.is_read_by(reader.name, document):
                read = _known(document, reader.name)
            else:
                read = extract(document, reader, parties=parties)
            made = ready(Addition(read, data))
        except HeadstampError as error:
            yield error
        else:
            yield made


def given_readings(
    ledger: Ledger,
    source: str | Raw,
    *,
    published: date | None = None,
    parties: Path | None = None,
    processes: int | None = None,
) -> Iterator[Ready | HeadstampError]:
    """The readings that the records of `source` bring, a person's or another program's.

    Each is checked against its text. One of a document that the ledger has, by its id and text,
    is a further reading of that document. Where there are many, `processes` share the work: one
    for each core, up to `MOST`, unless it is said.
    """
    outcomes = originals(source, published=published)
    many = processes or min(os.cpu_count() or 1, MOST)
    for count, some in ((1, islice(outcomes, ALONE)), (many, outcomes)):
        with Workers(count) as workers:
            for stretch in _stretches(some):
                for made in workers.map(_made, _asked(ledger, stretch, parties)):
                    yield from made


def _stretches(
    outcomes: Iterable[Original | HeadstampError],
) -> Iterator[Iterator[Original | HeadstampError]]:
    """Runs in which no document comes twice: what is asked of it before a run is true in the run,
    unless others write.
    """
    seen: set[str] = set()
    number = 0

    def run_of(outcome: Original | HeadstampError) -> int:
        nonlocal number
        if not isinstance(outcome, HeadstampError):
            id = outcome[0].id
            if id in seen:
                number += 1
                seen.clear()
            seen.add(id)
        return number

    for _, run in groupby(outcomes, key=run_of):
        yield run


def _asked(
    ledger: Ledger, outcomes: Iterable[Original | HeadstampError], parties: Path | None
) -> Iterator[list[_Given | HeadstampError]]:
    """Documents, some at a time, with what the ledger has of them then."""
    for some in _shares(outcomes):
        held = _held(ledger, [each for each in some if not isinstance(each, HeadstampError)])
        yield [
            each
            if isinstance(each, HeadstampError)
            else _Given(*each, held.get(each[0].id), parties)
            for each in some
        ]


def _shares(
    outcomes: Iterable[Original | HeadstampError],
) -> Iterator[list[Original | HeadstampError]]:
    some: list[Original | HeadstampError] = []
    size_bytes = 0
    for each in outcomes:
        some.append(each)
        size_bytes += 0 if isinstance(each, HeadstampError) else len(each[1])
        if len(some) >= AT_ONCE or size_bytes >= AT_ONCE_BYTES:
            yield some
            some, size_bytes = [], 0
    if some:
        yield some


def _held(ledger: Ledger, found: Sequence[Original]) -> dict[str, _Held]:
    with ledger.reading() as view:
        held = view.read_by(document.id for document, _ in found)
    return {id: _Held(*each) for id, each in held.items()}


def _made(some: Sequence[_Given | HeadstampError]) -> list[Ready | HeadstampError]:
    """Documents with their readings, made ready; what fails as its error."""
    made: list[Ready | HeadstampError] = []
    for each in some:
        try:
            made.append(each if isinstance(each, HeadstampError) else ready(_read(each)))
        except HeadstampError as error:
            made.append(error.with_traceback(None))  # which holds all that was at hand
    return made


def _read(given: _Given) -> Addition:
    document, data, held, parties = given
    reading = _reading(document, data)
    if held and held.is_read_by(reading.reader, document):
        return Addition(_known(document, reading.reader), data)
    if held and held.has_under_other_bytes(document):
        return Addition(from_reading(held.document, reading, parties=parties))
    return Addition(from_reading(document, reading, parties=parties), data)


def _known(document: Document, reader: str) -> Extract:
    """A reading that the ledger has: nothing else is looked at."""
    return Extract(document, Reading(reader), (), ())


def _reading(document: Document, data: bytes) -> Reading:
    """The reading in a record, named by its content, so that one that was put right is another."""
    record: Any = json.loads(data) if document.media_type == "application/x-ndjson" else {}
    if "claims" not in record:
        raise InputError(document.source, f"{document.id} has no claims", _MEND)
    reading = annotated(record, document, place=f"{document.source}, record {document.id}")
    told = {name: record.get(name) for name in _ANNOTATION}
    words = json.dumps(told, sort_keys=True, ensure_ascii=True).encode()
    return replace(reading, reader=f"{reading.reader} {hashlib.sha256(words).hexdigest()[:12]}")
