"""From a document and its reading to claims that say who says what, and what is doubtful."""

from dataclasses import replace

from headstamp.assemble.article import of_the_article
from headstamp.assemble.claims import claims
from headstamp.assemble.findings import findings, language_not_read
from headstamp.model import Document, Extract, Reading

__all__ = ["assemble", "language_not_read"]


def assemble(document: Document, reading: Reading) -> Extract:
    """The claims of one document, each stamped with its words, speakers and certainty.

    What stands in a reader's comment or in page furniture is no claim of the article's and is
    dropped from the reading too. The extract's claims stand in the order of its reading's
    frames: the first is c1.
    """
    own = of_the_article(document, reading)
    extract = Extract(document, own, claims(document, own), findings=())
    return replace(extract, findings=findings(extract))
