"""A document as it was read, and beside it what people say of its claims."""

from types import SimpleNamespace
from typing import Any

from headstamp.ledger.ledger import Ledger
from headstamp.model.transfer import ClaimRef, Correction, Note, Rating, Review

TEXT = "Karst gave rockets to Doline. Doline denied it."


def added(ledger: Ledger, make: SimpleNamespace, **fields: Any) -> None:
    gave = make.claim(TEXT, "c1", "gave", supplier="Karst", recipient="Doline")
    denied = make.claim(TEXT, "c2", "denied")
    make.add(ledger, make.extract(TEXT, gave, denied, **fields))


def test_what_was_rejected_is_there_as_read_with_who_rejected_it(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    added(ledger, make)
    make.state(ledger, Review(ClaimRef("sample", "c1"), "reject", "a toy"), by="ben")
    with ledger.reading() as view:
        told = view.as_read("sample")
    assert told is not None
    gave, denied = told.extract.claims
    assert told.now(gave) is None
    assert told.now(denied) == denied
    assert told.reviews["c1"].by == "ben"
    assert "c2" not in told.reviews


def test_what_was_corrected_is_there_as_it_was_and_as_it_is(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    added(ledger, make)
    review = Review(ClaimRef("sample", "c1"), "correct", "", (Correction("time", value="future"),))
    make.state(ledger, review)
    with ledger.reading() as view:
        told = view.as_read("sample")
    assert told is not None
    before = told.extract.claims[0]
    after = told.now(before)
    assert after is not None
    assert (before.time, after.time) == ("past", "future")


def test_notes_and_the_last_grade_go_by_claim_and_an_undone_one_is_gone(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    added(ledger, make)
    said = [Note("claim", "sample/c2", words) for words in ("one", "two", "three")]
    *_, third = make.state(ledger, *said)
    make.state(ledger, Rating("claim", "sample/c2", "2"), Rating("claim", "sample/c2", "3"))
    make.undo(ledger, third.number)
    with ledger.reading() as view:
        told = view.as_read("sample")
    assert told is not None
    assert [change.statement.text for change in told.notes["c2"]] == ["one", "two"]  # type: ignore[union-attr]
    assert told.grades["c2"].statement == Rating("claim", "sample/c2", "3")


def test_what_was_said_goes_on_to_the_claim_in_its_place(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    added(ledger, make)
    make.state(ledger, Note("claim", "sample/c2", "look"))
    denied = make.claim(TEXT, "c1", "denied")
    make.add(ledger, make.extract(TEXT, denied, reader="reader 2"))
    with ledger.reading() as view:
        told = view.as_read("sample")
    assert told is not None
    assert list(told.notes) == ["c1"]


def test_a_document_that_is_not_there_is_none(ledger: Ledger) -> None:
    with ledger.reading() as view:
        assert view.as_read("sample") is None
