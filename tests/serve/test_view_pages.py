"""A view as a map, a network and in time: what the pages tell without a script."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from headstamp.ledger.ledger import Ledger
from headstamp.ledger.listing import Filters
from headstamp.serve.app import workbench
from tests.serve.conftest import both_stores, settings
from tests.serve.made import crowd, hostile
from tests.serve.pages import links, opened, rows, said

PATHS = ("/map", "/network", "/timeline")


@pytest.fixture
def many(tmp_path: Path) -> TestClient:
    """The workbench of a ledger of some hundred transfers."""
    return TestClient(workbench(settings(crowd(tmp_path / "crowd.sqlite"))))


def data(page: HtmlElement, id: str) -> Any:
    """What the page tells a drawing."""
    (block,) = page.xpath(f'//script[@id="{id}"]')
    assert block.get("type") == "application/json"
    return json.loads(block.text)


@both_stores
@pytest.mark.parametrize("path", PATHS)
def test_the_other_ways_to_see_a_view_keep_its_filters(client: TestClient, path: str) -> None:
    page = opened(client, f"{path}?party=Egypt&since=2020-01-01")
    tabs = dict(links(page, '//nav[@class="tabs"]'))
    query = "?party=Egypt&since=2020-01-01"
    assert tabs == {
        "Table": f"/{query}",
        "Map": f"/map{query}",
        "Network": f"/network{query}",
        "Timeline": f"/timeline{query}",
    }
    chips = [address for _, address in links(page, '//ul[@class="chips"]')]
    assert chips == [f"{path}?since=2020-01-01", f"{path}?party=Egypt", path]


@pytest.mark.parametrize("path", PATHS)
def test_a_view_of_nothing_says_so(client: TestClient, path: str) -> None:
    page = opened(client, f"{path}?party=nobody-of-that-name")
    assert "No transfer" in said(page)


def test_the_network_tells_of_every_edge_in_a_table(many: TestClient) -> None:
    page = opened(many, "/network")
    with Ledger(many.app.state.settings.ledger).reading() as view:  # type: ignore[attr-defined]
        network = view.network(Filters())
    assert len(page.xpath("//tbody/tr")) == len(network.edges[:300]) > 10
    told = data(page, "network-told")
    drawn = {party["id"] for party in told["parties"]}
    assert 0 < len(drawn) <= 60
    assert {end for flow in told["flows"] for end in (flow["source"], flow["target"])} == drawn


def test_the_map_says_how_many_transfers_have_places(client: TestClient, place: str) -> None:
    page = opened(client, "/map")
    with Ledger(place).reading() as view:
        places = view.places(Filters())
    assert f"{places.located} of {places.shown} transfers" in said(page)
    told = data(page, "map-told")
    names = {point["name"] for point in told["points"]}
    assert names == {each.name for each in places.places}
    assert "Borders as Natural Earth has them." in said(page)


def test_the_timeline_lists_what_passes_by_period(many: TestClient) -> None:
    page = opened(many, "/timeline")
    with Ledger(many.app.state.settings.ledger).reading() as view:  # type: ignore[attr-defined]
        listed = view.list(sort="period", limit=50).listed
        timeline = view.timeline(Filters())
    assert rows(page) == [f"/transfers/{each.transfer.id}" for each in listed]
    told = data(page, "timeline-told")
    assert sum(number for _, number in told["happened"]) == timeline.shown - timeline.undated
    assert sum(number for _, number in told["reported"]) == timeline.shown - timeline.unreported


def test_days_narrow_the_list_and_not_the_drawing(many: TestClient) -> None:
    whole, page = opened(many, "/timeline"), opened(many, "/timeline?until=2012-06-30")
    assert data(page, "timeline-told") == data(whole, "timeline-told")
    assert len(rows(page)) > 0
    with Ledger(many.app.state.settings.ledger).reading() as view:  # type: ignore[attr-defined]
        assert view.list(sort="period").listed[0].earliest is not None
    years = [said(year) for year in page.xpath("//section/h2")]
    assert years
    assert not [year for year in years if year.isdecimal() and int(year) > 2013]


def test_words_in_data_can_neither_end_it_nor_steer(tmp_path: Path) -> None:
    client = TestClient(workbench(settings(hostile(tmp_path / "hostile.sqlite"))))
    text = client.get("/network").text
    block = re.search(r'id="network-told">(.*?)</script>', text, re.DOTALL)
    assert block is not None
    names = [party["name"] for party in json.loads(block.group(1))["parties"]]
    assert [name for name in names if "<script>" in name]
    assert "<" not in block.group(1)
    assert not [name for name in names if "\u202e" in name]
