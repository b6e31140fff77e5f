"""An article as its page shows it: in stretches, each with its marks, a part of it at a time.

A browser bears some hundred claims and some ten thousand words at once; an article may have many
times that, or ten million characters on one line. So blocks are cut into stretches where words
end, and stretches are gathered into parts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from headstamp.model import Block, Claim, Document, Span
from headstamp.model.document import BlockKind
from headstamp.show.harmless import stretches
from headstamp.show.marks import Mark, Segment, by_stretch, marks, segments

STRETCH_CHARACTERS, PART_CHARACTERS = 5_000, 30_000
PART_CLAIMS, PART_STRETCHES = 80, 300
"""What one page shows at most; a stretch with more claims than that is shown whole."""
_BACK = 200
"""So far before the end of a stretch a space is looked for, characters."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block, or some of one that is long; `opens` where the block begins here."""

    kind: BlockKind
    span: Span
    opens: bool

    @property
    def id(self) -> str:
        """What it is called on the page."""
        return f"w{self.span.start}"


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch with its words marked, and the ids of the claims that stand in it."""

    stretch: Stretch
    segments: tuple[Segment, ...]
    claims: tuple[str, ...]


Part = tuple[Stretch, ...]


def parts(document: Document, claims: Iterable[Claim]) -> list[Part]:
    """The document in parts, each of what a page bears; one at least."""
    cut = [piece for block in document.blocks for piece in _cut(block, document.text)]
    places = sorted(claim.trigger.start for claim in claims)
    found: list[Part] = []
    part: list[Stretch] = []
    characters = said = 0
    for stretch in cut:
        inside = _between(places, stretch.span)
        full = characters + len(stretch.span) > PART_CHARACTERS or said + inside > PART_CLAIMS
        if part and (full or len(part) >= PART_STRETCHES):
            found.append(tuple(part))
            part, characters, said = [], 0, 0
        part.append(stretch)
        characters += len(stretch.span)
        said += inside
    return [*found, tuple(part)]


def part_of(some: Sequence[Part], offset: int) -> int:
    """Which of the parts the character at `offset` stands in."""
    starts = [part[0].span.start for part in some if part]
    return max(bisect_right(starts, offset) - 1, 0)


def rows(part: Part, claims: Iterable[Claim], standing: Iterable[Claim]) -> tuple[Row, ...]:
    """A part, beside its words the claims that were read there, with the marks of all claims as
    they are to be shown: a correction may move them.
    """
    spans = [stretch.span for stretch in part]
    if not spans:
        return ()
    whole = Span(spans[0].start, spans[-1].end)
    read = by_stretch(spans, claims, lambda claim: claim.trigger)
    marked = [mark for claim in standing for mark in marks(claim) if mark.span.overlaps(whole)]
    return tuple(
        Row(
            stretch,
            tuple(segments(stretch.span, theirs)),
            tuple(claim.id for claim in read[stretch.span]),
        )
        for stretch, theirs in zip(part, _touching(spans, marked), strict=True)
    )


def as_it_stands(words: str) -> Markup:
    """Words of a document, line by line. What stands there instead of one character that steers
    says so, for whoever counts characters.
    """
    return Markup("").join(
        Markup('<span class="steering">{}</span>').format(shown) if one else escape(shown)
        for shown, one in stretches(words)
    )


def _cut(block: Block, text: str) -> Iterator[Stretch]:
    start, end = block.span.start, block.span.end
    while end - start > STRETCH_CHARACTERS:
        limit = start + STRETCH_CHARACTERS
        space = text.rfind(" ", limit - _BACK, limit)
        after = space + 1 if space >= 0 else limit
        yield Stretch(block.kind, Span(start, after), start == block.span.start)
        start = after
    yield Stretch(block.kind, Span(start, end), start == block.span.start)


def _between(places: Sequence[int], span: Span) -> int:
    return bisect_left(places, span.end) - bisect_left(places, span.start)


def _touching(spans: Sequence[Span], marked: Iterable[Mark]) -> list[list[Mark]]:
    """The marks that touch each of the spans, which do not overlap and are in order."""
    starts = [span.start for span in spans]
    found: list[list[Mark]] = [[] for _ in spans]
    for mark in marked:
        first = max(bisect_right(starts, mark.span.start) - 1, 0)
        for place in range(first, bisect_left(starts, mark.span.end)):
            found[place].append(mark)
    return found
