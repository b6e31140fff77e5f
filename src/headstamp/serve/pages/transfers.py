"""One reported transfer: who says so, who denies it, what is told of it, when and where."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from headstamp.errors import InputError, Missing
from headstamp.judging import moved, whereabouts
from headstamp.ledger.ledger import View
from headstamp.model.transfer import NOTE_CHARACTERS, ClaimRef, Note, Rating
from headstamp.serve import entry as laid_out
from headstamp.serve.changing import changed
from headstamp.serve.done import at_once, back
from headstamp.serve.done import done as just_done
from headstamp.serve.fresh import FRESH
from headstamp.serve.journey import drawn, stops
from headstamp.serve.pages.export import menu
from headstamp.serve.rendering import page
from headstamp.serve.rights import Analyst, Reader
from headstamp.serve.state import Viewed, ledger_of
from headstamp.show import telling
from headstamp.show.grades import INFORMATION_GRADES_IN_WORDS

router = APIRouter()
FOLDED = 3
"""Origins; of more each is folded until it is opened."""


@router.get("/transfers/{id}", dependencies=[FRESH])
def transfer(
    request: Request,
    visitor: Reader,
    view: Viewed,
    id: str,
    done: int | None = None,
    claim: str = "",
) -> Response:
    """The transfer of that id.

    Where it is there no more, that of `claim`, or a page that says where its claims went. `done`
    is the change that brought one here.
    """
    try:
        shown = view.show(id)
    except Missing:
        return _gone(request, view, id, claim)
    ratings = view.ratings()
    held = shown.listed.transfer
    places = stops(shown)
    return page(
        request,
        "transfer.html",
        shown=shown,
        listed=shown.listed,
        transfer=held,
        seen=view.stated(id),
        done=just_done(view, shown.changes, done, by=visitor.name, transfer=held),
        said=laid_out.said(shown, ratings),
        told=laid_out.told(shown),
        grades=laid_out.grades(shown, ratings),
        ratings=ratings,
        in_time=laid_out.in_time(shown),
        reporting=laid_out.reporting(shown),
        places=places,
        map=drawn(places),
        words="",
        candidates=None,
        telling=telling,
        at_once=at_once,
        folded=len(held.origins) > FOLDED,
        grades_in_words=INFORMATION_GRADES_IN_WORDS,
        note_characters=NOTE_CHARACTERS,
        exports=menu(),
    )


@router.post("/transfers/{id}/rate")
def rate(
    request: Request,
    visitor: Analyst,
    id: str,
    claim: Annotated[str, Form()],
    grade: Annotated[str, Form(pattern="^[1-6]$")],
    seen: Annotated[int, Form()],
) -> RedirectResponse:
    """Grade one claim 1 to 6 (Admiralty scheme)."""
    change = changed(
        ledger_of(request),
        lambda writer: writer.state(Rating("claim", claim, grade)),
        by=visitor.name,
        seen={id: seen},
    )
    return back(f"/transfers/{id}", change.number, f"claim-{claim}")


@router.post("/transfers/{id}/note")
def note(
    request: Request, visitor: Analyst, id: str, text: Annotated[str, Form()]
) -> RedirectResponse:
    """Put a remark on the transfer. It overwrites nothing, so nothing need have been seen."""
    try:
        remark = Note("transfer", id, text.replace("\r\n", "\n").strip())
    except ValueError as error:
        raise InputError("The note", str(error), "shorten it, or write one") from error
    change = changed(ledger_of(request), lambda writer: writer.state(remark), by=visitor.name)
    return back(f"/transfers/{id}", change.number, "notes")


def _gone(request: Request, view: View, id: str, claim: str) -> Response:
    """Where to look for a transfer that is not there: to what holds its claim, or a page."""
    document, _, name = claim.rpartition("/")
    there = whereabouts(view, [ClaimRef(document, name)])
    if there is not None:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/transfers/{there}{query}", 303)
    changes = view.history(id)
    return page(
        request,
        "gone.html",
        status=404,
        id=id,
        there=moved(view, id),
        changes=changes,
        at_once=at_once,
    )
