"""The list of documents, and the transfers of what they claim."""

from datetime import date
from types import SimpleNamespace

import pytest

from headstamp.errors import InputError
from headstamp.ledger.documents import ListedDocument
from headstamp.ledger.ledger import Ledger
from headstamp.model.transfer import ClaimRef, Member, Review, Transfer

DAYS = {"a": date(2024, 5, 3), "b": None, "c": date(2025, 1, 9), "d": date(2024, 5, 3)}
TEXT = "Zhorda sent rockets and tents"


@pytest.fixture
def filled(ledger: Ledger, make: SimpleNamespace) -> Ledger:
    for id, day in DAYS.items():
        text = f"{TEXT} {id}."
        claims = [make.claim(text, "c1", "sent"), make.claim(text, "c2", "tents")]
        outlet = "Delta Wire" if id in "ab" else "The Karst Courier"
        make.add(ledger, make.extract(text, *claims, id=id, day=day, outlet=outlet))
    return ledger


def ids(ledger: Ledger, limit: int = 1, outlet: str | None = None) -> list[str]:
    """All pages, a few documents each."""
    found: list[str] = []
    after = None
    while True:
        with ledger.reading() as view:
            page = view.documents(limit=limit, after=after, outlet=outlet)
        found += [each.id for each in page.listed]
        after = page.next
        if after is None:
            return found


@pytest.mark.parametrize("limit", [1, 2, 9])
def test_the_newest_come_first_and_those_without_a_day_last(filled: Ledger, limit: int) -> None:
    assert ids(filled, limit) == ["c", "d", "a", "b"]
    assert ids(filled, limit, outlet="Delta Wire") == ["a", "b"]
    assert ids(filled, limit, outlet="Delta") == []


def test_a_document_is_listed_as_its_current_reading_has_it(
    filled: Ledger, make: SimpleNamespace
) -> None:
    make.state(filled, Review(ClaimRef("c", "c2"), "reject", "tents are no arms"))
    with filled.reading() as view:
        first, *others = view.documents().listed
    assert first == ListedDocument(
        "c", "A title", "The Karst Courier", date(2025, 1, 9), "en", claims=2, reviewed=1
    )
    assert [(each.claims, each.reviewed) for each in others] == [(2, 0)] * 3
    text = f"{TEXT} c."
    make.add(filled, make.extract(text, reader="reader 2", id="c", title="Another", day=None))
    with filled.reading() as view:
        assert view.documents().listed[-2:][0].id == "c"
        assert [(e.title, e.claims) for e in view.documents().listed if e.id == "c"] == [
            ("Another", 0)
        ]


def test_a_page_that_is_none_is_told(filled: Ledger) -> None:
    with filled.reading() as view, pytest.raises(InputError, match="is not one"):
        view.documents(after="tomorrow")


def test_current_claims_of_a_document_stand_in_transfers(
    filled: Ledger, make: SimpleNamespace
) -> None:
    refs = [ClaimRef("a", "c1"), ClaimRef("a", "c2"), ClaimRef("b", "c1")]
    held = {each.document.id: each for each in make.held(filled)}
    with filled.writing(by="anna") as writer:
        made = [
            Transfer(id, "transfer", tuple(Member(ref, "asserts") for ref in some), *[()] * 5)
            for id, some in {"t1": refs[::2], "t2": refs[1:2]}.items()
        ]
        writer.replace_transfers([], made, held, {})
        assert writer.entries_of("a") == {refs[0]: "t1", refs[1]: "t2"}
        assert writer.entries_of("b") == {refs[2]: "t1"}
        assert writer.entries_of("c") == writer.entries_of("nothing") == {}


@pytest.mark.parametrize("after", ["1", "1.", "a.b", "1_0.2", "１.2", f"{10**30}.1", "1.-1"])
def test_a_page_that_there_is_none_of_is_said(ledger: Ledger, after: str) -> None:
    with ledger.reading() as view, pytest.raises(InputError, match="page before"):
        view.documents(after=after)
