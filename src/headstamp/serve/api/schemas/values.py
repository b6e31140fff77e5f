"""Words, the places where they stand, and what they resolve to."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from headstamp.model.values import Anchor, Category, Granularity, PartyKind, PlaceKind


class Shape(BaseModel):
    """What an answer holds."""

    model_config = ConfigDict(serialize_by_alias=True)


Pair = Annotated[
    list[int],
    Field(
        min_length=2,
        max_length=2,
        description="Start and end, in Unicode code points of the document's text.",
        examples=[[120, 131]],
    ),
]
Day = Annotated[str, Field(description="A day, ISO 8601.", examples=["2024-05-31"])]
Moment = Annotated[
    str, Field(description="A moment, ISO 8601, UTC.", examples=["2026-03-01T09:30:00+00:00"])
]


class Place(Shape):
    """Where: a place on earth."""

    name: str
    country: str | None = Field(None, description="ISO 3166 alpha-2.")
    latitude: float | None
    longitude: float | None
    kind: PlaceKind
    score: float
    rule: str
    is_: Literal["Place"] = Field(alias="is")


class Interval(Shape):
    """When: both ends are included; null is an open end."""

    earliest: Day | None
    latest: Day | None
    granularity: Granularity
    rule: str
    anchor: Anchor = "none"
    anchor_day: Day | None = None
    approximate: bool = False
    is_: Literal["Interval"] = Field(alias="is")


class Quantity(Shape):
    """How many or how much: both ends are included; null is an open end."""

    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    rule: str
    is_: Literal["Quantity"] = Field(alias="is")


class Party(Shape):
    """A state, group, force, firm or the like; `parents` run from the nearest."""

    id: str
    canonical: str
    kind: PartyKind
    parents: list[str]
    score: float
    rule: str
    role: str | None = None
    is_: Literal["Party"] = Field(alias="is")


class Materiel(Shape):
    """What sort of arms; `designation` is null where the words name only a category."""

    designation: str | None
    category: Category
    range_low_km: float | None
    range_high_km: float | None
    un_register: str | None
    sipri: str | None
    mtcr: str | None
    score: float
    rule: str
    is_: Literal["Materiel"] = Field(alias="is")


class Unresolved(Shape):
    """Words of which nobody can tell what they stand for."""

    reason: str
    is_: Literal["Unresolved"] = Field(alias="is")


Value = Annotated[
    Interval | Quantity | Party | Materiel | Place | Unresolved, Field(discriminator="is_")
]


class Span(Shape):
    """A stretch of the text in Unicode code points, and the words that stand there."""

    start: int
    end: int
    words: str
