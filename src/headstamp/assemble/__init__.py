"""From a document, its reading and what that resolves to, to claims and what is doubtful."""

from dataclasses import replace

from headstamp.assemble.article import of_the_article
from headstamp.assemble.claims import claims
from headstamp.assemble.findings import findings, language_not_read
from headstamp.model import Document, Extract, Reading, Resolutions

__all__ = ["assemble", "language_not_read", "of_the_article"]


def assemble(document: Document, reading: Reading, resolutions: Resolutions) -> Extract:
    """The claims of one document, each stamped with its words, speakers and certainty.

    `reading` is of the article's own words (`of_the_article`), and `resolutions` are of that
    reading. The claims stand in the order of its frames: the first is c1.
    """
    extract = Extract(document, reading, claims(document, reading, resolutions), findings=())
    return replace(extract, findings=findings(extract))
