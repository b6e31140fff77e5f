"""Names of parties as people write them, each with where it can be checked."""

from headstamp.resolve import aliases
from headstamp.resolve.aliases import Alias
from headstamp.resolve.authority import shipped


def test_the_compact_form_is_in_step() -> None:
    message = "run python -m headstamp.resolve.aliases"
    assert aliases.COMPACT.read_text(encoding="utf-8") == aliases.compact(), message


def test_a_name_tells_its_script_language_and_source() -> None:
    names = aliases.aliases("kataib-hizballah")
    source = "US State Department, Foreign Terrorist Organizations"
    assert names[0] == Alias("Kata'ib Hizballah", "name", "Latn", None, source)
    assert Alias("كتائب حزب الله", "name", "Arab", "ar", source) in names
    assert Alias("Катаиб Хезболла", "name", "Cyrl", "ru", source) in names


def test_a_state_has_a_capital_and_a_people() -> None:
    told = {(name.text, name.sort) for name in aliases.aliases("iran")}
    assert {("Tehran", "capital"), ("Iranian", "adjective"), ("Iranians", "people")} <= told


def test_every_known_party_goes_by_its_name_first() -> None:
    for id, entry in shipped().entries.items():
        assert aliases.aliases(id)[0].text == entry.name


def test_nobody_has_no_names() -> None:
    assert aliases.aliases("~the brokers") == ()
