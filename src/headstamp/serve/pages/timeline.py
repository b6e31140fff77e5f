"""A view in time: when transfers are said to have happened, against when they were reported."""

from dataclasses import replace
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from headstamp.ledger.listing import Listed
from headstamp.serve.asked import View
from headstamp.serve.fresh import FRESH
from headstamp.serve.naming import called
from headstamp.serve.rendering import page
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed
from headstamp.serve.views import months_told

router = APIRouter()
PAGE = 50


@router.get("/timeline", dependencies=[FRESH])
def timeline(
    request: Request,
    _visitor: Reader,
    view: Viewed,
    asked: View,
    after: str | None = None,
    before: str | None = None,
) -> HTMLResponse:
    """The months of the view, whatever its days, and its transfers by period."""
    found = view.table(asked.filters, sort="period", limit=PAGE, after=after, before=before)
    at_any_time = replace(asked.filters, since=None, until=None)
    counted = view.timeline(at_any_time)
    return page(
        request,
        "timeline.html",
        asked=asked,
        called=called(view, asked.filters),
        found=found,
        years=[(year, list(some)) for year, some in groupby(found.listed, _year)],
        timeline=counted,
        told=months_told(counted),
    )


def _year(listed: Listed) -> str:
    """The year under which a transfer stands: of its last day, of its first where that is open."""
    if listed.latest:
        return str(listed.latest.year)
    return f"Since {listed.earliest.year}" if listed.earliest else "Undated"
