"""Pages that are made once for all who look at the same, and anew after every change."""

from fastapi.testclient import TestClient

from headstamp.serve.answers import Answers
from tests.serve.conftest import both_stores


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    answers = Answers(10)
    answers.keep("a", "12345")
    answers.keep("b", "12345")
    assert answers.get("a") == "12345"
    answers.keep("c", "123")
    assert [answers.get(tag) for tag in "abc"] == ["12345", None, "123"]
    answers.keep("c", "1234567890")
    assert [answers.get(tag) for tag in "ac"] == [None, "1234567890"]


def test_a_page_that_is_too_large_is_not_kept() -> None:
    answers = Answers(3)
    answers.keep("a", "1234")
    assert answers.get("a") is None


@both_stores
def test_a_page_comes_again_as_it_was_until_somebody_changes_something(
    client: TestClient,
) -> None:
    first, again = client.get("/sources"), client.get("/sources")
    assert again.text == first.text
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]
    graded = {"about": "source", "subject": "EFE", "grade": "B"}
    before = client.get("/sources/outlet/EFE")
    tag = client.get("/api/v1/sources/outlet/EFE").headers.get("etag", "")
    answer = client.post("/api/v1/ratings", json=graded, headers={"If-Match": tag})
    assert answer.status_code == 201, answer.text
    after = client.get("/sources/outlet/EFE")
    assert after.headers["etag"] != before.headers["etag"]
    assert after.text != before.text
