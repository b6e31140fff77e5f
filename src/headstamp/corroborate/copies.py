"""Documents that share passages: copies, and quotations taken over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headstamp.corroborate.fingerprints import WORDS_A_MARK
from headstamp.corroborate.story import Story
from headstamp.model import Span

COPIED_SHARE = 0.15
"""Of the marks in the paragraphs that tell of the entry, shared with one earlier document."""
COPIED_MARKS = 10
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


def copied(story: Story, paragraphs: Iterable[Span], earlier: Sequence[Story]) -> Shared | None:
    """The earlier document that most of what `story` tells is taken from, if it is.

    Only `paragraphs` that hold claims count: what a site puts under every text holds none.
    """
    own = _within(story, paragraphs)
    if len(own) < COPIED_MARKS:
        return None
    values = {value for value, _ in own}
    best: tuple[int, Story | None] = (0, None)
    for other in earlier:
        shared = len(values.intersection(other.mark_values))
        if shared > best[0]:
            best = (shared, other)
    count, source = best
    if source is None or count < COPIED_MARKS or count < COPIED_SHARE * len(values):
        return None
    return Shared(source.document, _longest(story, own, set(source.mark_values)))


def quotation_taken(story: Story, earlier: Sequence[Story], unless: set[Span]) -> list[Shared]:
    """Earlier documents whose quotations `story` has words of, the first to have each.

    Quotations that overlap one of `unless` in their own document do not count.
    """
    own = set(story.mark_values)
    taken: set[int] = set()
    found: list[Shared] = []
    for other in earlier:
        for quoted in other.quoted:
            if quoted in unless:
                continue
            shared = [
                (value, start)
                for value, start in zip(other.mark_values, other.mark_starts, strict=True)
                if quoted.start <= start < quoted.end and value in own and value not in taken
            ]
            if shared and (len(shared) >= LONG_QUOTATION_MARKS or _is_telling(other, shared)):
                taken.update(value for value, _ in shared)
                found.append(Shared(other.document, quoted.of(other.text)))
    return found


def _within(story: Story, paragraphs: Iterable[Span]) -> list[tuple[int, int]]:
    stretches = set(paragraphs)
    return [
        (value, start)
        for value, start in zip(story.mark_values, story.mark_starts, strict=True)
        if any(stretch.start <= start < stretch.end for stretch in stretches)
    ]


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


def _is_telling(story: Story, shared: list[tuple[int, int]]) -> bool:
    """Whether the words shared are too particular to come twice by chance."""
    words = {w for _, start in shared for w in _words_from(story.text, start, WORDS_A_MARK).split()}
    long = [w for w in words if len(w.strip(".,;:!?\"“”'")) >= LONG_WORD]
    return len(long) >= LONG_WORDS_A_QUOTATION
