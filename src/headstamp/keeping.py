"""Documents into the ledger, and the ledger's claims into transfers: the stages around the store.

What is read is kept in batches, a transaction each, so that a run killed at any moment loses no
more than its last batch. Linking is a transaction of its own; the ledger knows when it is due.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from headstamp.errors import HeadstampError, InputError
from headstamp.export.entry import Entry
from headstamp.ingest import Raw, originals
from headstamp.ledger.adding import Added, Addition
from headstamp.ledger.ledger import Ledger, View, Writer
from headstamp.ledger.listing import Filters
from headstamp.model import Document, Extract, Reading
from headstamp.model.transfer import Change, ClaimRef
from headstamp.pipeline import extract, from_reading
from headstamp.read import shipped_reader
from headstamp.read.annotation import annotated
from headstamp.relinking import Watch, relink_near, relink_whole, unwatched

BATCH_DOCUMENTS, BATCH_S = 200, 5.0
"""A batch ends with so many documents, or after so many seconds of reading."""
LISTED_AT_ONCE, READ_AT_ONCE = 500, 100
"""Transfers."""
ALL_AT_ONCE = 4_000
"""Claims; so many are all linked again in some two seconds."""
IN_A_MINUTE = 50_000
"""Claims; linking so many keeps others from writing for less than they wait."""
CLAIMS_A_DOCUMENT = 1_000
"""It takes as long to link what is near one document as to link so many claims anew."""
LATEST_OF_A_PARTY = 50
"""Documents that name a party of whom people judged, linked again at once in a large ledger."""

_ANNOTATION = ("reader", "entities", "attributions", "claims", "corefs")
_MEND = "give JSON lines with text, attributions and claims, as the annotation guidelines have them"


def own_readings(
    ledger: Ledger, source: str | Raw, *, published: date | None = None, parties: Path | None = None
) -> Iterator[Addition | HeadstampError]:
    """What the shipped reader finds in each document of `source`; what fails as its error.

    A document that the ledger has by this reader, exactly so, is not read again.
    """
    reader = shipped_reader()

    def read(document: Document, data: bytes) -> Addition:
        held = _held(ledger, document)
        if held is None or not _is_the_same(held, document, reader.name):
            held = extract(document, reader, parties=parties)
        return Addition(held, data)

    return _each(source, published, read)


def given_readings(
    ledger: Ledger, source: str | Raw, *, published: date | None = None, parties: Path | None = None
) -> Iterator[Addition | HeadstampError]:
    """The readings that the records of `source` bring, a person's or another program's.

    Each is checked against its text. One of a document that the ledger has, by its id and text,
    is a further reading of that document.
    """

    def read(document: Document, data: bytes) -> Addition:
        reading = _given(document, data)
        held = _held(ledger, document)
        if held and _is_the_same(held, document, reading.reader):
            return Addition(held, data)
        if held and held.document.text == document.text and held.document.digest != document.digest:
            return Addition(from_reading(held.document, reading, parties=parties))
        return Addition(from_reading(document, reading, parties=parties), data)

    return _each(source, published, read)


def keep(
    ledger: Ledger, outcomes: Iterable[Addition | HeadstampError], *, by: str
) -> Iterator[Added | HeadstampError]:
    """Write what was read to the ledger, a batch at a time; errors are handed on."""
    batch: list[Addition] = []
    due = time.monotonic() + BATCH_S
    for outcome in outcomes:
        if isinstance(outcome, HeadstampError):
            yield outcome
            continue
        batch.append(outcome)
        if len(batch) >= BATCH_DOCUMENTS or time.monotonic() >= due:
            yield from _kept(ledger, batch, by)
            batch, due = [], time.monotonic() + BATCH_S
    if batch:
        yield from _kept(ledger, batch, by)


def change(ledger: Ledger, say: Callable[[Writer], Change], *, by: str, later: bool) -> Change:
    """What a person says or takes back, and the transfers as they are then: both, or neither.

    Where `later`, transfers stay as they are until the next linking.
    """
    with ledger.writing(by=by) as writer:
        was_linked, was_whole = writer.is_linked(), writer.is_wholly_linked()
        made = say(writer)
        bears = writer.touched or writer.parties_judged()
        if bears and not later:
            link(writer)
        elif was_linked and not bears:
            writer.mark_linked(whole=was_whole)
    return made


def link(writer: Writer, *, watch: Watch = unwatched) -> None:
    """Link what is not linked yet: all of a small ledger, else what is near the changes.

    Then `relink` may yet put some claims elsewhere; `View.is_wholly_linked` tells. How far linking
    all is goes to `watch`.
    """
    unlinked, claims = writer.unlinked(), writer.claims_read()
    most = claims // CLAIMS_A_DOCUMENT
    if parties := writer.parties_judged():
        some = LATEST_OF_A_PARTY if claims > IN_A_MINUTE else most + 1
        unlinked |= frozenset(writer.documents_naming(parties, limit=some))
    if claims <= ALL_AT_ONCE or len(unlinked) > most:
        relink_whole(writer, watch=watch)
    else:
        relink_near(writer, unlinked)


def relink(writer: Writer, *, watch: Watch = unwatched) -> None:
    """Build all transfers again from the claims and judgements that stand."""
    relink_whole(writer, watch=watch)


def ids_of(view: View, filters: Filters) -> list[str]:
    """The ids of the transfers that pass the filters, rising."""
    ids: list[str] = []
    after: str | None = None
    while True:
        page = view.list(filters, limit=LISTED_AT_ONCE, after=after)
        ids += [listed.transfer.id for listed in page.listed]
        after = page.next
        if after is None:
            return sorted(ids)


def entries(view: View, ids: Sequence[str]) -> Iterator[Entry]:
    """Transfers with their claims, as reviewed, and documents, to be handed on; in that order."""
    for start in range(0, len(ids), READ_AT_ONCE):
        some = {each.id: each for each in view.transfers(ids[start : start + READ_AT_ONCE])}
        wanted = dict.fromkeys(m.claim.document for each in some.values() for m in each.members)
        told = {each.document.id: each for each in view.extracts(wanted)}
        claims = {
            ClaimRef(id, claim.id): claim
            for id, extract in told.items()
            for claim in extract.claims
        }
        for transfer in (some[id] for id in ids[start : start + READ_AT_ONCE] if id in some):
            refs = [member.claim for member in transfer.members]
            yield Entry(
                transfer,
                {ref: claims[ref] for ref in refs},
                {ref.document: told[ref.document].document for ref in refs},
            )


def _each(
    source: str | Raw, published: date | None, read: Callable[[Document, bytes], Addition]
) -> Iterator[Addition | HeadstampError]:
    """What `read` makes of each document of a source and its bytes; what fails as its error."""
    for found in originals(source, published=published):
        if isinstance(found, HeadstampError):
            yield found
            continue
        try:
            addition = read(*found)
        except HeadstampError as error:
            yield error
        else:
            yield addition


def _kept(ledger: Ledger, batch: list[Addition], by: str) -> Iterator[Added | HeadstampError]:
    """One transaction; where one addition is refused, one each, so that the others are kept."""
    try:
        with ledger.writing(by=by) as writer:
            added = writer.add(batch)
    except InputError as error:
        if len(batch) == 1:
            yield error
            return
        for addition in batch:
            yield from _kept(ledger, [addition], by)
        return
    yield added


def _held(ledger: Ledger, document: Document) -> Extract | None:
    with ledger.reading() as view:
        return next(view.extracts([document.id]), None)


def _is_the_same(held: Extract, document: Document, reader: str) -> bool:
    """Whether it is what `reader` would read anew: all but where it was found is equal."""
    there = replace(held.document, source=document.source, url=document.url)
    return held.reading.reader == reader and there == document


def _given(document: Document, data: bytes) -> Reading:
    """The reading in a record, named by its content, so that one that was put right is another."""
    record: Any = json.loads(data) if document.media_type == "application/x-ndjson" else {}
    if "claims" not in record:
        raise InputError(document.source, f"{document.id} has no claims", _MEND)
    reading = annotated(record, document, place=f"{document.source}, record {document.id}")
    told = {name: record.get(name) for name in _ANNOTATION}
    words = json.dumps(told, sort_keys=True, ensure_ascii=True).encode()
    return replace(reading, reader=f"{reading.reader} {hashlib.sha256(words).hexdigest()[:12]}")
