"""Word documents (DOCX), by way of HTML.

The dates in the file say when it was written and saved, not when the text was published, so only
a date that a reader sees counts. Footnotes are kept at the end, as furniture.
"""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from headstamp.errors import InputError
from headstamp.ingest.compose import document_of
from headstamp.ingest.confined import confined
from headstamp.ingest.format import Format, Outcome
from headstamp.ingest.raw import Raw
from headstamp.ingest.web.article import article_layout
from headstamp.ingest.web.pieces import pieces_of
from headstamp.ingest.web.tree import parsed, without_unseen

LIMIT_BYTES = 100_000_000
PARTS_LIMIT = 10_000
TEXT_LIMIT_BYTES = 30_000_000
"""The words of a thousand pages, marked up, have some ten megabytes."""
UNPACKED_LIMIT_BYTES = 500_000_000
RATIO_LIMIT = 250
"""Marked-up text packs to a tenth or a thirtieth, and blanks alone to a thousandth."""
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MAIN_PART = "word/document.xml"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
"""


def recognises(head: bytes) -> bool:
    """Whether it begins as packed or as old office files do."""
    return head.startswith((_ZIP, _OLD_OFFICE))


def read(raw: Raw) -> Iterator[Outcome]:
    """The one document of the file. `InputError` when it is no Word document, or a zip bomb."""
    data = raw.whole(LIMIT_BYTES)
    _check(data, raw.source)
    markup = str(confined("headstamp.ingest.office:markup_of", data, raw.source))
    pieces = pieces_of(without_unseen(parsed(markup, raw.source))) if markup.strip() else []
    if not pieces:
        raise InputError(raw.source, "has no text in it", "give a document with words to read")
    paragraphs = [piece.words for piece in pieces]
    yield document_of(paragraphs, article_layout(pieces), raw, data, FORMAT.media_types[0])


def markup_of(data: bytes, source: str) -> str:
    """The document as HTML, its pictures left out. Runs confined; see `confined`."""
    import mammoth  # noqa: PLC0415 - heavy

    no_picture = mammoth.images.img_element(lambda _image: {"src": ""})
    try:
        converted = mammoth.convert_to_html(
            BytesIO(data), style_map=_STYLES, convert_image=no_picture
        )
    except (BadZipFile, KeyError, ValueError, RecursionError, SyntaxError) as error:
        problem = f"is damaged ({type(error).__name__})"
        raise InputError(source, problem, "save it anew or give its text") from None
    return str(converted.value)


def _check(data: bytes, source: str) -> None:
    """Refuse what is no Word document, or unpacks to more than one has; nothing is unpacked yet.

    The sizes are those that the archive declares, and no part unpacks to more than it declares.
    """
    if data.startswith(_OLD_OFFICE):
        raise InputError(
            source, "is an old or a locked office file", "save it as .docx without a password"
        )
    try:
        parts = ZipFile(BytesIO(data)).infolist()
    except (BadZipFile, ValueError):
        raise InputError(source, "is damaged or cut off", "download or copy it again") from None
    if _MAIN_PART not in {part.filename for part in parts}:
        raise InputError(
            source, "is an archive and no Word document", "unpack it and give the files in it"
        )
    unpacked = sum(part.file_size for part in parts)
    text = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    is_bomb = (
        len(parts) > PARTS_LIMIT
        or unpacked > UNPACKED_LIMIT_BYTES
        or text > TEXT_LIMIT_BYTES
        or unpacked > RATIO_LIMIT * len(data)
    )
    if is_bomb:
        raise InputError(
            source,
            f"would unpack to {unpacked // 1_000_000:,} MB from {len(data) // 1000:,} kB",
            "give its text, or a smaller document",
        )


FORMAT = Format(
    media_types=(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/msword",
    ),
    suffixes=(".docx", ".doc"),
    recognises=recognises,
    read=read,
)
