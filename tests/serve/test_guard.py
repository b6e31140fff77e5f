"""What holds for every request: whose it is, where it comes from, how large it is."""

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from headstamp.serve.api import ROUTERS
from headstamp.serve.app import workbench
from headstamp.serve.pages import PAGES
from headstamp.serve.rights import Right
from tests.serve.conftest import settings

OPEN = {"/login", "/logout", "/static", "/api/v1/openapi.json"}
"""What answers to anybody."""


def routes() -> dict[str, list[APIRoute]]:
    """Every route of the pages and the API, by its path: several where methods differ."""
    found: dict[str, list[APIRoute]] = {}
    for prefix, routers in (("", PAGES), ("/api/v1", ROUTERS)):
        for route in (route for router in routers for route in router.routes):
            assert isinstance(route, APIRoute)
            found.setdefault(prefix + route.path, []).append(route)
    return found


def needed(route: APIRoute) -> set[str]:
    """The rights that a route asks for."""
    rights = [each.call for each in route.dependant.dependencies]
    return {each.needed for each in rights if isinstance(each, Right)}


def test_every_route_names_the_right_it_asks_for() -> None:
    assert len(routes()) > 40
    silent = {path for path, some in routes().items() if not all(map(needed, some))}
    assert silent <= OPEN


def test_what_changes_asks_for_more_than_a_reader() -> None:
    own = ("/account", "/api/v1/tokens")
    changing = {
        path
        for path, some in routes().items()
        for route in some
        if route.methods - {"GET", "HEAD"} and needed(route) <= {"reader"}
    }
    assert {path for path in changing if not path.startswith(own)} <= OPEN


def test_pages_come_with_headers_that_allow_nothing_from_elsewhere(client: TestClient) -> None:
    headers = client.get("/").headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"


def test_a_name_that_the_server_does_not_have_is_refused(place: str) -> None:
    with TestClient(workbench(settings(place, hosts=("localhost",)))) as client:
        assert client.get("/", headers={"host": "localhost:8472"}).status_code == 200
        assert client.get("/", headers={"host": "rebound.example"}).status_code == 421


@pytest.mark.parametrize(
    "headers", [{"origin": "https://other.example"}, {"sec-fetch-site": "cross-site"}]
)
def test_another_site_s_page_changes_nothing(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/", headers=headers).status_code == 403


def test_what_is_too_large_is_not_taken(client: TestClient) -> None:
    assert client.post("/", headers={"content-length": str(10**10)}).status_code == 413


def test_a_missing_page_is_a_page_and_a_missing_resource_a_problem(client: TestClient) -> None:
    page, resource = client.get("/nowhere"), client.get("/api/v1/nowhere")
    assert (page.status_code, resource.status_code) == (404, 404)
    assert "There is no such page." in page.text
    assert resource.headers["content-type"] == "application/problem+json"
    assert resource.json()["status"] == 404
