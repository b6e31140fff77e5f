"""Names changed in training: which may be, and for what."""

import random

from headstamp.model import Span
from headstamp.read.words import words_of
from training.renaming import is_name, name_class, renamed


def test_a_name_is_changed_only_within_its_class() -> None:
    assert name_class("STATE", ["Iran"], "Iran") == "STATE name"
    assert name_class("STATE", ["Iranian"], "Iranian") == "STATE adjective"
    assert name_class("GROUP", ["Houthis"], "Houthis") == "GROUP plural"
    assert name_class("PER", ["Karim", "Dastani"], "Dastani") == "PER name"
    assert name_class("STATE", ["Saudi", "Arabia"], "Saudi") is None
    assert name_class("WEAPON", ["Kornet"], "Kornet") is None


def test_a_name_has_a_capital_and_small_letters() -> None:
    text = "Iran KOSTI rockets 2018"
    words = words_of(text, [Span(0, len(text))])
    assert [is_name(word) for word in words] == [True, False, False, False]


def test_one_name_gets_one_new_name_all_over_a_text() -> None:
    pieces = [[1], [50], [1], [60], [2, 3]]
    named = {0: "STATE name", 2: "STATE name", 4: "STATE name"}
    names = {"STATE name": [[7], [8, 9], [10]]}
    for seed in range(40):
        new = renamed(named, pieces, names, random.Random(seed))
        assert set(new) <= set(named)
        assert new.get(0) == new.get(2)
        assert all(piece in range(7, 11) for name in new.values() for piece in name)


def test_some_new_names_were_never_heard() -> None:
    names = {"PLACE name": [[1, 2], [3, 4]]}
    rngs = (random.Random(seed) for seed in range(200))
    made = {
        tuple(name)
        for rng in rngs
        for name in renamed({0: "PLACE name"}, [[9]], names, rng).values()
    }
    assert made == {(1, 2), (3, 4), (1, 4), (3, 2)}
