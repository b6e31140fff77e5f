"""Transfers stored, found, sorted, paged, shown and replaced."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from evaluation import synthetic
from headstamp.errors import InputError
from headstamp.ledger.facets import CERTAINTIES, Standing, unresolved, usefulness
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.listing import SORTS, Filters, Listed, Page, Sort
from headstamp.model import Extract
from headstamp.model.transfer import ClaimRef, Member, Note, Review, Transfer
from headstamp.model.values import Interval, Party, Place

EXTRACTS = [synthetic.extract(number) for number in range(60)]
HELD = {extract.document.id: extract for extract in EXTRACTS}
TRANSFERS = synthetic.transfers(EXTRACTS)
ALL = Filters()


@pytest.fixture
def filled(ledger: Ledger, make: SimpleNamespace) -> Ledger:
    with ledger.writing(by="anna") as writer:
        writer.add(map(make.addition, EXTRACTS))
        writer.replace_transfers([], TRANSFERS, HELD, synthetic.countries())
    return ledger


def everything(ledger: Ledger, filters: Filters = ALL, **options: Any) -> Iterator[Listed]:
    """All pages, a few transfers each."""
    after = None
    while True:
        with ledger.reading() as view:
            page = view.list(filters, limit=7, after=after, **options)
        yield from page.listed
        after = page.next
        if after is None:
            return


def ids(listed: Iterator[Listed]) -> list[str]:
    return [each.transfer.id for each in listed]


def told(transfer: Transfer, type_: type, *roles: str) -> list[Any]:
    """The values of the transfer's claims, of one type, in some roles or all."""
    return [
        value
        for member in transfer.members
        for claim in HELD[member.claim.document].claims
        if claim.id == member.claim.claim
        for argument in claim.arguments
        if not roles or argument.role in roles
        for value in argument.values
        if isinstance(value, type_)
    ]


def standing_of(each: Listed) -> Standing:
    return Standing(each.certainty, each.reviewed, each.earliest, each.latest, each.reported)


def test_all_are_listed_with_their_claims(filled: Ledger) -> None:
    listed = {each.transfer.id: each for each in everything(filled)}
    assert {id: each.transfer for id, each in listed.items()} == {t.id: t for t in TRANSFERS}
    for each in listed.values():
        assert [claim.ref for claim in each.claims] == [m.claim for m in each.transfer.members]
        for claim in each.claims:
            text = HELD[claim.ref.document].document.text
            assert claim.trigger.of(text) == "sent"


@pytest.mark.parametrize("sort", SORTS)
def test_going_back_shows_the_pages_that_were_seen(filled: Ledger, sort: Sort) -> None:
    seen: list[Page] = []
    with filled.reading() as view:
        page = view.list(sort=sort, limit=7)
        while page.next:
            seen.append(page)
            page = view.list(sort=sort, limit=7, after=page.next)
        assert len(seen) > 2
        while seen:
            page = view.list(sort=sort, limit=7, before=page.previous)
            assert page.listed == seen.pop().listed
        assert page.previous is None
        assert page.next is not None


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_runs_from_high_to_low_over_all_pages(filled: Ledger, sort: Sort) -> None:
    listed = list(everything(filled, sort=sort))
    assert len(listed) == len(TRANSFERS)
    keys = {
        "reported": lambda each: each.reported,
        "period": lambda each: each.latest,
        "origins": lambda each: len(each.transfer.origins),
        "reports": lambda each: len(each.transfer.reports),
        "certainty": lambda each: CERTAINTIES.index(each.certainty),
        "queue": lambda each: usefulness(each.transfer, standing_of(each)),
    }
    order = [keys[sort](each) for each in listed]
    assert order == sorted(order, reverse=True)
    party = ids(everything(filled, Filters(party="group-0"), sort=sort))
    assert party == [
        each.transfer.id
        for each in listed
        if "group-0" in {party.id for party in told(each.transfer, Party)}
    ]


def test_filters_choose_what_they_say(filled: Ledger) -> None:
    def matching(transfer: Transfer) -> bool:
        suppliers = {party.id for party in told(transfer, Party, "supplier")}
        days = told(transfer, Interval)
        return (
            "group-0" in suppliers
            and min(day.earliest for day in days) <= date(2018, 12, 31)
            and max(day.latest for day in days) >= date(2008, 1, 1)
        )

    filters = Filters(
        party="group-0", role="supplier", kind="transfer",
        since=date(2008, 1, 1), until=date(2018, 12, 31),
    )  # fmt: skip
    expected = {transfer.id for transfer in TRANSFERS if matching(transfer)}
    assert expected
    assert set(ids(everything(filled, filters))) == expected
    with filled.reading() as view:
        assert view.count(filters) == len(expected)
        assert view.count() == len(TRANSFERS)


def test_origins_are_a_least_number(filled: Ledger) -> None:
    expected = {transfer.id for transfer in TRANSFERS if len(transfer.origins) >= 2}
    assert set(ids(everything(filled, Filters(origins=2)))) == expected


def test_a_country_is_a_place_s_or_a_party_s(filled: Ledger) -> None:
    countries = synthetic.countries()

    def inside(transfer: Transfer) -> set[str | None]:
        places = {place.country for place in told(transfer, Place)}
        parties = {p for party in told(transfer, Party) for p in (party.id, *party.parents)}
        return places | {countries.get(party) for party in parties}

    expected = {transfer.id for transfer in TRANSFERS if "IQ" in inside(transfer)}
    assert set(ids(everything(filled, Filters(country="IQ")))) == expected


def test_facets_are_counted(filled: Ledger) -> None:
    with filled.reading() as view:
        counted = Counter(each.certainty for each in everything(filled))
        assert view.values("certainty") == counted
        assert view.values("kind") == {"transfer": len(TRANSFERS)}
        assert view.values("nothing") == {}


def test_what_nobody_asked_for_finds_nothing_and_what_is_wrong_is_told(filled: Ledger) -> None:
    assert ids(everything(filled, Filters(party="nobody"))) == []
    with filled.reading() as view:
        assert view.count(Filters(category="nothing")) == 0
        with pytest.raises(InputError, match="is not known; choose one of reported, period"):
            view.list(sort="size")  # type: ignore[arg-type]
        with pytest.raises(InputError, match="is not one"):
            view.list(after="nonsense")
        with pytest.raises(InputError, match="is no transfer"):
            view.show("nothing")


def test_replacing_some_leaves_the_others(filled: Ledger, make: SimpleNamespace) -> None:
    gone, *others = TRANSFERS
    with filled.writing(by="anna") as writer:
        documents = {member.claim.document for member in gone.members}
        touching = writer.transfers_touching(documents)
        assert gone.id in touching
        held = {extract.document.id: extract for extract in writer.extracts(documents)}
        first = gone.members[0]
        made = Transfer("t-new", "transfer", (first,), (), (), (), (), (), part_of=others[0].id)
        writer.replace_transfers([gone.id], [made], held, {})
        assert writer.transfers_holding([first.claim]) == {first.claim: "t-new"}
        assert list(writer.transfers([gone.id, "t-new"])) == [made]
    assert set(ids(everything(filled))) == {t.id for t in others} | {"t-new"}
    with filled.reading() as view:
        assert view.show(others[0].id).parts == ("t-new",)
    assert make.faults(filled) == []


def test_all_that_is_derived_can_be_dropped(filled: Ledger, make: SimpleNamespace) -> None:
    before = ids(everything(filled))
    with filled.writing(by="anna") as writer:
        writer.drop_derived()
        assert writer.count() == 0
        extracts = {e.document.id: e for e in writer.extracts(writer.document_ids())}
        writer.replace_transfers([], TRANSFERS, extracts, synthetic.countries())
    assert ids(everything(filled)) == before
    assert make.faults(filled) == []


def test_a_transfer_is_shown_with_all_behind_it(filled: Ledger, make: SimpleNamespace) -> None:
    transfer = max(TRANSFERS, key=lambda each: len(each.members))
    ref = transfer.members[0].claim
    make.state(filled, Review(ref, "accept"), Note("transfer", transfer.id, "Much retold."))
    with filled.reading() as view:
        shown = view.show(transfer.id)
        assert view.history(transfer.id) == shown.changes
    assert shown.listed.transfer == transfer
    assert list(shown.claims) == [member.claim for member in transfer.members]
    assert shown.documents[ref.document] == HELD[ref.document].document
    assert [change.act for change in shown.changes] == ["review", "note"]


def test_reviews_are_counted_when_transfers_are_made_again(
    filled: Ledger, make: SimpleNamespace
) -> None:
    transfer = next(each for each in TRANSFERS if len(each.members) > 1)
    for place, member in enumerate(transfer.members):
        make.state(filled, Review(member.claim, "accept"))
        with filled.writing(by="anna") as writer:
            writer.replace_transfers([transfer.id], [transfer], HELD, {})
            reviewed = writer.show(transfer.id).listed.reviewed
        assert reviewed == ("yes" if place == len(transfer.members) - 1 else "partly")
    assert ids(everything(filled, Filters(reviewed="yes"))) == [transfer.id]


def listed_alone(ledger: Ledger, make: SimpleNamespace, extract: Extract, stance: Any) -> Listed:
    """The only claim of an extract as a transfer of its own."""
    member = Member(ClaimRef("sample", "c1"), stance)
    transfer = Transfer("t", "transfer", (member,), (), (), (), (), ())
    with ledger.writing(by="anna") as writer:
        writer.add([make.addition(extract)])
        writer.replace_transfers(["t"], [transfer], {"sample": extract}, {})
        return writer.list().listed[0]


def test_what_is_not_known_is_not_guessed(ledger: Ledger, make: SimpleNamespace) -> None:
    text = "Green Banner sent something."
    claim = make.claim(text, "c1", "sent", supplier="Green Banner", factuality="UU")
    listed = listed_alone(ledger, make, make.extract(text, claim, day=None), "open")
    assert (listed.earliest, listed.latest, listed.reported) == (None, None, None)
    assert listed.certainty == "open"
    assert ids(everything(ledger, Filters(since=date(1, 1, 1)))) == []
    assert ids(everything(ledger, Filters(until=date(9999, 1, 1)))) == []
    assert ids(everything(ledger, Filters(party=unresolved("the green  BANNER")))) == []
    assert ids(everything(ledger, Filters(party=unresolved("Green Banner"), role="supplier")))


@pytest.mark.parametrize(
    ("earliest", "latest", "since", "until", "passes"),
    [
        (date(2014, 1, 1), None, date(2020, 1, 1), None, True),
        (date(2014, 1, 1), None, None, date(2013, 1, 1), False),
        (None, date(2014, 1, 1), None, date(1990, 1, 1), True),
        (None, date(2014, 1, 1), date(2015, 1, 1), None, False),
        (date(2014, 1, 1), date(2014, 12, 31), date(2014, 12, 31), date(2015, 1, 1), True),
    ],
)
def test_an_open_end_reaches_on(  # noqa: PLR0917
    ledger: Ledger, make: SimpleNamespace, earliest: Any, latest: Any, since: Any, until: Any,
    passes: bool,
) -> None:  # fmt: skip
    text = "Zhorda sent rockets since 2014."
    day = Interval(earliest, latest, "year", "since")
    claim = make.claim(text, "c1", "sent", date=("since 2014", day))
    listed_alone(ledger, make, make.extract(text, claim), "asserts")
    assert bool(ids(everything(ledger, Filters(since=since, until=until)))) is passes
