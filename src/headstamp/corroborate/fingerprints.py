"""Marks of wording, by which texts that share passages find each other.

A mark is the hash of a few words in a row. Of a whole text only some are kept, chosen by
winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every few marks in a row the lowest, so
that any passage shared that is long enough leaves a mark in both. Quotations keep all of theirs.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

WORDS_A_MARK = 5
MARKS_A_WINDOW = 4
"""A shared run of WORDS_A_MARK + MARKS_A_WINDOW - 1 words, 8, is always found."""
WORDS_A_SENTENCE_MARK = 7
MARKS_A_SENTENCE = 3
LONGEST_QUOTATION = 600
"""Characters; what runs on longer has lost its closing mark."""

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(rf"[\"“«]([^\"“”«»\n]{{12,{LONGEST_QUOTATION}}})[\"”»]")


class Mark(NamedTuple):
    """A hash of words in a row, and the characters where they stand, `[start, end)`."""

    value: int
    start: int
    end: int


def marks(text: str, length: int = WORDS_A_MARK) -> list[Mark]:
    """All marks of `length` words, in the order of the text."""
    found = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end].casefold().encode() for start, end in found]
    runs = zip(*(words[offset:] for offset in range(length)), strict=False)
    return [
        Mark(crc32(b" ".join(run)), first[0], last[1])
        for run, first, last in zip(runs, found, found[length - 1 :], strict=False)
    ]


def winnowed(found: list[Mark]) -> dict[int, Mark]:
    """Of every window of marks the lowest, the last where several are; by their value."""
    kept: dict[int, Mark] = {}
    for start in range(max(1, len(found) - MARKS_A_WINDOW + 1)):
        window = found[start : start + MARKS_A_WINDOW]
        if window:
            lowest = min(reversed(window), key=lambda mark: mark.value)
            kept.setdefault(lowest.value, lowest)
    return kept


def few_marks(sentence: str) -> frozenset[int]:
    """The lowest marks of a sentence: those that share one have long words in common."""
    values = sorted({mark.value for mark in marks(sentence, WORDS_A_SENTENCE_MARK)})
    return frozenset(values[:MARKS_A_SENTENCE])


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where quotations stand, without their marks."""
    for match in _QUOTED.finditer(text):
        yield match.span(1)
