"""Who supplies whom, by year and within a view, against plain counts over the claims."""

from collections import Counter, defaultdict
from datetime import date
from types import SimpleNamespace
from typing import Any

from evaluation import synthetic
from headstamp.ledger.flows import Edge, Flow
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.listing import Filters
from headstamp.model.transfer import (
    ClaimRef,
    Judgement,
    Review,
)
from headstamp.model.values import Interval


def test_flows_are_supplies_by_year_and_party(ledger: Ledger, make: SimpleNamespace) -> None:
    made = [
        make.sent("a", "corps", "banner", parents=("Zhorda",)),
        make.sent("b", "zhorda", "banner"),
        make.sent("c", "zhorda", "banner", year=2016),
        make.sent("d", "zhorda", "delta", year=None),
        make.sent("e", "banner", "zhorda", year=2013),
    ]
    make.keep(ledger, [extract for extract, _ in made], [transfer for _, transfer in made])
    with ledger.reading() as view:
        assert view.flows("zhorda") == (
            Flow(2013, "in", "banner", 1),
            Flow(2014, "out", "banner", 2),
            Flow(2016, "out", "banner", 1),
            Flow(None, "out", "delta", 1),
        )
        assert view.flows("corps") == (Flow(2014, "out", "banner", 1),)
        assert view.count(Filters(party="zhorda", role="supplier")) == 4
        assert view.flows("banner", since=date(2014, 6, 1), until=date(2014, 7, 1)) == (
            Flow(2014, "in", "corps", 1),
            Flow(2014, "in", "zhorda", 1),
        )
        assert view.flows("nobody") == ()
        network = view.network(Filters())
        assert (network.of, network.shown) == (5, 5)
        assert network.edges == (
            Edge("zhorda", "banner", 2, 0),
            Edge("banner", "zhorda", 1, 0),
            Edge("corps", "banner", 1, 0),
            Edge("zhorda", "delta", 1, 0),
        )
        assert view.network(Filters(party="corps")).edges == (Edge("corps", "banner", 1, 0),)
        few = view.network(Filters(), limit=2)
        assert (few.of, few.shown, sum(edge.transfers for edge in few.edges)) == (5, 2, 2)


def test_what_only_denials_speak_of_is_no_supply(ledger: Ledger, make: SimpleNamespace) -> None:
    extract, _ = make.sent("a", "zhorda", "banner")
    make.keep(ledger, [extract], [make.joined([extract], stance="denies")])
    with ledger.reading() as view:
        assert view.flows("zhorda") == ()
        assert view.network(Filters()).edges == ()


def test_a_supplier_and_a_recipient_of_two_claims_are_paired(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    extracts = []
    for id, role in (("a", "supplier"), ("b", "recipient")):
        text = f"{make.SENT}, {id}."
        claim = make.claim(text, "c1", "sent", **{role: "Green Banner" if id == "b" else "Zhorda"})
        extracts.append(make.extract(text, claim, id=id))
    make.keep(ledger, extracts, [make.joined(extracts)])
    with ledger.reading() as view:
        assert view.flows("~zhorda") == (Flow(None, "out", "~green banner", 1),)


def test_parties_judged_the_same_flow_as_one(ledger: Ledger, make: SimpleNamespace) -> None:
    both, _ = make.sent("b", "zhorda", "banner")
    made = [make.sent("a", "zhorda", "green-banner"), make.sent("c", "banner", "green-banner")]
    other, _ = make.sent("d", "zhorda", "green-banner")
    extracts = [both, other, *(extract for extract, _ in made)]
    make.keep(ledger, extracts, [make.joined([both, other]), *(transfer for _, transfer in made)])
    (change,) = make.state(ledger, Judgement("party", "green-banner", "banner", "same"))
    with ledger.reading() as view:
        assert view.flows("zhorda") == (Flow(2014, "out", "banner", 2),)
        assert view.flows("banner") == view.flows("green-banner")
        assert view.flows("banner") == (Flow(2014, "in", "zhorda", 2),)
        assert view.network(Filters()).edges == (Edge("zhorda", "banner", 2, 0),)
        assert view.count(Filters(party="banner")) == 3
    make.undo(ledger, change.number)
    with ledger.reading() as view:
        assert {flow.other for flow in view.flows("zhorda")} == {"banner", "green-banner"}


def test_all_flows_of_many_are_what_their_claims_say(ledger: Ledger, make: SimpleNamespace) -> None:
    extracts = [synthetic.extract(number) for number in range(60)]
    transfers = synthetic.transfers(extracts)
    make.keep(ledger, extracts, transfers)
    claims = {ClaimRef(e.document.id, c.id): c for e in extracts for c in e.claims}
    expected: dict[str, Counter[Any]] = defaultdict(Counter)
    for transfer in transfers:
        asserting = [claims[m.claim] for m in transfer.members if m.stance == "asserts"]
        if not asserting:
            continue
        told = [
            next(a.value for a in asserting[0].arguments if a.role == role)
            for role in ("supplier", "recipient", "date")
        ]
        giver, taker, _ = told
        year = max(
            a.value.latest.year
            for c in asserting
            for a in c.filling("date")
            if isinstance(a.value, Interval) and a.value.latest
        )
        for id in {giver.id, *giver.parents} - {taker.id, *taker.parents}:
            expected[id][year, "out", taker.id] += 1
        for id in {taker.id, *taker.parents} - {giver.id, *giver.parents}:
            expected[id][year, "in", giver.id] += 1
    with ledger.reading() as view:
        for id in ("state-0", "group-0", "state-1", "group-1"):
            flows = {(f.year, f.direction, f.other): f.transfers for f in view.flows(id)}
            assert flows == expected[id]


def test_a_review_changes_what_is_counted(ledger: Ledger, make: SimpleNamespace) -> None:
    extract, transfer = make.sent("a", "zhorda", "banner")
    make.keep(ledger, [extract], [transfer])
    make.state(ledger, Review(ClaimRef("a", "c1"), "accept"))
    with ledger.writing(by="anna") as writer:
        writer.replace_transfers([transfer.id], [transfer], {"a": extract}, {})
        assert writer.values("reviewed") == {"yes": 1}
        assert writer.flows("zhorda") == (Flow(2014, "out", "banner", 1),)
