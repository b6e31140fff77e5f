"""Links that a person undoes or makes: a claim out of a transfer, one into it, two made one."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from headstamp.errors import InputError
from headstamp.judging import brought_in, merged, taken_out, whereabouts
from headstamp.ledger.ledger import Writer
from headstamp.model.transfer import Change, ClaimRef, Judgement
from headstamp.serve.candidates import candidates
from headstamp.serve.changing import changed
from headstamp.serve.done import back
from headstamp.serve.rendering import page
from headstamp.serve.rights import Analyst, Reader, Visitor
from headstamp.serve.state import Viewed, ledger_of

router = APIRouter()

Reason = Annotated[str, Form(min_length=1, max_length=500)]
Seen = Annotated[int, Form()]


@router.get("/transfers/{id}/others")
def others(
    request: Request, _visitor: Reader, view: Viewed, id: str, words: str = ""
) -> HTMLResponse:
    """What may belong to a transfer: what words find, or what is like it."""
    shown = view.show(id)
    return page(
        request,
        "transfer/others.html",
        transfer=shown.listed.transfer,
        seen=view.stated(id),
        words=words.strip(),
        candidates=candidates(view, shown, words.strip()),
    )


@router.post("/transfers/{id}/out")
def out(  # noqa: PLR0913, PLR0917 - one parameter a field of the form
    request: Request,
    visitor: Analyst,
    id: str,
    claim: Annotated[str, Form()],
    reason: Reason,
    seen: Seen,
    other: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """A claim speaks of another transfer than `other`, or than all that stand here with it."""
    ref, apart = _ref(claim), _ref(other) if other else None
    return _judged(
        request,
        visitor,
        {id: seen},
        lambda writer: taken_out(writer, id, ref, other=apart, reason=reason),
        without=ref,
    )


@router.post("/transfers/{id}/in")
def in_(
    request: Request,
    visitor: Analyst,
    id: str,
    claim: Annotated[str, Form()],
    reason: Reason,
    seen: Seen,
) -> RedirectResponse:
    """A claim from elsewhere speaks of this transfer."""
    ref = _ref(claim)
    return _judged(
        request, visitor, {id: seen}, lambda writer: brought_in(writer, id, ref, reason=reason)
    )


@router.post("/transfers/{id}/merge")
def merge(
    request: Request,
    visitor: Analyst,
    id: str,
    other: Annotated[str, Form()],
    reason: Reason,
    seen: Seen,
) -> RedirectResponse:
    """Another transfer is this one."""
    return _judged(
        request, visitor, {id: seen}, lambda writer: merged(writer, id, other, reason=reason)
    )


def _judged(
    request: Request,
    visitor: Visitor,
    seen: dict[str, int],
    wish: Callable[[Writer], tuple[Judgement, ...]],
    *,
    without: ClaimRef | None = None,
) -> RedirectResponse:
    """Write the judgements; then to the transfer that holds what the one that was seen held."""
    (id,) = seen
    held: list[ClaimRef] = []

    def say(writer: Writer) -> Change:
        for found in writer.transfers([id]):
            held.extend(member.claim for member in found.members if member.claim != without)
        return [writer.state(judgement) for judgement in wish(writer)][-1]

    ledger = ledger_of(request)
    change = changed(ledger, say, by=visitor.name, seen=seen)
    with ledger.reading() as view:
        there = whereabouts(view, held)
    return back(f"/transfers/{there or id}", change.number)


def _ref(words: str) -> ClaimRef:
    try:
        return ClaimRef.parse(words.strip())
    except ValueError:
        raise InputError(words, "is no claim", "write it as document/claim") from None
