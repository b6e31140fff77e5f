"""Markup → element tree, within limits, with what no reader sees taken out."""

from typing import TYPE_CHECKING

from headstamp.errors import InputError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LIMIT_BYTES = 20_000_000
"""The largest article pages, pictures inlined, have a few megabytes."""
TAG_LIMIT = 400_000
"""Long reports have some 20,000 tags; each costs memory many times its length."""
_MEND = "give the page of one article, or its text"
_UNSEEN = (
    "//script | //style | //noscript | //template | //svg | //iframe | //object | //select"
    " | //option | //textarea | //input | //video | //audio | //nav | //head"
    " | //*[@hidden]"
    " | //*[contains(translate(@style, 'DISPLAYNOE ', 'displaynoe'), 'display:none')]"
)


def parsed(text: str, source: str) -> "HtmlElement":
    """The tree of a page. `InputError` for one that is no page, or is built to choke a parser."""
    from lxml import etree, html  # noqa: PLC0415 - heavy, and text needs none of it

    if text.count("<") > TAG_LIMIT:
        raise InputError(source, f"has more than {TAG_LIMIT:,} tags", _MEND)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode(errors="replace"), parser=parser)
    except etree.ParserError:
        raise InputError(source, "has no article in it", _MEND) from None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise InputError(source, "is nested deeper than pages are", _MEND)
    return root


def without_unseen(root: "HtmlElement") -> "HtmlElement":
    """Take out scripts, menus and hidden parts, in place; what follows them stays.

    A paragraph alone in a cell of a table is the cell's text, so that rows stay rows.
    """
    for element in root.xpath(_UNSEEN):
        if element.getparent() is not None:
            element.drop_tree()
    for paragraph in root.xpath("//*[self::td or self::th][count(*) = 1]/p"):
        paragraph.drop_tag()
    return root
