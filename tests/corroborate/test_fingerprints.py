"""Marks of wording: what is shared is found, wherever it stands."""

from hypothesis import given
from hypothesis import strategies as st

from headstamp.corroborate.fingerprints import few_marks, marks, quotations

WORDS = st.lists(
    st.sampled_from(["arms", "boat", "crate", "deck", "east", "fuse", "gun", "hull"]),
                 min_size=5, max_size=20)  # fmt: skip


@given(WORDS, WORDS, WORDS)
def test_a_shared_passage_leaves_its_marks_in_both(
    before: list[str], shared: list[str], after: list[str]
) -> None:
    passage = set(marks(" ".join(shared)).values)
    assert passage <= set(marks(" ".join([*before, *shared, *after])).values)


@given(WORDS)
def test_case_and_punctuation_make_no_difference(words: list[str]) -> None:
    plain, loud = marks(" ".join(words)), marks(", ".join(words).upper())
    assert plain.values == loud.values


def test_a_mark_points_at_its_words() -> None:
    text = "The convoy drove two nights, without headlights."
    found = marks(text, 4)
    assert text[found.starts[1] :].startswith("convoy drove two nights")
    assert marks("convoy drove two nights", 4).values == found.values[1:2]


def test_sentences_alike_but_for_a_word_share_a_mark() -> None:
    one = (
        "Six wheeled howitzers under tarpaulins were unloaded from a freighter in Poti on Saturday"
    )
    other = one.replace("Saturday", "Sunday night")
    assert few_marks(one) & few_marks(other)


def test_quotations_are_found_without_their_marks() -> None:
    text = 'He said: "Not one missile has left." She said “no” and «nothing of the sort at all».'
    assert [text[a:b] for a, b in quotations(text)] == [
        "Not one missile has left.",
        "nothing of the sort at all",
    ]
