"""How outlets and speakers fare: confirmed, denied, or only repeating others."""

from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace

import pytest

from headstamp.errors import InputError
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.sources import Source
from headstamp.model.transfer import (
    ClaimRef,
    Denial,
    Origin,
    Rating,
)


def test_sources_are_counted_by_how_their_transfers_stand(
    ledger: Ledger, make: SimpleNamespace
) -> None:
    (one, _), (two, _), (three, _) = (
        make.sent(id, "zhorda", "banner", outlet=outlet)
        for id, outlet in (("a", "Delta Wire"), ("b", "Karst Post"), ("c", "Delta Wire"))
    )
    confirmed = make.joined([one, two])
    retold = make.joined([three], roots=1)
    make.keep(ledger, [one, two, three], [confirmed, retold])
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
        told = make.joined([one, two, three], roots=1)
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
    extract, transfer = make.sent("a", "zhorda", "banner", outlet="Delta Wire")
    origin = Origin("o", "The Envoy", "official", None, ("a",))
    make.keep(ledger, [extract], [replace(transfer, origins=(origin,))])
    with ledger.reading() as view:
        folded = {
            name: source.folded
            for name in ("Delta Wire", "~the envoy")
            if (source := view.source(name))
        }
    assert folded == {"Delta Wire": 1, "~the envoy": 0}


def test_sources_come_a_page_at_a_time(ledger: Ledger, make: SimpleNamespace) -> None:
    made = [make.sent(f"d{n}", "zhorda", "banner", outlet=f"Outlet {n % 4}") for n in range(7)]
    make.keep(ledger, [extract for extract, _ in made], [transfer for _, transfer in made])
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
