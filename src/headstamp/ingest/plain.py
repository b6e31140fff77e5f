"""Plain text: a file, standard input, or what was copied from a browser window."""

from collections.abc import Iterator
from datetime import date

from headstamp.errors import InputError
from headstamp.ingest.compose import document_of
from headstamp.ingest.encoding import decoded
from headstamp.ingest.format import Format, Outcome, dated
from headstamp.ingest.layout import page_layout
from headstamp.ingest.paragraphs import paragraph_spans, with_plain_line_ends
from headstamp.ingest.raw import Raw
from headstamp.model import Document

LIMIT_BYTES = 10_000_000
"""Ten megabytes of plain text are some five thousand pages."""


def recognises(_head: bytes) -> bool:
    """Anything may be plain text: it is what is left when no other format knows the bytes."""
    return True


def read(raw: Raw) -> Iterator[Outcome]:
    """The one document that a text file holds."""
    data = raw.whole(LIMIT_BYTES)
    yield _document(decoded(data, raw.source, declared=raw.charset), raw, data)


def from_text(text: str, *, published: date | None = None, source: str = "text") -> Document:
    """The document of a text in memory. `InputError` when there is nothing in it.

    The canonical text is the given one, but for line ends, blank lines and the white space at
    the edges of paragraphs.
    """
    data = text.encode(errors="surrogatepass")
    return dated(_document(text, Raw.of_bytes(source, data), data), published)


def _document(text: str, raw: Raw, data: bytes) -> Document:
    """Part the text into paragraphs, and tell what each of them is."""
    lines = with_plain_line_ends(text)
    paragraphs = [span.of(lines) for span in paragraph_spans(lines)]
    if not paragraphs:
        raise InputError(raw.source, "has no text in it", "give an input with words to read")
    return document_of(paragraphs, page_layout(paragraphs), raw, data, FORMAT.media_types[0])


FORMAT = Format(
    media_types=("text/plain",),
    suffixes=(".txt", ".text", ".md"),
    recognises=recognises,
    read=read,
)
