"""Lines become paragraphs: running heads go, parted words are made whole."""

import pytest

from headstamp.ingest.pdf.flow import Line, joined, paragraphs_of, without_running_heads


def line(words: str, *, page: int = 0, bottom: float = 400, right: float = 500) -> Line:
    return Line(page, 800, words, 50, bottom, right, 10)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["the two", "lines"], "the two lines"),
        (["they deliv\u00ad", "ered it"], "they delivered it"),
        (["they deliv-", "ered it"], "they delivered it"),
        (["a Fateh\u00ad", "110 missile"], "a Fateh-110 missile"),
        (["the Anglo\u00ad", "French pact"], "the Anglo-French pact"),
        (["short\u00ad", "range missiles"], "short-range missiles"),
        (["medium-", "heavy guns"], "medium-heavy guns"),
        (["he said -", "and left"], "he said -and left"),
    ],
)
def test_words_parted_at_the_end_of_a_line(lines: list[str], whole: str) -> None:
    vocabulary = frozenset(("short-range", "medium", "heavy"))
    assert joined(lines, vocabulary) == whole


def test_what_recurs_at_the_edge_of_pages_is_left_out() -> None:
    pages = [
        [
            line(f"S/2019/914 page {page}", page=page, bottom=770),
            line("Some words of the text.", page=page),
            line("A line at the foot of one page alone" * (page == 1), page=page, bottom=60),
            line(str(page + 1), page=page, bottom=20),
        ]
        for page in range(3)
    ]
    kept = without_running_heads([each for page in pages for each in page if each.words])
    assert [each.words for each in kept] == [
        "Some words of the text.",
        "Some words of the text.",
        "A line at the foot of one page alone",
        "Some words of the text.",
    ]


def test_a_single_page_keeps_everything() -> None:
    lines = [line("Title", bottom=780), line("7", bottom=20)]
    assert without_running_heads(lines) == lines


def test_no_lines_are_no_paragraphs() -> None:
    assert paragraphs_of([]) == []
