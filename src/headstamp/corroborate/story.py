"""What of a document's wording is needed to tell whom it repeats."""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from headstamp.corroborate.fingerprints import marks, quotations
from headstamp.corroborate.voices import dateline, is_medium, outlet_kind
from headstamp.model import Document, Reading, Span
from headstamp.model.transfer import OriginKind

_NAME = re.compile(r"[A-Z][\w'’]*(?:[ -](?:of|the|and|de|al|el|&|[A-Z][\w'’]*))*")
_GENERIC = re.compile(r"\b(?:the|press|news|agency|service|wire|media|newspaper)\b", re.I)
_SORT_AFTER = re.compile(r"(?: telegram| youtube| news)? (?:channel|website|blog|portal)$")
"""What sort of outlet it is, said after its name: `Wadi Watch Telegram channel`."""
_FROM_NATION = re.compile(r"\b([A-Z]\w+)\s+(?:statement|communiqu[eé]|announcement|account)\b")
WORDS_A_NAME = 6
WORDS_READ = 24
LEAST_ALIAS = 5
"""Letters; a shorter remainder of an outlet's name is too common a word."""


@dataclass(frozen=True, slots=True)
class Story:
    """A document's wording, without the document.

    `mark_values` and `mark_starts` are its marks of wording in order; `quoted` are where its
    quotations stand. `aliases` are its outlet's names, lower case,
    `short_aliases` words by which only a speaker is known; `names` the capitalised runs of
    words in its text, lower case, in which other outlets are found; `media` the speakers it names
    that are media, and where.
    """

    document: str
    outlet: str | None
    kind: OriginKind
    aliases: frozenset[str]
    short_aliases: frozenset[str]
    names: tuple[str, ...]
    media: tuple[tuple[int, str], ...]
    published: int | None
    text: str
    mark_values: "array[int]"
    mark_starts: "array[int]"
    quoted: tuple[Span, ...]


def story(document: Document, reading: Reading) -> Story:
    """The wording of `document`."""
    found = marks(document.text)
    wire = dateline(document.text)
    start = document.text.find(f"({wire})") + len(wire) + 2 if wire else 0
    return Story(
        document=document.id,
        outlet=document.outlet,
        kind=outlet_kind(document),
        aliases=aliases(document),
        short_aliases=short_aliases(document),
        names=tuple(sorted({name for _, name in names_in(document.text[start:])})),
        media=tuple(
            (attribution.source.start, words)
            for attribution in reading.attributions
            if attribution.source and is_medium(words := attribution.source.of(document.text))
        ),
        published=document.published.day.toordinal() if document.published.day else None,
        text=document.text,
        mark_values=array("I", found.values),
        mark_starts=array("I", found.starts),
        quoted=tuple(Span(*quoted) for quoted in quotations(document.text)),
    )


def aliases(document: Document) -> frozenset[str]:
    """The names of a document's outlet, lower case."""
    return frozenset(_names_of(document.outlet, document)) if document.outlet else frozenset()


def short_aliases(document: Document) -> frozenset[str]:
    """`austral` of `Austral Press Agency`; it may be a place too, so only a speaker is meant."""
    short = " ".join(_GENERIC.sub(" ", document.outlet or "").split()).lower()
    return frozenset({short} if len(short) >= LEAST_ALIAS else ())


def _names_of(outlet: str, document: Document) -> Iterator[str]:
    whole = plain(outlet)
    yield whole
    if _SORT_AFTER.search(whole):
        yield _SORT_AFTER.sub("", whole)
    if outlet_kind(document) == "official":
        yield f"{whole.split()[0]} statement"
    wire = dateline(document.text)
    if wire and wire.upper() == wire:
        yield plain(wire)


def names_in(text: str) -> Iterator[tuple[int, str]]:
    """The capitalised runs of words, and `French statement` for whom it comes from; and where."""
    for pattern in (_NAME, _FROM_NATION):
        for match in pattern.finditer(text):
            yield match.start(), plain(match.group())


def plain(name: str) -> str:
    """A name in lower case, without its article."""
    words = name.lower().replace("’", "'").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def runs_of(name: str) -> Iterator[str]:
    """All runs of words in a name, the longest first: in each an outlet may be named."""
    words = name.split()[:WORDS_READ]
    for length in range(min(WORDS_A_NAME, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])
