"""The documents of the ledger: the newest published first."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from headstamp.serve.fresh import FRESH
from headstamp.serve.rendering import page
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed

router = APIRouter()
PAGE = 50


@router.get("/documents", dependencies=[FRESH])
def documents(
    request: Request,
    _visitor: Reader,
    view: Viewed,
    outlet: str = "",
    after: str | None = None,
) -> HTMLResponse:
    """A page of the documents of one outlet, by any spelling of its name, or of all."""
    outlet = outlet.strip()
    known = (view.called("outlet", outlet) or outlet) if outlet else None
    found = view.documents(limit=PAGE, after=after, outlet=known)
    query = f"?{urlencode({'outlet': outlet})}" if outlet else ""
    return page(
        request,
        "documents.html",
        found=found,
        outlet=outlet,
        query=query,
        is_first=after is None,
    )
