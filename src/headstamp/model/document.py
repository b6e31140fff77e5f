"""What was published, and where its words stand.

Offsets everywhere count Unicode code points of `Document.text`, the canonical text: what a
reader's eye sees, blocks separated by one blank line. A span is half-open, `[start, end)`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

BlockKind = Literal[
    "headline", "byline", "lead", "body", "subhead", "caption", "comment", "furniture"
]
NOT_THE_ARTICLE: tuple[BlockKind, ...] = ("comment", "furniture")
"""Blocks that are kept but not read: a reader's comment is no claim of the article's."""
DateEvidence = Literal["given", "metadata", "visible text", "none"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the canonical text: code points `start` up to, not including, `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __reduce__(self) -> tuple[type["Span"], tuple[int, int]]:
        """As two numbers: between processes spans go by the million."""
        return Span, (self.start, self.end)

    def of(self, text: str) -> str:
        """The words of this span in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph and the part it plays on the page."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was published, and how that is known.

    `evidence` is "given" (the caller or the record said so), "metadata" (the page's or file's
    own machine-readable field), "visible text" (a dateline that a reader sees) or "none".
    `words` is what the evidence says, as it stands there.
    """

    day: date | None = None
    evidence: DateEvidence = "none"
    words: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One published text.

    `source` names the input as the user gave it (a path, a URL, `-`), `digest` is the SHA-256
    of its raw bytes in hex. `language` is an ISO 639 code. `blocks` cover the text in order.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    source: str
    digest: str
    media_type: str
    published: Publication = Publication()
    language: str = "en"
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    section: str | None = None
    url: str | None = None

    def block_at(self, offset: int) -> Block | None:
        """The block that the character at `offset` stands in; None between blocks."""
        for block in self.blocks:
            if block.span.start <= offset < block.span.end:
                return block
        return None
