"""Which party words name, by which rule, and when it is left open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.model.values import Party, Unresolved
from headstamp.resolve.parties import declarations, resolve_party

TABLE = """
IRGC's Quds Force                                   | quds-force           | owner
Quds Force of Iran's Islamic Revolutionary Guard Corps | quds-force        | owner
Quds Force (IRGC-QF)                                | quds-force           | apposition
Iran-backed Kata'ib Hizballah                       | kataib-hizballah     | qualified
Kataeb Hezbullah                                    | kataib-hizballah     | *
کتائب حزب‌الله                                      | kataib-hizballah     | name
rebel group M23                                     | m23                  | qualified
RUF fighters                                        | ruf                  | people
Hezbollah in Lebanon                                | hizballah            | placed
Tehran                                              | iran                 | capital
the Iranian government                              | iran                 | government
Government of Norway                                | norway               | government
US officials                                        | united-states        | officials
Russian army                                        | russia/army          | organ
Russia's navy                                       | russia/navy          | organ
Royal Nepalese Army                                 | nepal/army           | qualified
Americans                                           | united-states        | demonym
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("words", "party", "rule"), ROWS)
def test_words_name_a_party(words: str, party: str, rule: str) -> None:
    found = resolve_party(words)
    assert isinstance(found, Party)
    assert found.id == party
    assert rule in ("*", found.rule)


@pytest.mark.parametrize(
    "words",
    ["rebels", "militia", "the group", "it", "us", "is", "Karim Nadir", "Turkish firm",
     "an arms dealer in Sofia", "factory in Brăila, Romania", "Ansar al-Sharia", ""],
)  # fmt: skip
def test_what_cannot_be_told_is_left_open(words: str) -> None:
    found = resolve_party(words)
    assert isinstance(found, Unresolved)
    assert found.reason


def test_an_ambiguous_name_needs_a_country() -> None:
    found = resolve_party("Ansar al-Sharia", country="TN")
    assert isinstance(found, Party)
    assert (found.id, found.rule) == ("ansar-al-sharia-tunisia", "name-of-country")


def test_parents_run_from_the_nearest() -> None:
    found = resolve_party("Quds Force")
    assert isinstance(found, Party)
    assert found.parents == ("Islamic Revolutionary Guard Corps", "Iran")


def test_the_looser_the_rule_the_lower_the_score() -> None:
    scores = [resolve_party(words) for words in ("Iran", "Tehran", "Iranian officials")]
    assert [s.score for s in scores if isinstance(s, Party)] == sorted(
        (s.score for s in scores if isinstance(s, Party)), reverse=True
    )


def test_a_text_declares_its_acronyms() -> None:
    text = "The Rapid Support Forces (RSF) met the Revolutionary United Front (RUF) in May (GMT)."
    declared = declarations(text)
    assert declared == {"RSF": "Rapid Support Forces", "RUF": "Revolutionary United Front"}
    found = resolve_party("RUF", declared=declared)
    assert isinstance(found, Party)
    assert (found.id, found.rule) == ("ruf", "declared")


@given(st.text())
def test_no_words_raise(words: str) -> None:
    assert isinstance(resolve_party(words), Party | Unresolved)
    assert isinstance(declarations(words), dict)
