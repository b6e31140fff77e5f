"""What addresses of the API may ask for. What is not named here is refused."""

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema

from headstamp.errors import InputError
from headstamp.ledger.facets import PARTY_ROLES
from headstamp.ledger.listing import Sort
from headstamp.model.reading import Kind
from headstamp.model.values import Category
from headstamp.serve.api.schemas.transfers import Certainty, Reviewed
from headstamp.serve.fresh import ID_CHARACTERS

MOST = 200
"""Of one page."""
WITHOUT_NUL = r"^[^\x00]+$"
LARGEST = 2**31 - 1
"""Of a number of a change or job: both stores take it."""

Words = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=WITHOUT_NUL)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=ID_CHARACTERS, pattern=WITHOUT_NUL)]
Cursor = Annotated[str, StringConstraints(pattern=r"^-?[0-9]{1,9}\.[0-9]{1,9}$")]
Day = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    Field(json_schema_extra={"format": "date"}, examples=["2024-05-31"]),
]


def _role(word: str) -> str:
    if word not in PARTY_ROLES:
        raise ValueError(f"no party is a {word}")
    return word


PartyRole = Annotated[
    str, AfterValidator(_role), Field(json_schema_extra={"enum": sorted(PARTY_ROLES)})
]
Nothing = SkipJsonSchema[None]
"""A parameter that may be left out, without the word `null`."""


class Asking(BaseModel):
    """The query of an address."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Paging(Asking):
    """Which of many, a page at a time."""

    limit: Annotated[int, Field(ge=1, le=MOST, description="The most to answer with.")] = 50
    after: Annotated[
        Cursor | Nothing, Field(description="Where the page begins: `next` of the one before.")
    ] = None


class Counting(Asking):
    """Which of many that have numbers, a page at a time."""

    limit: Annotated[int, Field(ge=1, le=MOST, description="The most to answer with.")] = 50
    after: Annotated[
        Annotated[int, Field(ge=0, le=LARGEST)] | Nothing,
        Field(description="Where the page begins: `next` of the one before."),
    ] = None


class OfOutlet(Paging):
    """Documents, of one outlet or all."""

    outlet: Annotated[Words | Nothing, Field(description="An outlet, as documents name it.")] = None


class Named(Counting):
    """Names that begin so."""

    words: Annotated[
        Words | Nothing,
        Field(description="The beginning of a word of a name.", examples=["hez"]),
    ] = None


class Searching(Counting):
    """Words to be found in texts."""

    words: Annotated[
        Words,
        Field(
            description='All must stand there; `"two words"` in a row, `rock*` begins a word.',
            examples=['"anti-tank missiles"'],
        ),
    ]


class OfSubject(Counting):
    """What happened to a thing."""

    subject: Annotated[
        Id,
        Field(
            description="The id of a transfer, claim (document/claim), document or party, or the "
            "name of a source."
        ),
    ]


class OfSource(Paging):
    """Outlets, or speakers."""

    about: Literal["outlet", "speaker"] = "outlet"


class Filtering(Asking):
    """The filters of `headstamp list`: a transfer must pass all of them."""

    party: Annotated[
        Words | Nothing, Field(description="A party to it, by any name, or one within it.")
    ] = None
    role: Annotated[
        PartyRole | Nothing, Field(description="What `party` is in it; it needs one.")
    ] = None
    kind: Annotated[Kind | Nothing, Field(description="What sort it is.")] = None
    category: Annotated[Category | Nothing, Field(description="What sort of arms.")] = None
    designation: Annotated[
        Words | Nothing, Field(description="Which arms.", examples=["Kornet"])
    ] = None
    country: Annotated[
        Words | Nothing,
        Field(description="A country by name or two-letter code.", examples=["YE"]),
    ] = None
    since: Annotated[
        Day | Nothing, Field(description="Only what may have happened on this day or later.")
    ] = None
    until: Annotated[
        Day | Nothing, Field(description="Only what may have happened on this day or earlier.")
    ] = None
    certainty: Annotated[
        Certainty | Nothing, Field(description="How sure the surest is who asserts it.")
    ] = None
    origins: Annotated[
        Annotated[int, Field(ge=0, lt=10**6)] | Nothing,
        Field(description="At least so many independent origins."),
    ] = None
    reviewed: Annotated[
        Reviewed | Nothing, Field(description="Whether people reviewed its claims.")
    ] = None
    outlet: Annotated[Words | Nothing, Field(description="An outlet that carries a claim.")] = None
    speaker: Annotated[Words | Nothing, Field(description="Who says so in a claim.")] = None
    denied: Annotated[
        Literal["yes", "no"] | Nothing, Field(description="Whether anybody denies it.")
    ] = None

    @model_validator(mode="after")
    def _fits(self) -> "Filtering":
        if self.role is not None and self.party is None:
            raise InputError(f"role {self.role}", "is nobody's", "name a party too")
        return self


class Listing(Paging, Filtering):
    """Transfers, filtered and sorted, a page at a time."""

    sort: Annotated[
        Sort, Field(description="The latest, or the most, first; `queue`: most in need of review.")
    ] = "reported"


class Exporting(Filtering):
    """Transfers for other programs."""

    form: Annotated[
        Literal[".csv", ".xlsx"] | Nothing,
        Field(description="How the name of the file ends, where a format has several forms."),
    ] = None
