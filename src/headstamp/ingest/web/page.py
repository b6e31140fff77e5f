"""A web page: its article, captions and comments, and what its fields say of it."""

import re
from collections.abc import Iterator

from headstamp.errors import InputError
from headstamp.ingest import signs
from headstamp.ingest.compose import Part, set_out
from headstamp.ingest.dates import visible_dateline
from headstamp.ingest.encoding import decoded
from headstamp.ingest.format import Format, Outcome
from headstamp.ingest.language import language_of
from headstamp.ingest.raw import Raw
from headstamp.ingest.web.article import article_parts, article_words, belonging
from headstamp.ingest.web.facts import facts_of
from headstamp.ingest.web.pieces import pieces_of
from headstamp.ingest.web.tree import LIMIT_BYTES, parsed, without_unseen
from headstamp.model import Document, Publication

_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body"
    rb"|title|meta|article|main|section|div|table|center|font|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)


def recognises(head: bytes) -> bool:
    """Whether it begins as HTML does."""
    return bool(_MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")))


def read(raw: Raw) -> Iterator[Outcome]:
    """The one article of the page."""
    data = raw.whole(LIMIT_BYTES)
    root = parsed(
        decoded(data, raw.source, declared=raw.charset or _declared(raw.head)), raw.source
    )
    facts = facts_of(root, url=raw.url)
    pieces = pieces_of(without_unseen(root))
    parts = article_parts(pieces, belonging(pieces, article_words(root)), facts.title)
    if not parts:
        raise InputError(
            raw.source, "has no article in it", "give the page of one article, or its text"
        )
    text, blocks = set_out(parts)
    digest = raw.digest(data)
    read_by_eye = "\n\n".join(words for kind, words in parts if kind in ("lead", "body"))
    yield Document(
        id=digest[:16],
        text=text,
        blocks=blocks,
        source=raw.source,
        digest=digest,
        media_type="text/html",
        published=facts.published or _visible_date(parts) or Publication(),
        language=language_of(read_by_eye, declared=facts.language),
        title=next((words for kind, words in parts if kind == "headline"), facts.title),
        outlet=facts.outlet,
        author=facts.author or _visible_author(parts),
        section=facts.section,
        url=facts.url,
    )


def _declared(head: bytes) -> str | None:
    """The encoding that the page names in its first bytes."""
    found = _CHARSET.search(head)
    return found[1].decode("ascii") if found else None


def _visible_date(parts: list[Part]) -> Publication | None:
    """The day that a reader sees beside the headline or at the opening of the text."""
    seen = (visible_dateline(words) for kind, words in parts if kind in ("byline", "lead"))
    return next(filter(None, seen), None)


def _visible_author(parts: list[Part]) -> str | None:
    seen = (signs.byline_author(words) for kind, words in parts if kind == "byline")
    return next(filter(None, seen), None)


FORMAT = Format(
    media_types=("text/html", "application/xhtml+xml"),
    suffixes=(".html", ".htm", ".xhtml"),
    recognises=recognises,
    read=read,
)
