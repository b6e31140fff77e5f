"""From a document to the words, pieces and features that the network sees.

A word is a run of letters and digits, or one other visible character. The encoder is uncased and
knows nothing of layout, so each word carries a feature for its shape and for what stands before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headstamp.model.document import Span

SHAPES = ("other", "lower", "title", "upper", "mixed", "digits", "alphanumeric", "initial")
BREAKS = ("joined", "space", "line", "paragraph")
FEATURE_COUNT = len(SHAPES) * len(BREAKS)

MAX_PIECES = 384
CORE_PIECES = 256
CONTEXT_PIECES = 64
"""A window holds at most 384 word pieces: up to 256 that it answers for, and context each side."""

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands, its feature, and the running number of its sentence."""

    span: Span
    feature: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Window:
    """What the network sees at once: words `first` to `last` (exclusive).

    It answers for the words from `core_first` to `core_last`; the rest is context.
    """

    first: int
    last: int
    core_first: int
    core_last: int


def words_of(text: str, cut: Sequence[Span]) -> tuple[Word, ...]:
    """The words of `text` that stand in its sentences `cut`, in order."""
    found: list[Word] = []
    end = None
    for number, sentence in enumerate(cut):
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            gap = "\n\n" if end is None else text[end : match.start()]
            found.append(Word(Span(*match.span()), _feature(match.group(), gap), number))
            end = match.end()
    return tuple(found)


def windows_of(sizes: Sequence[int], sentence: Sequence[int]) -> Iterator[Window]:
    """Cut a document into windows, given each word's size in pieces and its sentence's number.

    Cores end at the ends of sentences where they can. One window where everything fits.
    """
    total = len(sizes)
    if sum(sizes) <= MAX_PIECES:
        if total:
            yield Window(0, total, 0, total)
        return
    start = 0
    while start < total:
        stop = _core_end(sizes, sentence, start)
        first = _backward(sizes, start, CONTEXT_PIECES)
        last = _forward(sizes, stop, CONTEXT_PIECES)
        yield Window(first, last, start, stop)
        start = stop


def _core_end(sizes: Sequence[int], sentence: Sequence[int], start: int) -> int:
    stop = max(_forward(sizes, start, CORE_PIECES), start + 1)
    if stop == len(sizes):
        return stop
    for end in range(stop, start, -1):
        if sentence[end] != sentence[end - 1]:
            return end
    return stop


def _forward(sizes: Sequence[int], edge: int, budget: int) -> int:
    """How far right of `edge` the words hold at most `budget` pieces."""
    while edge < len(sizes) and sizes[edge] <= budget:
        budget -= sizes[edge]
        edge += 1
    return edge


def _backward(sizes: Sequence[int], edge: int, budget: int) -> int:
    """How far left of `edge` the words hold at most `budget` pieces."""
    while edge > 0 and sizes[edge - 1] <= budget:
        edge -= 1
        budget -= sizes[edge]
    return edge


def _feature(word: str, gap: str) -> int:
    if not gap:
        before = "joined"
    elif gap.count("\n") > 1:
        before = "paragraph"
    elif "\n" in gap:
        before = "line"
    else:
        before = "space"
    return SHAPES.index(_shape(word)) * len(BREAKS) + BREAKS.index(before)


def _shape(word: str) -> str:
    letters = any(character.isalpha() for character in word)
    if any(character.isdigit() for character in word):
        shape = "alphanumeric" if letters else "digits"
    elif not letters:
        shape = "other"
    elif word.isupper():
        shape = "initial" if len(word) == 1 else "upper"
    elif word[0].isupper() and word[1:].islower():
        shape = "title"
    else:
        has_case = word.lower() != word.upper()
        shape = "mixed" if has_case and not word.islower() else "lower"
    return shape
