"""Transfers as a file for other programs, sent while it is written: nobody waits for the whole."""

import os
from collections.abc import Iterator, Mapping
from threading import Thread

from headstamp import keeping
from headstamp.export import Form
from headstamp.export.entry import in_order
from headstamp.ledger.ledger import Filters, Ledger

_CHUNK_BYTES = 64 * 1024
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


def streamed(ledger: Ledger, form: Form, filters: Filters) -> Iterator[bytes]:
    """The transfers that pass, in a form, piece by piece, in constant memory.

    A thread writes into a pipe, as fast as the pieces are taken and no longer than somebody takes
    them. Raises what the writing raises: before the first piece where it could not begin.
    """
    taken, given = os.pipe()
    failed: list[Exception] = []
    writer = Thread(target=_write, args=(ledger, form, filters, given, failed), daemon=True)
    writer.start()
    with open(taken, "rb", buffering=0) as pieces:
        while piece := pieces.read(_CHUNK_BYTES):
            yield piece
    writer.join()
    if failed:
        raise failed[0]


def _write(
    ledger: Ledger, form: Form, filters: Filters, given: int, failed: list[Exception]
) -> None:
    try:
        with open(given, "wb") as out, ledger.reading() as view:
            ids = keeping.ids_of(view, filters)
            form.write(in_order(keeping.entries(view, ids)), out)
    except Exception as error:  # for who takes the pieces; it may be that nobody does any more
        failed.append(error)
