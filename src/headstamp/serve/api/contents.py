"""What documents hold: their texts, and the bytes that came in."""

from fastapi import APIRouter, Request, Response

from headstamp.errors import Missing
from headstamp.serve.api.claims import document_as_read
from headstamp.serve.api.describing import TAGGED, Responses, problems
from headstamp.serve.exported import attachment
from headstamp.serve.fresh import FRESH, Id, validators
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed

router = APIRouter(tags=["documents"])
PLAIN, BYTES = "text/plain; charset=utf-8", "application/octet-stream"


def _holding(media_type: str, **schema: str) -> Responses:
    content = {media_type: {"schema": {"type": "string", **schema}}}
    return TAGGED | {200: {**TAGGED[200], "content": content}} | problems(404)


@router.get(
    "/texts/{id:path}",
    response_class=Response,
    responses=_holding("text/plain"),
    dependencies=[FRESH],
)
def show_text(request: Request, _visitor: Reader, view: Viewed, id: Id) -> Response:
    """Show the text of a document, in which offsets count Unicode code points.

    Lone surrogates, which UTF-8 does not have, are U+FFFD, one for one.
    """
    text = document_as_read(view, id).extract.document.text
    return Response(text.encode("utf-8", "replace"), 200, validators(request), PLAIN)


@router.get(
    "/originals/{id:path}",
    response_class=Response,
    responses=_holding(BYTES, format="binary"),
    dependencies=[FRESH],
)
def show_original(request: Request, _visitor: Reader, view: Viewed, id: Id) -> Response:
    """Get the bytes of a document as they came in, to be kept and never to be shown as a page."""
    document = document_as_read(view, id).extract.document
    data = view.original(id)
    if data is None:
        raise Missing(id, "came without its bytes", "see its text")
    headers = validators(request) | attachment(document.id.rpartition("/")[2][:_NAME])
    return Response(data, 200, headers, BYTES)


_NAME = 60
"""Characters; file systems take 255 bytes."""
