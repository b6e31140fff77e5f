"""Words in the texts, with what stands around them; and parties, arms and sources of that name."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from headstamp.ledger.folding import fold
from headstamp.ledger.view import View
from headstamp.serve.fresh import FRESH
from headstamp.serve.naming import suggestions
from headstamp.serve.rendering import encoded, page
from headstamp.serve.rights import Reader
from headstamp.serve.state import Viewed
from headstamp.show.hits import marked

router = APIRouter()
PAGE = 20
NAMED = 6
"""The most names of each sort beside the hits."""
TOLD = 3
"""The most transfers that are named of a hit."""
LARGEST = 2**31 - 1
"""The largest number that both stores take."""

_TITLES = {
    "party": "Parties",
    "designation": "Arms",
    "outlet": "Outlets",
    "speaker": "Speakers",
}


@dataclass(frozen=True, slots=True)
class Name:
    """Something of that name: its `page`, where it has one, and its transfers."""

    words: str
    page: str | None
    transfers: str


@router.get("/search", dependencies=[FRESH])
def search(
    request: Request,
    _visitor: Reader,
    view: Viewed,
    words: str = "",
    before: Annotated[int | None, Query(ge=0, le=LARGEST)] = None,
) -> HTMLResponse:
    """The documents with all the words, the last added first."""
    words = words.strip()
    is_asked = bool(fold(words))
    hits, rest = view.search(words, limit=PAGE, before=before) if is_asked else ((), None)
    inside = {id for hit in hits for id in hit.entries[:TOLD]}
    return page(
        request,
        "search.html",
        words=words,
        hits=hits,
        next=f"?{urlencode({'words': words, 'before': rest})}" if rest is not None else None,
        transfers={each.id: each for each in view.transfers(inside)},
        names=_names(view, words) if is_asked and before is None else {},
        marked=marked,
        told=TOLD,
    )


def _names(view: View, words: str) -> dict[str, list[Name]]:
    """Parties, arms and sources of which a word begins so; sorts without any are left out."""
    found = {
        title: [
            Name(said, _page(name, value), f"/?{urlencode({name: value})}")
            for value, said in suggestions(view, name, words, limit=NAMED).items()
        ]
        for name, title in _TITLES.items()
    }
    return {title: names for title, names in found.items() if names}


def _page(name: str, value: str) -> str | None:
    match name:
        case "party":
            return f"/parties/{encoded(value)}"
        case "outlet" | "speaker":
            return f"/sources/{name}/{encoded(value)}"
    return None
