"""What is listed beside claims and transfers: parties, sources, jobs, formats; the start."""

from typing import Literal

from pydantic import Field

from headstamp.model.account import Role
from headstamp.model.job import JobState
from headstamp.model.values import PartyKind
from headstamp.serve.api.schemas.changes import Change
from headstamp.serve.api.schemas.values import Day, Moment, Shape


class Visitor(Shape):
    """Who asks, and as what."""

    name: str
    role: Role


class Start(Shape):
    """The ledger. `version` rises with every change; `linked` says whether the transfers are made
    of all that it holds.
    """

    headstamp: str = Field(description="The program's version.")
    version: int
    linked: bool
    visitor: Visitor


class Job(Shape):
    """Work that takes longer than a request. Of `total` parts `done` are done; `documents` are
    those that it added, `messages` sentences about what went wrong on the way.
    """

    id: int
    by: str
    what: str
    state: JobState
    done: int
    total: int | None
    documents: list[str]
    messages: list[str]
    at: Moment


class Jobs(Shape):
    """Some of the jobs, the last first."""

    items: list[Job]
    next: str | None


class NamedParty(Shape):
    """A party by its id, what it is called, and how many transfers it has part in."""

    id: str
    name: str
    transfers: int


class Parties(Shape):
    """Some of the parties, those with most transfers first."""

    items: list[NamedParty]
    next: str | None


class Alias(Shape):
    """One name of a party, with where it can be checked."""

    text: str
    sort: str
    script: str = Field(description="ISO 15924.")
    language: str | None = Field(description="ISO 639.")
    source: str


class Relative(Shape):
    """A party that another belongs to, or that belongs to it."""

    id: str
    name: str


class Flow(Shape):
    """Supplies in one year, from the party to the other (`out`) or from the other to it (`in`)."""

    year: int | None = Field(description="null where no claim says when.")
    direction: Literal["in", "out"]
    other: str
    transfers: int


class WholeParty(Shape):
    """A party: what the authority file knows of it, and what the ledger has. What is not known is
    null or empty.
    """

    id: str
    name: str
    kind: PartyKind | None
    country: str | None = Field(description="ISO 3166 alpha-2.")
    since: Day | None
    until: Day | None
    names: list[Alias]
    parents: list[Relative] = Field(description="From the nearest.")
    members: list[Relative] = Field(description="Right below it.")
    same: list[str] = Field(description="Other ids that people judged the same.")
    merges: list[Change] = Field(description="The judgements that did so: undo one to part them.")
    flows: list[Flow]


class Source(Shape):
    """An outlet or speaker and how its transfers stand: `confirmed` by two origins or more,
    `denied`, `folded` where its account repeats another's.
    """

    about: Literal["outlet", "speaker"]
    name: str = Field(description="As the filters take it.")
    label: str
    transfers: int
    confirmed: int
    denied: int
    folded: int
    grade: str | None = Field(description="A to F of the Admiralty scheme.")


class Sources(Shape):
    """Some of the sources, those with most transfers first."""

    items: list[Source]
    next: str | None


class Form(Shape):
    """One form of file; `lacks` says what is to be installed first, null where nothing is."""

    form: str = Field(examples=[".csv"])
    media_type: str
    lacks: str | None


class Format(Shape):
    """A format of other programs."""

    format: str
    forms: list[Form]


class Formats(Shape):
    """All formats."""

    items: list[Format]
    next: None
