"""Places of a whole text: several in one phrase, what `there` points to, context from places."""

from hypothesis import given
from hypothesis import strategies as st

from headstamp.model.document import Span
from headstamp.model.values import Place, Unresolved
from headstamp.resolve.places import resolve_places_in


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def shown(answer: tuple[Place, ...] | Unresolved) -> str:
    if isinstance(answer, Unresolved):
        return f"none: {answer.reason}"
    return ", ".join(f"{place.name} ({place.country})" for place in answer)


def where(text: str, asked: str, *mentions: str) -> str:
    found = resolve_places_in(
        text, [span(text, asked)], mentions=[span(text, words) for words in mentions]
    )
    return shown(found[0])


def test_both_places_of_a_pair_are_found() -> None:
    text = "Trucks run between Aleppo and Raqqa in Syria."
    assert where(text, "between Aleppo and Raqqa") == "Aleppo (SY), Ar Raqqah (SY)"


def test_a_country_with_and_in_its_name_is_one() -> None:
    text = "They were made in Bosnia and Herzegovina."
    assert where(text, "Bosnia and Herzegovina") == "Bosnia and Herzegovina (BA)"


def test_there_and_plain_descriptions_mean_the_place_named_before() -> None:
    text = "The dhow left Hodeidah in Yemen. The port is mined; crates lie there."
    assert where(text, "there", "Hodeidah").endswith("(YE)")
    assert where(text, "port", "Hodeidah") == where(text, "there", "Hodeidah")


def test_a_port_without_article_means_none() -> None:
    text = "It left Hodeidah in Yemen. No port was open."
    assert where(text, "port", "Hodeidah") == "none: the words name no place"


def test_what_is_said_to_stand_for_the_words_comes_first() -> None:
    text = "From Aleppo to Raqqa, Syria. It was stored there."
    there = span(text, "there")
    found = resolve_places_in(
        text, [there], stands_for={there: span(text, "Aleppo")}, mentions=[span(text, "Raqqa")]
    )
    assert shown(found[0]) == "Aleppo (SY)"


def test_places_of_one_country_make_it_context_though_nothing_names_it() -> None:
    text = "Rifles went from Kano by Kaduna to Zaria."
    assert where(text, "Zaria", "Kano", "Kaduna").endswith("(NG)")


def test_who_holds_a_place_does_not_matter() -> None:
    assert where("It lies in rebel-held Aleppo, Syria.", "rebel-held Aleppo") == "Aleppo (SY)"


WORDS = ["the", "port", "there", "Aleppo", "and", "Raqqa", ",", "in", "Syria"]


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.data())
def test_any_text_resolves_or_says_why_not(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = [Span(*sorted(pair)) for pair in data.draw(st.lists(ends, max_size=3))]
    found = resolve_places_in(text, spans)
    assert len(found) == len(spans)
    assert all(isinstance(each, Unresolved) or each for each in found)
