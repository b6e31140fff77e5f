"""The map of a view: origins, routes and destinations, and the ways between them."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from headstamp.serve.asked import View
from headstamp.serve.fresh import FRESH
from headstamp.serve.naming import called, country
from headstamp.serve.rendering import page
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed
from headstamp.serve.views import map_told, mapped

router = APIRouter()


@router.get("/map", dependencies=[FRESH])
def map_of(request: Request, _visitor: Reader, view: Viewed, asked: View) -> HTMLResponse:
    """Places and ways, as a drawing and as tables."""
    found = view.places(asked.filters)
    told = mapped(found)
    return page(
        request,
        "map.html",
        asked=asked,
        called=called(view, asked.filters),
        found=found,
        map=told,
        told=map_told(told, asked),
        country=country,
    )
