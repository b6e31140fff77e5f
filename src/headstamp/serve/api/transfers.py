"""Transfers: listed by the filters of the command line; each whole."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from headstamp.serve.api.answers import answer, paged
from headstamp.serve.api.asking import Listing
from headstamp.serve.api.describing import PAGED, TAGGED, problems
from headstamp.serve.api.schemas import transfers as schemas
from headstamp.serve.asked import View as AskedView
from headstamp.serve.fresh import FRESH, FRESH_THING, Id
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed
from headstamp.show.transfers import entry_of, whole

router = APIRouter(tags=["transfers"])


@router.get("/transfers", response_model=schemas.Transfers, responses=PAGED, dependencies=[FRESH])
def list_transfers(
    request: Request,
    _visitor: Reader,
    view: Viewed,
    asked: AskedView,
    page: Annotated[Listing, Query()],
) -> Response:
    """List the transfers that pass the filters, those of `headstamp list`."""
    found = view.list(asked.filters, sort=asked.sort, limit=page.limit, after=page.after)
    return paged(request, map(entry_of, found.listed), found.next)


@router.get(
    "/transfers/{id}",
    response_model=schemas.WholeTransfer,
    responses=TAGGED | problems(404),
    dependencies=[FRESH_THING],
)
def show_transfer(request: Request, _visitor: Reader, view: Viewed, id: Id) -> Response:
    """Show a transfer with all behind it: claims, documents, origins, denials, history."""
    return answer(request, whole(view.show(id)))
