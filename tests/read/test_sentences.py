"""Where sentences end. In the samples a bar stands where one ends and another begins."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.model import Span
from headstamp.read.sentences import sentences

SAMPLES = [
    "They came by night.|Nobody saw them.",
    "Were there missiles?|There were!|How many?",
    # Titles and initials belong to the name that follows.
    "It is run by Maj. Gen. Idris Farouk and Col. J. R. Sabri.|He denied it.",
    "Mr. and Mrs. Haddad own St. George Trading Ltd. of Limassol.|It is closed.",
    "The dhow belonged to K. Osman.|The crew fled.",
    # Initialisms may stand inside a sentence or at its end.
    "The U.S. Navy found them.|They were made in the U.S.|The crew was held.",
    "It sailed at 4 a.m. on Monday.|It came back at 5 p.m.|The crew slept.",
    "Rifles, rounds, etc. were found.|Crates, tins, etc.|The rest was gone.",
    # A figure after the stop.
    "See No. 5 and para. 12 of annex 3.|See fig. 2.",
    "“Did you sell them?”|No.|He looked away.",
    "On Oct. 3 the ship left, with approx. 40 tonnes.|On Nov. 5 it sank.",
    "It weighs 4.5 tonnes and fires 7.62 mm rounds.|It is old.",
    # Quotation marks and brackets close with their sentence.
    '"We never sold them."|He laughed.|"Never."',
    "“They were old.”|“They were new,” she said.",
    "(The ministry did not reply.)|The rockets were found.",
    "“Who sold them?” he asked.|Nobody knew.",
    # What goes on in lower case is the same sentence.
    "The missiles ... were never found.|So he said…|Nobody asked.",
    "Wait… what?|Yes!",
    # The number of a paragraph is no sentence.
    "118. Between February and April nine flights came.|Two were traced.",
    "A. The rockets were new.|The rifles were not.",
    # A paragraph ends a sentence, with or without a stop.
    "Rockets for the north\n\n|The rockets came from the port.",
    "the first\n \n|the second",
    "وصلت الصواريخ؟|Yes.",
]


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_cut_where_its_bars_stand(sample: str) -> None:
    text = sample.replace("|", " ")
    assert [s.of(text) for s in sentences(text)] == [part.strip() for part in sample.split("|")]


@given(st.text(alphabet='aB1 .!?…"”)\n\u061f—', max_size=60))
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    found = sentences(text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())
    assert all(s.of(text) == s.of(text).strip() != "" for s in found)


def test_a_stretch_is_cut_by_itself() -> None:
    text = "One. Two. Three."
    assert sentences(text, Span(5, 9)) == [Span(5, 9)]
