"""Documents as they lie in the ledger, still packed, for another process to unpack."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy import Connection, LargeBinary, select, type_coerce

from headstamp.ledger.columns import packed_plain, unpacked_plain, unpacked_text
from headstamp.ledger.lookup import chunks, found
from headstamp.ledger.reviewing import reviewed
from headstamp.ledger.schema import claims, documents, editions, readings
from headstamp.ledger.stating import reviews
from headstamp.model import Claim, Document, Extract, Reading
from headstamp.model.plain import decode, encode
from headstamp.model.transfer import Review

_AT_ONCE = 500


class Head(NamedTuple):
    """A document, packed, without what was read in it."""

    id: str
    body: bytes
    text: bytes


@dataclass(frozen=True, slots=True)
class Parcel:
    """A document, its current reading and its claims, by their numbers, with what reviews say."""

    id: str
    body: bytes
    text: bytes
    detail: bytes
    claims: Mapping[int, bytes]
    reviews: Mapping[int, Review]


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What was found in a document, as the last standing reviews leave it; without the findings.

    By the claims' ids: their `numbers`, and their `bodies`, packed. `reviewed` are ids.
    """

    extract: Extract
    numbers: Mapping[str, int]
    bodies: Mapping[str, bytes]
    reviewed: frozenset[str]


_HEADS = (
    select(
        documents.c.id,
        type_coerce(editions.c.body, LargeBinary).label("body"),
        type_coerce(editions.c.text, LargeBinary).label("text"),
    )
    .join(readings, readings.c.document == documents.c.number)
    .join(editions, editions.c.number == readings.c.edition)
    .where(readings.c.current)
)


def heads(connection: Connection, ids: Iterable[str]) -> Iterator[Head]:
    """The heads of these documents, in no order; ids that are not there are passed over."""
    for row in found(connection, _HEADS, documents.c.id, ids):
        yield Head(row.id, row.body, row.text)


def parcels(connection: Connection, ids: Iterable[str]) -> Iterator[Parcel]:
    """These documents, packed, in the order of the ids; what is not there is passed over."""
    query = _HEADS.add_columns(
        type_coerce(readings.c.detail, LargeBinary).label("detail"),
        readings.c.number,
        readings.c.document,
    )
    theirs = select(
        claims.c.number, claims.c.reading, type_coerce(claims.c.body, LargeBinary).label("body")
    ).order_by(claims.c.number)
    for some in chunks(ids, _AT_ONCE):
        by_id = {row.id: row for row in found(connection, query, documents.c.id, some)}
        rows = [by_id[id] for id in some if id in by_id]
        said: dict[int, dict[int, bytes]] = {row.number: {} for row in rows}
        for claim in found(connection, theirs, claims.c.reading, said):
            said[claim.reading][claim.number] = claim.body
        verdicts = {
            number: change.statement
            for number, change in reviews(connection, [row.document for row in rows]).items()
            if isinstance(change.statement, Review)
        }
        for row in rows:
            own = said[row.number]
            stated = {number: verdicts[number] for number in own if number in verdicts}
            yield Parcel(row.id, row.body, row.text, row.detail, own, stated)


def document_in(head: Head) -> Document:
    """The document that is packed so, without its blocks."""
    plain = {**unpacked_plain(head.body), "blocks": []}
    return replace(decode(Document, plain), id=head.id, text=unpacked_text(head.text))


def unpacked(parcel: Parcel) -> Unpacked:
    """What is in a parcel."""
    text = unpacked_text(parcel.text)
    document = replace(decode(Document, unpacked_plain(parcel.body)), id=parcel.id, text=text)
    held: list[Claim] = []
    numbers: dict[str, int] = {}
    bodies: dict[str, bytes] = {}
    for number, body in parcel.claims.items():
        claim: Claim | None = claim_in(body)
        review = parcel.reviews.get(number)
        if claim and review:
            claim = reviewed(claim, review, text)
        if claim is not None:
            held.append(claim)
            numbers[claim.id] = number
            bodies[claim.id] = packed_plain(encode(claim)) if review else body
    reading = decode(Reading, unpacked_plain(parcel.detail))
    said = frozenset(id for id, number in numbers.items() if number in parcel.reviews)
    return Unpacked(Extract(document, reading, tuple(held), ()), numbers, bodies, said)


def claim_in(body: bytes) -> Claim:
    """The claim that is packed so."""
    return decode(Claim, unpacked_plain(body))
