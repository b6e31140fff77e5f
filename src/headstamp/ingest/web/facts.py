"""What a page's machine-readable fields say of its article: JSON-LD first, then meta, then time.

Nothing is guessed: where the fields are silent, the fact is None.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from headstamp.ingest import signs
from headstamp.ingest.dates import day_from_metadata
from headstamp.model import Publication

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "NewsItem", "WebPage")
"""A type is an article's if it ends so (`NewsArticle`, `ReportageNewsArticle`); first the best."""
_PUBLISHED_KEYS = (
    "article:published_time", "datepublished", "og:published_time", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publication_date", "citation_publication_date", "date",
)  # fmt: skip
_UPDATED = ("updat", "modif")
_NAME_WORDS = 8
_JSON_LIMIT_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one page. `url` is its canonical link."""

    title: str | None = None
    author: str | None = None
    section: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: Publication | None = None


def facts_of(root: "HtmlElement", *, url: str | None = None) -> Facts:
    """Collect the facts; `url` is where the page was fetched, for links relative to it."""
    article = _linked_data(root)
    meta = _meta(root)
    canonical = root.xpath("string(//link[@rel='canonical']/@href)") or meta.get("og:url", "")
    address = urljoin(url or "", canonical) or _text(article.get("url")) or url
    published = [_text(article.get("datePublished")), *map(meta.get, _PUBLISHED_KEYS)]
    return Facts(
        title=_first(article.get("headline"), meta.get("og:title"), meta.get("twitter:title"),
                     root.findtext(".//title")),
        author=_first(_names(article.get("author")), _unlinked(meta.get("article:author")),
                      meta.get("author"), meta.get("dc.creator"), _marked_author(root)),
        section=_first(article.get("articleSection"), meta.get("article:section")),
        outlet=_first(_names(article.get("publisher")), meta.get("og:site_name")),
        url=address if address and address.startswith(("http://", "https://")) else url,
        language=_first(root.get("lang"), article.get("inLanguage"), meta.get("og:locale")),
        published=_dated(published) or _dated(_times(root)),
    )  # fmt: skip


def _linked_data(root: "HtmlElement") -> dict[str, object]:
    """The JSON-LD object that describes the article; empty where there is none."""
    items: list[dict[str, object]] = []
    for script in root.xpath("//script[contains(@type, 'ld+json')]"):
        content = script.text or ""
        if len(content) <= _JSON_LIMIT_CHARACTERS:
            try:
                items.extend(_objects(json.loads(content)))
            except (ValueError, RecursionError):
                continue
    for ending in _ARTICLE_TYPES:
        for item in items:
            types = item.get("@type")
            named = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and name.endswith(ending) for name in named):
                return item
    return {}


def _objects(value: object) -> Iterator[dict[str, object]]:
    """The objects at the top of a JSON-LD script, those of lists and graphs among them."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            nodes = graph if isinstance(graph, list) else []
            yield from (node for node in nodes if isinstance(node, dict))


def _meta(root: "HtmlElement") -> dict[str, str]:
    """The meta fields by lower-case name, the first of each name."""
    fields: dict[str, str] = {}
    for element in root.xpath("//meta[@content] | //*[@itemprop and @content]"):
        for key in ("property", "name", "itemprop"):
            name = element.get(key, "").lower()
            if name and element.get("content").strip():
                fields.setdefault(name, element.get("content").strip())
    return fields


def _times(root: "HtmlElement") -> list[str]:
    """What the page's `time` elements give as its day: those marked as publication, or else all
    of them if they agree, so that no related story's day is taken for the article's."""
    marked: list[str] = []
    others: list[str] = []
    for element in root.xpath("//time[@datetime]"):
        names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
        if any(sign in names for sign in _UPDATED) or _in_comment(element):
            continue
        is_marked = element.get("pubdate") is not None or "publish" in names or "entry" in names
        (marked if is_marked else others).append(element.get("datetime"))
    agreed = {day_from_metadata(words) for words in others}
    return marked or (others if len(agreed) == 1 else [])


def _marked_author(root: "HtmlElement") -> str | None:
    """The words of the first element that is marked as the author's name."""
    marked = root.xpath("//*[@rel='author'] | //*[@itemprop='author' and not(@content)]")
    words = (" ".join(e.text_content().split()) for e in marked if not _in_comment(e))
    names = (signs.byline_author(each) or each for each in words)
    return next((name for name in names if 0 < signs.word_count(name) <= _NAME_WORDS), None)


def _in_comment(element: "HtmlElement") -> bool:
    names = (f"{a.get('class', '')} {a.get('id', '')}" for a in element.iterancestors())
    return any("comment" in name.lower() for name in names)


def _dated(candidates: Iterable[str | None]) -> Publication | None:
    """The first candidate that names a whole day."""
    for words in candidates:
        day = day_from_metadata(words) if words else None
        if words and day:
            return Publication(day, "metadata", words)
    return None


def _first(*values: object) -> str | None:
    return next(filter(None, map(_text, values)), None)


def _text(value: object) -> str | None:
    """A field's words; the first of a list's."""
    if isinstance(value, list):
        return _first(*value)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _names(value: object) -> str | None:
    """The names of one or several persons or organisations."""
    people = value if isinstance(value, list) else [value]
    named = [_text(p.get("name")) if isinstance(p, dict) else _text(p) for p in people]
    return ", ".join(name for name in named if name) or None


def _unlinked(value: str | None) -> str | None:
    """A name, not the address of a profile that stands in a name's place."""
    return None if value and value.startswith(("http://", "https://")) else value
