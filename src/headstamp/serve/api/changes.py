"""The ledger's history: what happened to a thing, and how to take it back."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from headstamp.model.plain import encode
from headstamp.serve.api.answers import paged
from headstamp.serve.api.asking import LARGEST, OfSubject
from headstamp.serve.api.describing import PAGED, problems
from headstamp.serve.api.schemas.changes import Change, Changes
from headstamp.serve.api.stating import stated
from headstamp.serve.fresh import FRESH
from headstamp.serve.rights import Analyst, Reader
from headstamp.serve.state import Viewed

router = APIRouter(tags=["changes"])


@router.get("/changes", response_model=Changes, responses=PAGED, dependencies=[FRESH])
def list_changes(
    request: Request, _visitor: Reader, view: Viewed, asked: Annotated[OfSubject, Query()]
) -> Response:
    """List what happened to a thing, the earliest first."""
    begun = asked.after or 0
    rest = [change for change in view.history(asked.subject) if change.number > begun]
    some = rest[: asked.limit]
    more = str(some[-1].number) if len(rest) > len(some) else None
    return paged(request, map(encode, some), more)


@router.post(
    "/changes/{number}/undo", status_code=201, response_model=Change, responses=problems(404)
)
def undo(
    request: Request, visitor: Analyst, number: Annotated[int, Path(ge=1, le=LARGEST)]
) -> Response:
    """Take back a change. Undo the undoing, and the change stands again."""
    return stated(request, visitor, lambda writer: writer.undo(number))
