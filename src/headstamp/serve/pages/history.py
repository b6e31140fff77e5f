"""What people said and did about one thing, and taking it back."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import Field

from headstamp.ledger.ledger import View, Writer
from headstamp.model.transfer import Change
from headstamp.serve.addresses import own
from headstamp.serve.changing import changed
from headstamp.serve.done import at_once, back
from headstamp.serve.done import done as just_done
from headstamp.serve.fresh import FRESH
from headstamp.serve.rendering import page
from headstamp.serve.rights import Analyst, Reader
from headstamp.serve.state import Viewed, ledger_of

router = APIRouter()
MOST = 10_000
"""Changes that are undone at once."""

Number = Annotated[int, Field(ge=1, lt=2**31)]


@router.get("/history", dependencies=[FRESH])
def history(
    request: Request, visitor: Reader, view: Viewed, subject: str, done: int | None = None
) -> HTMLResponse:
    """All that happened to a document, claim, transfer, party or source, the latest first."""
    changes = view.history(subject)
    return page(
        request,
        "history.html",
        subject=subject,
        changes=changes,
        at_once=at_once,
        done=just_done(view, changes, done, by=visitor.name),
        address=_address(view, subject),
    )


@router.post("/undo")
def undo(
    request: Request,
    visitor: Analyst,
    number: Annotated[list[Number], Form(max_length=MOST)],
    next: Annotated[str, Form()] = "/",
) -> RedirectResponse:
    """Take changes back, undoings too, the last first; all of them, or none."""

    def say(writer: Writer) -> Change:
        return [writer.undo(each) for each in sorted(set(number), reverse=True)][-1]

    change = changed(ledger_of(request), say, by=visitor.name)
    address = own(next).partition("#")[0]
    tells = address.startswith(("/transfers/", "/history"))
    return back(address, change.number) if tells else RedirectResponse(address, 303)


def _address(view: View, subject: str) -> str | None:
    """Where a thing has its page; None for what has none, or may be several."""
    if next(iter(view.transfers([subject])), None):
        return f"/transfers/{subject}"
    document, _, claim = subject.rpartition("/")
    for id, mark in ((subject, ""), (document, f"#{claim}")):
        if id and next(view.extracts([id]), None):
            return f"/documents/{quote(id)}{mark}"
    return None
