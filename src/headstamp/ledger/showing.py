"""One transfer with all that is behind it: its claims, their documents, and what people said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from headstamp.ledger.contents import extracts
from headstamp.ledger.history import history
from headstamp.ledger.listing import Listed, by_id, parts
from headstamp.model import Claim, Document
from headstamp.model.transfer import Change, ClaimRef


@dataclass(frozen=True, slots=True)
class Shown:
    """A transfer to look at. `claims` are as reviewed, in the order of its members; `documents` by
    id; `parts` the ids of its part-deliveries; `changes` all that was said of it and its claims.
    """

    listed: Listed
    claims: Mapping[ClaimRef, Claim]
    documents: Mapping[str, Document]
    parts: tuple[str, ...]
    changes: tuple[Change, ...]


def shown(connection: Connection, id: str) -> Shown:
    """The transfer of that id. Raises `InputError` where there is none."""
    listed = by_id(connection, id)
    refs = [member.claim for member in listed.transfer.members]
    held = {e.document.id: e for e in extracts(connection, _once(ref.document for ref in refs))}
    claims = {
        ClaimRef(document, claim.id): claim
        for document, extract in held.items()
        for claim in extract.claims
    }
    return Shown(
        listed,
        {ref: claims[ref] for ref in refs if ref in claims},
        {document: extract.document for document, extract in held.items()},
        parts(connection, id),
        history(connection, id),
    )


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
