"""Word pieces: what the encoder knows of spelling.

WordPiece as BERT's uncased models use it (Wu et al. 2016, arXiv:1609.08144; Devlin et al. 2019):
accents and case fall away, then the longest known piece is taken from the left, again and again.
It is written here because words come ready cut, and the library that does the same brings a
hundred times its weight in the client of a model hub; a test holds the two equal.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Protocol

MAX_WORD_PIECES = 64
"""What is kept of one word: a ruled line of underscores, or a line of Chinese, has no end."""

UNKNOWN = 100
"""The piece of what the encoder has no piece for."""

LONGEST_PART = 100
"""Letters; a longer part of a word is unknown to the encoder."""

REMEMBERED_WORDS = 50_000

# Ideographs, each of which the encoder takes for a word: the CJK blocks of Unicode.
_IDEOGRAPHS = (
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0x2F800, 0x2FA1F),
)  # fmt: skip


class Pieces(Protocol):
    """A tokenizer: word pieces of each word of a text."""

    def __call__(self, words: Sequence[str]) -> list[list[int]]:
        """The piece numbers of every word; never an empty list."""


def tokenizer(folder: Traversable) -> Pieces:
    """The tokenizer in a model's folder: the vocabulary in its `tokenizer.json`."""
    known = json.loads(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = known["model"]["vocab"]

    @lru_cache(REMEMBERED_WORDS)
    def of_word(word: str) -> tuple[int, ...]:
        numbers = [number for part in _parts(word) for number in _longest(part, vocabulary)]
        return tuple(numbers[:MAX_WORD_PIECES]) or (UNKNOWN,)

    return lambda words: [list(of_word(word)) for word in words]


def _parts(word: str) -> Iterator[str]:
    """The word in small letters without accents, parted at punctuation and around ideographs."""
    part = ""
    for character in unicodedata.normalize("NFD", word):
        category = unicodedata.category(character)
        if category == "Mn" or category[0] == "C" or character == "\ufffd":
            continue
        if _stands_alone(character, category):
            yield from filter(None, (part, character.lower()))
            part = ""
        else:
            part += character.lower()
    if part:
        yield part


def _stands_alone(character: str, category: str) -> bool:
    code = ord(character)
    is_ascii_sign = code < 128 and not character.isalnum()
    return (
        is_ascii_sign
        or category[0] == "P"
        or any(first <= code <= last for first, last in _IDEOGRAPHS)
    )


def _longest(part: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The numbers of the longest known pieces from the left; unknown where one is missing."""
    if len(part) > LONGEST_PART:
        return [UNKNOWN]
    numbers: list[int] = []
    start = 0
    while start < len(part):
        mark = "##" if start else ""
        ends = range(len(part), start, -1)
        found = next((end for end in ends if mark + part[start:end] in vocabulary), None)
        if found is None:
            return [UNKNOWN]
        numbers.append(vocabulary[mark + part[start:found]])
        start = found
    return numbers
