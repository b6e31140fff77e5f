"""What claims add up to."""

from typing import Literal

from pydantic import Field

from headstamp.model.reading import Kind
from headstamp.model.transfer import Evidence, OriginKind, Stance
from headstamp.serve.api.schemas.changes import Change
from headstamp.serve.api.schemas.claims import Claim, Described
from headstamp.serve.api.schemas.values import Day, Pair, Shape

Certainty = Literal["certain", "probable", "possible", "open", "denied"]
Reviewed = Literal["no", "partly", "yes"]


class Member(Shape):
    """A claim of the transfer, and how it stands to it."""

    id: str
    document: str
    source_claim_id: str | None = Field(description="Its id in a reading made elsewhere.")
    trigger: Pair
    stance: Stance


class Origin(Shape):
    """Where an account comes from. `root` is null where that lies outside the documents held."""

    id: str
    who: str
    kind: OriginKind
    root: str | None
    documents: list[str]
    withdrawn_by: str | None


class Denial(Shape):
    """A claim that it did not happen, and whose; `party` where the speaker is known."""

    claim: str
    by: str
    party: str | None


class Repeat(Shape):
    """One document tells what another, or an origin outside, told before; the words show it."""

    document: str
    repeats: str
    evidence: Evidence
    words: str


class Variant(Shape):
    """A value that a role is given, and the claims that give it."""

    role: str
    value: str
    claims: list[str]


class Link(Shape):
    """Why two claims stand in one transfer."""

    claim: str
    other: str
    score: float
    reasons: list[str]


class Transfer(Shape):
    """What claims add up to: one movement of the same goods, or another entry of its `kind`."""

    id: str
    kind: Kind
    part_of: str | None = Field(description="The deal that this is a delivery of.")
    claims: list[Member]
    reports: list[str] = Field(description="The documents in which it is asserted.")
    origins: list[Origin] = Field(description="The independent ones.")
    denials: list[Denial]
    repeats: list[Repeat]
    variants: list[Variant]
    links: list[Link]
    certainty: Certainty
    reviewed: Reviewed
    earliest: Day | None
    latest: Day | None
    reported: Day | None = Field(description="The day of the last report.")


class Transfers(Shape):
    """Some of the transfers."""

    items: list[Transfer]
    next: str | None


class WholeTransfer(Transfer):
    """A transfer with all behind it, as `headstamp show --json` prints it."""

    parts: list[str] = Field(description="The deliveries of a deal.")
    said: dict[str, Claim] = Field(description="Each claim as it stands, by document/claim.")
    documents: list[Described]
    history: list[Change]
