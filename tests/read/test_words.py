"""Words, their features, and the windows that the network sees them through."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.model import Span
from headstamp.read.pieces import MAX_WORD_PIECES
from headstamp.read.words import (
    BREAKS,
    CONTEXT_PIECES,
    CORE_PIECES,
    MAX_PIECES,
    SHAPES,
    windows_of,
    words_of,
)

SIZES = st.lists(st.integers(1, MAX_WORD_PIECES) | st.integers(1, 3), min_size=1, max_size=300)


def features(text: str) -> list[tuple[str, str]]:
    """(shape, break) of every word of a text that is one sentence."""
    found = words_of(text, [Span(0, len(text))])
    return [(SHAPES[w.feature // len(BREAKS)], BREAKS[w.feature % len(BREAKS)]) for w in found]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("rockets", "lower"),
        ("Iran", "title"),
        ("UN", "upper"),
        ("J", "initial"),
        ("McKee", "mixed"),
        ("107", "digits"),
        ("M16", "alphanumeric"),
        (",", "other"),
        ("😀", "other"),
        ("صاروخ", "lower"),
    ],
)
def test_a_word_has_a_shape(word: str, shape: str) -> None:
    assert features(word) == [(shape, "paragraph")]


def test_a_word_knows_what_stands_before_it() -> None:
    breaks = [before for _, before in features("A-b c\nd\n\ne")]
    assert breaks == ["paragraph", "joined", "joined", "space", "line", "paragraph"]


def test_a_word_knows_its_sentence_and_its_place() -> None:
    text = "It came. They saw it."
    found = words_of(text, [Span(0, 8), Span(9, 21)])
    assert [w.span.of(text) for w in found] == ["It", "came", ".", "They", "saw", "it", "."]
    assert [w.sentence for w in found] == [0, 0, 0, 1, 1, 1, 1]


@given(st.text(alphabet="aB1 .\n-\u200d\u0635\U0001f600", max_size=60))
def test_words_hold_every_visible_character_once(text: str) -> None:
    found = words_of(text, [Span(0, len(text))])
    assert "".join(w.span.of(text) for w in found) == "".join(text.split())


@given(SIZES, st.data())
def test_cores_part_the_words_in_order_and_windows_are_bounded(
    sizes: list[int], data: st.DataObject
) -> None:
    ends = data.draw(st.lists(st.booleans(), min_size=len(sizes), max_size=len(sizes)))
    sentence = [sum(ends[:index]) for index in range(len(sizes))]
    windows = list(windows_of(sizes, sentence))
    assert windows[0].core_first == 0
    assert windows[-1].core_last == len(sizes)
    assert all(left.core_last == right.core_first for left, right in pairwise(windows))
    for window in windows:
        assert 0 <= window.first <= window.core_first < window.core_last <= window.last
        assert window.last <= len(sizes)
        assert sum(sizes[window.first : window.last]) <= MAX_PIECES
        if len(windows) > 1:
            assert sum(sizes[window.core_first : window.core_last]) <= CORE_PIECES
            assert sum(sizes[window.first : window.core_first]) <= CONTEXT_PIECES
            assert sum(sizes[window.core_last : window.last]) <= CONTEXT_PIECES


@given(SIZES)
def test_what_fits_is_one_window(sizes: list[int]) -> None:
    if sum(sizes) <= MAX_PIECES:
        (window,) = windows_of(sizes, [0] * len(sizes))
        assert (window.first, window.last) == (0, len(sizes))


def test_a_core_ends_where_a_sentence_does() -> None:
    sentence = [index // 100 for index in range(600)]
    cores = [(w.core_first, w.core_last) for w in windows_of([1] * 600, sentence)]
    assert cores == [(0, 200), (200, 400), (400, 600)]


def test_no_words_no_windows() -> None:
    assert list(windows_of([], [])) == []
