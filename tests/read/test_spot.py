"""Spotting: what stands in which window, however the windows are batched."""

import pytest

from headstamp.model import Span
from headstamp.model.reading import ENTITY_TYPES
from headstamp.read import spot as spotting
from headstamp.read.decoding import Decoding
from headstamp.read.labels import KINDS, PREDICATES
from headstamp.read.words import Window, words_of

TEXT = "Iran sent rockets to Quds Force units , officials said as it left"
TOLD = {
    "entities": {"Iran": "STATE", "Quds Force": "FORCE", "rockets": "WEAPON"},
    "triggers": {"sent": "transfer"},
    "cues": ["said"],
    "anaphors": ["it"],
}
TWO = [Window(0, 9, 0, 6), Window(2, 13, 6, 13)]


def found(scripted, windows, decoding=None, text=TEXT):
    """Entities and predicates of a text, as (label, words)."""
    _, model = scripted(**TOLD)
    words = words_of(text, [Span(0, len(text))])
    plain = [word.span.of(text) for word in words]
    pieces = model.vocabulary(plain)
    spottings = list(spotting.spot(model, words, pieces, windows, decoding or Decoding()))
    entities = [
        (ENTITY_TYPES[e.label], " ".join(plain[e.first : e.last + 1]))
        for s in spottings
        for e in s.entities
    ]
    predicates = [(PREDICATES[p.label], plain[p.first]) for s in spottings for p in s.predicates]
    return entities, predicates, model


def test_what_is_told_is_found_with_its_label(scripted) -> None:
    entities, predicates, _ = found(scripted, [Window(0, 13, 0, 13)])
    assert entities == [("STATE", "Iran"), ("WEAPON", "rockets"), ("FORCE", "Quds Force")]
    assert predicates == [("transfer", "sent"), ("cue", "said"), ("anaphor", "it")]


def test_two_windows_find_the_same_each_in_its_core_only(scripted) -> None:
    assert found(scripted, TWO)[:2] == found(scripted, [Window(0, 13, 0, 13)])[:2]


def test_batches_do_not_change_what_is_found(scripted, monkeypatch) -> None:
    entities, predicates, model = found(scripted, TWO)
    assert model.batches == [("spot", 2)]
    monkeypatch.setattr(spotting, "BATCH_PIECES", 1)
    again_entities, again_predicates, model = found(scripted, TWO)
    assert model.batches == [("spot", 1), ("spot", 1)]
    assert (again_entities, again_predicates) == (entities, predicates)


@pytest.mark.parametrize(("bias", "count"), [(20.0, 0), (0.0, 3)])
def test_a_bias_on_nothing_here_finds_less(scripted, bias, count) -> None:
    entities, predicates, _ = found(scripted, TWO, Decoding(entity_bias=bias))
    assert len(entities) == count
    assert len(predicates) == 3


@pytest.mark.parametrize(("floor", "triggers"), [(0.0, ["transfer"]), (1.0, [])])
def test_a_floor_drops_triggers_with_a_lower_chance(scripted, floor, triggers) -> None:
    _, predicates, _ = found(scripted, TWO, Decoding(trigger_floor=floor))
    assert [name for name, _ in predicates if name in KINDS] == triggers
    assert [name for name, _ in predicates if name not in KINDS] == ["cue", "anaphor"]
