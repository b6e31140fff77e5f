"""Documents for the page of a document: some words, and claims at words of theirs."""

import hashlib
from dataclasses import replace
from typing import Any

from headstamp.ledger.ledger import Ledger
from headstamp.ledger.readying import Addition
from headstamp.model import Argument, Block, Claim, Document, Extract, Publication, Reading, Span
from headstamp.model.claim import Speaker
from headstamp.model.document import BlockKind

MIXED = (
    "🚀🚀 أعلنت كتائب النور 🛰️ أن إيران\u202e gave 20 rockets to Hezbollah in May, "
    "and Syria 🇸🇾 sent tanks to حزب الله."
)
"""Characters of two UTF-16 units, marks, letters from right to left, and one that steers."""


SCRIPT = "<script>document.title = 'owned'</script>"
OVERRIDE = "\u202egnp.exe"
HOSTILE_ID = "../a b?c#d/<i>"
_TITLE = f'"><svg onload=alert(1)> {SCRIPT}'
_CAPTION = f"{{{{ 7 * 7 }}}} <img src=x onerror=alert(1)> {OVERRIDE}"
_CLAIM = f"Grey {SCRIPT} Lanterns delivered 20 rockets to a {OVERRIDE} brigade."
HOSTILE = f"{_TITLE}\n\n{_CAPTION}\n\n{_CLAIM}"


def span_of(text: str, words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def claim_at(text: str, id: str, trigger: str, nth: int = 1, **roles: str) -> Claim:
    """A claim of transfer, its fillers by their words."""
    arguments = [Argument(role, span_of(text, words), words, 0.9) for role, words in roles.items()]
    at = span_of(text, trigger, nth)
    return Claim(
        id, "transfer", at, Span(0, len(text)), "body",
        tuple(sorted(arguments, key=lambda argument: argument.span)),
        "CT+", 0.9, "past", 0.9, (Speaker("outlet", "The Karst Courier"),), 0.9,
    )  # fmt: skip


def document_of(id: str, text: str, kinds: tuple[BlockKind, ...] = (), **told: Any) -> Document:
    """A document of paragraphs with blank lines between, each of a kind or of the body."""
    blocks, start = [], 0
    for place, paragraph in enumerate(text.split("\n\n")):
        kind = kinds[place] if place < len(kinds) else "body"
        blocks.append(Block(kind, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    data = text.encode("utf-8", "surrogatepass")
    told = {"outlet": "The Karst Courier", "title": "A title", "published": Publication()} | told
    digest = hashlib.sha256(data).hexdigest()
    return Document(id, text, tuple(blocks), f"{id}.txt", digest, "text/plain", **told)


def keep(place: str, document: Document, *claims: Claim, data: bytes | None = None) -> None:
    """Add a document to a ledger, with the bytes that it came from where there are some."""
    if data is not None:
        document = replace(document, digest=hashlib.sha256(data).hexdigest())
    ledger = Ledger(place)
    with ledger.writing(by="ana") as writer:
        writer.add([Addition(Extract(document, Reading("by hand"), claims, ()), data)])
    ledger.close()


def mixed(place: str) -> None:
    """The document `mixed`, of two claims."""
    keep(
        place,
        document_of("mixed", MIXED),
        claim_at(MIXED, "c1", "gave", supplier="إيران", materiel="rockets"),
        claim_at(MIXED, "c2", "sent", supplier="Syria", materiel="tanks"),
    )


def hostile(place: str) -> None:
    """The document `HOSTILE_ID`: title, caption, names and address try to be more than text."""
    document = document_of(
        HOSTILE_ID,
        HOSTILE,
        ("headline", "caption"),
        title=_TITLE,
        outlet=f"Marsh {SCRIPT} Post",
        author=SCRIPT,
        url="javascript:alert(1)",
    )
    roles = {"supplier": f"Grey {SCRIPT} Lanterns", "recipient": f"a {OVERRIDE} brigade"}
    keep(place, document, claim_at(HOSTILE, "c1", "delivered", **roles))


def claims_of(place: str, id: str) -> dict[str, Claim]:
    """The claims of a document as they stand, by id."""
    ledger = Ledger(place)
    with ledger.reading() as view:
        found = {claim.id: claim for extract in view.extracts([id]) for claim in extract.claims}
    ledger.close()
    return found


def said_of(place: str, subject: str) -> list[tuple[str, str, Any]]:
    """Who did what, and said what, of something; the earliest first."""
    ledger = Ledger(place)
    with ledger.reading() as view:
        said = [(c.by, c.act, c.statement) for c in view.history(subject) if c.act != "add"]
    ledger.close()
    return said
