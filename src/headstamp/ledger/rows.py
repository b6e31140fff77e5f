"""Extracts as rows of the ledger, and rows as extracts: pure, and one the inverse of the other."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from headstamp.ledger.columns import storable, written
from headstamp.ledger.days import day_number
from headstamp.model import Claim, Document, Extract, Finding, Reading
from headstamp.model.plain import decode, encode

Row = dict[str, Any]
_PARTICULARS = ("blocks", "published", "language", "title", "outlet", "author", "section")


def edition_row(document: Document) -> Row:
    """The canonical text and the particulars of a document, with what they are looked up by."""
    body = encode(replace(document, text=""))
    particulars = {name: body.get(name) for name in _PARTICULARS}
    return {
        "fingerprint": _fingerprint(document.text, written(particulars)),
        "published": day_number(document.published.day),
        "language": storable(document.language),
        "outlet": storable(document.outlet) if document.outlet else None,
        "body": body,
        "text": document.text,
    }


def reading_row(extract: Extract) -> Row:
    """What one reader found, but for the claims."""
    return {
        "reader": storable(extract.reading.reader),
        "findings": [encode(finding) for finding in extract.findings],
        "detail": encode(extract.reading),
    }


def claim_rows(extract: Extract) -> list[Row]:
    """The claims in their order. Where a reading was made elsewhere, each with its id there."""
    frames = extract.reading.frames
    aligned = len(frames) == len(extract.claims)
    return [
        {
            "name": claim.id,
            "source_id": frames[place].source_id if aligned else None,
            "kind": claim.kind,
            "trigger_start": claim.trigger.start,
            "trigger_end": claim.trigger.end,
            "body": encode(claim),
        }
        for place, claim in enumerate(extract.claims)
    ]


def document_of(row: Any) -> Document:
    """The document of an edition with the `id` it has in the ledger."""
    return replace(decode(Document, row.body), id=row.id, text=row.text)


def extract_of(document: Document, reading: Any, claims: Sequence[Any]) -> Extract:
    """What was found in a document: a row of `readings` and its rows of `claims`, in order."""
    return Extract(
        document,
        decode(Reading, reading.detail),
        tuple(claim_of(row) for row in claims),
        tuple(decode(Finding, finding) for finding in reading.findings),
    )


def claim_of(row: Any) -> Claim:
    """The claim of a row."""
    return decode(Claim, row.body)


def _fingerprint(text: str, particulars: str) -> str:
    """What tells two editions of the same bytes apart: their text, or what is known about it."""
    whole = f"{particulars}\n{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()
