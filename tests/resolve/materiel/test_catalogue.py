"""The reviewed catalogue holds together, and the compact form is made from it."""

from collections import defaultdict
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from headstamp.model.values import Category
from headstamp.resolve.materiel import compiling
from headstamp.resolve.materiel.designation import fold, key

CATEGORIES = set(get_args(Category))
FACTS = {
    "name", "also", "shared", "category", "munition", "country", "maker", "source", "family",
    "each", "capital", "prefer", "range_km", "payload_kg", "calibre_mm", "register", "sipri",
}  # fmt: skip


@pytest.fixture(scope="module")
def entries() -> list[dict[str, Any]]:
    return list(compiling.entries())


def test_there_are_enough_designations(entries: list[dict[str, Any]]) -> None:
    assert len({entry["name"] for entry in entries}) == len(entries) >= 600


def test_every_entry_has_a_source_and_a_known_category(entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        assert entry.get("source"), entry["name"]
        assert entry["category"] in CATEGORIES, entry["name"]
        assert entry.get("munition", "rocket") in CATEGORIES, entry["name"]
        assert set(entry) <= FACTS, entry["name"]


def test_ranges_run_from_low_to_high_and_measures_are_positive(
    entries: list[dict[str, Any]],
) -> None:
    for entry in entries:
        low, high = entry.get("range_km", (0, 0))
        assert 0 <= low <= high, entry["name"]
        assert entry.get("payload_kg", 1) > 0, entry["name"]
        assert entry.get("calibre_mm", 1) > 0, entry["name"]


def test_no_alias_has_two_owners_unless_marked_shared(entries: list[dict[str, Any]]) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        shared = {key(alias) for alias in entry.get("shared", [])}
        for alias in {key(alias) for alias in (entry["name"], *entry.get("also", []))} - shared:
            owners[alias].add(entry["name"])
    shared_aliases = {key(alias) for entry in entries for alias in entry.get("shared", [])}
    assert not {alias: names for alias, names in owners.items() if len(names) > 1}
    assert not shared_aliases & owners.keys()


def test_every_alias_has_letters_or_figures_to_compare(entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        assert all(len(key(alias)) > 1 for alias in (entry["name"], *entry.get("also", [])))


def test_every_head_noun_means_a_known_category_or_says_why_not() -> None:
    text = (compiling.DATA / "materiel_words.yaml").read_text(encoding="utf-8")
    for entry in yaml.safe_load(text):
        for meaning in (entry, *entry.get("when", [])):
            assert meaning.get("category") in CATEGORIES or meaning.get("reason"), entry["heads"]
        admits = entry.get("admits", [])
        assert admits == "any" or set(admits) <= CATEGORIES, entry["heads"]


def test_the_compact_form_is_made_from_the_reviewed_one() -> None:
    made = compiling.compact()
    assert compiling.COMPACT.read_text(encoding="utf-8") == made, (
        "run python -m headstamp.resolve.materiel.compiling"
    )


@given(st.text(max_size=40))
def test_normalising_what_is_normal_changes_nothing(words: str) -> None:
    assert fold(fold(words)) == fold(words)
    assert key(key(words)) == key(words)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Fateh-110", "fateh 110"), ("فاتح ۱۱۰", "فاتح-110"), ("S-300PMU-2", "S-300 PMU2"),
        ("9К32 Стрела-2", "9К32 СТРЕЛА 2"), ("Shaheen-II", "Shaheen 2"), ("Hatf V", "Hatf-5"),
        ("7.62×39mm", "7.62 x 39 mm"), ("Ra'ad-500", "Raad 500"), ("Škorpion", "Skorpion"),
    ],
)  # fmt: skip
def test_spellings_of_one_designation_have_one_key(left: str, right: str) -> None:
    assert key(left) == key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Scud-B", "Scud-C"), ("Fateh-110", "Fateh-313"), ("SA-7", "SA-17"), ("C-802", "C-801"),
        ("Su-24", "Su-25"), ("Qasef-1", "Qasef-2K"), ("Igla", "Igla-S"), ("AK-47", "AK-74"),
    ],
)  # fmt: skip
def test_different_designations_have_different_keys(left: str, right: str) -> None:
    assert key(left) != key(right)
