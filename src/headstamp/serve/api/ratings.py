"""Ratings: how reliable a source is, how credible a claim (Admiralty scheme)."""

from typing import Annotated, Literal

from fastapi import APIRouter, Request, Response
from pydantic import Field

from headstamp.model.transfer import Rating
from headstamp.serve.api.asking import Id
from headstamp.serve.api.describing import problems
from headstamp.serve.api.schemas.changes import Change
from headstamp.serve.api.stating import Body, SourceName, stated
from headstamp.serve.rights import Analyst

router = APIRouter(tags=["ratings"])


class RatingSource(Body):
    """An outlet or speaker by name: A (completely reliable) to E (unreliable), F (unknown)."""

    about: Literal["source"]
    subject: SourceName
    grade: Literal["A", "B", "C", "D", "E", "F"]


class RatingClaim(Body):
    """A claim (document/claim): 1 (confirmed) to 5 (improbable), 6 (unknown)."""

    about: Literal["claim"]
    subject: Id
    grade: Literal["1", "2", "3", "4", "5", "6"]


Grading = Annotated[RatingSource | RatingClaim, Field(discriminator="about")]


@router.post("/ratings", status_code=201, response_model=Change, responses=problems(404))
def rate(request: Request, visitor: Analyst, body: Grading) -> Response:
    """Grade a source or a claim; a later grade takes the place of an earlier one."""
    rating = Rating(body.about, body.subject, body.grade)
    return stated(request, visitor, lambda writer: writer.state(rating))
