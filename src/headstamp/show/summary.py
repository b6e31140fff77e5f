"""What stands above and below the entries of a document: its particulars, counts and doubts."""

from collections import Counter
from textwrap import shorten

from headstamp.model import Document, Extract, Span
from headstamp.model.document import NOT_THE_ARTICLE, BlockKind
from headstamp.show.marks import marks
from headstamp.show.phrases import sureness

_LONGEST_QUOTE = 60


def facts(document: Document) -> list[str]:
    """Outlet, author, section, date with its evidence, language, length: what is known of it."""
    published = document.published
    day = f"{published.day} ({published.evidence})" if published.day else "no publication date"
    author = f"by {document.author}" if document.author else None
    length = f"{len(document.text.split()):,} words"
    known = [document.outlet, author, document.section, day, document.language, length]
    return [fact for fact in known if fact]


def link_of(document: Document) -> str | None:
    """Where it was found, for a browser to open; None for what might run something there."""
    address = document.url or document.source
    return address if address.lower().startswith(("https://", "http://")) else None


def label_of(kind: BlockKind) -> str:
    """What to say above a block of the page; nothing where its looks tell."""
    if kind in NOT_THE_ARTICLE:
        return f"{kind}: not the article’s words, not read"
    return "" if kind in ("headline", "lead", "body") else kind


def counts(extract: Extract) -> str:
    """`5 claims: 3 transfer, 2 control; 1 denied`."""
    unread = [finding for finding in extract.findings if finding.code == "language-not-read"]
    if unread:
        return unread[0].message
    if not extract.claims:
        return "No statement about arms flows was found."
    kinds: Counter[str] = Counter(claim.kind for claim in extract.claims)
    less_than_certain = Counter(map(sureness, extract.claims))
    del less_than_certain["certain"]
    total = len(extract.claims)
    parts = [_told(counter) for counter in (kinds, less_than_certain) if counter]
    return f"{total} {'claim' if total == 1 else 'claims'}: {'; '.join(parts)}"


def doubts(extract: Extract) -> list[str]:
    """The findings, a sentence each; the same doubt about several words is told once."""
    claims_at: dict[Span, list[str]] = {}
    for claim in extract.claims:
        for span in dict.fromkeys(mark.span for mark in marks(claim)):
            claims_at.setdefault(span, []).append(claim.id)
    about: dict[str, list[str]] = {}
    for finding in extract.findings:
        words = about.setdefault(finding.message, [])
        if finding.span is not None:
            ids = ", ".join(claims_at.get(finding.span, []))
            quote = shorten(
                finding.span.of(extract.document.text), _LONGEST_QUOTE, placeholder=" …"
            )
            words.append(f"“{quote}” ({ids})" if ids else f"“{quote}”")
    return [
        f"{message.rstrip('.')}: {', '.join(words)}." if words else message
        for message, words in about.items()
    ]


def _told(counter: Counter[str]) -> str:
    return ", ".join(f"{count} {word}" for word, count in counter.most_common())
