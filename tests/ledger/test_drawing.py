"""A view drawn: its months, its places and the ways between them."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

from headstamp.ledger.drawing import Month
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.listing import Filters
from headstamp.model.transfer import (
    ClaimRef,
    Denial,
)
from headstamp.model.values import Place


def test_months_are_counted_by_period_and_by_report(ledger: Ledger, make: SimpleNamespace) -> None:
    made = [
        make.sent("a", "zhorda", "banner", day=date(2024, 5, 3)),
        make.sent("b", "zhorda", "banner", day=date(2024, 5, 30)),
        make.sent("c", "zhorda", "delta", year=None, day=date(2014, 12, 1)),
        make.sent("d", "zhorda", "delta", year=2013, day=None),
    ]
    make.keep(ledger, [extract for extract, _ in made], [transfer for _, transfer in made])
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
    made = [make.sent(id, "zhorda", "banner") for id in "abc"]
    make.keep(ledger, [extract for extract, _ in made], [transfer for _, transfer in made])
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
        return replace(make.KARST, name=name)

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
        transfer = make.joined([extract])
        if id == "c":
            denial = Denial(ClaimRef("c", "c1"), "Zhorda", None)
            transfer = replace(transfer, denials=(denial,))
        extracts.append(extract)
        transfers.append(transfer)
    make.keep(ledger, extracts, transfers)
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
