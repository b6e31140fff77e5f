"""Words as search compares them: without case, accents, harakat, spellings of one letter, article.

`Kata'ib`, `كتائبِ` and `الكتائب` are folded each in its own script: `kataib`, `كتايب`, `كتايب`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from headstamp.model import Span

MOST_CHARACTERS = 400_000
"""Folded characters of one document that are searched: PostgreSQL's index takes a megabyte."""

_WORD = re.compile(r"[^\W_](?:[\w'’‘ʿʾʼ`´\u200c-\u200f\u064b-\u065f\u0670\u0300-\u036f])*")
_LETTERS = str.maketrans("أإآٱىیئکةهۀہەؤ", "اااايييكهههههو")
_PREFIX = re.compile("^(?:[وفبك]?ال|لل)(?=..)|^و(?=...)")


def fold(words: str) -> str:
    """The folded words of a text, with single spaces between."""
    return " ".join(filter(None, map(_folded, _WORD.findall(words))))


def searched(text: str) -> str:
    """The folded words of a document as the index of words takes them."""
    return fold(text)[:MOST_CHARACTERS]


def folded_words(text: str) -> Iterator[tuple[Span, str]]:
    """Each word of `text`, where it stands and as it is compared."""
    for match in _WORD.finditer(text):
        folded = _folded(match.group())
        if folded:
            yield Span(*match.span()), folded


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    if word.isascii():
        return "".join(letter for letter in word.casefold() if letter.isalnum())
    letters = unicodedata.normalize("NFKD", word.translate(_LETTERS)).casefold()
    plain = "".join(map(_plain, letters)).translate(_LETTERS)
    return _PREFIX.sub("", unicodedata.normalize("NFC", plain))


def _plain(letter: str) -> str:
    """A letter or a Latin figure; nothing for marks, joiners, apostrophes and tatweel."""
    if letter == "ـ" or not letter.isalnum():
        return ""
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
