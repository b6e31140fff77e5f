"""Sets out paragraphs as one canonical text with its blocks, and as a document."""

from collections.abc import Iterable, Sequence

from headstamp.ingest.language import language_of
from headstamp.ingest.layout import Layout
from headstamp.ingest.raw import Raw
from headstamp.model import Block, Document, Publication, Span
from headstamp.model.document import BlockKind

Part = tuple[BlockKind, str]
"""One paragraph to be: what part it plays on the page, and its words."""


def set_out(parts: Iterable[Part]) -> tuple[str, tuple[Block, ...]]:
    """Join the parts, one blank line between them; the empty ones fall away.

    White space at the edges of a part goes, its inside stays as it is.
    """
    words: list[str] = []
    blocks: list[Block] = []
    start = 0
    for kind, paragraph in parts:
        trimmed = paragraph.strip()
        if trimmed:
            blocks.append(Block(kind, Span(start, start + len(trimmed))))
            words.append(trimmed)
            start += len(trimmed) + len("\n\n")
    return "\n\n".join(words), tuple(blocks)


def document_of(
    paragraphs: Sequence[str], layout: Layout, raw: Raw, data: bytes, media_type: str
) -> Document:
    """The document of the paragraphs, with the facts that a reader sees in them."""
    text, blocks = set_out(zip(layout.kinds, paragraphs, strict=True))
    digest = raw.digest(data)
    return Document(
        id=digest[:16],
        text=text,
        blocks=blocks,
        source=raw.source,
        digest=digest,
        media_type=media_type,
        published=layout.published or Publication(),
        language=language_of(text),
        title=layout.title,
        author=layout.author,
        section=layout.section,
        url=raw.url,
    )
