"""Element tree → pieces: what a reader sees as paragraphs, each with what its markup says of it.

The words come from the page itself, character by character: only the blanks that a browser folds
are folded, soft hyphens and zero-width blanks, which no eye sees, are left out, and raised digits
stay raised (`20³ missiles` is not 203). Joiners stay.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Role = Literal["text", "heading", "item", "caption", "comment", "byline", "note"]

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p",
        "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
    )
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))
_ITEMS = frozenset(("li", "dd", "dt", "tr"))
_LINKS = frozenset(("a", "button"))
_CAPTION_NAMES = frozenset(("caption", "cutline"))
_COMMENT_NAMES = frozenset(
    ("comment", "comments", "commentlist", "commentarea", "disqus", "respond", "replies")
)
_BYLINE_NAMES = frozenset(("byline", "author", "dateline", "published", "timestamp", "date"))
_NOTE_NAMES = frozenset(("footnote", "footnotes", "endnote", "endnotes"))
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_FOLDED = re.compile(r"[ \t\n\r\f]+")
_EDGES = re.compile(r" *([\n\t]) *")
_PARAGRAPH_BREAK = re.compile(r"\n[\n\t ]*\n")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of a page.

    `role` is what the markup says of the most of it, `is_link` whether most is a link or button.
    """

    words: str
    role: Role
    is_link: bool = False


def pieces_of(root: "HtmlElement") -> list[Piece]:
    """What a reader sees of the tree, paragraph by paragraph, in the order of the markup."""
    from lxml import etree  # noqa: PLC0415 - see `tree`

    gathering = _Gathering()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            gathering.enter(element)
        else:
            gathering.leave(element)
    return gathering.pieces


def role_of(element: "HtmlElement") -> Role | None:
    """What an element's tag and names say of its words; None where they say nothing."""
    tag = element.tag
    if tag in _HEADINGS:
        return "heading"
    names = _names_of(element)
    if tag in ("figcaption", "figure", "caption") or names & _CAPTION_NAMES:
        return "caption"
    is_page = tag in ("html", "body", "main")
    if names & _COMMENT_NAMES and not is_page and element.find(".//h1") is None:
        return "comment"
    if names & _NOTE_NAMES:
        return "note"
    if tag == "time" or (names & _BYLINE_NAMES and not is_page):
        return "byline"
    return "item" if tag in _ITEMS else None


def is_named_comment(element: "HtmlElement") -> bool:
    """Whether its names speak of comments; with a headline in it, it may be a whole page."""
    return bool(_names_of(element) & _COMMENT_NAMES)


def _names_of(element: "HtmlElement") -> set[str]:
    """The words in an element's class, id and item property, in lower case."""
    if not element.attrib:
        return set()
    said = " ".join(element.get(key, "") for key in ("class", "id", "itemprop"))
    return {name.lower() for name in _NAME.findall(said)}


class _Gathering:
    """The walk through a tree: the words since the last edge of a block, and where we are."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._words: list[str] = []
        self._characters: Counter[Role] = Counter()
        self._linked_characters = 0
        self._roles: list[Role] = ["text"]
        self._links = 0
        self._preformatted = 0
        self._raised = 0

    def enter(self, element: "HtmlElement") -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._close()
        elif tag == "br":
            self._words.append("\n")
        elif tag in _CELLS and "".join(self._words).strip():
            self._words.append("\t")
        inherited = self._roles[-1]
        own = None if inherited in ("caption", "comment") else role_of(element)
        self._roles.append(own or inherited)
        self._links += tag in _LINKS
        self._preformatted += tag == "pre"
        self._raised += tag == "sup"
        self._add(element.text)

    def leave(self, element: "HtmlElement") -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._close()
        self._roles.pop()
        self._links -= tag in _LINKS
        self._preformatted -= tag == "pre"
        self._raised -= tag == "sup"
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            words = text if self._preformatted else _FOLDED.sub(" ", text)
            seen = words.translate(_UNSEEN)
            seen = seen.translate(_SUPERSCRIPTS) if self._raised else seen
            self._words.append(seen)
            length = len(seen.strip())
            self._characters[self._roles[-1]] += length
            self._linked_characters += length if self._links else 0

    def _close(self) -> None:
        """End the paragraph, or the several that lines left empty part it into."""
        joined = "".join(self._words)
        is_link = 2 * self._linked_characters > len(joined.strip())
        most = self._characters.most_common(1)
        role = most[0][0] if most else "text"
        for paragraph in _PARAGRAPH_BREAK.split(joined):
            words = _EDGES.sub(r"\1", re.sub(" {2,}", " ", paragraph)).strip()
            if words:
                self.pieces.append(Piece(words, role, is_link))
        self._words.clear()
        self._characters.clear()
        self._linked_characters = 0
