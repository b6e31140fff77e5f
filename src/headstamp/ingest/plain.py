"""Plain text: a file, standard input, or what was copied from a browser window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from headstamp.errors import InputError
from headstamp.ingest.compose import set_out
from headstamp.ingest.encoding import decoded
from headstamp.ingest.format import Format, Outcome, dated
from headstamp.ingest.language import language_of
from headstamp.ingest.layout import page_layout
from headstamp.ingest.paragraphs import paragraph_spans, with_plain_line_ends
from headstamp.ingest.raw import Raw, digest_of
from headstamp.model import Document, Publication

LIMIT_BYTES = 10_000_000
"""Ten megabytes of plain text are some five thousand pages."""


def recognises(_head: bytes) -> bool:
    """Anything may be plain text: it is what is left when no other format knows the bytes."""
    return True


def read(raw: Raw) -> Iterator[Outcome]:
    """The one document that a text file holds."""
    data = raw.whole(LIMIT_BYTES)
    text = decoded(data, raw.source, declared=raw.charset)
    yield replace(document_of(text, raw.source, digest_of(data)), url=raw.url)


def from_text(text: str, *, published: date | None = None, source: str = "text") -> Document:
    """The document of a text in memory. `InputError` when there is nothing in it.

    The canonical text is the given one, but for line ends, blank lines and the white space at
    the edges of paragraphs.
    """
    document = document_of(text, source, digest_of(text.encode(errors="surrogatepass")))
    return dated(document, published)


def document_of(text: str, source: str, digest: str) -> Document:
    """Part the text into paragraphs, and tell what each of them is."""
    lines = with_plain_line_ends(text)
    paragraphs = [span.of(lines) for span in paragraph_spans(lines)]
    if not paragraphs:
        raise InputError(source, "has no text in it", "give an input with words to read")
    layout = page_layout(paragraphs)
    canonical, blocks = set_out(zip(layout.kinds, paragraphs, strict=True))
    return Document(
        id=digest[:16],
        text=canonical,
        blocks=blocks,
        source=source,
        digest=digest,
        media_type="text/plain",
        published=layout.published or Publication(),
        language=language_of(canonical),
        title=layout.title,
        author=layout.author,
        section=layout.section,
    )


FORMAT = Format(
    media_types=("text/plain",),
    suffixes=(".txt", ".text", ".md"),
    recognises=recognises,
    read=read,
)
