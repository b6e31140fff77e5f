"""Phrases as news writes them, and what they name. `phrases.txt` is the table."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.model.values import Materiel, Unresolved
from headstamp.resolve.materiel import resolve_materiel

PHRASES = Path(__file__).with_name("phrases.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split(" → ") for line in PHRASES if line and not line.startswith("#")]
WORDS = (
    "Scud -C Fateh 110 s missiles of the S-300 PMU rifles and 7.62 mm Type 56 ( ) weapons their Osa"
)


def shown(value: Materiel | Unresolved) -> str:
    """A resolution as the table writes it."""
    if isinstance(value, Unresolved):
        return f"unresolved | {value.reason}"
    return f"{value.designation or '–'} | {value.category} | {value.rule}"


@pytest.mark.parametrize(("words", "expected"), CASES, ids=[words for words, _ in CASES])
def test_phrase_names_what_the_table_says(words: str, expected: str) -> None:
    assert shown(resolve_materiel(words)) == expected


def test_table_is_long_enough() -> None:
    assert len(CASES) >= 250


def test_designation_carries_what_the_catalogue_knows() -> None:
    value = resolve_materiel("Khorramshahr")
    assert isinstance(value, Materiel)
    assert (value.range_low_km, value.range_high_km) == (2000, 2000)
    assert (value.un_register, value.sipri, value.mtcr) == ("VII", "Missiles", "I")


def test_family_in_place_of_an_unlisted_type_scores_less_and_has_no_range() -> None:
    listed, unlisted = resolve_materiel("Scud-C"), resolve_materiel("Scud-E")
    assert isinstance(listed, Materiel)
    assert isinstance(unlisted, Materiel)
    assert unlisted.score < listed.score
    assert unlisted.range_high_km is None


def test_range_without_payload_gives_no_mtcr_category() -> None:
    value = resolve_materiel("Fattah-1")
    assert isinstance(value, Materiel)
    assert value.range_high_km == 1400
    assert value.mtcr is None


def test_armed_drones_are_registered_and_patrol_boats_are_not() -> None:
    armed, patrol = resolve_materiel("armed drones"), resolve_materiel("patrol boats")
    assert isinstance(armed, Materiel)
    assert isinstance(patrol, Materiel)
    assert (armed.un_register, patrol.un_register) == ("IV", None)


@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join))
def test_any_words_resolve_or_say_why_not_and_twice_the_same(words: str) -> None:
    value = resolve_materiel(words)
    assert value == resolve_materiel(words)
    if isinstance(value, Unresolved):
        assert value.reason
    else:
        assert value.rule
        assert 0 < value.score <= 1
