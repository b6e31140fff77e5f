"""What a module of this package offers: how one format is known, and how it is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from headstamp.errors import InputError
from headstamp.ingest.raw import Raw
from headstamp.model import Document, Publication

Outcome = Document | InputError
"""A document, or what is wrong with the part of the input that should have been one."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    `media_types` are the names web servers give it, `suffixes` those that files have.
    `recognises` looks at the first bytes. `read` hands on the documents in order; it raises
    `InputError` when nothing of the input can be used.
    """

    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[Raw], Iterator[Outcome]]


def dated(document: Document, published: date | None) -> Document:
    """The document with the date that the caller gives, if one is given."""
    if published is None:
        return document
    return replace(document, published=Publication(published, "given", published.isoformat()))
