"""JSON lines: everything, without loss, for programs.

    {"is": "document", "document": {…}}
    {"is": "transfer", "transfer": {…}, "claims": {"document/claim": {…}}}

A document stands before the first transfer with a claim of it. The values are the plain form of
`headstamp.model.plain`: `decode(Transfer, line["transfer"])` gives back an equal value.
"""

from collections.abc import Iterable
from typing import BinaryIO

from headstamp.export.entry import Entry
from headstamp.export.words import json_bytes
from headstamp.model.plain import encode


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """One line a document and a transfer."""
    written: set[str] = set()
    for entry in entries:
        for document in entry.sources:
            if document.id not in written:
                written.add(document.id)
                out.write(json_bytes({"is": "document", "document": encode(document)}) + b"\n")
        claims = {str(m.claim): encode(entry.claims[m.claim]) for m in entry.transfer.members}
        line = {"is": "transfer", "transfer": encode(entry.transfer), "claims": claims}
        out.write(json_bytes(line) + b"\n")
