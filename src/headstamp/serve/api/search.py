"""Search: documents by the words in their texts."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from headstamp.model.plain import encode
from headstamp.serve.api.answers import paged
from headstamp.serve.api.asking import Searching
from headstamp.serve.api.describing import PAGED
from headstamp.serve.api.schemas.claims import Hits
from headstamp.serve.fresh import FRESH
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed

router = APIRouter(tags=["search"])


@router.get("/search", response_model=Hits, responses=PAGED, dependencies=[FRESH])
def search(
    request: Request, _visitor: Reader, view: Viewed, asked: Annotated[Searching, Query()]
) -> Response:
    """Find documents by their words, the last added first.

    Case, accents and spellings of a letter do not matter.
    """
    found, more = view.search(asked.words, limit=asked.limit, before=asked.after)
    return paged(request, map(encode, found), None if more is None else str(more))
