"""What a correction made of a claim, in the words of its text."""

from dataclasses import replace

from headstamp.model import Argument, Claim, Span
from headstamp.model.claim import Speaker
from headstamp.show.differences import Difference, differences

TEXT = "Karst gave rockets to Doline, and Polje gave none."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def filler(role: str, words: str) -> Argument:
    return Argument(role, at(words), words, 0.9)


BEFORE = Claim(
    "c1", "transfer", at("gave"), Span(0, len(TEXT)), "body",
    (filler("supplier", "Karst"), filler("recipient", "Doline")),
    "CT+", 0.9, "past", 0.9, (Speaker("outlet", "Courier"),), 0.9,
)  # fmt: skip


def test_nothing_differs_from_itself() -> None:
    assert differences(BEFORE, BEFORE, TEXT) == ()


def test_words_of_ours_are_told_as_people_read_them() -> None:
    after = replace(BEFORE, factuality="PS-", time="future")
    assert differences(BEFORE, after, TEXT) == (
        Difference("factuality", "certain", "possibly not"),
        Difference("time", "past", "future"),
    )


def test_a_filler_is_told_beside_the_one_it_replaces() -> None:
    after = replace(BEFORE, arguments=(filler("recipient", "Doline"), filler("supplier", "Polje")))
    assert differences(BEFORE, after, TEXT) == (Difference("supplier", "Karst", "Polje"),)


def test_what_was_added_and_taken_away_stands_alone() -> None:
    after = replace(BEFORE, arguments=(BEFORE.arguments[0], filler("materiel", "rockets")))
    assert differences(BEFORE, after, TEXT) == (
        Difference("recipient", "Doline", None),
        Difference("materiel", None, "rockets"),
    )


def test_a_trigger_of_the_same_words_elsewhere_is_another() -> None:
    second = TEXT.rindex("gave")
    after = replace(BEFORE, trigger=Span(second, second + 4))
    assert differences(BEFORE, after, TEXT) == (Difference("trigger", "gave", "gave"),)
