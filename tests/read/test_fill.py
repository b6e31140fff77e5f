"""Filling: who and what belongs to a predicate, and what never may."""

import pytest

from headstamp.model import Span
from headstamp.read import fill as filling
from headstamp.read.decoding import Decoding
from headstamp.read.fills import REACH
from headstamp.read.labels import ALLOWED_FILLS, FILLS, KINDS
from headstamp.read.spot import spot
from headstamp.read.words import Window, words_of

TEXT = "Iran sent twenty rockets and Kuwait holds mortars , officials said"
TOLD = {
    "triggers": {"sent": "transfer", "holds": "possession"},
    "cues": ["said"],
    "fills": {
        "sent": {"Iran": "supplier", "twenty": "quantity", "rockets": "materiel"},
        "holds": {"Kuwait": "holder", "mortars": "materiel"},
        "said": {"officials": "source", "Iran sent twenty rockets": "content"},
    },
    "under": {"sent": "said"},
    "factuality": {"holds": "PS+"},
    "time": {"sent": "future"},
}


def filled(scripted, text=TEXT, decoding=None, **told):
    """{predicate: {words: role}} of a text, and all that was filled, and the model."""
    _, model = scripted(**(TOLD | told))
    words = words_of(text, [Span(0, len(text))])
    plain = [word.span.of(text) for word in words]
    window = Window(0, len(words), 0, len(words))
    decoding = decoding or Decoding()
    spottings = list(spot(model, words, model.vocabulary(plain), [window], decoding))
    found = list(filling.fill(model, words, spottings, decoding))
    roles = {
        plain[f.predicate.first]: {
            " ".join(plain[s.first : s.last + 1]): FILLS[s.label] for s in f.fills
        }
        for f in found
    }
    return roles, found, model


def test_every_predicate_gets_its_own_fills(scripted) -> None:
    assert filled(scripted)[0] == TOLD["fills"]


def test_a_link_points_at_the_cue_or_at_none(scripted) -> None:
    sent, holds, _ = filled(scripted)[1]
    assert max(sent.links, key=sent.links.get) == TEXT.split().index("said")
    assert max(sent.links.values()) > sent.no_link
    assert max(holds.links.values()) < holds.no_link


def test_factuality_and_time_are_probabilities(scripted) -> None:
    for item in filled(scripted)[1]:
        assert item.factuality.sum() == pytest.approx(1)
        assert item.time.sum() == pytest.approx(1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_never_has_a_role_that_it_cannot_have(scripted, kind) -> None:
    forbidden = [role for role in FILLS if role not in ALLOWED_FILLS[kind]]
    text = "it came with " + " ".join(f"w{number}" for number in range(len(forbidden)))
    fills = {f"w{number}": role for number, role in enumerate(forbidden)}
    roles = filled(scripted, text, triggers={"came": kind}, cues=[], fills={"came": fills})[0]
    assert roles == {"came": {}}


def test_batches_do_not_change_what_is_filled(scripted, monkeypatch) -> None:
    roles, _, model = filled(scripted)
    assert model.batches[1:] == [("fill", 3)]
    monkeypatch.setattr(filling, "BATCH_PREDICATES", 2)
    again, _, model = filled(scripted)
    assert model.batches[1:] == [("fill", 2), ("fill", 1)]
    assert again == roles


def test_what_is_out_of_reach_is_not_seen(scripted) -> None:
    near, far = "x " * (REACH - 1), "x " * REACH
    fills = {"sent": {"rockets": "materiel"}}
    assert filled(scripted, f"sent {near}rockets", fills=fills)[0] == fills
    assert filled(scripted, f"sent {far}rockets", fills=fills)[0] == {"sent": {}}


def test_a_bias_takes_off_its_own_fills_only(scripted) -> None:
    roles = filled(scripted, decoding=Decoding(source_bias=20.0))[0]
    assert roles["said"] == {"Iran sent twenty rockets": "content"}
    assert roles["sent"] == TOLD["fills"]["sent"]
    assert filled(scripted, decoding=Decoding(role_bias=20.0))[0]["sent"] == {}
