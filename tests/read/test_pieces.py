"""Word pieces: small examples by hand, and the library's own answers for any word."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from headstamp.model import Span
from headstamp.read.model import SHIPPED
from headstamp.read.pieces import MAX_WORD_PIECES, UNKNOWN, Pieces, tokenizer
from headstamp.read.words import words_of

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


@pytest.fixture(scope="module")
def library() -> Tokenizer:
    made = Tokenizer.from_str(SHIPPED.joinpath("tokenizer.json").read_text(encoding="utf-8"))
    made.no_truncation()
    made.no_padding()
    return made


@given(text=st.text() | st.text(alphabet="aeÉßİΣσكتائب武ガ한_-'’$€4\u0301\u200d"))
@example("Kata'ib Ḥizballāh’s Fateh‑110 n°5 ½ İstanbul ΟΔΟΣ ﬁre 武器 전쟁 unbelievablenesses")
def test_every_word_has_the_pieces_that_the_library_gives_it(library: Tokenizer, text: str) -> None:
    words = [word.span.of(text) for word in words_of(text, [Span(0, len(text))])]
    encoding = library.encode(words, is_pretokenized=True, add_special_tokens=False)
    theirs: list[list[int]] = [[] for _ in words]
    for number, index in zip(encoding.ids, encoding.word_ids, strict=True):
        theirs[index].append(number)
    assert tokenizer(SHIPPED)(words) == [of_one[:MAX_WORD_PIECES] or [UNKNOWN] for of_one in theirs]
