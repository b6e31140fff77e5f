"""Transfers as a file for other programs, sent while it is written: nobody waits for the whole."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from threading import Thread
from urllib.parse import quote

from fastapi.responses import StreamingResponse

from headstamp import keeping
from headstamp.export import Form
from headstamp.export.entry import in_order
from headstamp.ledger.ledger import Filters, Ledger
from headstamp.serve.asked import Asked

_CHUNK_BYTES = 64 * 1024
_NAME = 120
"""Characters of a file's name; file systems take 255 bytes, of which a letter may need four."""
_JSON_LINES = "application/x-ndjson"

MEDIA_TYPES: Mapping[str, str] = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".jsonl": _JSON_LINES,
    ".parquet": "application/vnd.apache.parquet",
    ".ftm.json": _JSON_LINES,
    ".json": "application/stix+json;version=2.1",
    ".geojson": "application/geo+json",
    ".graphml": "application/xml",
    ".jsonld": 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
    ".txt": "text/plain; charset=utf-8",
}
"""What files are, by the end of their names."""


def sent(
    ledger: Ledger,
    format: str,
    form: Form,
    asked: Asked,
    *,
    only: Sequence[str] = (),
    headers: Mapping[str, str] | None = None,
) -> StreamingResponse:
    """The transfers of a view as a file to keep, or those of `only` these ids. Raises what the
    writing raises as it begins.
    """
    pieces = streamed(ledger, form, asked.filters, only=only)
    begun = chain([next(pieces, b"")], pieces)
    told = {**(headers or {}), **attachment(f"{named(format, asked, only)}{form.suffix}")}
    return StreamingResponse(begun, 200, told, MEDIA_TYPES[form.suffix])


def attachment(name: str) -> dict[str, str]:
    """The header that has a file kept under a name, and never shown as a page."""
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}


def named(format: str, asked: Asked, only: Sequence[str] = ()) -> str:
    """A name for a file of a view: format, day, filters: `headstamp-register-2026-11-28-iran`."""
    about = (*asked.given.values(), *only)
    words = [re.sub(r"\W+", "-", value).strip("-_").casefold() for value in about]
    told = [word for word in words if word]
    return "-".join(["headstamp", format, f"{datetime.now(UTC):%Y-%m-%d}", *told])[:_NAME]


def streamed(
    ledger: Ledger, form: Form, filters: Filters, *, only: Sequence[str] = ()
) -> Iterator[bytes]:
    """The transfers that pass, or those of `only` these ids, piece by piece, in constant memory.

    A thread writes into a pipe, as fast as the pieces are taken and no longer than somebody takes
    them. Raises what the writing raises: before the first piece where it could not begin.
    """
    taken, given = os.pipe()
    failed: list[Exception] = []
    writer = Thread(target=_write, args=(ledger, form, filters, only, given, failed), daemon=True)
    writer.start()
    with open(taken, "rb", buffering=0) as pieces:
        while piece := pieces.read(_CHUNK_BYTES):
            yield piece
    writer.join()
    if failed:
        raise failed[0]


def _write(
    ledger: Ledger,
    form: Form,
    filters: Filters,
    only: Sequence[str],
    given: int,
    failed: list[Exception],
) -> None:
    try:
        with open(given, "wb") as out, ledger.reading() as view:
            ids = sorted(set(only)) or keeping.ids_of(view, filters)
            form.write(in_order(keeping.entries(view, ids)), out)
    except Exception as error:  # for who takes the pieces; it may be that nobody does any more
        failed.append(error)
