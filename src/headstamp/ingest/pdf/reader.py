"""The document of a PDF file.

The dates that PDF files carry say when the file was made, not when the text was published, so
only a date that a reader sees counts.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from headstamp.ingest.compose import document_of
from headstamp.ingest.confined import confined
from headstamp.ingest.format import Format, Outcome
from headstamp.ingest.layout import page_layout
from headstamp.ingest.pdf.flow import Line, Paragraph, paragraphs_of
from headstamp.ingest.pdf.lines import Page
from headstamp.ingest.raw import Raw
from headstamp.ingest.signs import is_prose
from headstamp.model.document import BlockKind

LIMIT_BYTES = 100_000_000
_HEADING_SIZE = 1.12
"""Paragraphs set this much larger than the text head it."""


def recognises(head: bytes) -> bool:
    """Whether the mark of PDF stands at the beginning, where some writers put a little before."""
    return b"%PDF-" in head[:1024]


def read(raw: Raw) -> Iterator[Outcome]:
    """The one document of the file. `InputError` when it is locked, damaged or only pictures."""
    data = raw.whole(LIMIT_BYTES)
    pages = cast(list[Page], confined("headstamp.ingest.pdf.lines:pages_of", data, raw.source))
    lines = [
        Line(number, page_height, *placed)
        for number, (page_height, placed_lines) in enumerate(pages)
        for placed in placed_lines
    ]
    paragraphs = paragraphs_of(lines)
    words = [paragraph.words for paragraph in paragraphs]
    by_look = page_layout(words)
    layout = replace(by_look, kinds=tuple(map(_kind, by_look.kinds, paragraphs)))
    yield document_of(words, layout, raw, data, FORMAT.media_types[0])


def _kind(by_look: BlockKind, paragraph: Paragraph) -> BlockKind:
    """The kind that the size of the print gives, or else the look of the words."""
    if paragraph.is_note:
        return "furniture"
    is_large = paragraph.size >= _HEADING_SIZE and not is_prose(paragraph.words)
    if is_large and by_look in ("body", "lead"):
        return "subhead"
    return by_look


FORMAT = Format(
    media_types=("application/pdf",),
    suffixes=(".pdf",),
    recognises=recognises,
    read=read,
)
