"""Places: the table of words in places.txt, the catalogues, and what holds for any words."""

import gzip
import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.model.values import Place, PlaceKind, Unresolved
from headstamp.resolve.places import compiling, countries_named, resolve_place, resolve_places
from headstamp.resolve.places.catalogue import countries, entries, load
from headstamp.resolve.places.spelling import form, sound, without_article

HERE = Path(__file__).parent


def shown(found: Place | Unresolved) -> str:
    """A result as places.txt writes it."""
    if isinstance(found, Unresolved):
        return f"none: {found.reason}"
    where = ""
    if found.latitude is not None:
        where = f" at {found.latitude:.1f} {found.longitude:.1f}"
    return f"{found.name} ({found.country or '-'}, {found.kind}){where}, {found.rule}"


def cases() -> list[tuple[str, str, str]]:
    lines = (HERE / "places.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [(words, context.replace("-", ""), result) for words, context, result in rows]


@pytest.mark.parametrize(("words", "context", "result"), cases())
def test_table(words: str, context: str, result: str) -> None:
    assert shown(resolve_place(words, countries=context.split())) == result


def test_places_of_a_document_tell_each_other() -> None:
    alone = resolve_place("Tripoli")
    beside = resolve_places(["Tripoli", "Baalbek", "Sidon"])[0]
    assert isinstance(alone, Place)
    assert (alone.country, alone.score) == ("LY", 0.6)
    assert isinstance(beside, Place)
    assert (beside.country, beside.score) == ("LB", 0.95)


def test_a_small_namesake_far_from_the_context_is_not_chosen() -> None:
    assert isinstance(resolve_place("Alpena", countries=["YE"]), Unresolved)


def test_a_place_nearby_tells_namesakes_of_one_country() -> None:
    near = resolve_place("Manbij")
    assert isinstance(near, Place)
    found = resolve_place("Al-Bab", countries=["SY"], near=[near])
    assert isinstance(found, Place)
    assert found.country == "SY"


def test_countries_named_come_most_named_first() -> None:
    text = "Iran denied it. Iranian dhows left for Yemen; the US Navy said so."
    assert countries_named(text) == ("IR", "YE", "US")
    assert countries_named("Give us a hand in Georgia") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hodeidah", "Al-Hudaydah"),
        ("Derna", "Darnah"),
        ("Nassiriya", "Nasiriyah"),
        ("Deir ez-Zor", "Dair al-Zor"),
        ("Qamishli", "Kamishly"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_forms_keep_scripts_and_drop_marks() -> None:
    assert form("Ḩalab") == form("Halab") == "halab"
    assert without_article("الحديدة") == without_article("حديده")
    assert sound("Донецк") == ""


@given(st.text(max_size=60), st.lists(st.sampled_from(["LY", "IR", "US", "??"]), max_size=3))
def test_any_words_resolve_or_not_and_always_alike(words: str, context: list[str]) -> None:
    found = resolve_place(words, countries=context)
    assert found == resolve_place(words, countries=context)
    assert isinstance(found, Unresolved) or (found.rule and 0 < found.score <= 1)


PARTS = [
    "port of", "near", "Tripoli", "the", "border", "eastern", "Libya", "Iraqi", "-", ",", "in",
    "Al-", "'s", "Hodeidah", "70 miles", "north of", "off", "Va.", "حلب", "WAREHOUSE", "and",
]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=9))
def test_words_of_the_field_in_any_order_do_not_raise(parts: list[str]) -> None:
    resolve_place(" ".join(parts))
    countries_named(" ".join(parts))


def test_every_entry_of_our_list_is_whole() -> None:
    groups = load("places")["groups"]
    codes = {code for code, *_ in _gazetteer("SELECT code FROM country")}
    assert all(group["source"] for group in groups)
    assert sum(1 for _ in entries()) >= 250
    for entry, names in entries():
        assert entry.kind in get_args(PlaceKind), entry.name
        assert set(entry.countries) <= codes | {"IO"}, entry.name
        assert -90 <= (entry.latitude or 0) <= 90, entry.name
        assert -180 <= (entry.longitude or 0) <= 180, entry.name
        assert len(set(names)) == len(names), entry.name


def test_no_name_of_our_list_has_two_owners() -> None:
    owners: dict[str, str] = {}
    for entry, names in entries():
        if not entry.shared:
            for name in names:
                assert owners.setdefault(form(name), entry.name) == entry.name, name


def test_every_country_is_known_and_no_adjective_has_two() -> None:
    past = {"SU", "YU", "CS", "DD"}
    listed = load("countries")
    assert listed["source"]
    codes = {code for code, *_ in _gazetteer("SELECT country FROM place WHERE kind = 'country'")}
    assert set(listed["countries"]) <= codes | past
    owners: dict[str, str] = {}
    for code, (_, adjectives) in listed["countries"].items():
        for each in adjectives:
            assert owners.setdefault(form(each), code) == code, each
    assert not countries().shared & set(owners)


def test_the_compact_list_is_made_from_the_reviewed_one() -> None:
    made = compiling.compact()
    assert compiling.COMPACT.read_text(encoding="utf-8") == made, (
        "run python -m headstamp.resolve.places.compiling"
    )


def test_gazetteer_covers_the_world() -> None:
    ((settlements, held),) = _gazetteer(
        "SELECT count(*), count(DISTINCT country) FROM place WHERE kind = 'city'"
    )
    assert settlements > 80_000
    assert held > 220


def _gazetteer(query: str) -> list[tuple[int | str, ...]]:
    packed = files("headstamp").joinpath("data/gazetteer.sqlite.gz").read_bytes()
    base = sqlite3.connect(":memory:")
    base.deserialize(gzip.decompress(packed))
    return base.execute(query).fetchall()
