"""Annotated records as examples. A stand-in for the corpus's own scorer resolves their spans."""

import sys
from types import SimpleNamespace

import pytest

from headstamp.model import Span
from headstamp.read.labels import ENTITY_TYPES, FACTUALITIES, FILLS, KINDS, PREDICATES, TIMES
from headstamp.read.words import words_of
from training import examples
from training.examples import annotated, locator, paragraphs

TEXT = "Iran sent rockets, Colonel Farouk said.\n\nHe denied that Kuwait paid."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


GOLD = {
    "attributions": [
        {"cue": at("said"), "source": at("Colonel Farouk"), "content": [at("Iran sent rockets")],
         "in": None},
        {"cue": at("denied"), "source": at("He"), "content": [at("Kuwait paid")], "in": 0},
    ],
    "claims": [
        {"kind": "transfer", "trigger": at("sent"), "factuality": "CT+", "time": "past", "by": 0,
         "roles": {"supplier": [at("Iran")], "materiel": [at("rockets")]}},
    ],
    "entities": [(*at("Iran"), "STATE")],
}  # fmt: skip
RECORD = {"id": "r-1", "text": TEXT, "corefs": {"He": "Colonel Farouk"}}


@pytest.fixture
def example(monkeypatch, tmp_path, pieces):
    check = SimpleNamespace(occurrences=lambda text, words: [text.index(words)])
    monkeypatch.setitem(sys.modules, "check", check)
    judge = SimpleNamespace(gold_record=lambda _: GOLD)
    monkeypatch.setattr(examples, "scorer", lambda _: judge)
    return annotated(RECORD, pieces, tmp_path)


def words(example, stretch):
    first, last = stretch
    return TEXT[example.words[first].span.start : example.words[last].span.end]


def test_an_example_has_a_predicate_for_each_claim_cue_and_anaphor(example) -> None:
    named = [(PREDICATES[p.kind], words(example, p.words)) for p in example.predicates]
    assert named == [
        ("transfer", "sent"), ("cue", "said"), ("cue", "denied"), ("anaphor", "He"),
    ]  # fmt: skip


def test_each_predicate_has_its_fills(example) -> None:
    fills = [
        {FILLS[role]: words(example, stretch) for role, stretch in p.fills}
        for p in example.predicates
    ]
    assert fills == [
        {"supplier": "Iran", "materiel": "rockets"},
        {"source": "Colonel Farouk", "content": "Iran sent rockets"},
        {"source": "He", "content": "Kuwait paid"},
        {"antecedent": "Colonel Farouk"},
    ]


def test_claims_and_inner_reports_stand_under_their_cue(example) -> None:
    sent, said, denied, _ = example.predicates
    assert sent.under == denied.under == said.words
    assert said.under is None
    assert (KINDS[sent.kind], FACTUALITIES[sent.factuality], TIMES[sent.time]) == (
        "transfer", "CT+", "past",
    )  # fmt: skip


def test_entities_and_pieces_belong_to_words(example) -> None:
    ((label, stretch),) = example.entities
    assert (ENTITY_TYPES[label], words(example, stretch)) == ("STATE", "Iran")
    assert [numbers[0] for numbers in example.pieces[:3]] == [4, 4, 7]
    assert len(example.pieces) == len(example.words)


def test_paragraphs_are_what_blank_lines_part() -> None:
    assert [p.of(TEXT) for p in paragraphs(TEXT)] == TEXT.split("\n\n")


def test_a_stretch_takes_in_every_word_it_touches() -> None:
    text = "Fateh-110 missiles"
    locate = locator(words_of(text, [Span(0, len(text))]))
    assert locate((0, 9)) == (0, 2)
    assert locate((7, 12)) == (2, 3)
