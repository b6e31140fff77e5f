"""Sources: outlets and speakers, and how what they say stands."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from headstamp.errors import Missing
from headstamp.ledger.sources import SourceKind
from headstamp.serve.api.answers import answer, paged
from headstamp.serve.api.asking import OfSource
from headstamp.serve.api.describing import PAGED, TAGGED, problems
from headstamp.serve.api.schemas import listed as schemas
from headstamp.serve.fresh import FRESH, Id
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed
from headstamp.show.json import plain

router = APIRouter(tags=["sources"])


@router.get("/sources", response_model=schemas.Sources, responses=PAGED, dependencies=[FRESH])
def list_sources(
    request: Request, _visitor: Reader, view: Viewed, asked: Annotated[OfSource, Query()]
) -> Response:
    """List outlets, or speakers, those with most transfers first."""
    found = view.sources(asked.about, limit=asked.limit, after=asked.after)
    return paged(request, (plain(source, "") for source in found.listed), found.next)


@router.get(
    "/sources/{about}/{id:path}",
    response_model=schemas.Source,
    responses=TAGGED | problems(404),
    dependencies=[FRESH],
)
def show_source(
    request: Request, _visitor: Reader, view: Viewed, about: SourceKind, id: Id
) -> Response:
    """Show an outlet or speaker, by the name that the list gives."""
    found = view.source(id, about)
    if found is None:
        raise Missing(id, f"is no {about} that the ledger knows", "see the list of sources")
    return answer(request, plain(found, ""))
