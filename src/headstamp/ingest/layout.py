"""Tells which part of a page each paragraph is, from what it looks like and where it stands.

A page copied from a browser runs: navigation and section label, headline, byline and date, the
article with captions and subheads between its paragraphs, prompts, and readers' comments. The
order is what makes the signs sure: what looks like a button in the article may be its words, and
nothing after the mark of the comments is the article's.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from headstamp.ingest import signs
from headstamp.ingest.dates import visible_dateline
from headstamp.model import Publication
from headstamp.model.document import BlockKind

_LABEL_WORDS = 3
"""A section label is this short (`Iraq News`), the headline below it is longer."""
_COMMENT_WORDS = 4
"""After the mark of the comments, less than this is a name, a time or a button."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The kind of each paragraph, in order, and what the page's head says of the article."""

    kinds: tuple[BlockKind, ...]
    title: str | None = None
    author: str | None = None
    section: str | None = None
    published: Publication | None = None


def page_layout(paragraphs: Sequence[str]) -> Layout:
    """The layout of a page copied as plain text, with its furniture left in."""
    end = _comments_start(paragraphs)
    prose = [i for i in range(end) if _is_running_text(paragraphs[i])]
    first = prose[0] if prose else end
    last = prose[-1] if prose else end
    head = _head(paragraphs[:first])
    kinds = [
        *head.kinds,
        *(_article_kind(paragraphs, i, first, last) for i in range(first, end)),
        *(comment_kind(paragraph) for paragraph in paragraphs[end:]),
    ]
    opening = paragraphs[first] if prose else ""
    published = head.published or visible_dateline(opening)
    return Layout(tuple(kinds), head.title, head.author, head.section, published)


def record_layout(paragraphs: Sequence[str]) -> Layout:
    """The layout of a text that is known to be an article and nothing else.

    Its first paragraph is the headline, unless it is prose already. Nothing in it is furniture or
    comment, so every word is read.
    """
    kinds: list[BlockKind] = []
    lead_seen = False
    for i, paragraph in enumerate(paragraphs):
        kind: BlockKind = "body"
        if i == 0 and len(paragraphs) > 1 and not _is_sentence(paragraph):
            kind = "headline"
        elif signs.is_caption(paragraph) and len(paragraphs) > 1:
            kind = "caption"
        elif not lead_seen:
            kind, lead_seen = "lead", True
        elif _heads_what_follows(paragraphs, i):
            kind = "subhead"
        kinds.append(kind)
    title = paragraphs[0] if kinds[:1] == ["headline"] else None
    return Layout(tuple(kinds), title)


def _comments_start(paragraphs: Sequence[str]) -> int:
    """Where the readers' comments begin: a mark of them that has an article before it."""
    prose_seen = False
    for i, paragraph in enumerate(paragraphs):
        if prose_seen and _begins_comments(paragraphs, i):
            return i
        prose_seen = prose_seen or signs.is_prose(paragraph)
    return len(paragraphs)


def _begins_comments(paragraphs: Sequence[str], i: int) -> bool:
    """Whether comments begin here. One bare word (`Comments`) may be a subhead of a report: it
    must have a name, a time or a button close below."""
    paragraph = paragraphs[i]
    if not signs.is_comment_header(paragraph):
        return False
    is_bare = signs.word_count(paragraph) == 1 and paragraph.strip(" :").isalpha()
    return not is_bare or any(
        comment_kind(below) == "furniture" for below in paragraphs[i + 1 : i + 4]
    )


def _head(paragraphs: Sequence[str]) -> Layout:
    """The layout of what stands above the article's first running text.

    The headline is the first line that is nothing else. Other such lines below it (a standfirst,
    a list that opens the article) are its lead.
    """
    titles = [i for i, paragraph in enumerate(paragraphs) if not _is_aside(paragraph)]
    labelled = len(titles) > 1 and _is_label(paragraphs[titles[0]], paragraphs[titles[1]])
    label = titles.pop(0) if labelled else None
    kinds: list[BlockKind] = [_aside_kind(paragraph) for paragraph in paragraphs]
    for i in titles:
        kinds[i] = "headline" if i == titles[0] else "lead"
    authors = filter(None, map(signs.byline_author, paragraphs))
    datelines = filter(None, map(visible_dateline, paragraphs))
    return Layout(
        tuple(kinds),
        title=paragraphs[titles[0]] if titles else None,
        author=next(authors, None),
        section=paragraphs[label] if label is not None else None,
        published=next(datelines, None),
    )


def _is_label(first: str, second: str) -> bool:
    """Whether the first line names the section that the headline below it stands in."""
    words = signs.word_count(first)
    return words <= _LABEL_WORDS and words < signs.word_count(second)


def _is_aside(paragraph: str) -> bool:
    """Whether it is something other than the article's own title and text."""
    return _aside_kind(paragraph) != "furniture" or signs.is_furniture(paragraph)


def _aside_kind(paragraph: str) -> BlockKind:
    """Caption, byline or furniture: which of what stands beside an article it is."""
    if signs.is_caption(paragraph):
        return "caption"
    if is_byline(paragraph):
        return "byline"
    return "furniture"


def is_byline(paragraph: str) -> bool:
    """Whether it names the writer, the desk or the day of the article."""
    if signs.byline_author(paragraph) or signs.is_credit(paragraph):
        return True
    return not signs.is_prose(paragraph) and visible_dateline(paragraph) is not None


def _article_kind(paragraphs: Sequence[str], i: int, first: int, last: int) -> BlockKind:
    """The kind of a paragraph between the article's beginning and the comments."""
    paragraph = paragraphs[i]
    if i == first:
        return "lead"
    if _is_aside(paragraph):
        return _aside_kind(paragraph)
    if i < last and _heads_what_follows(paragraphs, i):
        return "subhead"
    return "body"


def _heads_what_follows(paragraphs: Sequence[str], i: int) -> bool:
    """Whether the paragraph is a subhead: looks like one, and running text stands below it."""
    if not signs.is_subhead(paragraphs[i]):
        return False
    near = (each for each in paragraphs[i + 1 : i + 4] if not signs.is_caption(each))
    return signs.is_prose(next(near, ""))


def _is_running_text(paragraph: str) -> bool:
    return signs.is_prose(paragraph) and not _is_aside(paragraph)


def comment_kind(paragraph: str) -> BlockKind:
    """What a paragraph after the mark of the comments is: somebody's words, or the page's."""
    is_page = signs.is_comment_header(paragraph) or signs.is_furniture(paragraph)
    bare = signs.word_count(paragraph) < _COMMENT_WORDS and not signs.ends_sentence(paragraph)
    return "furniture" if is_page or bare else "comment"


def _is_sentence(paragraph: str) -> bool:
    """Whether the first paragraph of a record is text already and heads nothing."""
    return signs.is_prose(paragraph) and paragraph.rstrip("\"'”’»)]").endswith(".")
