"""How much of the text is quoted for a claim."""

from headstamp.assemble.quoting import quotable
from headstamp.model import Span


def test_a_claim_is_quoted_with_the_sentences_of_its_arguments() -> None:
    text = "One came. Two came. Three went."
    cut = [Span(0, 9), Span(10, 19), Span(20, 31)]
    assert quotable(cut, Span(14, 18), []).of(text) == "Two came."
    assert quotable(cut, Span(14, 18), [Span(0, 3)]).of(text) == "One came. Two came."


def test_a_trigger_outside_every_sentence_is_quoted_alone() -> None:
    assert quotable([], Span(3, 5), []) == Span(3, 5)
