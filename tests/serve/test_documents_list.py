"""The list of documents: the newest first, by outlet, a page at a time."""

import pytest
from fastapi.testclient import TestClient

from headstamp.ledger.ledger import Ledger
from tests.serve.conftest import both_stores
from tests.serve.pages import links, opened, rows, said


@both_stores
def test_the_newest_published_come_first(client: TestClient, place: str) -> None:
    page = opened(client, "/documents")
    with Ledger(place).reading() as view:
        listed = view.documents().listed
    assert rows(page) == [f"/documents/{document.id}" for document in listed]
    days = [said(cell) for cell in page.xpath("//tbody/tr/td[1]")]
    assert days == sorted(days, reverse=True)


def test_an_outlet_s_documents_are_found_by_any_spelling(client: TestClient) -> None:
    page = opened(client, "/documents")
    address = dict(links(page, "//tbody"))["The Washington Post"]
    of_outlet = opened(client, address)
    assert {said(cell) for cell in of_outlet.xpath("//tbody/tr/td[3]")} == {"The Washington Post"}
    assert rows(opened(client, "/documents?outlet=the washington POST")) == rows(of_outlet)
    assert "No document is by" in said(opened(client, "/documents?outlet=Nobody"))


def test_pages_follow_each_other(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = rows(opened(client, "/documents?outlet="))  # another address: pages are kept
    monkeypatch.setattr("headstamp.serve.pages.documents_list.PAGE", 3)
    seen: list[str] = []
    address = "/documents"
    while address:
        page = opened(client, address)
        seen += rows(page)
        pager = dict(links(page, '//nav[@class="pager"]'))
        address = pager.get("Next →", "")
    assert seen == everything
    assert pager == {"← To the newest": "/documents"}
