"""Sets out paragraphs as one canonical text with its blocks."""

from collections.abc import Iterable

from headstamp.model import Block, Span
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
