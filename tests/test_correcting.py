"""A person's correction, from words or places in the text to spans and values."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from headstamp.correcting import Wish, accepted, corrected
from headstamp.errors import InputError
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.readying import Addition
from headstamp.model import Argument, Block, Claim, Document, Extract, Reading, Span
from headstamp.model.claim import Speaker
from headstamp.model.transfer import ClaimRef, Correction
from headstamp.model.values import Party

TEXT = "Iran gave rockets to Hezbollah and Hamas, Syria said. Iran paid."
REF = ClaimRef("sample", "c1")


def at(words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def filler(role: str, words: str) -> Argument:
    return Argument(role, at(words), words, 0.9)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    claim = Claim(
        "c1", "transfer", at("gave"), Span(0, len(TEXT)), "body",
        (filler("supplier", "Iran"), filler("recipient", "Hezbollah")),
        "CT+", 0.9, "past", 0.9, (Speaker("outlet", "The Karst Courier"),), 0.9,
    )  # fmt: skip
    document = Document(
        "sample", TEXT, (Block("body", Span(0, len(TEXT))),), "sample.txt", "0" * 64, "text/plain"
    )
    held = Ledger(tmp_path / "ledger.sqlite")
    with held.writing(by="anna") as writer:
        writer.add([Addition(Extract(document, Reading("r"), (claim,), ()), None)])
    yield held
    held.close()


def granted(ledger: Ledger, *wishes: Wish) -> tuple[Correction, ...]:
    with ledger.reading() as view:
        return corrected(view, REF, wishes, "").corrections


def test_words_may_be_given_by_their_place(ledger: Ledger) -> None:
    (made,) = granted(ledger, Wish("supplier", at("Syria")))
    assert (made.was, made.span) == (at("Iran"), at("Syria"))
    assert isinstance(made.value, Party)


def test_another_filler_leaves_those_that_are_there(ledger: Ledger) -> None:
    (made,) = granted(ledger, Wish("recipient", at("Hamas"), another=True))
    assert (made.was, made.span) == (None, at("Hamas"))


def test_several_wishes_are_granted_one_after_the_other(ledger: Ledger) -> None:
    wishes = (
        Wish("supplier", instead_of=at("Iran"), remove=True),
        Wish("kind", value="funding"),
        Wish("funder", at("Iran", 2), another=True),
    )
    removed, kind, funder = granted(ledger, *wishes)
    assert (removed.was, removed.span) == (at("Iran"), None)
    assert kind.value == "funding"
    assert funder.span == at("Iran", 2)


def test_a_role_that_the_kind_does_not_have_is_refused(ledger: Ledger) -> None:
    with pytest.raises(InputError, match="a claim of transfer has no funder"):
        granted(ledger, Wish("funder", at("Iran"), another=True))


def test_a_place_that_is_not_in_the_text_is_refused(ledger: Ledger) -> None:
    with pytest.raises(InputError, match="is no stretch of the text"):
        granted(ledger, Wish("supplier", Span(3, 9_999)))


def test_what_was_put_right_is_accepted_as_it_was_put_right(ledger: Ledger) -> None:
    with ledger.writing(by="ben") as writer:
        assert accepted(writer, REF, "").verdict == "accept"
        writer.state(corrected(writer, REF, [Wish("time", value="future")], ""))
        again = accepted(writer, REF, "as ben says")
    assert again.verdict == "correct"
    assert again.corrections == (Correction("time", value="future"),)
