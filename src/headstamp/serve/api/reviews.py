"""Reviews: a claim accepted, corrected or rejected."""

from typing import Annotated, Literal

from fastapi import APIRouter, Request, Response
from pydantic import Field

from headstamp.correcting import WORD_FIELDS, Wish, accepted, corrected
from headstamp.errors import InputError
from headstamp.ledger.ledger import Writer
from headstamp.model import Span
from headstamp.model.reading import ROLES
from headstamp.model.transfer import Change as Made
from headstamp.model.transfer import ClaimRef, Review
from headstamp.serve.api.asking import LARGEST, Id, Words
from headstamp.serve.api.claims import claim_as_read
from headstamp.serve.api.describing import IF_MATCH, problems
from headstamp.serve.api.schemas.changes import Change
from headstamp.serve.api.stating import WHOLE, Body, Cause, Reason, fitting, stated
from headstamp.serve.fresh import seen
from headstamp.serve.rights import Analyst
from headstamp.serve.state import ledger_of

router = APIRouter(tags=["reviews"])
FIELDS = ("trigger", *WORD_FIELDS, *sorted({role for roles in ROLES.values() for role in roles}))
MOST_CORRECTIONS = 50

Offset = Annotated[int, Field(ge=0, le=LARGEST), WHOLE]
At = Annotated[list[Offset], Field(min_length=2, max_length=2)]


class Correcting(Body):
    """A field to be put right: the right words or where they stand, what they mean, or that nothing
    is there.
    """

    field: Annotated[Words, Field(json_schema_extra={"enum": list(FIELDS)})]
    words: Annotated[
        Words | At | None,
        Field(description="The right words (`Iran@2` is the second Iran), or start and end."),
    ] = None
    value: Annotated[
        Words | None,
        Field(description="What they mean; the right word for a kind, factuality or time."),
    ] = None
    instead_of: Annotated[
        Words | At | None, Field(description="The wrong words, where a role has several fillers.")
    ] = None
    remove: Annotated[bool, Field(description="Nothing is in that role.")] = False
    another: Annotated[bool, Field(description="The fillers that are there stay.")] = False


class Accepting(Body):
    """The claim is right as it stands."""

    verdict: Literal["accept"]
    claim: Id
    reason: Reason = ""


class Rejecting(Body):
    """The claim is not what the text says, for the reason given."""

    verdict: Literal["reject"]
    claim: Id
    reason: Cause


class PuttingRight(Body):
    """The claim is right once it is corrected so."""

    verdict: Literal["correct"]
    claim: Id
    corrections: Annotated[list[Correcting], Field(min_length=1, max_length=MOST_CORRECTIONS)]
    reason: Reason = ""


Reviewing = Annotated[Accepting | Rejecting | PuttingRight, Field(discriminator="verdict")]


@router.post(
    "/reviews",
    status_code=201,
    response_model=Change,
    responses=problems(404, 412, 428),
    openapi_extra=IF_MATCH,
)
def review(request: Request, visitor: Analyst, body: Reviewing) -> Response:
    """Accept, correct or reject a claim (document/claim).

    `If-Match` gives its ETag. Transfers are as they are then when the answer comes.
    """
    with ledger_of(request).reading() as view:
        claim_as_read(view, body.claim)
        numbers = seen(request, view, body.claim)
    ref = ClaimRef.parse(body.claim)
    wishes = [_wish(each) for each in body.corrections] if body.verdict == "correct" else []

    def say(writer: Writer) -> Made:
        if body.verdict == "correct":
            return writer.state(corrected(writer, ref, wishes, body.reason))
        if body.verdict == "accept":
            return writer.state(accepted(writer, ref, body.reason))
        return writer.state(Review(ref, "reject", body.reason))

    return stated(request, visitor, say, numbers)


def _wish(wanted: Correcting) -> Wish:
    words, wrong = _words(wanted.words), _words(wanted.instead_of)
    wish = Wish(wanted.field, words, wanted.value, wrong, wanted.remove, wanted.another)
    if wish.is_empty:
        raise InputError(wanted.field, "is not put right", "give words, a value, or remove it")
    return wish


def _words(given: str | list[int] | None) -> str | Span | None:
    """Words as they are, a place as a span."""
    if not isinstance(given, list):
        return given
    with fitting():
        return Span(*given)
