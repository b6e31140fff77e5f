"""Adding by the API: what was asked for is a job, and becomes documents when it is done."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from headstamp.ledger.ledger import Ledger
from headstamp.serve.api.schemas.listed import Job
from headstamp.serve.guard import TOO_LARGE
from headstamp.serve.keeper import work
from tests.serve.conftest import STORY, both_stores

BASE = "/api/v1"


def asked(client: TestClient, **form: Any) -> Response:
    """A form of fields, some of them files."""
    files = {name: value for name, value in form.items() if isinstance(value, tuple)}
    data = {name: value for name, value in form.items() if name not in files}
    return client.post(f"{BASE}/documents", data=data, files=files or None)


def done(client: TestClient, place: str, answer: Response) -> Any:
    """The job of an answer, once it has been worked on."""
    assert answer.status_code == 202, answer.text
    Job.model_validate(answer.json(), extra="forbid")
    ledger = Ledger(place)
    while work(ledger):
        pass
    ledger.close()
    return client.get(answer.headers["location"]).json()


@both_stores
def test_a_text_is_read_and_found(client: TestClient, place: str) -> None:
    text = "ADEN (Quayside Digest) - Zhorda sent 40 rockets to the Karst militia in May 2024."
    job = done(client, place, asked(client, text=text, published="2024-06-01"))
    assert (job["state"], job["what"]) == ("done", "pasted text")
    document = client.get(f"{BASE}/documents/{job['documents'][0]}").json()
    assert document["published"]["day"] == "2024-06-01"
    assert client.get(f"{BASE}/texts/{document['id']}").text == text


@both_stores
def test_a_file_of_readings_is_what_the_ledger_has_already(client: TestClient, place: str) -> None:
    job = done(client, place, asked(client, file=(STORY.name, STORY.read_bytes()), readings="yes"))
    assert job["state"] == "done"
    assert any("had already" in message for message in job["messages"])


@both_stores
def test_a_job_that_fails_says_why(client: TestClient, place: str) -> None:
    job = done(client, place, asked(client, file=("a.pdf", b"%PDF-1.4 broken")))
    assert job["state"] == "failed"
    assert job["messages"]


def test_jobs_are_paged(client: TestClient) -> None:
    for number in range(5):
        asked(client, url=f"https://news.example/{number}")
    first = client.get(f"{BASE}/jobs?limit=2").json()
    assert [job["what"][-1] for job in first["items"]] == ["4", "3"]
    rest = client.get(f"{BASE}/jobs?after={first['next']}").json()
    assert [job["what"][-1] for job in rest["items"]] == ["2", "1", "0"]
    assert rest["next"] is None


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"text": "a", "url": "https://news.example"},
        {"text": "   "},
        {"file": ("https://news.example", b"")},
        {"url": "file:///etc/passwd"},
        {"url": "https://"},
        {"text": "a", "published": "soon"},
        {"text": "a", "published": "2024-02-30"},
        {"text": "a", "colour": "red"},
        {"text": "a" * 250_001},
    ],
)
def test_what_is_not_one_thing_to_read_is_refused(client: TestClient, form: Any) -> None:
    answer = asked(client, **form)
    assert (answer.status_code, answer.json()["status"]) == (422, 422)
    assert client.get(f"{BASE}/jobs").json()["items"] == []


def test_a_body_that_goes_on_for_too_long_is_not_taken(client: TestClient) -> None:
    def endless() -> Any:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
        for _ in range(70):
            yield b"a" * 2**20

    headers = {"content-type": "multipart/form-data; boundary=x"}
    answer = client.post(f"{BASE}/documents", content=endless(), headers=headers)
    assert (answer.status_code, answer.json()["detail"]) == (413, TOO_LARGE)
