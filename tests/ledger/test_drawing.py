"""Sources, flows, networks, months and places of a ledger, against plain counts over its claims."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest

from evaluation import synthetic
from headstamp.errors import InputError
from headstamp.ledger.drawing import Month
from headstamp.ledger.flows import Edge, Flow
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.listing import Filters
from headstamp.ledger.sources import Source
from headstamp.model import Speaker
from headstamp.model.transfer import (
    ClaimRef,
    Denial,
    Judgement,
    Member,
    Origin,
    Rating,
    Review,
    Transfer,
)
from headstamp.model.values import Interval, Party, Place

TEXT = "Zhorda sent rockets to Green Banner from Karst in 2014, the envoy said"
KARST = Place("Karst", "YE", 15.5, 44.25, "city", 0.9, "name")


def party(id: str, *parents: str) -> Party:
    return Party(id, id.title(), "group", parents, 0.9, "name")


def sent(
    make: SimpleNamespace, id: str, giver: str, taker: str, *, year: int | None = 2014, **more: Any
) -> tuple[Any, Transfer]:
    """One document with one claim, and the transfer that it makes."""
    text = f"{TEXT}, {id}."
    fields = {
        "supplier": ("Zhorda", party(giver, *more.pop("parents", ()))),
        "recipient": ("Green Banner", party(taker)),
        "origin": ("Karst", KARST),
    }
    if year:
        day = Interval(date(year, 1, 1), date(year, 12, 31), "year", "year")
        fields["date"] = ("2014", day)
    claim = make.claim(text, "c1", "sent", **fields)
    speaker = Speaker("source", "the envoy", None)
    claim = replace(claim, speakers=(speaker, *claim.speakers))
    extract = make.extract(text, claim, id=id, day=more.pop("day", date(2024, 5, 3)), **more)
    return extract, joined([extract])


def joined(extracts: list[Any], *, roots: int | None = None, stance: Any = "asserts") -> Transfer:
    """The claims of some documents as one transfer, the first few documents its origins."""
    ids = [extract.document.id for extract in extracts]
    roots = len(ids) if roots is None else roots
    refs = [ClaimRef(id, "c1") for id in ids]
    origins = tuple(
        Origin(f"o{n}", "x", "outlet", ids[n], tuple(ids) if n == 0 else (ids[n],))
        for n in range(roots)
    )
    denials = tuple(Denial(ref, "a ministry", None) for ref in refs if stance == "denies")
    members = tuple(Member(ref, stance) for ref in refs)
    return Transfer(f"t-{ids[0]}", "transfer", members, (), origins, (), denials, ())


def keep(ledger: Ledger, make: SimpleNamespace, extracts: list[Any], made: list[Transfer]) -> None:
    make.add(ledger, *extracts)
    with ledger.writing(by="anna") as writer:
        held = {extract.document.id: extract for extract in extracts}
        writer.replace_transfers([], made, held, {}, ids={"Zhorda": "zhorda"})


def test_sources_are_counted_by_how_their_transfers_stand(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    (one, _), (two, _), (three, _) = (
        sent(make, id, "zhorda", "banner", outlet=outlet)
        for id, outlet in (("a", "Delta Wire"), ("b", "Karst Post"), ("c", "Delta Wire"))
    )
    confirmed = joined([one, two])
    retold = joined([three], roots=1)
    keep(ledger, make, [one, two, three], [confirmed, retold])
    make.state(ledger, Rating("source", "delta WIRE", "B"), Rating("source", "Delta Wire", "C"))
    with ledger.reading() as view:
        assert view.sources("outlet").listed == (
            Source("outlet", "Delta Wire", "Delta Wire", 2, 1, 0, 0, "C"),
            Source("outlet", "Karst Post", "Karst Post", 1, 1, 0, 0, None),
        )
        assert view.sources("speaker").listed == (
            Source("speaker", "~the envoy", "the envoy", 2, 1, 0, 0, None),
        )
    with ledger.writing(by="anna") as writer:
        held = {extract.document.id: extract for extract in (one, two, three)}
        told = joined([one, two, three], roots=1)
        denied = replace(told, denials=(Denial(ClaimRef("a", "c1"), "x", None),))
        writer.replace_transfers([confirmed.id, retold.id], [denied], held, {})
        assert writer.source("Delta Wire") == Source(
            "outlet", "Delta Wire", "Delta Wire", 1, 0, 1, 0, "C"
        )
        assert writer.source("Karst Post") == Source(
            "outlet", "Karst Post", "Karst Post", 1, 0, 1, 1, None
        )
        assert writer.sources("outlet", sort="folded").listed[0].name == "Karst Post"
        assert [each.denied for each in writer.sources("outlet", sort="denied").listed] == [1, 1]
        assert writer.source("~the envoy") == writer.source("~the envoy", "speaker")
        assert writer.source("~the envoy", "outlet") is None
        writer.replace_transfers([denied.id], [], {}, {})
        assert writer.sources("outlet").listed == ()
        assert writer.source("Delta Wire") is None
    assert make.faults(ledger) == []


def test_an_origin_outside_is_nobody_s_repeat(ledger: Ledger, make: SimpleNamespace) -> None:
    """What Delta Wire has from the envoy is the envoy's own account, not Delta Wire's."""
    extract, transfer = sent(make, "a", "zhorda", "banner", outlet="Delta Wire")
    origin = Origin("o", "The Envoy", "official", None, ("a",))
    keep(ledger, make, [extract], [replace(transfer, origins=(origin,))])
    with ledger.reading() as view:
        folded = {
            name: source.folded
            for name in ("Delta Wire", "~the envoy")
            if (source := view.source(name))
        }
    assert folded == {"Delta Wire": 1, "~the envoy": 0}


def test_sources_come_a_page_at_a_time(ledger: Ledger, make: SimpleNamespace) -> None:
    made = [sent(make, f"d{n}", "zhorda", "banner", outlet=f"Outlet {n % 4}") for n in range(7)]
    keep(ledger, make, [extract for extract, _ in made], [transfer for _, transfer in made])
    found: list[tuple[str, int]] = []
    after = None
    with ledger.reading() as view:
        while True:
            page = view.sources("outlet", limit=1, after=after)
            found += [(source.name, source.transfers) for source in page.listed]
            after = page.next
            if after is None:
                break
        with pytest.raises(InputError, match="is no kind of source"):
            view.sources("party")  # type: ignore[arg-type]
        with pytest.raises(InputError, match="is not known"):
            view.sources("outlet", sort="grade")  # type: ignore[arg-type]
    assert sorted(found) == [(f"Outlet {n}", 2 if n < 3 else 1) for n in range(4)]
    assert all(one[1] >= other[1] for one, other in pairwise(found))


def test_flows_are_supplies_by_year_and_party(ledger: Ledger, make: SimpleNamespace) -> None:
    made = [
        sent(make, "a", "corps", "banner", parents=("Zhorda",)),
        sent(make, "b", "zhorda", "banner"),
        sent(make, "c", "zhorda", "banner", year=2016),
        sent(make, "d", "zhorda", "delta", year=None),
        sent(make, "e", "banner", "zhorda", year=2013),
    ]
    keep(ledger, make, [extract for extract, _ in made], [transfer for _, transfer in made])
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
    extract, _ = sent(make, "a", "zhorda", "banner")
    keep(ledger, make, [extract], [joined([extract], stance="denies")])
    with ledger.reading() as view:
        assert view.flows("zhorda") == ()
        assert view.network(Filters()).edges == ()


def test_a_supplier_and_a_recipient_of_two_claims_are_paired(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    extracts = []
    for id, role in (("a", "supplier"), ("b", "recipient")):
        text = f"{TEXT}, {id}."
        claim = make.claim(text, "c1", "sent", **{role: "Green Banner" if id == "b" else "Zhorda"})
        extracts.append(make.extract(text, claim, id=id))
    keep(ledger, make, extracts, [joined(extracts)])
    with ledger.reading() as view:
        assert view.flows("~zhorda") == (Flow(None, "out", "~green banner", 1),)


def test_parties_judged_the_same_flow_as_one(ledger: Ledger, make: SimpleNamespace) -> None:
    both, _ = sent(make, "b", "zhorda", "banner")
    made = [sent(make, "a", "zhorda", "green-banner"), sent(make, "c", "banner", "green-banner")]
    other, _ = sent(make, "d", "zhorda", "green-banner")
    extracts = [both, other, *(extract for extract, _ in made)]
    keep(ledger, make, extracts, [joined([both, other]), *(transfer for _, transfer in made)])
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


def test_months_are_counted_by_period_and_by_report(ledger: Ledger, make: SimpleNamespace) -> None:
    made = [
        sent(make, "a", "zhorda", "banner", day=date(2024, 5, 3)),
        sent(make, "b", "zhorda", "banner", day=date(2024, 5, 30)),
        sent(make, "c", "zhorda", "delta", year=None, day=date(2014, 12, 1)),
        sent(make, "d", "zhorda", "delta", year=2013, day=None),
    ]
    keep(ledger, make, [extract for extract, _ in made], [transfer for _, transfer in made])
    with ledger.reading() as view:
        drawn = view.timeline(Filters())
        assert drawn.months == (
            Month(date(2013, 12, 1), 1, 0),
            Month(date(2014, 12, 1), 2, 1),
            Month(date(2024, 5, 1), 0, 2),
        )
        assert (drawn.of, drawn.shown, drawn.undated, drawn.unreported) == (4, 4, 1, 1)
        few = view.timeline(Filters(party="delta"), limit=1)
        assert (few.of, few.shown, few.undated) == (2, 1, 1)
        assert view.timeline(Filters(party="nobody")).months == ()


def test_places_are_shown_by_their_role(ledger: Ledger, make: SimpleNamespace) -> None:
    made = [sent(make, id, "zhorda", "banner") for id in "abc"]
    keep(ledger, make, [extract for extract, _ in made], [transfer for _, transfer in made])
    with ledger.reading() as view:
        drawn = view.places(Filters())
        (place,) = drawn.places
        assert (drawn.of, drawn.shown) == (3, 3)
        assert (place.role, place.name, place.country, place.transfers) == (
            "origin", "Karst", "YE", 3,
        )  # fmt: skip
        assert (place.latitude, place.longitude, place.kind) == (15.5, 44.25, "city")
        few = view.places(Filters(country="YE"), limit=2)
        assert (few.places[0].transfers, few.located, few.ways) == (2, 2, ())


def test_ways_lead_from_origins_over_routes_to_destinations(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    def place(name: str) -> Place:
        return replace(KARST, name=name)

    told = {
        "a": {"origin": "Karst", "route": "Port", "destination": "Camp"},
        "b": {"origin": "Karst", "destination": "Camp"},
        "c": {"origin": "Karst", "destination": "Camp"},
        "d": {"destination": "Karst", "origin": "Karst"},
        "e": {},
    }
    text = "Zhorda sent rockets from Karst by Port to Camp"
    extracts, transfers = [], []
    for id, roles in told.items():
        fields = {role: (name, place(name)) for role, name in roles.items()}
        claim = make.claim(f"{text}, {id}.", "c1", "sent", **fields)
        extract = make.extract(f"{text}, {id}.", claim, id=id)
        transfer = joined([extract])
        if id == "c":
            denial = Denial(ClaimRef("c", "c1"), "Zhorda", None)
            transfer = replace(transfer, denials=(denial,))
        extracts.append(extract)
        transfers.append(transfer)
    keep(ledger, make, extracts, transfers)
    with ledger.reading() as view:
        drawn = view.places(Filters())
    called = [(place.role, place.name) for place in drawn.places]
    ways = {(called[w.start], called[w.end]): (w.transfers, w.denied) for w in drawn.ways}
    assert ways == {
        (("origin", "Karst"), ("destination", "Camp")): (2, 1),
        (("origin", "Karst"), ("route", "Port")): (1, 0),
        (("route", "Port"), ("destination", "Camp")): (1, 0),
    }
    assert (drawn.shown, drawn.located) == (5, 4)


def test_all_flows_of_many_are_what_their_claims_say(ledger: Ledger, make: SimpleNamespace) -> None:
    extracts = [synthetic.extract(number) for number in range(60)]
    transfers = synthetic.transfers(extracts)
    keep(ledger, make, extracts, transfers)
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
    extract, transfer = sent(make, "a", "zhorda", "banner")
    keep(ledger, make, [extract], [transfer])
    make.state(ledger, Review(ClaimRef("a", "c1"), "accept"))
    with ledger.writing(by="anna") as writer:
        writer.replace_transfers([transfer.id], [transfer], {"a": extract}, {})
        assert writer.values("reviewed") == {"yes": 1}
        assert writer.flows("zhorda") == (Flow(2014, "out", "banner", 1),)
