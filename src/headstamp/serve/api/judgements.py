"""Judgements: whether two claims are of one transfer, or two names of one party."""

from typing import Literal

from fastapi import APIRouter, Request, Response

from headstamp.ledger.view import View
from headstamp.model.transfer import Judgement, Verdict
from headstamp.serve.api.asking import Id
from headstamp.serve.api.claims import claim_as_read
from headstamp.serve.api.describing import IF_MATCH, problems
from headstamp.serve.api.parties import party_there
from headstamp.serve.api.schemas.changes import Change
from headstamp.serve.api.stating import Body, Reason, fitting, stated
from headstamp.serve.fresh import seen
from headstamp.serve.rights import Analyst
from headstamp.serve.state import ledger_of

router = APIRouter(tags=["judgements"])


class Judging(Body):
    """Two claims (document/claim) or two parties by their ids, and what you say of them."""

    about: Literal["claim", "party"]
    left: Id
    right: Id
    verdict: Verdict
    reason: Reason = ""


@router.post(
    "/judgements",
    status_code=201,
    response_model=Change,
    responses=problems(404, 412, 428),
    openapi_extra=IF_MATCH,
)
def judge(request: Request, visitor: Analyst, body: Judging) -> Response:
    """Say that two claims, or two parties, are the same, different, or that it is unsure.

    `If-Match` gives the ETags of both. Transfers are as they are then when the answer comes.
    """
    with fitting():
        judgement = Judgement(**body.model_dump())
    sides = judgement.left, judgement.right
    with ledger_of(request).reading() as view:
        for side in sides:
            _there(view, body.about, side)
        numbers = seen(request, view, *sides)
    return stated(request, visitor, lambda writer: writer.state(judgement), numbers)


def _there(view: View, about: Literal["claim", "party"], id: str) -> None:
    """Raises `Missing` for what nobody knows."""
    if about == "claim":
        claim_as_read(view, id)
    else:
        party_there(view, id)
