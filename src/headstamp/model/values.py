"""What words resolve to: values that admit doubt, and say by which rule they were found.

Every value carries `rule`, a stable word for the rule that gave it. What cannot be resolved is an
`Unresolved` with the reason, never a guess in a value's place.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Granularity = Literal[
    "day", "night", "week", "month", "season", "quarter", "half", "year", "decade", "period"
]
Anchor = Literal["publication", "text", "none"]
Category = Literal[
    "ballistic missile",
    "cruise missile",
    "rocket",
    "uav",
    "loitering munition",
    "manpads",
    "anti-tank missile",
    "anti-ship missile",
    "air defence",
    "combat aircraft",
    "transport aircraft",
    "attack helicopter",
    "helicopter",
    "battle tank",
    "armoured vehicle",
    "artillery",
    "warship",
    "small arm",
    "light weapon",
    "ammunition",
    "explosive",
    "component",
    "dual-use good",
    "equipment",
]
PartyKind = Literal["state", "group", "force", "agency", "firm", "organisation", "person", "outlet"]
PlaceKind = Literal[
    "country", "region", "area", "city", "crossing", "strait", "port", "airfield", "base", "camp",
    "suburb", "island", "sea", "road", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that stand for something this program cannot tell; `reason` is a sentence's end."""

    reason: str


@dataclass(frozen=True, slots=True)
class Interval:
    """When: both ends are included; None is an open end.

    `anchor` says what relative words were counted from, `anchor_day` which day that was.
    """

    earliest: date | None
    latest: date | None
    granularity: Granularity
    rule: str
    anchor: Anchor = "none"
    anchor_day: date | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much: both ends are included; None is an open end.

    `unit` is None for a count of things; `tonne`, `kilogram`, `kilometre`, `US dollar` and the
    like otherwise. Money keeps its currency as the unit and is never converted.
    """

    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Party:
    """A state, group, force, firm or the like. `id` is its key in the authority file.

    `parents` run from the nearest to the furthest (Quds Force: IRGC, Iran). `role` is what the
    text says a person is (`a retired colonel`), whose parents are what the person belongs to.
    """

    id: str
    canonical: str
    kind: PartyKind
    parents: tuple[str, ...]
    score: float
    rule: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Materiel:
    """What sort of arms. `designation` is None where the words name only a category.

    Ranges in kilometres. `un_register` is the category of the UN Register of Conventional Arms
    (`I` … `VII`, `small arms`), None where it has none; `mtcr` that of the Missile Technology
    Control Regime.
    """

    designation: str | None
    category: Category
    range_low_km: float | None
    range_high_km: float | None
    un_register: str | None
    sipri: str | None
    mtcr: str | None
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where. `country` is an ISO 3166 alpha-2 code, None at sea or across several countries.

    Latitude and longitude in degrees of the place or of the middle of an area.
    """

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    kind: PlaceKind
    score: float
    rule: str


Value = Interval | Quantity | Party | Materiel | Place
