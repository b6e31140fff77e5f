"""What the rest of a text tells about its parties and persons."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.model import Coreference, Mention, Span
from headstamp.model.values import Party, Unresolved
from headstamp.resolve.parties import Person, persons, resolve_parties_in, searching


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def ids(found: tuple[Party, ...] | Unresolved) -> list[str]:
    return [party.id for party in found] if isinstance(found, tuple) else []


@pytest.mark.parametrize(
    ("text", "words", "parties"),
    [
        ("Iran and Syria sent rockets.", "Iran and Syria", ["iran", "syria"]),
        ("Seized by French and American ships.", "French and American ships",
         ["france/navy", "us-navy"]),
        ("Troops of Bosnia and Herzegovina", "Bosnia and Herzegovina", ["bosnia-and-herzegovina"]),
        ("The Revolutionary Guards met. The Guards sent two.", "Guards sent"[:6], ["irgc"]),
        ("In Kinshasa the Congolese army was given rifles.", "Congolese army", ["congo-dr/army"]),
        ("Some rifles went to Liberians.", "Liberians", []),
        ("Rifles went to affiliated militias in Iraq.", "affiliated militias in Iraq", []),
    ],
)  # fmt: skip
def test_a_text_tells_its_parties(text: str, words: str, parties: list[str]) -> None:
    assert ids(resolve_parties_in(text, [span(text, words)])[0]) == parties


@pytest.mark.parametrize(
    ("day", "state"),
    [(date(1988, 5, 1), "soviet-union"), (date(1991, 12, 25), "soviet-union"),
     (date(1991, 12, 26), "russia"), (date(2020, 1, 1), "russia"), (None, "russia")],
)  # fmt: skip
def test_moscow_is_whoever_ruled_there_on_the_day(day: date | None, state: str) -> None:
    text = "Moscow sent tanks."
    assert ids(resolve_parties_in(text, [span(text, "Moscow")], (), day)[0]) == [state]


def test_a_pronoun_is_what_it_stands_for() -> None:
    text = "Hamas denied it. The movement said the group had none."
    links = (
        Coreference(span(text, "the group"), span(text, "movement"), 0.9),
        Coreference(span(text, "movement"), span(text, "Hamas"), 0.9),
    )
    found = resolve_parties_in(text, [span(text, "group")], links)[0]
    assert ids(found) == ["hamas"]
    assert isinstance(found, tuple)
    assert found[0].rule == "coreference"


def test_a_name_on_no_file_is_what_the_text_says_it_is() -> None:
    text = "Sardab Transit, a carrier based in Sharjah, flew the crates."
    name = span(text, "Sardab Transit")
    found = resolve_parties_in(text, [name], mentions=[Mention("ORG", name, 0.9)])[0]
    assert isinstance(found, tuple)
    assert (found[0].id, found[0].kind, found[0].rule) == (
        "text:sardab-transit", "firm", "named-in-text",
    )  # fmt: skip
    assert ids(resolve_parties_in(text, [name])[0]) == []


def told(text: str, *names: str) -> tuple[Person, ...]:
    mentions = []
    for name in names:
        place = text.index(name)
        while place >= 0:
            mentions.append(Mention("PER", Span(place, place + len(name)), 0.9))
            place = text.find(name, place + len(name))
    longest = [m for m in mentions if not any(o.span.contains(m.span) and o != m for o in mentions)]
    return persons(text, longest, (), searching())


def test_the_names_of_one_person_are_merged() -> None:
    found = told("General Karim Dastan spoke. Dastan left. Rahim Sorush stayed.",
                 "General Karim Dastan", "Dastan", "Rahim Sorush")  # fmt: skip
    assert [(person.name, len(person.spans)) for person in found] == [
        ("Karim Dastan", 2), ("Rahim Sorush", 1),
    ]  # fmt: skip


def test_a_surname_that_two_bear_is_left_open() -> None:
    found = told("Karim Dastan met Omid Dastan. Dastan left.", "Karim Dastan", "Omid Dastan",
                 "Dastan")  # fmt: skip
    assert [len(person.spans) for person in found] == [1, 1]


@pytest.mark.parametrize(
    ("text", "role", "words", "party"),
    [
        ("Karim Dastan, a retired colonel at the Amman Institute, agreed.", "retired colonel",
         "Amman Institute", None),
        ("The Iranian foreign minister Karim Dastan agreed.", "foreign minister", "Iranian",
         "iran"),
        ("Karim Dastan of Hamas agreed.", None, "Hamas", "hamas"),
    ],
)  # fmt: skip
def test_a_person_has_the_role_that_the_text_gives(
    text: str, role: str | None, words: str | None, party: str | None
) -> None:
    (person,) = told(text, "Karim Dastan")
    assert (person.role, person.affiliation_words) == (role, words)
    assert (person.affiliation.id if person.affiliation else None) == party


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_no_text_raises(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in places]
    mentions = [Mention("PER", one, 0.5) for one in spans]
    found = resolve_parties_in(text, spans, mentions=mentions)
    assert found == resolve_parties_in(text, spans, mentions=mentions)


def test_a_person_comes_as_a_party_with_a_role_and_what_it_belongs_to() -> None:
    text = "Karim Dastan, a retired colonel of the Lebanese army, said so. Dastan added more."
    named = [Span(0, 12), Span(text.rindex("Dastan"), text.rindex("Dastan") + 6)]
    mentions = [Mention("PER", span, 1.0) for span in named]
    for found in resolve_parties_in(text, named, mentions=mentions):
        (person,) = found
        assert (person.canonical, person.kind) == ("Karim Dastan", "person")
        assert "colonel" in person.role
