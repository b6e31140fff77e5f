"""Wrapping by columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.show.screen import Run, Screen, columns, dressed, wrapped

WORDS = st.text(alphabet="ab ロ中\u0301\u200c", max_size=40)


@pytest.mark.parametrize(
    ("words", "width"),
    [("rockets", 7), ("ロケット", 8), ("e\u0301", 1), ("موشک\u200cها", 6), ("\u2068Ab\u2069", 2)],
)
def test_columns_are_counted_not_characters(words: str, width: int) -> None:
    assert columns(words) == width


@given(st.lists(st.builds(Run, WORDS, st.sampled_from(["", "1"])), max_size=6), st.integers(2, 20))
def test_wrapping_keeps_all_words_within_the_width(runs: list[Run], width: int) -> None:
    lines = ["".join(run.words for run in line) for line in wrapped(runs, width)]
    assert all(columns(line) <= width for line in lines)
    said = "".join(run.words for run in runs)
    assert "".join(lines).replace(" ", "") == said.replace(" ", "")


def test_a_word_may_have_several_styles_and_is_not_torn() -> None:
    lines = list(wrapped([Run("sent ["), Run("rockets", "35"), Run("], he said")], 11))
    assert ["".join(run.words for run in line) for line in lines] == [
        "sent",
        "[rockets],",
        "he said",
    ]


def test_a_style_runs_on_over_the_spaces_inside_it() -> None:
    (line,) = wrapped([Run("Green Banner", "32"), Run(" fled")], 80)
    assert dressed(line, Screen(styled=True)) == "\x1b[32mGreen Banner\x1b[0m fled"
    assert dressed(line, Screen()) == "Green Banner fled"
