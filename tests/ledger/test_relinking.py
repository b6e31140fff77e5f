"""What linking asks of the ledger, in both stores: packed documents, what is near, what is due."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from evaluation import synthetic
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.parcels import document_in, unpacked
from headstamp.model.transfer import ClaimRef, Correction, Judgement, Review
from headstamp.relinking import relink_near, relink_whole

EXTRACTS = [synthetic.extract(number) for number in range(40)]


@pytest.fixture
def linked(ledger: Ledger, make: SimpleNamespace) -> Ledger:
    with ledger.writing(by="anna") as writer:
        writer.add(map(make.addition, EXTRACTS))
        relink_whole(writer, processes=1)
    return ledger


def test_a_parcel_holds_what_was_found_as_reviewed(linked: Ledger, make: SimpleNamespace) -> None:
    rejected, corrected = ClaimRef("synthetic-1", "c1"), ClaimRef("synthetic-2", "c1")
    make.state(linked, Review(rejected, "reject", "a rumour"))
    make.state(linked, Review(corrected, "correct", "", (Correction("factuality", value="PS+"),)))
    with linked.reading() as view:
        ids = list(view.document_ids())
        found = [unpacked(parcel) for parcel in view.parcels(ids)]
        right = {extract.document.id: extract for extract in view.extracts(ids)}
    assert {each.extract.document.id: each.extract for each in found} == right
    by_id = {each.extract.document.id: each for each in found}
    assert rejected.claim not in by_id[rejected.document].numbers
    assert by_id[corrected.document].reviewed == {corrected.claim}


def test_parcels_come_in_the_order_they_are_asked_for(linked: Ledger) -> None:
    with linked.reading() as view:
        ids = sorted(view.document_ids(), reverse=True)
        assert [parcel.id for parcel in view.parcels([*ids[:5], "nowhere", *ids[5:]])] == ids


def test_heads_hold_documents_without_their_blocks(linked: Ledger) -> None:
    with linked.reading() as view:
        found = [document_in(head) for head in view.heads(view.document_ids())]
    right = [replace(extract.document, blocks=()) for extract in EXTRACTS]
    assert {each.id: each for each in found} == {each.id: each for each in right}


def test_what_is_due_is_told_from_the_log(linked: Ledger, make: SimpleNamespace) -> None:
    one, other = ClaimRef("synthetic-1", "c1"), ClaimRef("synthetic-9", "c1")
    make.state(linked, Judgement("claim", str(one), str(other), "same"))
    (change,) = make.state(linked, Judgement("party", "state-1", "state-2", "same"))
    with linked.reading() as view:
        assert not view.is_linked()
        assert view.unlinked() == {one.document, other.document}
        assert view.parties_judged() == {"state-1", "state-2"}
    with linked.writing(by="anna") as writer:
        relink_near(writer, writer.unlinked())
    with linked.reading() as view:
        assert view.is_linked()
        assert not view.is_wholly_linked()
        assert not view.unlinked()
        held = view.transfers_holding([one, other])
        assert held[one] == held[other]
        assert not list(view.verify())
    make.undo(linked, change.number)
    with linked.reading() as view:
        assert view.parties_judged() == {"state-1", "state-2"}


def test_what_is_near_shares_rare_values_in_those_days(linked: Ledger) -> None:
    with linked.reading() as view:
        (listed,) = view.list(limit=1, sort="reports").listed
        transfer = listed.transfer
        designation = next(v.value for v in transfer.variants if v.role == "materiel")
        under = [("designation", designation), ("kind", "transfer"), ("party", "nobody")]
        always = [(0, 10_000_000)]
        found = view.transfers_near(under, always, limit=3, claims=1_000)
        assert transfer.id in view.transfers_near(under, always, limit=1_000, claims=1_000)
        assert len(found) == 3
        assert view.transfers_near(under, [(1, 2)], limit=3, claims=1_000) == ()
        assert transfer.id not in view.transfers_near(under, always, limit=1_000, claims=1)
        assert view.transfers_near([], always, limit=3, claims=1_000) == ()
        assert set(view.documents_naming(["state-1"], limit=5)) <= set(view.document_ids())


def test_near_a_new_document_the_ledger_stays_whole(linked: Ledger, make: SimpleNamespace) -> None:
    with linked.writing(by="anna") as writer:
        added = writer.add([make.addition(synthetic.extract(40))])
        relink_near(writer, added.documents)
    with linked.reading() as view:
        assert not list(view.verify())
        refs = [ClaimRef("synthetic-40", claim.id) for claim in synthetic.extract(40).claims]
        assert set(view.transfers_holding(refs)) == set(refs)
