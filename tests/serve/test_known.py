"""What is known of a party beside the ledger."""

from headstamp.resolve.aliases import aliases
from headstamp.resolve.authority import shipped
from headstamp.serve.known import LANGUAGES, SCRIPTS, known


def test_a_force_stands_below_its_corps_and_its_state() -> None:
    told = known("quds-force")
    assert told is not None
    assert [parent.id for parent in told.parents] == ["irgc", "iran"]
    assert told.home is not None
    assert told.home.id == "iran"


def test_a_state_has_members_and_no_other_home() -> None:
    told = known("iran")
    assert told is not None
    assert told.home is None
    assert "irgc" in [member.id for member in told.members]


def test_years_of_existence_are_told_as_far_as_they_are_known() -> None:
    years = {id: told.years for id in ("kataib-hizballah", "iran") if (told := known(id))}
    assert years == {"kataib-hizballah": "2007–", "iran": ""}


def test_words_that_nothing_resolved_are_not_known() -> None:
    assert known("~the brokers") is None


def test_every_script_and_language_of_a_name_has_an_english_name() -> None:
    names = [alias for id in shipped().entries for alias in aliases(id)]
    assert {alias.script for alias in names} - SCRIPTS.keys() == set()
    assert {alias.language for alias in names if alias.language} - LANGUAGES.keys() == set()
