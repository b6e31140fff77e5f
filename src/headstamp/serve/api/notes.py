"""Notes: remarks on documents, claims and transfers."""

from typing import Annotated, Literal

from fastapi import APIRouter, Request, Response
from pydantic import Field, StringConstraints

from headstamp.model.transfer import NOTE_CHARACTERS, Note
from headstamp.serve.api.asking import Id
from headstamp.serve.api.describing import problems
from headstamp.serve.api.schemas.changes import Change
from headstamp.serve.api.stating import Body, fitting, stated
from headstamp.serve.rights import Analyst

router = APIRouter(tags=["notes"])

Remark = Annotated[
    str,
    StringConstraints(
        min_length=1, max_length=NOTE_CHARACTERS, pattern=r"^[^\x00]*[^\x00\s][^\x00]*$"
    ),
]


class Noting(Body):
    """What the note is on, by its id, and the note."""

    about: Literal["document", "claim", "transfer"]
    subject: Id
    text: Annotated[Remark, Field(examples=["The photograph is from 2019."])]


@router.post("/notes", status_code=201, response_model=Change, responses=problems(404))
def note(request: Request, visitor: Analyst, body: Noting) -> Response:
    """Put a note of at most 1,500 characters on a document, claim or transfer."""
    with fitting():
        remark = Note(body.about, body.subject, body.text)
    return stated(request, visitor, lambda writer: writer.state(remark))
