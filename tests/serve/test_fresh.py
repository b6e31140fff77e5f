"""What a browser or program has already is not made again; what changed is."""

import pytest
from fastapi.testclient import TestClient

from headstamp.ledger.ledger import Ledger
from headstamp.model.transfer import Note
from tests.serve.conftest import both_stores

DOCUMENT = "washington-post-2023-04-10"
PAGES = [
    "/", "/?party=egypt", "/map", "/network", "/timeline", "/review", "/search?words=rockets",
    "/documents", f"/documents/{DOCUMENT}", "/parties", "/parties/egypt", "/sources",
    "/sources/outlet/Anadolu", f"/history?subject={DOCUMENT}",
    "/api/v1", "/api/v1/transfers", "/api/v1/documents", f"/api/v1/documents/{DOCUMENT}",
    f"/api/v1/claims/{DOCUMENT}/c3", f"/api/v1/texts/{DOCUMENT}", "/api/v1/exports/text",
    "/api/v1/parties", "/api/v1/parties/egypt", "/api/v1/sources", "/api/v1/search?words=rockets",
    f"/api/v1/changes?subject={DOCUMENT}",
]  # fmt: skip
FLEETING = ["/add", "/account", "/users", "/audit", "/api/v1/jobs", "/api/v1/exports"]


def seen(client: TestClient, address: str) -> dict[str, str]:
    """The headers that ask for what is new since now."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-cache"
    return {"if-none-match": answer.headers["etag"]}


def note(place: str) -> None:
    ledger = Ledger(place)
    with ledger.writing(by="ana") as writer:
        writer.state(Note("document", DOCUMENT, "The photograph is of another port."))
    ledger.close()


@both_stores
@pytest.mark.parametrize("address", PAGES)
def test_what_did_not_change_is_not_sent_twice(
    client: TestClient, place: str, address: str
) -> None:
    known = seen(client, address)
    again = client.get(address, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == known["if-none-match"]
    assert again.headers["cache-control"] == "private, no-cache"
    note(place)
    assert client.get(address, headers=known).status_code == 200


def test_an_answer_is_one_person_s_at_one_address_in_one_form(client: TestClient) -> None:
    known = seen(client, "/")
    assert client.get("/map", headers=known).status_code == 200
    assert client.get("/?party=egypt", headers=known).status_code == 200
    assert client.get("/", headers=known | {"hx-request": "true"}).status_code == 200
    assert "HX-Request" in client.get("/").headers["vary"]


def test_a_tag_that_was_weakened_or_is_one_of_several_is_known(client: TestClient) -> None:
    tag = seen(client, "/")["if-none-match"].removeprefix("W/")
    for told in (tag, f"W/{tag}", f'"other", W/{tag}'):
        assert client.get("/", headers={"if-none-match": told}).status_code == 304


@pytest.mark.parametrize("address", FLEETING)
def test_what_changes_without_the_ledger_is_never_kept(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


@pytest.mark.parametrize("address", ["/documents/none", "/api/v1/documents/none", "/?sort=none"])
def test_a_failure_has_no_tag(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in (404, 422)
    assert "etag" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"
