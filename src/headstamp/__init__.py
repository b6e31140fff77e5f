"""Headstamp reads news and reports and keeps a ledger of reported arms transfers.

    >>> extract = headstamp.read("article.html", published=date(2018, 10, 26))
    >>> for claim in extract.claims: ...

`read` takes one text, file or page; `extracts` goes through a source that holds many.
"""

from importlib.metadata import version

from headstamp.errors import HeadstampError, InputError, Permanent, Retryable
from headstamp.model import (
    Argument,
    Attribution,
    Block,
    Claim,
    Coreference,
    Document,
    Extract,
    Filler,
    Finding,
    Frame,
    Mention,
    Publication,
    Reading,
    Span,
    Speaker,
)
from headstamp.pipeline import extracts, read

__all__ = [
    "Argument",
    "Attribution",
    "Block",
    "Claim",
    "Coreference",
    "Document",
    "Extract",
    "Filler",
    "Finding",
    "Frame",
    "HeadstampError",
    "InputError",
    "Mention",
    "Permanent",
    "Publication",
    "Reading",
    "Retryable",
    "Span",
    "Speaker",
    "extracts",
    "read",
]

__version__ = version("headstamp")
