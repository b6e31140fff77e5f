"""Which pieces of a page are its article, and what part each of them plays.

trafilatura decides which paragraphs are the article's; the words, their order, the captions, the
subheads and the comments come from the page's own markup. So nothing that trafilatura does to
text (it deletes zero-width joiners, drops captions, lets comments in) reaches the document.
"""

import logging
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from headstamp.ingest import signs
from headstamp.ingest.compose import Part
from headstamp.ingest.dates import visible_dateline
from headstamp.ingest.layout import Layout, comment_kind, is_byline, page_layout
from headstamp.ingest.web.pieces import Piece, is_named_comment, role_of
from headstamp.model.document import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SURE_CHARACTERS = 20
"""A run of letters this long stands in the article by no chance; a shorter one must be a line."""


def article_words(root: "HtmlElement") -> str:
    """The article as trafilatura sees it, captions and comments taken out before; "" for none.

    Changes the tree. A page of the section `comment` loses the name, lest it be thrown away.
    """
    import trafilatura  # noqa: PLC0415 - heavy, and only pages need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    for element in list(root.iter()):
        if element.getparent() is not None and role_of(element) in ("caption", "comment"):
            element.drop_tree()
        elif is_named_comment(element):
            element.attrib.clear()
    found = trafilatura.extract(root, favor_precision=True, include_comments=False)
    return found or ""


def belonging(pieces: Sequence[Piece], article: str) -> list[bool]:
    """For each piece, whether its words are among those of the article; a repetition is not."""
    whole = _letters(article)
    lines = {_letters(line) for line in article.splitlines()}
    seen: set[str] = set()
    belongs: list[bool] = []
    for piece in pieces:
        letters = _letters(piece.words)
        is_known = letters in whole if len(letters) >= _SURE_CHARACTERS else letters in lines
        fits = bool(letters) and is_known and piece.role not in ("caption", "comment")
        belongs.append(fits and letters not in seen)
        if belongs[-1]:
            seen.add(letters)
    return belongs


def article_parts(
    pieces: Sequence[Piece], belongs: Sequence[bool], title: str | None
) -> list[Part]:
    """The parts of the article on a page: from its headline to its last paragraph, and comments.

    What stands within it and is not its own stays, as furniture; the rest of the page is left out.
    """
    prose = [i for i, piece in enumerate(pieces) if belongs[i] and _is_running_text(piece)]
    if not prose:
        return []
    first, last = prose[0], max(i for i, belonging_piece in enumerate(belongs) if belonging_piece)
    headline = _headline(pieces[:first], title)
    top = _top(pieces, first if headline is None else headline)
    comments = _comments_start(pieces, first)
    parts: list[Part] = []
    for i, piece in enumerate(pieces):
        if piece.role == "comment" or (i >= comments and belongs[i]):
            parts.append((comment_kind(piece.words), piece.words))
        elif i == headline:
            parts.append(("headline", piece.words))
        elif top <= i < first:
            above = _kind_above(piece, is_own=belongs[i])
            parts.extend([(above, piece.words)] if above else [])
        elif first <= i <= min(last, comments):
            parts.append((_kind_within(pieces, belongs, i, first), piece.words))
    return parts


def article_layout(pieces: Sequence[Piece]) -> Layout:
    """The layout of markup that is nothing but an article: an office file, a message."""
    layout = page_layout([piece.words for piece in pieces])
    by_markup: dict[str, BlockKind] = {
        "heading": "subhead",
        "item": "body",
        "caption": "caption",
        "note": "furniture",
    }
    kinds = tuple(
        by_look if by_look in ("headline", "lead") else by_markup.get(piece.role, by_look)
        for piece, by_look in zip(pieces, layout.kinds, strict=True)
    )
    return replace(layout, kinds=kinds)


def _letters(words: str) -> str:
    """Letters and digits alone: what no typesetting changes."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return "".join(character for character in plain if character.isalnum())


def _is_running_text(piece: Piece) -> bool:
    is_plain = piece.role != "heading" and not signs.is_caption(piece.words)
    return is_plain and signs.is_prose(piece.words)


def _headline(pieces: Sequence[Piece], title: str | None) -> int | None:
    """Which piece above the text says the page's title; or else the last heading there."""
    named = _letters(title or "")
    headings = [i for i, piece in enumerate(pieces) if piece.role == "heading"]
    candidates: list[int] = [*headings, *range(len(pieces))]
    for i in candidates:
        letters = _letters(pieces[i].words)
        is_title = letters in named or (named != "" and named in letters)
        if len(letters) >= _SURE_CHARACTERS and is_title:
            return i
    return headings[-1] if headings else None


def _top(pieces: Sequence[Piece], headline: int) -> int:
    """Where the article begins: at its headline, or at the date right above that."""
    above = headline
    while above > 0 and visible_dateline(pieces[above - 1].words):
        above -= 1
    return above


def _comments_start(pieces: Sequence[Piece], first: int) -> int:
    """Where a mark of the comments stands; one that is a link only leads to them."""
    for i in range(first + 1, len(pieces)):
        if not pieces[i].is_link and signs.is_comment_header(pieces[i].words):
            return i
    return len(pieces)


def _kind_above(piece: Piece, *, is_own: bool) -> BlockKind | None:
    """The kind of what stands between headline and text; None for what is not the article's."""
    if piece.role == "caption" or signs.is_caption(piece.words):
        return "caption"
    if piece.role == "byline" or is_byline(piece.words):
        return "byline"
    return "lead" if is_own and not signs.is_furniture(piece.words) else None


def _kind_within(pieces: Sequence[Piece], belongs: Sequence[bool], i: int, first: int) -> BlockKind:
    """The kind of what stands between the article's first and last paragraph."""
    piece = pieces[i]
    below = pieces[i + 1].words if i + 1 < len(pieces) else ""
    if piece.role == "caption" or signs.is_caption(piece.words):
        return "caption"
    if piece.role == "note" or signs.is_furniture(piece.words):
        return "furniture"
    if not any(belongs[i : i + 1 + (piece.role == "heading")]):
        return "furniture"
    if i == first:
        return "lead"
    if is_byline(piece.words):
        return "byline"
    looks = piece.role == "text" and signs.is_subhead(piece.words) and signs.is_prose(below)
    return "subhead" if piece.role == "heading" or looks else "body"
