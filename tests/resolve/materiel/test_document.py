"""A whole text: lists, what pronouns and plain descriptions point to, arms of no sort."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.model.document import Span
from headstamp.model.values import Materiel, Unresolved
from headstamp.resolve.materiel import resolve_materiel_in
from headstamp.resolve.materiel.several import each_materiel


def span(text: str, words: str, occurrence: int = 1) -> Span:
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def shown(answer: tuple[Materiel, ...] | Unresolved) -> str:
    if isinstance(answer, Unresolved):
        return f"unresolved: {answer.reason}"
    return ", ".join(value.designation or value.category for value in answer)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Zolfaghar, Fateh-110 and Zelzal missiles", "Zolfaghar, Fateh-110, Zelzal"),
        ("missiles (Fateh-110, Zolfaghar)", "Fateh-110, Zolfaghar"),
        ("rifles and mortars", "small arm, artillery"),
        ("mortar and artillery shells", "ammunition"),
        ("pistols, 40 hand grenades and other weapons", "small arm, ammunition, equipment"),
        ("AK-47 and AKM rifles", "AK-47, AKM"),
        ("command and control systems", "equipment"),
        ("anti-tank and anti-aircraft missiles", "anti-tank missile, air defence"),
        ("rifles and vegetables", "unresolved: no word names arms that the catalogue or the "
         "grammar knows"),
    ],
)  # fmt: skip
def test_a_list_names_several(words: str, expected: str) -> None:
    assert shown(each_materiel(words)) == expected


def answers(text: str, *asked: str, mentions: tuple[str, ...] = ()) -> list[str]:
    found = resolve_materiel_in(
        text,
        [span(text, words) for words in asked],
        mentions=[span(text, words) for words in mentions],
    )
    return [shown(answer) for answer in found]


def test_a_consignment_is_all_that_the_sentence_before_names() -> None:
    text = "Police found rifles in one lorry and mortars in another. The consignment came by sea."
    assert answers(text, "consignment", mentions=("rifles", "mortars")) == ["small arm, artillery"]


def test_the_missiles_are_those_named_last_not_the_rifles() -> None:
    text = "They had Igla missiles and rifles. It rained. It rained. It rained. The missiles work."
    found = resolve_materiel_in(
        text,
        [span(text, "missiles", 2)],
        mentions=[span(text, "Igla missiles"), span(text, "rifles")],
    )
    assert shown(found[0]) == "Igla"
    assert isinstance(found[0], tuple)
    assert found[0][0].rule == "named-before"


def test_pronouns_mean_the_arms_rather_than_a_part_beside_them() -> None:
    text = "He bought rifles with spare barrels. Police took them."
    assert answers(text, "them", mentions=("rifles", "barrels")) == ["small arm"]


def test_a_pronoun_far_from_any_arms_means_none_of_them() -> None:
    text = "He bought rifles. It rained. It rained. It rained. He sold them."
    assert answers(text, "them", mentions=("rifles",)) == [
        "unresolved: the words point to something said elsewhere"
    ]


def test_a_headline_s_bare_noun_is_explained_below_it() -> None:
    text = "Missiles shipped\n\nThe navy found anti-ship missiles."
    assert answers(text, "Missiles", mentions=("anti-ship missiles",)) == ["anti-ship missile"]


def test_a_bare_noun_that_fits_two_sorts_stays_open() -> None:
    text = "Missiles shipped\n\nThe navy found anti-ship missiles and Igla missiles."
    assert answers(text, "Missiles", mentions=("anti-ship missiles", "Igla missiles")) == [
        "unresolved: missiles of which kind is not said"
    ]


def test_weapons_are_equipment_where_nothing_tells_more() -> None:
    assert answers("Iran sends weapons to Yemen.", "weapons") == ["equipment"]
    assert answers("A shipment left Latakia.", "shipment") == ["equipment"]


def test_what_is_said_to_stand_for_the_words_comes_first() -> None:
    text = "Rifles came. The mortars went. They were old."
    them, rifles = span(text, "They"), span(text, "Rifles")
    found = resolve_materiel_in(
        text, [them], stands_for={them: rifles}, mentions=[rifles, span(text, "mortars")]
    )
    assert shown(found[0]) == "small arm"


def test_a_chain_that_bites_its_tail_ends() -> None:
    text = "It and that."
    it, that = span(text, "It"), span(text, "that")
    found = resolve_materiel_in(text, [it], stands_for={it: that, that: it})
    assert isinstance(found[0], Unresolved)


WORDS = "the rifles them it missiles consignment , and Fateh-110 weapons . They Igla launchers"


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=12), st.data())
def test_any_text_resolves_or_says_why_not_and_twice_the_same(
    parts: list[str], data: st.DataObject
) -> None:
    text = " ".join(parts)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = [Span(*sorted(pair)) for pair in data.draw(st.lists(ends, max_size=4))]
    found = resolve_materiel_in(text, spans, mentions=spans[:2])
    assert found == resolve_materiel_in(text, spans, mentions=spans[:2])
    assert len(found) == len(spans)
    assert all(isinstance(each, Unresolved) or each for each in found)
