"""Whether names of groups, persons, weapons and places are told to be one or two."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.resolve.names import match
from headstamp.resolve.names.screen import Screen

FOLDER = Path(__file__).parent
KINDS = ("group", "person", "weapon", "place")


@pytest.mark.parametrize(
    ("file", "precision", "recall"),
    [
        ("pairs.csv", 0.98, 0.98),
        ("fresh-1.csv", 0.98, 0.98),
        ("fresh-2.csv", 0.98, 0.98),
        ("fresh-3.csv", 0.98, 0.97),
        ("fresh-4.csv", 0.98, 0.96),
    ],
)
def test_the_pairs_are_told_apart(file: str, precision: float, recall: float) -> None:
    """Each fresh set was judged before its first run; `docs/parties.md` has the first figures."""
    pairs = list(csv.DictReader((FOLDER / file).open(encoding="utf-8")))
    told = [(match(p["left"], p["right"], kind=p["kind"]).same, p["same"] == "1") for p in pairs]
    right = sum(said and true for said, true in told)
    assert right / sum(said for said, _ in told) >= precision
    assert right / sum(true for _, true in told) >= recall


@pytest.mark.parametrize(
    ("left", "right", "kind", "rule"),
    [
        ("Kata'ib Hizballah", "كتائب حزب الله", "group", "known"),
        ("Kata'ib Hizballah", "Hezbollah", "group", None),
        ("Badr Organisation", "Badr Brigade of Nowhere", "group", None),
        ("Hezbollah (Lebanon)", "Lebanese Hizbullah", "group", "known"),
        ("Liwa al-Ghad", "Ghad Brigade", "group", "spelling"),
        ("Far Coast Front", "FCF", "group", "acronym"),
        ("Col. Karim Nadir", "Kareem al-Nadir", "person", "spelling"),
        ("Karim Nadir", "Karam Nadir", "person", None),
        ("Nadir", "Karim Nadir", "person", None),
        ("Karim Hadi Nadir", "Karim Nadir", "person", "middle-name"),
        ("K. Nadir", "Karim Nadir", "person", "initial"),
        ("Nadir, Karim", "Karim Nadir", "person", "spelling"),
        ("Abdolreza Nadir", "عبدالرضا نادر", "person", "spelling"),
        ("Serhiy Nadirenko", "Сергей Надиренко", "person", "spelling"),
        ("Talibani Nadir", "Talabani Nadir", "person", None),
        ("Nasir Karimi", "Nazir Karimi", "person", None),
        ("Süleyman Şah Tugayı", "Suleiman Shah Brigade", "group", "spelling"),
        ("Scud-B", "Scud C", "weapon", None),
        ("SA-8 Gecko", "Osa", "weapon", "known"),
        ("Tochka", "Tochka-U", "weapon", None),
        ("RPG-7", "آر بي جي 7", "weapon", "spelling"),
        ("9K338 Igla-S", "Igla-S", "weapon", "index"),
        ("Fateh-110", "فاتح ۱۱۰", "weapon", "spelling"),
        ("Hodeidah", "الحديدة", "place", "spelling"),
        ("Bushehr", "Bushire", "place", "known"),
        ("Mykolaiv", "Nikolaev", "place", "known"),
        ("Sirte", "Surt", "place", "known"),
        ("Daraa", "Daraya", "place", None),
    ],
)
def test_a_rule_decides(left: str, right: str, kind: str, rule: str | None) -> None:
    found = match(left, right, kind=kind)  # type: ignore[arg-type]
    assert (found.rule if found.same else None) == rule


@given(st.text(), st.text(), st.sampled_from(KINDS))
def test_matching_is_symmetric_and_reflexive(left: str, right: str, kind: str) -> None:
    assert match(left, right, kind=kind) == match(right, left, kind=kind)  # type: ignore[arg-type]
    assert match(left, left, kind=kind).same  # type: ignore[arg-type]


@given(st.lists(st.text(alphabet="abkhzقحبشк-' ", max_size=20)), st.sampled_from(KINDS))
def test_no_name_raises(names: list[str], kind: str) -> None:
    for name in names:
        match(name, "Kata'ib al-Nur", kind=kind)  # type: ignore[arg-type]


def test_a_screen_finds_another_spelling() -> None:
    screen = Screen(["Liwa al-Tawhid", "Jaysh al-Islam", "Suqour al-Sham"])
    assert screen.candidates("Suqur ash-Sham")[0] == "Suqour al-Sham"
    assert screen.candidates("جيش الإسلام")[0] == "Jaysh al-Islam"
    assert screen.candidates("xyzzy") == []


def test_a_screen_decides_over_the_nearest() -> None:
    screen = Screen(["Karim Nadir", "Karam Nadir", "Karim Hadi Nadir", "Samira Dastan"])
    found = screen.matches("كريم نادر", "person")
    assert [name for name, _ in found][:1] == ["Karim Nadir"]
    assert "Samira Dastan" not in [name for name, _ in found]
    assert all(match(name, "كريم نادر", kind="person") == decision for name, decision in found)


def test_a_screen_finds_another_name_on_file() -> None:
    screen = Screen(["Islamic Revolutionary Guard Corps", "Far Coast Front"])
    assert [name for name, _ in screen.matches("IRGC", "group")] == [screen.names[0]]
