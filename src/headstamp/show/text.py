"""Entries for people to read in a terminal: dense, aligned, quoted with their parts marked.

     c4  transfer      delivered: Iran → affiliated militias in Iraq
         certain       materiel: ballistic missiles; quantity: an estimated 20
         past          says: media outlets
                       │ Last August, [media outlets] reported that [Iran] had …

On a terminal, colour says which words play which part; in a pipe, brackets stand around the
parts and asterisks around the trigger.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TextIO

from headstamp.model import Claim, Document, Extract, Span
from headstamp.show.harmless import harmless, isolated
from headstamp.show.marks import Segment, marks, segments
from headstamp.show.phrases import Piece, flow, particulars, said_by, sureness
from headstamp.show.screen import Line, Run, Screen, dressed, screen_of, wrapped
from headstamp.show.summary import counts, doubts, facts

# SGR parameters for each part of a claim, and for how sure its speaker is.
STYLES = {
    "trigger": "1;4",
    "giver": "36",
    "taker": "32",
    "thing": "35",
    "amount": "33",
    "setting": "34",
    "source": "3",
    "label": "2",
}
SURENESS_STYLES = {"certain": "", "denied": "1;31", "probably not": "31", "possibly not": "31"}
DOUBT, TITLE, FAINT = "33", "1", "2"

_NUMBER_WIDTH, _GUTTER_WIDTH = 5, 14
# Below this width the gutter would leave too little for the words beside it.
_ROOM_FOR_GUTTER = 64


def write(extracts: Iterable[Extract], out: TextIO) -> None:
    """Each document with its entries and its doubts, as it comes; a blank line between two."""
    screen = screen_of(out)
    for number, extract in enumerate(extracts):
        if number:
            out.write("\n")
        for line in _document(extract, screen):
            out.write(dressed(line, screen) + "\n")
        out.flush()


def _document(extract: Extract, screen: Screen) -> Iterator[Line]:
    yield from _header(extract, screen)
    for claim in extract.claims:
        yield ()
        yield from _entry(claim, extract.document, screen)
    if extract.findings:
        yield ()
        yield from _doubts(extract, screen)


def _header(extract: Extract, screen: Screen) -> Iterator[Line]:
    document = extract.document
    known = [safe(fact) for fact in [*facts(document), document.url or document.source]]
    yield (Run("━" * screen.width, FAINT),)
    yield from wrapped([Run(safe(document.title or document.source), TITLE)], screen.width)
    yield from wrapped([Run(" · ".join(known), FAINT)], screen.width)
    yield from wrapped([Run(counts(extract))], screen.width)


def _entry(claim: Claim, document: Document, screen: Screen) -> Iterator[Line]:
    margin = _margin(claim)
    if screen.width >= _ROOM_FOR_GUTTER:
        beside = [(run, Run(" " * (_GUTTER_WIDTH - len(run.words)))) for run in margin]
        body = _body(claim, document, screen.width - _NUMBER_WIDTH - _GUTTER_WIDTH, screen)
        gap = (Run(" " * _GUTTER_WIDTH),)
        lines = [(*(left or gap), *(right or ())) for left, right in zip_longest(beside, body)]
    else:
        narrow = screen.width - _NUMBER_WIDTH
        above = [piece for run in margin for piece in (run, Run(" "))]
        lines = [*wrapped(above, narrow), *_body(claim, document, narrow, screen)]
    number = Run(f"{claim.id:>{_NUMBER_WIDTH - 1}} ", FAINT)
    for line in lines:
        yield number, *line
        number = Run(" " * _NUMBER_WIDTH)


def _margin(claim: Claim) -> list[Run]:
    """What the eye runs down: kind, how sure, when in time, and the block if it is unusual."""
    word = sureness(claim)
    margin = [Run(claim.kind, TITLE), Run(word, SURENESS_STYLES.get(word, DOUBT))]
    margin.append(Run(claim.time))
    if claim.block not in ("lead", "body"):
        margin.append(Run(f"in a {claim.block}", DOUBT))
    return margin


def _body(claim: Claim, document: Document, width: int, screen: Screen) -> Iterator[Line]:
    first, told = flow(claim, document.text), particulars(claim)
    if len(first) > 1:
        yield from wrapped(runs(first), width)
    else:
        told.insert(0, first)
    yield from wrapped(runs(_listed(told)), width)
    yield from wrapped(runs([Piece("says: ", "label"), *said_by(claim, document)]), width)
    for line in wrapped(quote(claim, document.text, screen), width - 2):
        yield Run("│ ", FAINT), *line


def _listed(parts: list[list[Piece]]) -> Iterator[Piece]:
    for number, part in enumerate(parts):
        if number:
            yield Piece("; ")
        yield from part


def quote(claim: Claim, text: str, screen: Screen) -> Iterator[Run]:
    """The sentence with its parts in their colours, or in brackets where there are none."""
    for segment in segments(claim.sentence, marks(claim)):
        words = harmless(segment.span.of(text))
        if screen.styled:
            yield Run(words, STYLES[segment.marks[-1].part] if segment.marks else "")
        else:
            yield Run(f"{_opening(segment)}{words}{_closing(segment)}")


def _opening(segment: Segment) -> str:
    return "".join(
        "*" if trigger else "["
        for span, trigger in _bracketed(segment)
        if span.start == segment.span.start
    )


def _closing(segment: Segment) -> str:
    return "".join(
        "*" if trigger else "]"
        for span, trigger in reversed(_bracketed(segment))
        if span.end == segment.span.end
    )


def _bracketed(segment: Segment) -> list[tuple[Span, bool]]:
    """The stretches over a segment and whether each is the trigger; once for all their roles."""
    return list(dict.fromkeys((mark.span, mark.role == "trigger") for mark in segment.marks))


def runs(pieces: Iterable[Piece]) -> list[Run]:
    """The pieces in the styles of their parts, the document's words made safe."""
    return [
        Run(safe(piece.words) if piece.quoted else piece.words, STYLES.get(piece.part, ""))
        for piece in pieces
    ]


def _doubts(extract: Extract, screen: Screen) -> Iterator[Line]:
    yield (Run("Doubtful", TITLE),)
    for sentence in doubts(extract):
        for row, line in enumerate(wrapped([Run(safe(sentence))], screen.width - 4)):
            yield Run("    " if row else "  · ", DOUBT), *line


def safe(words: str) -> str:
    """Words of a document that neither steer the terminal nor turn the line around."""
    return isolated(harmless(words))
