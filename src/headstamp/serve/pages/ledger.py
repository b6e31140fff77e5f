"""The ledger: transfers in a dense table, by the filters of the address."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from headstamp.serve.asked import View
from headstamp.serve.rendering import page
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed

router = APIRouter()
PAGE = 50


@router.get("/")
def ledger(
    request: Request, _visitor: Reader, view: Viewed, asked: View, after: str | None = None
) -> HTMLResponse:
    """One page of the view."""
    found = view.list(asked.filters, sort=asked.sort, limit=PAGE, after=after)
    return page(request, "ledger.html", asked=asked, found=found)
