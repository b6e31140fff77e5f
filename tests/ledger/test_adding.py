"""What is added is there, once, as it was; and what is added again takes the place of the last."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from evaluation import synthetic
from headstamp.errors import InputError
from headstamp.ledger.ledger import Ledger
from headstamp.model import Span
from headstamp.model.values import Unresolved

TEXT = "Zhorda sent rockets to Green Banner. It bought mortars too."


def test_what_was_added_is_there_with_its_bytes(ledger: Ledger, make: SimpleNamespace) -> None:
    extracts = [synthetic.extract(number) for number in range(5)]
    added = make.add(ledger, *extracts)
    assert added.documents == tuple(e.document.id for e in extracts)
    assert added.claims == sum(len(e.claims) for e in extracts)
    assert make.held(ledger) == extracts
    with ledger.reading() as view:
        assert view.original("synthetic-3") == extracts[3].document.text.encode()
        assert view.original("nowhere") is None
    assert make.faults(ledger) == []


@pytest.mark.parametrize("text", ["", "\0 and \ud800 sent", "كتائبِ sent صواريخ", "a\n\n\u2028sent"])
def test_any_text_is_kept_as_it_is(ledger: Ledger, make: SimpleNamespace, text: str) -> None:
    claims = [make.claim(text, "c1", "sent", supplier="sent")] if "sent" in text else []
    extract = make.extract(text, *claims, title=text, outlet=text or None)
    make.add(ledger, extract)
    assert make.held(ledger) == [extract]
    assert make.faults(ledger) == []


def test_adding_again_changes_nothing(ledger: Ledger, make: SimpleNamespace) -> None:
    extract = make.extract(TEXT, make.claim(TEXT, "c1", "sent"))
    make.add(ledger, extract, extract)
    elsewhere = replace(extract, document=replace(extract.document, source="copy.txt", id="copy"))
    again = make.add(ledger, extract, elsewhere, by="bela")
    assert (again.documents, again.known, again.claims) == ((), 2, 0)
    with ledger.reading() as view:
        assert [change.by for change in view.history("sample")] == ["anna"]


def test_bytes_that_were_missing_come_later(ledger: Ledger, make: SimpleNamespace) -> None:
    extract = make.extract(TEXT)
    with ledger.writing(by="anna") as writer:
        writer.add([replace(make.addition(extract), original=None)])
        assert writer.original("sample") is None
        assert writer.add([make.addition(extract)]).known == 1
        assert writer.original("sample") == TEXT.encode()


def test_other_texts_of_one_id_get_ids_of_their_own(ledger: Ledger, make: SimpleNamespace) -> None:
    other = make.extract("Another text.")
    make.add(ledger, make.extract(TEXT), other)
    ids = [extract.document.id for extract in make.held(ledger)]
    assert ids == ["sample", f"sample~{other.document.digest[:16]}"]


def test_another_reader_s_reading_takes_the_place(ledger: Ledger, make: SimpleNamespace) -> None:
    first = make.extract(
        TEXT,
        make.claim(TEXT, "c1", "sent", recipient="Green Banner"),
        make.claim(TEXT, "c2", "bought"),
        make.claim(TEXT, "c3", "Banner"),
    )
    better = make.extract(
        TEXT,
        make.claim(TEXT, "c1", "bought"),
        make.claim(TEXT, "c2", "sent rockets", recipient="Green Banner", supplier="Zhorda"),
        make.claim(TEXT, "c3", "too"),
        reader="reader 2",
    )
    make.add(ledger, first)
    (told,) = make.add(ledger, better).rereadings
    assert (told.document, told.before, told.after) == ("sample", "reader 1", "reader 2")
    assert told.kept == (("c2", "c1"),)
    assert told.changed == (("c1", "c2"),)
    assert (told.gone, told.new) == (("c3",), ("c3",))
    assert make.held(ledger) == [better]
    assert make.add(ledger, first).documents == ()
    assert make.faults(ledger) == []


def test_a_given_day_makes_a_new_edition(ledger: Ledger, make: SimpleNamespace) -> None:
    undated = make.extract(TEXT, make.claim(TEXT, "c1", "sent", date=("rockets", Unresolved("no"))))
    make.add(ledger, replace(undated, document=replace(undated.document, language="fa")))
    (told,) = make.add(ledger, undated).rereadings
    assert told.kept == (("c1", "c1"),)
    assert make.held(ledger) == [undated]


def test_another_text_of_the_same_bytes_keeps_claims_by_their_sentence(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    first = make.extract(TEXT, make.claim(TEXT, "c1", "sent"))
    text = f"A headline\n{TEXT}"
    better = make.extract(text, make.claim(text, "c9", "sent"), digest=first.document.digest)
    make.add(ledger, first)
    (told,) = make.add(ledger, better).rereadings
    assert told.kept == (("c1", "c9"),)
    assert make.faults(ledger) == []


def test_adding_can_be_undone_and_done_again(ledger: Ledger, make: SimpleNamespace) -> None:
    first = make.extract(TEXT, make.claim(TEXT, "c1", "sent"))
    second = replace(first, reading=replace(first.reading, reader="reader 2"), claims=())
    make.add(ledger, first)
    make.add(ledger, second)
    undone = make.undo(ledger, 2)
    assert make.held(ledger) == [first]
    assert make.undo(ledger, 1).undoes == 1
    assert make.held(ledger) == []
    assert make.add(ledger, second).documents == ("sample",)
    assert make.held(ledger) == [second]
    with ledger.reading() as view:
        acts = [(c.act, c.undoes, c.undone_by) for c in view.history("sample")]
    assert acts == [
        ("add", None, 4), ("add", None, None), ("undo", 2, 5), ("undo", 1, None),
        ("undo", undone.number, None),
    ]  # fmt: skip
    assert make.faults(ledger) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"trigger": Span(5, 999)}, "a span ends after the text"),
        ({"id": "c/1"}, "its id is empty or has a slash"),
        ({"speakers": ()}, "its last speaker is not the outlet"),
    ],
)
def test_what_does_not_hold_together_is_refused_whole(
    ledger: Ledger, make: SimpleNamespace, changes: dict[str, object], said: str
) -> None:
    good, sound = synthetic.extract(1), make.claim(TEXT, "c1", "sent")
    with pytest.raises(InputError, match=said):
        make.add(ledger, good, make.extract(TEXT, replace(sound, **changes)))
    assert make.held(ledger) == []


def test_words_that_stand_elsewhere_are_refused(ledger: Ledger, make: SimpleNamespace) -> None:
    claim = make.claim(TEXT, "c1", "sent", supplier="Zhorda")
    moved = replace(claim.arguments[0], span=Span(1, 7))
    with pytest.raises(InputError, match=r"“Zhorda” does not stand at 1\.\.7"):
        make.add(ledger, make.extract(TEXT, replace(claim, arguments=(moved,))))


def test_other_bytes_than_the_digest_s_are_refused(ledger: Ledger, make: SimpleNamespace) -> None:
    with ledger.writing(by="anna") as writer, pytest.raises(InputError, match="other bytes"):
        writer.add([replace(make.addition(make.extract(TEXT)), original=b"others")])


def test_a_change_is_signed(ledger: Ledger) -> None:
    with pytest.raises(InputError, match="is not signed"), ledger.writing(by=" "):
        pass
