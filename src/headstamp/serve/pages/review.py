"""The review queue: transfer after transfer, those first where a person's look helps most."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from headstamp.ledger.facets import REVIEWED
from headstamp.ledger.listing import Filters, Listed
from headstamp.ledger.view import View
from headstamp.model.transfer import ClaimRef
from headstamp.serve.asked import View as Asked
from headstamp.serve.facets import AT_A_LOOK
from headstamp.serve.fresh import FRESH
from headstamp.serve.naming import called
from headstamp.serve.rendering import page
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed
from headstamp.show.doubts import doubts
from headstamp.show.telling import carriers, deniers

router = APIRouter()
PAGE = 20
DONE = REVIEWED[-1]


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever tells of a transfer or denies it, and a claim of his to read."""

    who: str
    claim: ClaimRef


@router.get("/review", dependencies=[FRESH])
def review(
    request: Request,
    _visitor: Reader,
    view: Viewed,
    asked: Asked,
    after: str | None = None,
    before: str | None = None,
) -> HTMLResponse:
    """What is left to review, of the view."""
    found = view.list(asked.filters, sort="queue", limit=PAGE, after=after, before=before)
    listed = [each for each in found.listed if each.reviewed != DONE or asked.filters.reviewed]
    return page(
        request,
        "review.html",
        asked=asked,
        listed=listed,
        next=found.next if len(listed) == len(found.listed) else None,
        previous=found.previous,
        left=left(view, asked.filters),
        counted=AT_A_LOOK,
        called=called(view, asked.filters),
        carriers=carriers,
        doubts=doubts,
        voices=voices,
    )


def left(view: View, filters: Filters) -> int:
    """How many transfers of a view have claims that nobody reviewed."""
    if filters == Filters():
        return sum(number for value, number in view.values("reviewed").items() if value != DONE)
    if filters.reviewed:
        return view.count(filters, most=AT_A_LOOK)
    unfinished = (replace(filters, reviewed=value) for value in REVIEWED if value != DONE)
    return sum(view.count(each, most=AT_A_LOOK) for each in unfinished)


def voices(listed: Listed) -> Iterator[Voice]:
    """A claim of each origin to begin with, and of each who denies it."""
    first: dict[str, ClaimRef] = {}
    for member in listed.transfer.members:
        first.setdefault(member.claim.document, member.claim)
    for origin in listed.transfer.origins:
        told = next((first[each] for each in origin.documents if each in first), None)
        if told:
            yield Voice(origin.who, told)
    for denier in deniers(listed.transfer):
        yield Voice(denier.names[0], denier.members[0].claim)
