"""Annotated records as documents with the readings that their annotation gives."""

import json
from collections.abc import Iterator
from pathlib import Path

from headstamp.ingest import documents
from headstamp.model import Document, Reading
from headstamp.read.annotation import annotated

Annotated = tuple[Document, Reading]


def annotated_documents(path: Path) -> Iterator[Annotated]:
    """Every record of a file of JSON lines, in order."""
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    for document, record in zip(documents(str(path)), records, strict=True):
        yield document, annotated(record, document, place=f"{path}:{record['id']}")
