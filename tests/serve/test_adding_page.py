"""Adding by paste, by file and by address, done by the process behind the pages."""

from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from headstamp.errors import InputError
from headstamp.ledger.ledger import Ledger
from headstamp.serve import keeper
from headstamp.serve.tasks import Task
from tests.serve.conftest import both_stores

if TYPE_CHECKING:
    from playwright.sync_api import Page

ARTICLE = "Iran sent 40 rockets to the Houthis in January 2025, a diplomat said."
RECORD = b'{"id": "r1", "text": "%s", "claims": [], "attributions": []}\n' % ARTICLE.encode()


def finished(client: TestClient, place: str, **form: object) -> str:
    """The page of the job that a form asks for, when the keeper has done it."""
    answer = client.post("/add", follow_redirects=False, **form)  # type: ignore[arg-type]
    assert answer.status_code == 303, answer.text
    ledger = Ledger(place)
    assert keeper.work(ledger)
    ledger.close()
    return client.get(answer.headers["location"]).text


@both_stores
def test_what_is_pasted_is_read_and_linked(client: TestClient, place: str) -> None:
    told = finished(client, place, data={"text": ARTICLE, "published": "2025-02-01"})
    assert "1 document added." in told
    assert "1 claim" in told
    assert "Houthis" in client.get("/").text or "Ansar Allah" in client.get("/").text


def test_a_file_is_known_by_its_name(client: TestClient, place: str) -> None:
    file = ("rockets.txt", ARTICLE.encode(), "text/plain")
    assert "rockets.txt" in finished(client, place, files={"file": file})


def test_readings_made_elsewhere_are_kept_as_given(client: TestClient, place: str) -> None:
    files = {"file": ("given.jsonl", RECORD, "application/x-ndjson")}
    told = finished(client, place, files=files, data={"readings": "true"})
    assert "0 claims" in told


def test_the_same_again_changes_nothing_and_says_so(client: TestClient, place: str) -> None:
    finished(client, place, data={"text": ARTICLE})
    assert "had already" in finished(client, place, data={"text": ARTICLE})


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:1/", "http://[::1]/", "http://10.0.0.1/x", "http://169.254.169.254/latest"],
)
def test_an_address_that_is_not_public_is_not_fetched(
    client: TestClient, place: str, url: str
) -> None:
    told = finished(client, place, data={"url": url})
    assert "failed" in told
    assert "not public" in told


def test_a_path_is_no_address(client: TestClient) -> None:
    assert client.post("/add", data={"url": "/etc/passwd"}).status_code == 422
    assert client.post("/add", data={"url": "file:///etc/passwd"}).status_code == 422


@pytest.mark.parametrize("form", [{}, {"text": " "}, {"text": "x", "published": "May"}])
def test_a_form_without_use_is_refused_in_a_sentence(
    client: TestClient, form: dict[str, str]
) -> None:
    answer = client.post("/add", data=form)
    assert answer.status_code == 422
    assert "Traceback" not in answer.text


def test_a_task_survives_its_packing() -> None:
    task = Task("a.txt", None, True, b"one\ntwo\n")
    assert Task.unpacked(task.packed()) == task
    with pytest.raises(InputError):
        Task("a.txt")


@both_stores
def test_a_person_pastes_and_watches(page: "Page", place: str) -> None:
    page.goto("/add")
    page.get_by_label("The article").fill(ARTICLE)
    page.get_by_role("button", name="Add").click()
    page.get_by_text("waiting").wait_for()
    ledger = Ledger(place)
    keeper.work(ledger)
    ledger.close()
    page.get_by_text("1 document added.").wait_for()
    page.get_by_role("link", name="To the ledger").click()
    assert page.title() == "Ledger · Headstamp"
