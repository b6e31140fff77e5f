"""Search: words in texts, whatever their script and spelling, and names that begin so."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from headstamp.serve.app import workbench
from tests.serve.conftest import both_stores, settings
from tests.serve.made import TITLE, hostile
from tests.serve.pages import links, opened, rows, said


@pytest.fixture
def strange(tmp_path: Path) -> TestClient:
    return TestClient(workbench(settings(hostile(tmp_path / "hostile.sqlite"))))


@both_stores
def test_a_hit_shows_the_words_and_leads_to_the_document_and_its_transfers(
    client: TestClient,
) -> None:
    page = opened(client, "/search?words=Rockets")
    assert rows(page)[0].startswith("/documents/")
    assert {said(mark).casefold() for mark in page.xpath("//mark")} == {"rockets"}
    inside = [address for _, address in links(page, '//ul[@class="inside"]')]
    assert set(inside) <= set(rows(opened(client, "/")))
    assert inside


def test_arabic_words_are_found_without_article_and_marks(strange: TestClient) -> None:
    page = opened(strange, "/search?words=صواريخ")
    assert rows(page) == ["/documents/arabic"]
    assert [said(mark) for mark in page.xpath("//mark")] == ["صواريخ", "الصواريخ"]
    (excerpt,) = page.xpath('//p[@class="excerpt"]')
    assert excerpt.get("dir") == "auto"


def test_what_a_document_brings_stays_text(strange: TestClient) -> None:
    page = opened(strange, "/search?words=rockets")
    assert TITLE in said(page)
    (address,) = rows(page)
    assert address == "/documents/..%2Fa%20b%3Fc%23d%2F%3Ci%3E"


@both_stores
def test_parties_and_outlets_that_begin_so_are_named_beside(client: TestClient) -> None:
    named = list(links(opened(client, "/search?words=egyp"), "//aside"))
    assert ("Egypt", "/parties/egypt") in named
    assert ("transfers", "/?party=egypt") in named
    outlets = list(links(opened(client, "/search?words=washington"), "//aside"))
    assert ("The Washington Post", "/sources/outlet/The%20Washington%20Post") in outlets


def test_no_words_and_no_hit_are_told(client: TestClient) -> None:
    assert "No document has these words" not in said(opened(client, "/search"))
    assert "No document has these words" in said(opened(client, "/search?words=xylophone"))
    assert "No document has these words" in said(opened(client, "/search?words=***"))


def test_pages_follow_each_other(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = rows(opened(client, "/search?words=rockets"))
    monkeypatch.setattr("headstamp.serve.pages.search.PAGE", 3)
    seen: list[str] = []
    address = "/search?words=rockets"
    while address:
        page = opened(client, address)
        seen += rows(page)
        address = dict(links(page, "//nav")).get("Next →", "")
    assert seen == everything


@pytest.mark.parametrize("before", ["-1", "9" * 20, "x"])
def test_a_page_that_is_none_is_told(client: TestClient, before: str) -> None:
    assert client.get("/search", params={"words": "rockets", "before": before}).status_code == 422
