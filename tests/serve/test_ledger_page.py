"""The ledger's page: transfers in a table, narrowed by links, without a script."""

import re
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from headstamp.ledger.ledger import Ledger
from headstamp.ledger.listing import Filters
from headstamp.ledger.opening import opened as made
from headstamp.serve import facets
from headstamp.serve.app import workbench
from tests.serve.conftest import both_stores, settings
from tests.serve.made import OVERRIDE, PARTY, crowd, hostile
from tests.serve.pages import link, links, opened, rows, said

FACETS = '//section[@class="facet"]'
NUMBERS = f'{FACETS}//a/span[@class="faint"]'
CHIPS = '//ul[@class="chips"]'
HEADINGS = "//thead"
PAGER = '//nav[@class="pager"]'


def total(page: HtmlElement) -> int:
    """The number of transfers that the page tells of."""
    (told,) = page.xpath('//*[@id="total"]')
    return int(re.sub(r"\D", "", said(told)))


@pytest.fixture
def many(tmp_path: Path) -> TestClient:
    """The workbench of a ledger of several pages."""
    return TestClient(workbench(settings(crowd(tmp_path / "crowd.sqlite", documents=120))))


@both_stores
def test_each_transfer_has_a_row_that_opens_it(client: TestClient, place: str) -> None:
    with Ledger(place).reading() as view:
        there = [f"/transfers/{each.transfer.id}" for each in view.list().listed]
    assert there
    assert rows(opened(client, "/")) == there


def test_a_row_tells_when_who_whom_what_and_how_sure(client: TestClient) -> None:
    page = opened(client, "/?party=Egypt&role=supplier&denied=yes")
    told = said(page.xpath("//tbody/tr")[0])
    assert "Egypt" in told
    assert "→ Russia" in told
    assert "rockets" in told
    assert "denied" in told
    assert re.search(r"\d+ denials", told)
    assert "2023-04-13" in told


@both_stores
def test_every_facet_leads_to_as_many_transfers_as_it_says(client: TestClient) -> None:
    page = opened(client, "/")
    counted = [(words, address) for words, address in links(page, FACETS) if words[-1].isdigit()]
    assert {address.split("?")[1].split("=")[0] for _, address in counted} >= {
        "kind", "certainty", "denied", "reviewed", "category", "party", "country", "outlet",
    }  # fmt: skip
    for words, address in counted:
        narrowed = opened(client, address)
        assert total(narrowed) == int(words.rsplit(" ", 1)[1]), words
        assert len(rows(narrowed)) == total(narrowed)


@pytest.mark.parametrize(("in_full", "has_numbers"), [(30, False), (10_000, True)])
def test_what_is_too_much_to_count_at_a_look_is_counted_when_asked(
    many: TestClient, monkeypatch: pytest.MonkeyPatch, in_full: int, *, has_numbers: bool
) -> None:
    monkeypatch.setattr(facets, "AT_A_LOOK", 20)
    monkeypatch.setattr(facets, "IN_FULL", in_full)
    page = opened(many, "/?kind=transfer")
    assert said(page.xpath('//*[@id="total"]')[0]) == "More than 20 transfers · count them"
    assert not page.xpath(NUMBERS)
    counted = opened(many, link(page, '//*[@id="total"]', "count them"))
    with many.app.state.ledger.reading() as view:  # type: ignore[attr-defined]
        assert total(counted) == view.count(Filters(kind="transfer")) > 30
    assert bool(counted.xpath(NUMBERS)) == has_numbers


def test_a_chosen_facet_is_a_chip_that_takes_it_away(client: TestClient) -> None:
    page = opened(client, link(opened(client, "/?kind=transfer"), FACETS, "Egypt"))
    chips = dict(links(page, CHIPS))
    assert chips == {
        "party Egypt ×: take away": "/?kind=transfer",
        "kind transfer ×: take away": "/?party=egypt",
        "All": "/",
    }
    assert ("Egypt ×", "/?kind=transfer") in links(page, FACETS)


def test_a_party_s_parts_are_offered_and_go_with_it(client: TestClient) -> None:
    page = opened(client, "/?party=Egypt")
    address = link(page, FACETS, "supplier")
    assert address == "/?party=Egypt&role=supplier"
    chosen = opened(client, address)
    assert link(chosen, CHIPS, "party") == "/"
    assert link(chosen, CHIPS, "role") == "/?party=Egypt"
    assert rows(opened(client, "/?role=supplier")) == rows(opened(client, "/"))


def test_a_country_goes_by_name_and_code(client: TestClient) -> None:
    page = opened(client, "/")
    address = link(page, FACETS, "Egypt (EG)")
    assert address == "/?country=EG"
    by_name = opened(client, "/?country=Egypt")
    assert rows(by_name) == rows(opened(client, address))
    assert "Egypt (EG)" in said(by_name.xpath(CHIPS)[0])


@pytest.mark.parametrize("sort", ["period", "origins", "reports", "certainty"])
def test_headings_sort_and_filters_stay(client: TestClient, place: str, sort: str) -> None:
    page = opened(client, "/?kind=transfer")
    addresses = [address for _, address in links(page, HEADINGS)]
    address = f"/?kind=transfer&sort={sort}"
    assert address in addresses
    sorted_page = opened(client, address)
    with Ledger(place).reading() as view:
        listed = view.list(Filters(kind="transfer"), sort=sort).listed  # type: ignore[arg-type]
    assert rows(sorted_page) == [f"/transfers/{each.transfer.id}" for each in listed]
    assert len(sorted_page.xpath('//th[@aria-sort="descending"]')) == 1
    assert f"/map{address[1:]}" in dict(links(sorted_page, '//nav[@class="tabs"]')).values()


def test_pages_lead_to_each_other_and_back(many: TestClient) -> None:
    first = opened(many, "/")
    second = opened(many, link(first, PAGER, "Next"))
    third = opened(many, link(second, PAGER, "Next"))
    seen = [rows(page) for page in (first, second, third)]
    assert [len(each) for each in seen[:2]] == [50, 50]
    assert len({row for each in seen for row in each}) == sum(map(len, seen)) == total(first)
    back = opened(many, link(third, PAGER, "← Previous"))
    assert rows(back) == seen[1]
    assert rows(opened(many, link(back, PAGER, "← Previous"))) == seen[0]


def test_what_no_transfer_has_is_told_with_a_way_out(client: TestClient) -> None:
    page = opened(client, "/?certainty=possible&denied=yes&kind=funding")
    assert rows(page) == []
    assert "No transfer passes" in said(page)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("since=yesterday", "write it as 2024-05-31"),
        ("denied=perhaps", "write yes or no"),
        ("origins=many", "write one such as 2"),
        ("country=Xyzzyland", "two-letter code"),
        ("sort=beauty", "choose one of"),
        ("party=Egypt&role=bystander", "choose one of"),
        ("after=somewhere", "take it from the page before"),
        ("before=1.2.x", "take it from the page before"),
    ],
)
def test_what_cannot_be_asked_for_is_told_in_a_sentence(
    client: TestClient, query: str, told: str
) -> None:
    answer = client.get(f"/?{query}")
    assert answer.status_code == 422
    assert told in answer.text


def test_what_is_not_all_linked_is_told(client: TestClient, place: str) -> None:
    assert "to be linked" not in said(opened(client, "/"))
    with Ledger(place).writing(by="ana") as writer:
        writer.drop_derived()
    page = opened(client, "/")
    assert "still to be linked" in said(page)
    assert "their claims are being linked" in said(page)


def test_an_empty_ledger_says_how_to_begin(tmp_path: Path) -> None:
    made(tmp_path / "new.sqlite").dispose()
    page = opened(TestClient(workbench(settings(str(tmp_path / "new.sqlite")))), "/")
    assert "headstamp add" in said(page)
    assert "/add" in dict(links(page, "//main")).values()


@both_stores
def test_names_are_completed_in_any_spelling(client: TestClient) -> None:
    def options(name: str, words: str) -> list[str]:
        answer = client.get(f"/values/{name}", params={name: words})
        return re.findall(r"<option[^>]*>([^<]*)", answer.text)

    assert "Egypt" in options("party", "EGY")
    assert options("country", "egyp") == ["Egypt (EG)"]
    assert "The Washington Post" in options("outlet", "post")
    assert options("party", "") == []
    assert client.get("/values/kind").status_code == 404


def test_what_documents_bring_is_shown_and_does_nothing(tmp_path: Path) -> None:
    client = TestClient(workbench(settings(hostile(tmp_path / "hostile.sqlite"))))
    for address in ("/", "/review", "/documents", "/search?words=rockets", "/?party=Grey%20x"):
        text = client.get(address).text
        page = opened(client, address)
        assert [
            script.get("src") for script in page.xpath("//script") if not script.get("src")
        ] == []
        assert page.xpath("//*[@onload or @onerror]") == []
        assert page.xpath("//main//svg[not(@aria-hidden)] | //main//img") == []
        assert OVERRIDE[0] not in text
    assert PARTY in said(opened(client, "/"))
    assert "<U+202E>gnp.exe" in said(opened(client, "/"))


def test_days_are_kept_in_the_fields_they_came_from(client: TestClient) -> None:
    page = opened(client, f"/?since={date(2023, 1, 1)}&until={date(2023, 12, 31)}&kind=transfer")
    fields = {
        field.get("name"): field.get("value") for field in page.xpath('//form[@action="/"]//input')
    }
    assert (fields["since"], fields["until"], fields["kind"]) == (
        "2023-01-01", "2023-12-31", "transfer",
    )  # fmt: skip
