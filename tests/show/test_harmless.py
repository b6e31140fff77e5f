"""Words of documents can steer neither the terminal nor the eye."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.show.harmless import harmless, isolated, stretches


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\x9b2J", "<U+009B>2J"),
        ("\x7f", "<U+007F>"),
        ("inv\u202eoice", "inv<U+202E>oice"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("half \ud83d", "half <U+D83D>"),
        ("tag\U000e0041", "tag<U+E0041>"),
    ],
)
def test_what_steers_is_shown_instead(words: str, shown: str) -> None:
    assert harmless(words) == shown


@pytest.mark.parametrize("words", ["موشک‌ها", "كتائب الإمام علي", "Kata'ib", "ロケット", "10 × 5"])
def test_what_people_write_stays(words: str) -> None:
    assert harmless(words) == words


@given(st.text())
def test_nothing_that_steers_is_left(words: str) -> None:
    assert not {unicodedata.category(character) for character in harmless(words)} & {"Cc", "Cs"}


@given(st.text())
def test_stretches_tell_how_many_characters_each_stands_for(words: str) -> None:
    pieces = list(stretches(words))
    assert "".join(shown for shown, _ in pieces).replace("\n", " ") == harmless(words)
    assert sum(1 if one else len(shown) for shown, one in pieces) == len(words)


def test_right_to_left_words_are_fenced_off() -> None:
    assert isolated("موشک") == "\u2068موشک\u2069"
    assert isolated("rocket") == "rocket"
