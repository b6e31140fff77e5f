"""Lines with their places → paragraphs in reading order, the page's furniture told apart.

Running heads and page numbers, which a reader's eye skips, are left out. Footnotes are kept, as
paragraphs of their own behind the text that their page interrupts.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from statistics import median
from unicodedata import bidirectional

from headstamp.ingest.signs import ends_sentence

_MARGIN = 0.1
"""Running heads stand within this share of the page's height from its edge."""
_OFTEN = 3
_NOTE_SIZE = 0.92
"""Footnotes are set at least this much smaller than the text."""
_PARAGRAPH_GAP = 1.35
"""Lines further apart than this times the usual distance belong to two paragraphs."""
_LOOSE = 1.6
"""Lines this many times their size apart may all be paragraphs, each of one line."""
_INDENT = 0.8
"""In line heights, how far the first line of a paragraph stands in."""
_SHORT, _VERY_SHORT = 0.15, 0.5
"""The last line of a paragraph leaves this share of the column free when it ends a sentence, and
the second share when it does not (a heading, a byline)."""
_COLUMN_POINTS = 120
"""Lines that begin within this of each other begin in one column; pages are 600 wide."""
_PAGE_POINTS = 600
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|صفحة|صفحه)?\s*[\divxl]+(?:\s*(?:/|of)\s*\d+)?\W*", re.IGNORECASE
)
_NOTE_START = re.compile(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]")
_HYPHENS = ("\u00ad", "-", "\u2010")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its page, its words, and its place in points from the page's lower left corner.

    `size` is the height of its letters, from the foot of a `g` to the head of an `h`.
    """

    page: int
    page_height: float
    words: str
    left: float
    bottom: float
    right: float
    size: float

    @property
    def is_at_edge(self) -> bool:
        """Whether it stands where running heads and page numbers do."""
        margin = _MARGIN * self.page_height
        return self.bottom < margin or self.bottom + self.size > self.page_height - margin


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Joined lines. `size` is their size against the text's, 1.0 for the text itself."""

    words: str
    size: float
    is_note: bool


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of all pages, in the order of the lines.

    Footnotes come after the last paragraph that ends on their page.
    """
    kept = [_mirrored(line) for line in without_running_heads(lines)]
    if not kept:
        return []
    text_size = _usual_size(kept)
    vocabulary = frozenset(word for line in kept for word in _whole_words(line.words))
    notes = _notes(kept, text_size)
    text = [line for line in kept if line not in notes]
    groups = [(group, False) for group in _grouped(text, _parts_text(text))]
    groups += [
        (group, True) for group in _grouped([line for line in kept if line in notes], _parts_notes)
    ]
    groups.sort(key=lambda each: (each[0][-1].page, each[1]))
    return [
        Paragraph(
            joined([line.words for line in group], vocabulary),
            _usual_size(group) / text_size,
            is_note,
        )
        for group, is_note in groups
    ]


def _mirrored(line: Line) -> Line:
    """A line of Arabic, Persian or Hebrew seen in a mirror, so that it too begins at the left."""
    letters = [bidirectional(character) for character in line.words]
    leftward = letters.count("R") + letters.count("AL")
    if leftward <= letters.count("L"):
        return line
    return replace(line, left=_PAGE_POINTS - line.right, right=_PAGE_POINTS - line.left)


def without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines less page numbers and what recurs, but for its numbers, at the edge of pages."""
    at_edge = [line for line in lines if line.is_at_edge]
    recurring = Counter(key for key, _page in {(_masked(e.words), e.page) for e in at_edge})
    page_count = len({line.page for line in lines})

    def is_running(line: Line) -> bool:
        often = recurring[_masked(line.words)] >= min(_OFTEN, page_count)
        is_number = bool(_PAGE_NUMBER.fullmatch(line.words))
        return page_count > 1 and line.is_at_edge and (often or is_number)

    return [line for line in lines if not is_running(line)]


def joined(lines: Sequence[str], vocabulary: frozenset[str]) -> str:
    """The lines as one; a word parted at a line's end is made whole.

    A hyphen stays where the text has the word with it, or both its halves alone, elsewhere
    (`short-range`), or where it joins a number or a name (`Fateh-110`).
    """
    words = lines[0]
    for line in lines[1:]:
        if words.endswith(_HYPHENS) and line[:1].isalnum():
            words = _joined_word(words, line, vocabulary)
        else:
            words = f"{words} {line}"
    return words


def _whole_words(line: str) -> list[str]:
    """The words of a line, but for the first and last, which may be halves."""
    return re.findall(r"(?<=\W)[\w-]+(?=\W)", line)


def _joined_word(before: str, after: str, vocabulary: frozenset[str]) -> str:
    stem, hyphen = before[:-1], before[-1]
    first = (re.findall(r"[\w-]+$", stem) or [""])[0]
    second = (re.findall(r"^[\w-]+", after) or [""])[0]
    whole, compound = first + second, f"{first}-{second}"
    names = second[:1].isdigit() or second[:1].isupper() or first[-1:].isdigit()
    are_words = first in vocabulary and second in vocabulary
    if compound in vocabulary or ((names or are_words) and whole not in vocabulary):
        return f"{stem}-{after}"
    return stem + after if first else f"{stem}{hyphen}{after}"


def _masked(words: str) -> str:
    return re.sub(r"[\divxl]+", "#", words.casefold())


def _usual_size(lines: Iterable[Line]) -> float:
    """The size of most of the text, in points."""
    return median(line.size for line in lines for _character in line.words) or 1.0


def _notes(lines: Sequence[Line], text_size: float) -> set[Line]:
    """The lines of the footnotes: small print that runs to the foot of its page."""
    notes: set[Line] = set()
    from_foot = sorted(lines, key=lambda line: (line.page, line.bottom))
    for _page, page_lines in groupby(from_foot, key=lambda line: line.page):
        small = list(takewhile(lambda line: line.size <= _NOTE_SIZE * text_size, page_lines))
        if any(_NOTE_START.match(line.words) for line in small):
            notes.update(small)
    return notes


def _grouped(lines: Sequence[Line], parts: Callable[[Line, Line], bool]) -> list[list[Line]]:
    """The lines in runs, a new one wherever `parts` says that two neighbours belong apart."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not parts(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _parts_notes(above: Line, below: Line) -> bool:
    return above.page != below.page or bool(_NOTE_START.match(below.words))


def _parts_text(lines: Sequence[Line]) -> Callable[[Line, Line], bool]:
    """Tells where a paragraph ends: by its distance, its size, its indent and its last line."""
    steps = sorted(a.bottom - b.bottom for a, b in pairwise(lines) if _goes_down(a, b))
    usual_step = steps[len(steps) // 8] if steps else 0.0
    edges = _column_edges(lines)

    def parts(above: Line, below: Line) -> bool:
        if above.words.endswith(_HYPHENS):
            return False
        if abs(above.size - below.size) > (1 - _NOTE_SIZE) * above.size:
            return True
        if not _goes_down(above, below):
            return ends_sentence(above.words)
        room = (edges[above] - above.right) / max(edges[above] - above.left, 1.0)
        step = above.bottom - below.bottom
        is_far = step > _PARAGRAPH_GAP * usual_step
        is_indented = below.left - above.left > _INDENT * below.size
        is_loose = step > _LOOSE * above.size
        ends = ends_sentence(above.words) and (is_indented or is_loose or room > _SHORT)
        return is_far or ends or room > _VERY_SHORT

    return parts


def _column_edges(lines: Sequence[Line]) -> dict[Line, float]:
    """Where the column of each line ends at the right: most of those that begin where it does."""
    columns: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        columns.setdefault(_column(line), []).append(line.right)
    ends = {column: sorted(rights)[-1 - len(rights) // 8] for column, rights in columns.items()}
    return {line: max(ends[_column(line)], line.right) for line in lines}


def _column(line: Line) -> tuple[int, int]:
    """The page, and the stretch of its width that the line begins in."""
    return line.page, int(line.left // _COLUMN_POINTS)


def _goes_down(above: Line, below: Line) -> bool:
    """Whether the second line stands below the first, not in another column or on a new page."""
    return above.page == below.page and above.bottom > below.bottom
