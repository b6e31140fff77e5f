"""Sources: how outlets and speakers fared, and grades that people give in place."""

import pytest
from fastapi.testclient import TestClient

from headstamp.ledger.ledger import Ledger
from tests.serve.conftest import both_stores
from tests.serve.pages import link, links, opened, said

POST = "/sources/outlet/The%20Washington%20Post"


def seen(client: TestClient, address: str = POST) -> str:
    (number,) = opened(client, address).xpath('//aside//input[@name="seen"]/@value')
    return str(number)


@both_stores
@pytest.mark.parametrize("about", ["outlet", "speaker"])
def test_sources_are_listed_with_how_they_fared(client: TestClient, place: str, about: str) -> None:
    page = opened(client, f"/sources?about={about}")
    with Ledger(place).reading() as view:
        there = view.sources(about).listed  # type: ignore[arg-type]
    rows = page.xpath("//tbody/tr")
    assert len(rows) == len(there) > 3
    for row, source in zip(rows, there, strict=True):
        name, *numbers = (said(cell) for cell in row.xpath("td")[:5])
        told = (source.transfers, source.confirmed, source.denied, source.folded)
        assert (name, *map(int, numbers)) == (source.label, *told)


def test_sources_are_sorted_by_what_a_heading_names(client: TestClient) -> None:
    page = opened(client, link(opened(client, "/sources"), "//thead", "Only repeats"))
    numbers = [int(said(cell)) for cell in page.xpath("//tbody/tr/td[5]")]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > 0


def test_a_source_shows_its_transfers_and_documents(client: TestClient) -> None:
    page = opened(client, POST)
    assert said(page.xpath("//h1")[0]) == "The Washington Post"
    assert page.xpath("//a[@data-row]")
    assert [address for _, address in links(page, "//ul") if address.startswith("/documents/")]
    assert client.get("/sources/outlet/Nobody").status_code == 404
    assert client.get("/sources/planet/Mars").status_code == 422


@both_stores
def test_a_grade_is_given_and_taken_back(client: TestClient, place: str) -> None:
    first = {"grade": "B", "seen": seen(client)}
    answer = client.post(POST, data=first, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, POST)
    assert "B by ana" in said(opened(client, POST))
    assert client.post(POST, data={"grade": "C", "seen": seen(client)}).status_code == 200
    with Ledger(place).reading() as view:
        assert view.ratings()["The Washington Post"].grade == "C"
    page = opened(client, POST)
    latest, _ = page.xpath('//form[@action="/undo"]//input[@name="number"]/@value')
    client.post("/undo", data={"number": latest, "next": POST})
    page = opened(client, POST)
    assert "B usually reliable" in said(page.xpath('//*[@id="grade"]')[0])
    assert "undone" in said(page.xpath('//*[@id="grade"]')[0])


def test_who_has_not_seen_the_last_grade_is_told(client: TestClient) -> None:
    sent = {"grade": "B", "seen": seen(client)}
    assert client.post(POST, data=sent).status_code == 200
    assert client.post(POST, data=sent | {"grade": "E"}).status_code == 412


def test_a_grade_in_the_list_gives_back_its_line_to_be_graded_again(client: TestClient) -> None:
    headers = {"HX-Request": "true"}
    line = client.post(POST, data={"grade": "B", "seen": seen(client)}, headers=headers)
    assert line.text.strip().startswith("<tr>")
    number = line.text.partition('name="seen" value="')[2].partition('"')[0]
    again = client.post(POST, data={"grade": "A", "seen": number}, headers=headers)
    assert again.status_code == 200
    assert '<option value="A" selected>' in again.text


def test_a_grade_that_there_is_none_of_is_refused(client: TestClient) -> None:
    assert client.post(POST, data={"grade": "G", "seen": seen(client)}).status_code == 422
