"""Word pieces, with a tokenizer of a few pieces in the form that a model's folder has."""

from pathlib import Path

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from headstamp.read.words import MAX_WORD_PIECES, UNKNOWN, Pieces, tokenizer

PIECES = {"[PAD]": 0, "[UNK]": UNKNOWN, "rocket": 1, "##s": 2, "_": 3, "武": 4}


@pytest.fixture
def pieces(tmp_path: Path) -> Pieces:
    made = Tokenizer(WordPiece(PIECES, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    made.enable_truncation(4)
    made.enable_padding()
    made.save(str(tmp_path / "tokenizer.json"))
    return tokenizer(tmp_path)


def test_each_word_has_its_pieces_uncut_and_unpadded(pieces: Pieces) -> None:
    assert pieces(["Rockets", "rocket", "Iran"] * 2) == [[1, 2], [1], [UNKNOWN]] * 2


def test_what_has_no_piece_is_unknown(pieces: Pieces) -> None:
    assert pieces(["\x07", "\u200d", "😀"]) == [[UNKNOWN]] * 3


@pytest.mark.parametrize("letter", ["_", "武"])
def test_a_word_without_end_is_cut(pieces: Pieces, letter: str) -> None:
    assert pieces([letter * 600, "rocket"]) == [[PIECES[letter]] * MAX_WORD_PIECES, [1]]
