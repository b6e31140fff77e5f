"""The ledger: transfers in a dense table, by the filters of the address, with what narrows it."""

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from headstamp.errors import Missing
from headstamp.serve.asked import View as Asked
from headstamp.serve.facets import narrowing
from headstamp.serve.fresh import FRESH
from headstamp.serve.naming import SUGGESTED, called, suggestions
from headstamp.serve.pages.export import menu
from headstamp.serve.rendering import page
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed

router = APIRouter()
PAGE = 50
SUGGESTIONS = 12


@router.get("/", dependencies=[FRESH])
def ledger(
    request: Request,
    _visitor: Reader,
    view: Viewed,
    asked: Asked,
    after: str | None = None,
    before: str | None = None,
    count: Literal["all"] | None = None,
) -> HTMLResponse:
    """One page of the view."""
    found = view.table(asked.filters, sort=asked.sort, limit=PAGE, after=after, before=before)
    if not asked.given and not found.listed and not view.documents(limit=1).listed:
        return page(request, "begin.html")
    return page(
        request,
        "ledger.html",
        asked=asked,
        found=found,
        narrowing=narrowing(view, asked, in_full=count == "all"),
        called=called(view, asked.filters),
        exports=menu(),
        is_linked=view.is_linked(),
    )


@router.get("/values/{name}")
def values(request: Request, name: str, _visitor: Reader, view: Viewed) -> HTMLResponse:
    """The values of a facet that begin as what is being written in the field of its name."""
    if name not in SUGGESTED:
        raise Missing(name, "is nothing that transfers are found by", f"ask for {SUGGESTED}")
    words = request.query_params.get(name, "").strip()
    found = suggestions(view, name, words, limit=SUGGESTIONS) if words else {}
    return page(request, "values.html", name=name, found=found)
