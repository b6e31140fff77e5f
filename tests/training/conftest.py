"""What training reads, in small: pieces that need no tokenizer."""

from collections.abc import Sequence

import pytest

from headstamp.read.pieces import Pieces


@pytest.fixture
def pieces() -> Pieces:
    """One piece a word: its length."""

    def lengths(words: Sequence[str]) -> list[list[int]]:
        return [[len(word)] for word in words]

    return lengths
