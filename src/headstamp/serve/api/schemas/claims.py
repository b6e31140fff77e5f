"""Claims and the documents they stand in."""

from pydantic import Field

from headstamp.model.claim import SpeakerKind
from headstamp.model.document import BlockKind, DateEvidence
from headstamp.model.reading import Factuality, Kind, Time
from headstamp.serve.api.schemas.changes import Change
from headstamp.serve.api.schemas.values import Day, Pair, Shape, Span, Value


class Argument(Shape):
    """One role of a claim: the words that fill it, what they stand for, what they mean."""

    role: str
    span: Span
    words: str
    score: float
    stands_for: Span | None
    stands_for_words: str | None
    value: Value | None = Field(description="null where the role is words only.")
    also: list[Value] = Field(description="What else the words name.")


class Speaker(Shape):
    """One link in the chain of who says so."""

    kind: SpeakerKind
    words: str
    span: Span | None
    cue: Span | None
    stands_for: Span | None
    stands_for_words: str | None
    score: float
    party: Value | None


class Claim(Shape):
    """One statement about arms, pinned to its words. `speakers` run from the innermost to the
    outlet.
    """

    id: str = Field(examples=["c3"])
    kind: Kind
    trigger: Span
    sentence: Span
    block: BlockKind
    arguments: list[Argument]
    factuality: Factuality
    factuality_score: float
    time: Time
    time_score: float
    speakers: list[Speaker]
    score: float


class StatedClaim(Shape):
    """A claim and all that people said of it."""

    id: str = Field(description="document/claim", examples=["report-2024-05-03/c3"])
    document: str
    transfer: str | None = Field(description="The transfer that it is part of.")
    said: Claim | None = Field(description="The claim as it stands; null where it was rejected.")
    read: Claim | None = Field(
        description="As the reader had it; null where that is how it stands."
    )
    review: Change | None = Field(description="The review that stands.")
    rating: Change | None = Field(description="The grade that stands.")
    notes: list[Change]


class Publication(Shape):
    """When a document was published, and how that is known."""

    day: Day | None = None
    evidence: DateEvidence = "none"
    words: str = ""


class Described(Shape):
    """What is known of a document beside its text; what is not known may be left out."""

    id: str
    source: str
    digest: str = Field(description="SHA-256 of the original bytes, in hex.")
    media_type: str
    published: Publication = Publication()
    language: str = Field("en", description="ISO 639.")
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    section: str | None = None
    url: str | None = None


class Block(Shape):
    """One paragraph and the part it plays on the page."""

    kind: BlockKind
    span: Pair


class Finding(Shape):
    """Something doubtful that a person should see."""

    code: str
    message: str
    span: Span | None


class Document(Described):
    """A document with its claims; its text is at /texts/{id}."""

    characters: int = Field(description="Of its text.")
    reader: str = Field(description="Who or what read it.")
    blocks: list[Block]
    findings: list[Finding]
    claims: list[StatedClaim]


class ListedDocument(Shape):
    """A document as it is listed; `reviewed` of its `claims` have a review."""

    id: str
    title: str | None
    outlet: str | None
    published: Day | None
    language: str
    claims: int
    reviewed: int


class Documents(Shape):
    """Some of the documents, the newest published first."""

    items: list[ListedDocument]
    next: str | None


class Hit(Shape):
    """A document that was found. `marks` are the words found, counted from the excerpt's start."""

    document: str
    title: str | None
    outlet: str | None
    published: Day | None
    excerpt: str
    marks: list[Pair]
    entries: list[str] = Field(description="The transfers that its claims are part of.")


class Hits(Shape):
    """Some of the documents found, the last added first."""

    items: list[Hit]
    next: str | None
