"""Stable names for what formats know by an identifier of their own.

The same thing has the same name in every export, on every machine: UUIDs of version 5 (RFC 9562),
made of what the thing is and its id in the ledger.
"""

from uuid import UUID, uuid5

from headstamp.export.words import whole
from headstamp.model import Document
from headstamp.model.transfer import ClaimRef

NAMESPACE = UUID("18d97a67-9602-4064-8430-9babdf194853")
"""Chosen once, at random, for Headstamp."""


def uuid(sort: str, *ids: str) -> UUID:
    """The UUID of the thing of that sort (`party`, `claim`) with those ids."""
    return uuid5(NAMESPACE, "\x1f".join((sort, *map(whole, ids))))


def urn(sort: str, *ids: str) -> str:
    """The same as an IRI."""
    return uuid(sort, *ids).urn


def claim_urn(ref: ClaimRef) -> str:
    """The IRI of a claim."""
    return urn("claim", ref.document, ref.claim)


def document_iri(document: Document) -> str:
    """Where a document stands: its own URL, or a name where it has none."""
    return web_address(document) or urn("document", document.id)


def web_address(document: Document) -> str | None:
    """The URL of a document; None where it has none that is well formed."""
    url = document.url
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return url if all("!" <= c <= "~" and c not in '<>"{}|\\^`' for c in url) else None
