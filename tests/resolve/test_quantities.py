"""Quantities: the table of phrases in quantities.txt, the page, and what holds for any words."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headstamp.model.values import Quantity, Unresolved
from headstamp.resolve.numerals import number, ordinal
from headstamp.resolve.quantities import resolve_quantity
from headstamp.resolve.quantities.tables import (
    AFTERTHOUGHTS,
    EXACT,
    HEDGES,
    REFUSED,
    SHARES,
    UNCOUNTED,
    VAGUE,
)

HERE = Path(__file__).parent
PAGE = (HERE.parent.parent / "docs" / "quantities.md").read_text(encoding="utf-8")


def bound(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def shown(found: Quantity | Unresolved) -> str:
    """A result as quantities.txt writes it."""
    if isinstance(found, Unresolved):
        return f"none: {found.reason}"
    about = "~" if found.approximate else ""
    return f"{bound(found.low)}..{bound(found.high)}{about} | {found.unit or '-'} | {found.rule}"


def cases() -> list[list[str]]:
    lines = (HERE / "quantities.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" | ", 1) for line in lines if line and not line.startswith("#")]


def test_the_table_is_long_enough() -> None:
    assert len({words for words, _ in cases()}) >= 150


@pytest.mark.parametrize(("words", "expected"), cases())
def test_phrase(words: str, expected: str) -> None:
    assert shown(resolve_quantity(words)) == expected


@pytest.mark.parametrize(
    "word", [*VAGUE, *EXACT, *SHARES, *UNCOUNTED, *HEDGES, *AFTERTHOUGHTS, *REFUSED]
)
def test_every_word_of_the_tables_is_on_the_page(word: str) -> None:
    assert f"`{word}`" in PAGE


@pytest.mark.parametrize("word", VAGUE)
def test_the_page_gives_the_bounds_of_vague_words(word: str) -> None:
    low, high = VAGUE[word]
    assert f"| `{word}` | {low:,.0f}–{high:,.0f} |" in PAGE


def test_numbers_that_are_none() -> None:
    assert number("two three") is None
    assert number("forty twelve") is None
    assert number("two hundred three hundred") is None
    assert number("rifles") is None


def test_ordinals() -> None:
    assert [ordinal(word) for word in ("third", "3rd", "twenty-first", "three")] == [3, 3, 21, None]


WORDS = sorted(
    {word for words, _ in cases() for word in words.split()}
    | set("a of and to - % $ £ 3 12 0 1,500 2.5 million per each ½ ٣".split())  # noqa: SIM905
)
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


@settings(max_examples=10_000)
@given(PHRASES | st.text(max_size=30))
def test_any_words(words: str) -> None:
    found = resolve_quantity(words)
    assert found == resolve_quantity(words)
    if isinstance(found, Unresolved):
        assert found.reason
    elif found.low is not None and found.high is not None:
        assert found.low <= found.high
