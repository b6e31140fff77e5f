"""Mail messages (EML): the text of the body, the headers as the facts about it.

Attachments are not read: save them and give them as files.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from headstamp.errors import InputError
from headstamp.ingest.compose import Part, set_out
from headstamp.ingest.encoding import decoded
from headstamp.ingest.format import Format, Outcome
from headstamp.ingest.language import language_of
from headstamp.ingest.layout import page_layout
from headstamp.ingest.paragraphs import paragraph_spans, with_plain_line_ends
from headstamp.ingest.raw import Raw
from headstamp.ingest.web.article import article_layout
from headstamp.ingest.web.pieces import pieces_of
from headstamp.ingest.web.tree import parsed, without_unseen
from headstamp.model import Document, Publication
from headstamp.model.document import BlockKind

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

LIMIT_BYTES = 50_000_000
_HEADER = re.compile(
    rb"^(?:from|to|date|subject|received|return-path|message-id|mime-version|delivered-to"
    rb"|content-type|reply-to|x-[\w-]+|dkim-signature|arc-[\w-]+):[ \t]*\S",
    re.IGNORECASE | re.MULTILINE,
)
_HEADERS_ENOUGH = 3
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(
    r">|(?:on|am|le|el)\s.{5,120}(?:wrote|schrieb|écrit|escribió)\s?:$", re.IGNORECASE
)


def recognises(head: bytes) -> bool:
    """Whether it begins with the headers of a message."""
    headers = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    begins = _HEADER.match(headers) or headers.startswith(b"From ")
    return bool(begins) and len(_HEADER.findall(headers)) >= _HEADERS_ENOUGH


def read(raw: Raw) -> Iterator[Outcome]:
    """The one document of the message: its subject as the headline, then its body."""
    from email import message_from_bytes, policy  # noqa: PLC0415 - only mail needs it

    data = raw.whole(LIMIT_BYTES)
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("plain", "html"))
    except RecursionError:
        raise InputError(
            raw.source, "holds messages within messages without end", "give the text itself"
        ) from None
    parts = _parts(body, raw.source) if body else []
    if not parts:
        raise InputError(
            raw.source, "is a message without text", "save its attachments and give those"
        )
    subject = _header(message, "subject")
    headline: list[Part] = [("headline", subject)] if subject else []
    text, blocks = set_out([*headline, *parts])
    digest = raw.digest(data)
    yield Document(
        id=digest[:16],
        text=text,
        blocks=blocks,
        source=raw.source,
        digest=digest,
        media_type="message/rfc822",
        published=_published(message),
        language=language_of("\n\n".join(words for _kind, words in parts)),
        title=subject,
        author=_sender(message),
        url=raw.url,
    )


def _parts(body: "MIMEPart", source: str) -> list[Part]:
    """The paragraphs of the body, plain or marked up."""
    content = body.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return []
    text = decoded(content, source, declared=body.get_content_charset())
    if body.get_content_subtype() == "html":
        pieces = pieces_of(without_unseen(parsed(text, source)))
        words = (piece.words for piece in pieces)
        return list(zip(article_layout(pieces).kinds, words, strict=True))
    lines = with_plain_line_ends(text)
    signature = _SIGNATURE.search(lines)
    end = signature.start() if signature else len(lines)
    spans = paragraph_spans(lines)
    layout = page_layout([span.of(lines) for span in spans])
    kinds: list[BlockKind] = [
        "furniture" if span.start >= end or _QUOTED.match(span.of(lines)) else kind
        for span, kind in zip(spans, layout.kinds, strict=True)
    ]
    return [(kind, span.of(lines)) for kind, span in zip(kinds, spans, strict=True)]


def _header(message: "EmailMessage", name: str) -> str | None:
    """What a header says, in one line; None when it is missing or beyond repair."""
    try:
        return " ".join(str(message[name] or "").split()) or None
    except (ValueError, LookupError):
        return None


def _published(message: "EmailMessage") -> Publication:
    """The day the message was sent, by its sender's clock."""
    words = _header(message, "date")
    moment = getattr(message["date"], "datetime", None) if words else None
    if words and isinstance(moment, datetime):
        return Publication(moment.date(), "metadata", words)
    return Publication()


def _sender(message: "EmailMessage") -> str | None:
    """The sender's name, or else the address."""
    addresses = getattr(message["from"], "addresses", ()) if _header(message, "from") else ()
    return next((each.display_name or each.addr_spec for each in addresses), None)


FORMAT = Format(
    media_types=("message/rfc822",),
    suffixes=(".eml",),
    recognises=recognises,
    read=read,
)
