"""A reading made ready to be added: its rows, packed, and the words it is searched by. Pure."""

import hashlib
from dataclasses import dataclass

from headstamp.errors import InputError
from headstamp.ledger.columns import packed, packed_plain, packed_text, storable
from headstamp.ledger.folding import searched
from headstamp.ledger.rows import Row, claim_rows, edition_row, reading_row
from headstamp.ledger.soundness import unsound
from headstamp.model import Extract


@dataclass(frozen=True, slots=True)
class Addition:
    """One reading to keep, and the bytes of its document; None where they are not at hand."""

    extract: Extract
    original: bytes | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """An addition on its way into the ledger, all but its numbers, which the writer gives.

    Rows have packed what lies packed. `original` is None where the bytes are not at hand; `words`
    are the folded ones of the text.
    """

    id: str
    digest: str
    original: Row | None
    edition: Row
    reading: Row
    claims: tuple[Row, ...]
    words: str


def ready(addition: Addition) -> Ready:
    """An addition with all that it is stored as. Raises `InputError` for one that is not sound."""
    extract, document = addition.extract, addition.extract.document
    _check(addition)
    edition, reading = edition_row(document), reading_row(extract)
    return Ready(
        id=storable(document.id),
        digest=document.digest,
        original=_original(document.digest, addition.original),
        edition=edition
        | {"body": packed_plain(edition["body"]), "text": packed_text(document.text)},
        reading=reading | {"detail": packed_plain(reading["detail"])},
        claims=tuple(row | {"body": packed_plain(row["body"])} for row in claim_rows(extract)),
        words=searched(document.text),
    )


def _check(addition: Addition) -> None:
    document = addition.extract.document
    data = addition.original
    if data is not None and hashlib.sha256(data).hexdigest() != document.digest:
        raise InputError(document.source, "came with other bytes", "read it again")
    problem = next(unsound(addition.extract), None)
    if problem:
        raise InputError(document.source, f"was read wrongly ({problem})", "correct the reading")


def _original(digest: str, data: bytes | None) -> Row | None:
    if data is None:
        return None
    return {"digest": digest, "size_bytes": len(data), "data": packed(data)}
