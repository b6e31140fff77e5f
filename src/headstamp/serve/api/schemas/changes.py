"""What people said and did, a change each."""

from typing import Annotated, Literal

from pydantic import Field

from headstamp.model.transfer import ReviewVerdict, Verdict
from headstamp.serve.api.schemas.values import Moment, Pair, Shape, Value


class ClaimName(Shape):
    """A claim: its document, and its id there."""

    document: str
    claim: str


class Correction(Shape):
    """A field put right: where the wrong words stand (`was`), where the right ones, what they mean.

    Without `was` a filler is added, without `span` it is taken away.
    """

    field: str
    was: Pair | None = None
    span: Pair | None = None
    value: Value | str | None = None


class Judgement(Shape):
    """Whether two claims are of one transfer, or two names of one party."""

    about: Literal["claim", "party"]
    left: str
    right: str
    verdict: Verdict
    reason: str = ""
    is_: Literal["Judgement"] = Field(alias="is")


class Review(Shape):
    """A person's verdict on a claim."""

    claim: ClaimName
    verdict: ReviewVerdict
    reason: str = ""
    corrections: tuple[Correction, ...] = ()
    is_: Literal["Review"] = Field(alias="is")


class Rating(Shape):
    """A grade of the Admiralty scheme."""

    about: Literal["source", "claim"]
    subject: str
    grade: str
    is_: Literal["Rating"] = Field(alias="is")


class Note(Shape):
    """A remark."""

    about: Literal["document", "claim", "transfer"]
    subject: str
    text: str
    is_: Literal["Note"] = Field(alias="is")


Statement = Annotated[Judgement | Review | Rating | Note, Field(discriminator="is_")]


class Change(Shape):
    """One line of the ledger's history. `undoes` is the number of the change that an undoing takes
    back, `undone_by` that of the standing undoing of this one; what does not apply is left out.
    """

    number: int
    at: Moment
    by: str
    act: Literal["add", "judge", "review", "rate", "note", "undo"]
    subject: str
    statement: Statement | None = None
    undoes: int | None = None
    undone_by: int | None = None


class Changes(Shape):
    """Some of the changes, the earliest first."""

    items: list[Change]
    next: str | None
