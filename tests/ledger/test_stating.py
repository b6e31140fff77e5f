"""What people say: signed, undoable, kept with the words when a document is read again."""

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from headstamp.errors import InputError
from headstamp.ledger.ledger import Ledger
from headstamp.model import Span
from headstamp.model.transfer import (
    ClaimRef,
    Correction,
    Judgement,
    Member,
    Note,
    Rating,
    Review,
    Transfer,
)
from headstamp.model.values import Party

TEXT = "Zhorda sent rockets to Green Banner. It bought mortars too."
C1, C2 = ClaimRef("sample", "c1"), ClaimRef("sample", "c2")
SAME = Judgement("claim", "sample/c1", "sample/c2", "same")


@pytest.fixture(autouse=True)
def first(ledger: Ledger, make: SimpleNamespace) -> Any:
    extract = make.extract(
        TEXT,
        make.claim(TEXT, "c1", "sent", supplier="Zhorda", recipient="Green Banner"),
        make.claim(TEXT, "c2", "bought"),
    )
    make.add(ledger, extract)
    return extract


def read_again(ledger: Ledger, make: SimpleNamespace) -> Any:
    """The same two claims under other names, and a new one."""
    better = make.extract(
        TEXT,
        make.claim(TEXT, "c1", "too"),
        make.claim(TEXT, "c2", "sent rockets", supplier="Zhorda", recipient="Green Banner"),
        make.claim(TEXT, "c3", "bought"),
        reader="reader 2",
    )
    make.add(ledger, better)
    return better


def claims(ledger: Ledger, make: SimpleNamespace) -> dict[str, Any]:
    return {claim.id: claim for claim in make.held(ledger)[0].claims}


def test_a_change_says_who_when_and_what(ledger: Ledger, make: SimpleNamespace) -> None:
    review = Review(C1, "accept")
    (change,) = make.state(ledger, review, by="bela")
    assert (change.number, change.by, change.act, change.subject) == (
        2,
        "bela",
        "review",
        "sample/c1",
    )
    assert change.at == datetime(2026, 3, 1, 0, 1, tzinfo=UTC)
    assert (change.statement, change.stands) == (review, True)
    with ledger.reading() as view:
        assert view.history("sample/c1") == view.history("sample")[1:] == (change,)


def test_a_rejected_claim_is_left_out_until_that_is_undone(
    ledger: Ledger, make: SimpleNamespace, first: Any
) -> None:
    (change,) = make.state(ledger, Review(C1, "reject", "a rumour"))
    assert list(claims(ledger, make)) == ["c2"]
    make.undo(ledger, change.number)
    assert make.held(ledger) == [first]


def test_a_correction_puts_words_roles_and_values_right(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    party = Party("green-banner", "Green Banner", "group", (), 1.0, "by hand")
    wrong = Span(TEXT.index("Green"), TEXT.index("Green") + len("Green Banner"))
    rockets = Span(TEXT.index("rockets"), TEXT.index("rockets") + len("rockets"))
    corrections = (
        Correction("recipient", was=wrong, span=wrong, value=party),
        Correction("supplier", was=Span(0, 6)),
        Correction("materiel", span=rockets),
        Correction("factuality", value="PS+"),
        Correction("trigger", span=Span(7, 19)),
    )
    make.state(ledger, Review(C1, "correct", corrections=corrections))
    claim = claims(ledger, make)["c1"]
    assert [(a.role, a.words, a.value, a.score) for a in claim.arguments] == [
        ("materiel", "rockets", None, 1.0),
        ("recipient", "Green Banner", party, 1.0),
    ]
    assert (claim.factuality, claim.trigger) == ("PS+", Span(7, 19))


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (Correction("supplier", was=Span(1, 2)), "no supplier stands there"),
        (Correction("supplier"), "say which words"),
        (Correction("supplier", span=Span(0, 6), value="Zhorda"), "no plain word"),
        (Correction("trainer", span=Span(0, 6)), "has no trainer"),
        (Correction("kind", value="gift"), "kind is one of"),
        (Correction("trigger"), "needs its words"),
        (Correction("materiel", span=Span(50, 999)), "end after the text"),
    ],
)
def test_a_correction_must_fit(
    ledger: Ledger, make: SimpleNamespace, correction: Correction, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        make.state(ledger, Review(C1, "correct", corrections=(correction,)))


def test_the_last_review_stands(ledger: Ledger, make: SimpleNamespace, first: Any) -> None:
    make.state(ledger, Review(C1, "reject", "a rumour"), Review(C1, "accept"))
    assert make.held(ledger) == [first]
    make.undo(ledger, 3)
    assert list(claims(ledger, make)) == ["c2"]


def test_a_review_stays_with_its_words(ledger: Ledger, make: SimpleNamespace) -> None:
    make.state(ledger, Review(C1, "reject", "a rumour"))
    read_again(ledger, make)
    assert list(claims(ledger, make)) == ["c1", "c3"]


def test_a_judgement_follows_its_claims(ledger: Ledger, make: SimpleNamespace) -> None:
    make.state(ledger, SAME)
    read_again(ledger, make)
    with ledger.reading() as view:
        assert view.judgements() == (replace(SAME, left="sample/c2", right="sample/c3"),)
    make.undo(ledger, 3)
    with ledger.reading() as view:
        assert view.judgements() == (SAME,)


def test_a_judgement_of_a_claim_that_is_gone_waits(
    ledger: Ledger, make: SimpleNamespace, first: Any
) -> None:
    make.state(ledger, SAME)
    make.add(ledger, replace(first, reading=replace(first.reading, reader="r"), claims=()))
    with ledger.reading() as view:
        assert view.judgements() == ()
    assert make.faults(ledger) == []


def test_the_last_judgement_of_a_pair_stands_whichever_way_round(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    turned = Judgement("claim", "sample/c2", "sample/c1", "different", "other goods")
    parties = Judgement("party", "kataeb", "kataib", "same")
    make.state(ledger, SAME, turned, parties)
    with ledger.reading() as view:
        assert view.judgements() == (turned, parties)
        assert [change.number for change in view.history("kataib")] == [4]
        assert [change.number for change in view.history("sample/c1")] == [2, 3]
    make.undo(ledger, 3)
    with ledger.reading() as view:
        assert view.judgements() == (SAME, parties)


def test_undoing_an_undoing_makes_it_stand_again(ledger: Ledger, make: SimpleNamespace) -> None:
    make.state(ledger, SAME)
    stands = []
    for number in (2, 3, 4, 5):
        make.undo(ledger, number)
        with ledger.reading() as view:
            stands.append(view.judgements() == (SAME,))
    assert stands == [False, True, False, True]
    with pytest.raises(InputError, match="undone already"):
        make.undo(ledger, 3)
    with pytest.raises(InputError, match="is not in the ledger"):
        make.undo(ledger, 99)
    assert make.faults(ledger) == []


def test_ratings_and_notes_are_kept(ledger: Ledger, make: SimpleNamespace) -> None:
    courier, claim = Rating("source", "The Karst Courier", "C"), Rating("claim", "sample/c1", "2")
    better = replace(courier, grade="B")
    note = Note("document", "sample", "A photograph is missing.\n" * 50)
    make.state(ledger, courier, claim, better, note)
    with ledger.reading() as view:
        assert view.ratings() == {"The Karst Courier": better, "sample/c1": claim}
        assert view.history("sample")[-1].statement == note
        assert len(view.history("The Karst Courier")) == 2


@pytest.mark.parametrize(
    "statement",
    [
        Note("document", "nowhere", "text"),
        Note("claim", "sample/c9", "text"),
        Note("claim", "c9", "text"),
        Note("transfer", "t9", "text"),
        Rating("claim", "sample/c9", "1"),
        Review(ClaimRef("sample", "c9"), "accept"),
        Judgement("claim", "sample/c1", "sample/c9", "same"),
    ],
)
def test_what_a_statement_is_about_must_be_there(
    ledger: Ledger, make: SimpleNamespace, statement: Any
) -> None:
    with pytest.raises(InputError, match=r"see `headstamp|document/claim"):
        make.state(ledger, statement)


@pytest.mark.parametrize(
    ("type_", "fields"),
    [
        (Note, ("document", "sample", "x" * 1_501)),
        (Note, ("document", "sample", " ")),
        (Rating, ("source", "The Karst Courier", "1")),
        (Rating, ("claim", "sample/c1", "A")),
        (Review, (C1, "reject")),
        (Review, (C1, "correct")),
        (Judgement, ("claim", "a/c1", "a/c1", "same")),
    ],
)
def test_a_statement_that_says_nothing_cannot_be_made(type_: Any, fields: Any) -> None:
    with pytest.raises(ValueError, match=r"note|graded|reason|corrections|judged"):
        type_(*fields)


def test_the_last_change_about_a_thing_is_told(ledger: Ledger, make: SimpleNamespace) -> None:
    """A reviewer who saw another number has not seen all: claims, readings and undoings count."""
    member = Member(C1, "asserts")
    held = {each.document.id: each for each in make.held(ledger)}
    with ledger.writing(by="anna") as writer:
        transfer = Transfer("t", "transfer", (member,), (), (), (), (), ())
        writer.replace_transfers([], [transfer], held, {})

    def stated() -> dict[str, int]:
        with ledger.reading() as view:
            subjects = ("sample", str(C1), str(C2), "t", "anna", "nothing")
            told = {subject: view.stated(subject) for subject in subjects}
            of_claims = view.stated_of_claims("sample", [C1.claim, C2.claim, "nothing"])
            assert of_claims == {ref.claim: told[str(ref)] for ref in (C1, C2)} | {
                "nothing": view.stated("sample/nothing")
            }
            return told

    assert stated() == {"sample": 1, str(C1): 1, str(C2): 1, "t": 0, "anna": 0, "nothing": 0}
    make.state(ledger, Review(C1, "accept"), Note("document", "sample", "Long."))
    assert stated() == {"sample": 3, str(C1): 2, str(C2): 1, "t": 2, "anna": 0, "nothing": 0}
    make.state(ledger, SAME, Rating("source", "anna", "B"))
    make.undo(ledger, 2)
    assert stated() == {"sample": 6, str(C1): 6, str(C2): 4, "t": 6, "anna": 5, "nothing": 0}
    read_again(ledger, make)
    assert [stated()[str(ref)] for ref in (C1, C2)] == [7, 7]
    make.undo(ledger, 7)
    assert [stated()[str(ref)] for ref in (C1, C2)] == [8, 8]


def test_the_version_rises_with_changes_and_with_transfers(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    seen = []

    def version() -> int:
        with ledger.reading() as view:
            seen.append(view.version())
        return seen[-1]

    version()
    assert version() == seen[0]
    make.state(ledger, Review(C1, "accept"))
    version()
    make.undo(ledger, 2)
    version()
    for gone in ([], ["t"]):
        with ledger.writing(by="anna") as writer:
            writer.replace_transfers(gone, [], {}, {})
        version()
    with ledger.writing(by="anna") as writer:
        writer.drop_derived()
    version()
    assert seen[1:] == sorted(set(seen))


def test_a_note_or_a_grade_leaves_nothing_to_link_anew(ledger: Ledger) -> None:
    with ledger.writing(by="anna") as writer:
        writer.state(Note("claim", str(C1), "look"))
        writer.state(Note("document", "sample", "look"))
        writer.state(Rating("claim", str(C1), "3"))
        assert writer.touched == set()
        writer.state(Review(C1, "accept"))
        assert writer.touched == {"sample"}
