"""JSON lines: one record a line, each a text that is read exactly as it stands."""

import json
from collections.abc import Iterator

from headstamp.errors import InputError
from headstamp.ingest.dates import day_from_metadata
from headstamp.ingest.format import Format, Outcome
from headstamp.ingest.language import language_of
from headstamp.ingest.layout import record_layout
from headstamp.ingest.paragraphs import paragraph_spans
from headstamp.ingest.raw import Raw
from headstamp.model import Block, Document, Publication

LINE_LIMIT_BYTES = 10_000_000
_UNFINISHED = (b"{", b"[")
_MEND = 'give one JSON object a line, with at least {"text": "…"}'


def recognises(head: bytes) -> bool:
    """Whether it begins with a JSON object that has named fields."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and start[1:].lstrip().startswith(b'"')


def read(raw: Raw) -> Iterator[Outcome]:
    """Each record's document, in order; a line that is no record comes as its error."""
    any_record = False
    for number, line in enumerate(raw.lines(LINE_LIMIT_BYTES), start=1):
        content = line.removeprefix(b"\xef\xbb\xbf").strip()
        if content in _UNFINISHED and not any_record:
            raise InputError(raw.source, "is JSON that runs over many lines", _MEND)
        if content:
            any_record = True
            try:
                yield _document(_fields(content, f"{raw.source}:{number}"), content, raw)
            except InputError as error:
                yield error
    if not any_record:
        raise InputError(raw.source, "is empty", _MEND)


def _fields(line: bytes, place: str) -> dict[str, object]:
    """The fields of one record; `place` is its file and line, for the error."""
    try:
        record = json.loads(line)
    except UnicodeDecodeError:
        raise InputError(place, "is not in UTF-8", "save the file as UTF-8") from None
    except (ValueError, RecursionError):
        raise InputError(place, "is not a JSON object on one line", _MEND) from None
    if not isinstance(record, dict):
        raise InputError(place, "is not a JSON object", _MEND)
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(place, 'has no words in a field "text"', _MEND)
    return record


def _document(record: dict[str, object], line: bytes, raw: Raw) -> Document:
    """The document of one record: the text untouched, the blocks laid over it."""
    text = str(record["text"])
    spans = paragraph_spans(text)
    layout = record_layout([span.of(text) for span in spans])
    published = _word(record, "published")
    day = day_from_metadata(published) if published else None
    digest = raw.digest(line)
    return Document(
        id=_word(record, "id") or digest[:16],
        text=text,
        blocks=tuple(Block(kind, span) for kind, span in zip(layout.kinds, spans, strict=True)),
        source=raw.source,
        digest=digest,
        media_type="application/x-ndjson",
        published=Publication(day, "given", published or "") if day else Publication(),
        language=_word(record, "language") or language_of(text),
        title=_word(record, "title") or layout.title,
        outlet=_word(record, "outlet"),
        author=_word(record, "author"),
        section=_word(record, "section"),
        url=_word(record, "url"),
    )


def _word(record: dict[str, object], field: str) -> str | None:
    """What a field says, if it says anything; a number is taken as its digits."""
    value = record.get(field)
    is_word = isinstance(value, str | int) and not isinstance(value, bool)
    return str(value) if is_word and str(value).strip() else None


FORMAT = Format(
    media_types=("application/x-ndjson", "application/jsonl", "application/json"),
    suffixes=(".jsonl", ".ndjson", ".json"),
    recognises=recognises,
    read=read,
)
