"""The network of a view: who supplies whom."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from headstamp.serve.asked import View
from headstamp.serve.fresh import FRESH
from headstamp.serve.naming import called, names_of
from headstamp.serve.rendering import page
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed
from headstamp.serve.views import PARTIES, network_told, strongest

router = APIRouter()
TOLD = 300
"""Edges that the table tells of, the strongest."""


@router.get("/network", dependencies=[FRESH])
def network(request: Request, _visitor: Reader, view: Viewed, asked: View) -> HTMLResponse:
    """Suppliers and recipients, as a drawing and as a table."""
    found = view.network(asked.filters)
    drawn = strongest(found)
    told = found.edges[:TOLD]
    ids = {id for edge in (*drawn.edges, *told) for id in (edge.supplier, edge.recipient)}
    names = names_of(view, "party", list(ids))
    return page(
        request,
        "network.html",
        asked=asked,
        called=called(view, asked.filters),
        network=found,
        edges=told,
        drawn=drawn,
        most=PARTIES,
        names=names,
        told=network_told(drawn, names, asked),
    )
