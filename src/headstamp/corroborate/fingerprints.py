"""Marks of wording, by which texts that share passages find each other.

A mark is the hash of a few words in a row: any passage shared that is as long leaves one in both.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

WORDS_A_MARK = 5
WORDS_A_SENTENCE_MARK = 7
MARKS_A_SENTENCE = 3
LONGEST_QUOTATION = 600
"""Characters; what runs on longer has lost its closing mark."""

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(rf"[\"“«]([^\"“”«»\n]{{12,{LONGEST_QUOTATION}}})[\"”»]")


class Marks(NamedTuple):
    """Hashes of words in a row, in the order of the text, and the characters where each begins."""

    values: list[int]
    starts: list[int]


def marks(text: str, length: int = WORDS_A_MARK) -> Marks:
    """All marks of `length` words."""
    found = [match.span() for match in _WORD.finditer(text)]
    words = " ".join([text[start:end] for start, end in found]).casefold().encode().split(b" ")
    firsts = range(len(found) - length + 1)
    return Marks(
        [crc32(b" ".join(words[first : first + length])) for first in firsts],
        [found[first][0] for first in firsts],
    )


def few_marks(sentence: str) -> frozenset[int]:
    """The lowest marks of a sentence: those that share one have long words in common."""
    values = sorted(set(marks(sentence, WORDS_A_SENTENCE_MARK).values))
    return frozenset(values[:MARKS_A_SENTENCE])


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where quotations stand, without their marks."""
    for match in _QUOTED.finditer(text):
        yield match.span(1)
