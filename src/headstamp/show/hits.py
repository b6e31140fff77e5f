"""What a search found, for people: each document, the words found in it, and its transfers."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from headstamp.model import Span
from headstamp.show.harmless import harmless
from headstamp.show.held import Hit
from headstamp.show.screen import Run, dressed, screen_of, wrapped
from headstamp.show.text import FAINT, STYLES, TITLE, safe


def write(hits: Iterable[Hit], out: TextIO) -> None:
    """Each hit as it comes, a blank line between two."""
    screen = screen_of(out)
    for number, hit in enumerate(hits):
        if number:
            out.write("\n")
        known = [hit.outlet, str(hit.published) if hit.published else None, hit.document]
        facts = " · ".join(safe(fact) for fact in known if fact)
        inside = " ".join(hit.entries)
        paragraphs = [
            [Run(safe(hit.title or hit.document), TITLE)],
            [Run(facts, FAINT)],
            list(_excerpt(hit, styled=screen.styled)),
            [Run(f"in {inside}")] if inside else [],
        ]
        for paragraph in paragraphs:
            for line in wrapped(paragraph, screen.width):
                out.write(dressed(line, screen) + "\n")


def marked(hit: Hit) -> Iterator[tuple[str, bool]]:
    """The text around, in pieces: words, and whether they are those that were sought."""
    place = 0
    for span in (*hit.marks, Span(len(hit.excerpt), len(hit.excerpt))):
        if place < span.start:
            yield hit.excerpt[place : span.start], False
        if len(span):
            yield span.of(hit.excerpt), True
        place = span.end


def _excerpt(hit: Hit, *, styled: bool) -> Iterator[Run]:
    """The text around, with the words found in asterisks where there is no colour."""
    mark = "" if styled else "*"
    for words, is_sought in marked(hit):
        if is_sought:
            yield Run(f"{mark}{harmless(words)}{mark}", STYLES["trigger"])
        else:
            yield Run(harmless(words))
