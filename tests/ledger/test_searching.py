"""Full text, folded: what a person types finds what an article wrote otherwise."""

from types import SimpleNamespace

import pytest

from headstamp.errors import InputError
from headstamp.ledger.folding import fold, folded_words
from headstamp.ledger.ledger import Ledger

TEXTS = {
    "latin": "Kata'ib Hizballah received 122mm rockets near Al-Qa'im, a café owner said.",
    "arabic": "تسلّمت كتائبُ حزب الله الصواريخَ من إيران عام ٢٠١٨",
    "persian": "سپاه قدس می‌گوید موشک‌ها را به یمن فرستاد",
    "russian": "Ещё одна партия ракет прибыла в порт.",
}


@pytest.fixture
def filled(ledger: Ledger, make: SimpleNamespace) -> Ledger:
    make.add(ledger, *(make.extract(text, id=id) for id, text in TEXTS.items()))
    return ledger


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("kataib", ["latin"]),
        ("KATA’IB hizballah", ["latin"]),
        ("cafe", ["latin"]),
        ("rock*", ["latin"]),
        ("rock", []),
        ("122mm al-qaim", ["latin"]),
        ('"hizballah received"', ["latin"]),
        ('"received hizballah"', []),
        ("كتائب", ["arabic"]),
        ("الكتائب صواريخ", ["arabic"]),
        ("ايران 2018", ["arabic"]),
        ("ميگويد", ["persian"]),
        ("موشک*", ["persian"]),
        ("еще РАКЕТ", ["russian"]),
        ("kataib ракет", []),
    ],
)
def test_words_find_the_text(filled: Ledger, words: str, found: list[str]) -> None:
    with filled.reading() as view:
        hits, _ = view.search(words)
    assert [hit.document for hit in hits] == found


def test_a_hit_shows_its_words(filled: Ledger) -> None:
    with filled.reading() as view:
        ((hit,), more) = view.search("qaim cafe")
    assert (hit.title, hit.outlet, more) == ("A title", "The Karst Courier", None)
    assert [mark.of(hit.excerpt) for mark in hit.marks] == ["Qa'im", "café"]
    assert hit.excerpt in TEXTS["latin"]


def test_the_newest_come_first_a_page_at_a_time(ledger: Ledger, make: SimpleNamespace) -> None:
    texts = {f"d{number}": f"Rockets were seen, part {number}" for number in range(5)}
    make.add(ledger, *(make.extract(text, id=id) for id, text in texts.items()))
    with ledger.reading() as view:
        first, more = view.search("rockets", limit=3)
        second, end = view.search("rockets", limit=3, before=more)
    assert [hit.document for hit in (*first, *second)] == ["d4", "d3", "d2", "d1", "d0"]
    assert end is None


def test_only_today_s_text_is_found(ledger: Ledger, make: SimpleNamespace) -> None:
    old = make.extract("Rockets of old.")
    make.add(ledger, old, make.extract("Rockets of today.", digest=old.document.digest))
    with ledger.reading() as view:
        assert view.search("old") == ((), None)
        assert len(view.search("rockets")[0]) == 1


@pytest.mark.parametrize("words", ["", "…", '"', "* ' -", "& | !", "\\"])
def test_a_query_without_words_is_told(filled: Ledger, words: str) -> None:
    with filled.reading() as view, pytest.raises(InputError, match="has no words"):
        view.search(words)


@pytest.mark.parametrize(
    "words", ["rockets AND mortars", "NOT(rockets", "rockets:x", "x' OR 1=1 --", "(rockets <-> x"]
)
def test_no_word_is_an_operator(filled: Ledger, words: str) -> None:
    with filled.reading() as view:
        assert view.search(words) == ((), None)


def test_folded_words_know_where_they_stand() -> None:
    text = "The Kata'ib, الكتائب!"
    assert [(span.of(text), word) for span, word in folded_words(text)] == [
        ("The", "the"), ("Kata'ib", "kataib"), ("الكتائب", "كتايب"),
    ]  # fmt: skip
    assert fold(text) == "the kataib كتايب"
