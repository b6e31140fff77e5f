"""The nouns of Headstamp: frozen values that the stages hand on. Standard library only."""

from headstamp.model.claim import Argument, Claim, Extract, Finding, Speaker
from headstamp.model.document import Block, Document, Publication, Span
from headstamp.model.reading import (
    Attribution,
    Coreference,
    Filler,
    Frame,
    Mention,
    Reading,
)
from headstamp.model.resolution import Resolution, Resolutions

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
    "Mention",
    "Publication",
    "Reading",
    "Resolution",
    "Resolutions",
    "Span",
    "Speaker",
]
