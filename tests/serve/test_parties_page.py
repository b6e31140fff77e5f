"""Parties: the list, one party's page, judging that two are the same."""

from pathlib import Path

import lxml.html
import pytest
from fastapi.testclient import TestClient

from headstamp.ledger.ledger import Ledger
from headstamp.ledger.listing import Filters
from headstamp.model.transfer import Judgement
from headstamp.resolve.authority import shipped
from headstamp.serve.app import workbench
from headstamp.serve.pages import parties
from tests.serve.conftest import SECRET, both_stores, settings
from tests.serve.made import PARTY, crowd, hostile
from tests.serve.pages import link, links, opened, said


@pytest.fixture
def many(tmp_path: Path) -> TestClient:
    """The workbench of a ledger of some hundred transfers."""
    place = crowd(tmp_path / "crowd.sqlite")
    return TestClient(workbench(settings(place)), headers={"X-CSRF-Token": SECRET})


@both_stores
def test_parties_are_listed_with_their_transfers_by_role(client: TestClient, place: str) -> None:
    page = opened(client, "/parties")
    with Ledger(place).reading() as view:
        asserted = {
            "/?party=egypt": view.count(Filters(party="egypt")),
            "/?party=egypt&role=supplier": view.count(Filters(party="egypt", role="supplier")),
        }
    told = {address: words for words, address in links(page, "//tbody")}
    assert asserted["/?party=egypt"] > 0
    for address, number in asserted.items():
        assert told[address] == str(number)


def test_parties_are_found_by_the_beginning_of_a_word(client: TestClient) -> None:
    page = opened(client, "/parties?words=egy")
    assert [words for words, address in links(page, "//tbody") if address == "/parties/egypt"]
    assert "No party of the ledger" in client.get("/parties?words=zzzz").text


def test_parties_come_a_page_at_a_time(many: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parties, "PAGE", 10)
    found: list[str] = []
    address = "/parties"
    while True:
        page = opened(many, address)
        found += page.xpath('//tbody//td[@class="main"]/a/@href')
        following = page.xpath('//a[@rel="next"]/@href')
        if not following:
            break
        address = following[0]
    with Ledger(many.app.state.settings.ledger).reading() as view:  # type: ignore[attr-defined]
        there = view.values("party")
    assert len(found) == len(set(found)) == len(there) > 30


def test_a_party_tells_its_names_with_script_language_and_source(client: TestClient) -> None:
    page = opened(client, "/parties/egypt")
    rows = page.xpath('//table[contains(@class, "names")]/tbody/tr')
    told = {tuple(said(cell) for cell in row.xpath("td")) for row in rows}
    assert told >= {
        ("مصر", "Arabic", "Arabic"),
        ("Египет", "Cyrillic", "Russian"),
        ("Cairo capital", "Latin", ""),
    }
    assert "Source of these names: UN member states; Unicode CLDR." in said(page)
    assert link(page, "//main", "Egyptian Armed Forces") == "/parties/egyptian-armed-forces"


def test_flows_lead_to_the_ledger_of_that_year_and_role(many: TestClient) -> None:
    page = opened(many, "/parties/state-1")
    addresses = page.xpath('//section[@aria-labelledby="flows-title"]//details//a/@href')
    assert addresses
    for address in addresses:
        assert address.startswith("/?party=state-1&role=")
        found = opened(many, address)
        assert found.xpath("//a[@data-row]")


def test_a_party_nobody_knows_of_is_missing(client: TestClient) -> None:
    assert client.get("/parties/nobody-of-that-name").status_code == 404


def test_a_party_that_is_known_has_a_page_though_nothing_names_it(client: TestClient) -> None:
    assert "Quds Force" in client.get("/parties/quds-force").text


def test_words_that_nothing_resolved_have_a_page(client: TestClient) -> None:
    page = opened(client, "/parties")
    address = next(address for _, address in links(page, "//tbody") if "/~" in address)
    told = opened(client, address)
    assert said(told.xpath("//h1")[0]).startswith("“")
    assert "words that nothing resolved" in said(told)


def test_words_that_nothing_resolved_are_suggested_known_parties(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parties, "suggested", lambda _: (shipped().entries["russia"],))
    page = opened(client, "/parties")
    address = next(address for _, address in links(page, "//tbody") if "/~" in address)
    (made,) = opened(client, address).xpath('//form[contains(@class, "suggestion")]')
    sent = {each.get("name"): each.get("value") for each in made.xpath(".//input")}
    assert sent["party"] == "russia"
    assert "is the same as Russia" in said(
        lxml.html.fromstring(client.post(address, data=sent).text)
    )
    assert not opened(client, address).xpath('//form[contains(@class, "suggestion")]')


def form(client: TestClient, address: str) -> dict[str, str]:
    """What the form that judges a party sends before anything is written in it."""
    page = opened(client, address)
    (made,) = page.xpath('//form[.//input[@id="other"]]')
    return {
        each.get("name"): each.get("value", "") for each in made.xpath(".//input[@type='hidden']")
    }


@both_stores
def test_a_party_is_judged_the_same_and_that_is_undone(client: TestClient, place: str) -> None:
    sent = form(client, "/parties/egypt") | {
        "party": "Cairo's government", "verdict": "same", "reason": "it is",
    }  # fmt: skip
    refused = client.post("/parties/egypt", data=sent)
    assert refused.status_code == 422
    assert "this very party" in refused.text
    answer = client.post("/parties/egypt", data=sent | {"party": "Russia"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/parties/egypt#same")
    with Ledger(place).reading() as view:
        (change,) = view.party_merges("egypt")
        assert change.statement == Judgement("party", "egypt", "russia", "same", "it is")
        assert change.by == "ana"
    page = opened(client, "/parties/russia")
    assert "Egypt is the same as Russia: “it is”" in said(page)
    (number,) = page.xpath('//form[@action="/undo"]//input[@name="number"]/@value')
    undone = client.post("/undo", data={"number": number, "next": "/parties/russia"})
    assert "Nobody has judged it the same" in undone.text


def test_who_has_not_seen_the_last_judgement_is_told(client: TestClient) -> None:
    sent = form(client, "/parties/egypt") | {"party": "Russia", "verdict": "different"}
    assert client.post("/parties/egypt", data=sent).status_code == 200
    assert client.post("/parties/egypt", data=sent | {"verdict": "same"}).status_code == 412


@pytest.mark.parametrize("words", ["", "nobody of that name", "~nobody of that name"])
def test_another_party_must_be_known(client: TestClient, words: str) -> None:
    sent = form(client, "/parties/egypt") | {"party": words, "verdict": "same"}
    assert client.post("/parties/egypt", data=sent).status_code == 422


def test_names_of_hostile_documents_are_words(tmp_path: Path) -> None:
    client = TestClient(workbench(settings(hostile(tmp_path / "hostile.sqlite"))))
    address = link(opened(client, "/parties?words=grey"), "//tbody", "“Grey")
    page = opened(client, address)
    assert PARTY in said(page.xpath("//h1")[0])
    assert not [each for each in page.xpath("//script") if "owned" in each.text_content()[:40]]
    assert "\u202e" not in client.get(address).text
