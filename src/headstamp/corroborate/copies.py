"""Documents that share passages: copies, and quotations taken over."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from headstamp.corroborate.fingerprints import WORDS_A_MARK
from headstamp.corroborate.story import Story
from headstamp.model import Span

COPIED_SHARE = 0.15
"""Of the marks in the paragraphs that tell of the entry, shared with one earlier document."""
COPIED_MARKS = 10
DOCUMENTS_A_MARK = 12
"""The earliest documents with a mark; what so many have in common is nobody's own."""
LONG_WORD = 5
LONG_WORDS_A_QUOTATION = 2
LONG_QUOTATION_MARKS = 3
"""Seven words in a row that were quoted are no chance, however common each."""
WORDS_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that a document has in common with an earlier one."""

    earlier: str
    words: str


class Wording:
    """The wording of documents told so far, by its marks. It grows, and never shrinks."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Story, set[Span]]] = []
        self._holding: dict[int, list[Story]] = {}
        self._quoting: dict[int, tuple[Story, Span]] = {}

    def add(self, story: Story, but: set[Span]) -> None:
        """Take in a document. Of its quotations those in `but` are left out."""
        self._waiting.append((story, but))

    def _take_in(self) -> None:
        """Go through the documents that nothing was compared with yet; most never come to it."""
        for story, but in self._waiting:
            for value in set(story.mark_values):
                holding = self._holding.setdefault(value, [])
                if len(holding) < DOCUMENTS_A_MARK:
                    holding.append(story)
            if quoted := sorted(set(story.quoted) - but):
                self._take_quotations(story, quoted)
        self._waiting.clear()

    def _take_quotations(self, story: Story, passages: list[Span]) -> None:
        quoted = iter(passages)
        passage = next(quoted, None)
        for value, start in zip(story.mark_values, story.mark_starts, strict=True):
            while passage and start >= passage.end:
                passage = next(quoted, None)
            if passage and passage.start <= start:
                self._quoting.setdefault(value, (story, passage))

    def copied(self, story: Story, paragraphs: Iterable[Span]) -> Shared | None:
        """The earlier document that most of what `story` tells is taken from, if it is.

        Only `paragraphs` that hold claims count: what a site puts under every text holds none.
        """
        self._take_in()
        own = _within(story, paragraphs)
        values = {value for value, _ in own}
        counts: Counter[str] = Counter()
        sources: dict[str, Story] = {}
        for value in values:
            for other in self._holding.get(value, ()):
                counts[other.document] += 1
                sources[other.document] = other
        if not counts:
            return None
        count, document = max((count, document) for document, count in counts.items())
        if count < max(COPIED_MARKS, COPIED_SHARE * len(values)):
            return None
        shared = set(sources[document].mark_values)
        return Shared(document, _longest(story, own, shared))

    def quoted(self, story: Story) -> list[Shared]:
        """Earlier documents whose quotations `story` has words of, the first to have each."""
        self._take_in()
        if not self._quoting:
            return []
        runs: dict[tuple[str, Span], list[tuple[int, Story]]] = {}
        for value, start in zip(story.mark_values, story.mark_starts, strict=True):
            found = self._quoting.get(value)
            if found:
                other, passage = found
                runs.setdefault((other.document, passage), []).append((start, other))
        return [
            Shared(document, passage.of(run[0][1].text))
            for (document, passage), run in runs.items()
            if len(run) >= LONG_QUOTATION_MARKS or _is_telling(story, [start for start, _ in run])
        ]


def _within(story: Story, paragraphs: Iterable[Span]) -> list[tuple[int, int]]:
    """The marks that stand in the paragraphs, in the order of the text."""
    values, starts = story.mark_values, story.mark_starts
    found: list[tuple[int, int]] = []
    done = 0
    for stretch in sorted(set(paragraphs)):
        first = max(done, bisect_left(starts, stretch.start))
        done = max(done, bisect_left(starts, stretch.end))
        found += zip(values[first:done], starts[first:done], strict=True)
    return found


def _longest(story: Story, own: list[tuple[int, int]], shared: set[int]) -> str:
    """The longest run of words in common, at most WORDS_SHOWN of them."""
    best = (0, own[0][1])
    length, begin = 0, own[0][1]
    for value, start in own:
        if value in shared:
            begin, length = (start, 1) if length == 0 else (begin, length + 1)
            best = max(best, (length, begin), key=lambda run: run[0])
        else:
            length = 0
    return _words_from(story.text, best[1], min(WORDS_SHOWN, best[0] + WORDS_A_MARK - 1))


def _words_from(text: str, start: int, count: int) -> str:
    return " ".join(text[start : start + 20 * count].split()[:count])


def _is_telling(story: Story, starts: list[int]) -> bool:
    """Whether the words shared are too particular to come twice by chance."""
    words = {w for start in starts for w in _words_from(story.text, start, WORDS_A_MARK).split()}
    long = [w for w in words if len(w.strip(".,;:!?\"“”'")) >= LONG_WORD]
    return len(long) >= LONG_WORDS_A_QUOTATION
