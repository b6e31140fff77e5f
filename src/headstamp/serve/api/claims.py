"""Claims, each with what people said of it."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from headstamp.errors import Missing
from headstamp.ledger.contents import AsRead
from headstamp.ledger.view import View
from headstamp.model import Claim
from headstamp.model.plain import encode
from headstamp.model.transfer import ClaimRef
from headstamp.serve.api.answers import answer
from headstamp.serve.api.describing import TAGGED, problems
from headstamp.serve.api.schemas.claims import StatedClaim
from headstamp.serve.fresh import FRESH_THING, Id
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed
from headstamp.show.json import plain

router = APIRouter(tags=["claims"])


@router.get(
    "/claims/{id:path}",
    response_model=StatedClaim,
    responses=TAGGED | problems(404),
    dependencies=[FRESH_THING],
)
def show_claim(request: Request, _visitor: Reader, view: Viewed, id: Id) -> Response:
    """Show a claim (document/claim) as it stands, and what people said of it."""
    read, claim = claim_as_read(view, id)
    entries = view.entries_of(read.extract.document.id)
    return answer(request, stated(read, claim, entries))


def claim_as_read(view: View, id: str) -> tuple[AsRead, Claim]:
    """A claim as the reader had it, and its document. Raises `Missing`."""
    document, _, name = id.rpartition("/")
    read = view.as_read(document)
    for claim in read.extract.claims if read else ():
        if read and claim.id == name:
            return read, claim
    raise Missing(id, "is no claim of the ledger", "see the claims of its document")


def document_as_read(view: View, id: str) -> AsRead:
    """A document as the reader had it. Raises `Missing`."""
    read = view.as_read(id)
    if read is None:
        raise Missing(id, "is no document of the ledger", "see the list of documents")
    return read


def stated(read: AsRead, claim: Claim, entries: Mapping[ClaimRef, str]) -> dict[str, Any]:
    """A claim of the document and all that people said of it; `entries` has its transfer."""
    document, now = read.extract.document, read.now(claim)
    ref = ClaimRef(document.id, claim.id)
    review, rating = read.reviews.get(claim.id), read.grades.get(claim.id)
    return {
        "id": str(ref),
        "document": document.id,
        "transfer": entries.get(ref),
        "said": plain(now, document.text),
        "read": None if now == claim else plain(claim, document.text),
        "review": review and encode(review),
        "rating": rating and encode(rating),
        "notes": [encode(note) for note in read.notes.get(claim.id, ())],
    }
