"""What programs say into the ledger: signed, to be undone, and refused where nobody looked."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from headstamp.serve.api.schemas.changes import Change, Changes
from tests.serve.conftest import both_stores

BASE = "/api/v1"
DOCUMENT = "washington-post-2023-04-10"
CLAIM, OTHER = f"{DOCUMENT}/c3", "efe-2023-04-11/c4"


def tag(client: TestClient, address: str) -> str:
    return client.get(f"{BASE}/{address}").headers["etag"]


def claim(client: TestClient, id: str = CLAIM) -> Any:
    return client.get(f"{BASE}/claims/{id}").json()


def posted(client: TestClient, address: str, body: Any, *seen: str) -> Response:
    headers = {"If-Match": ", ".join(seen)} if seen else {}
    return client.post(f"{BASE}/{address}", json=body, headers=headers)


def review(client: TestClient, verdict: str, id: str = CLAIM, **more: Any) -> Response:
    """A review of a claim as it is now."""
    body = {"verdict": verdict, "claim": id, **more}
    return posted(client, "reviews", body, tag(client, f"claims/{id}"))


def made(answer: Response) -> Any:
    """The change that was made."""
    assert answer.status_code == 201, answer.text
    Change.model_validate(answer.json(), extra="forbid")
    return answer.json()


@both_stores
def test_a_claim_is_accepted_corrected_rejected_and_all_is_undone(client: TestClient) -> None:
    before = claim(client)
    assert made(review(client, "accept"))["by"] == "ana"
    wish = {"field": "supplier", "words": "Egypt", "value": "Russia", "instead_of": "Egypt"}
    made(review(client, "correct", corrections=[wish, {"field": "time", "value": "past"}]))
    corrected = claim(client)
    supplier = next(a for a in corrected["said"]["arguments"] if a["role"] == "supplier")
    assert (supplier["value"]["canonical"], corrected["said"]["time"]) == ("Russia", "past")
    assert corrected["read"] == before["said"]
    last = made(review(client, "reject", reason="The paper says no such thing."))
    rejected = claim(client)
    assert (rejected["said"], rejected["transfer"]) == (None, None)
    assert rejected["read"] == before["said"]
    assert rejected["review"]["statement"]["reason"] == "The paper says no such thing."
    undone = made(client.post(f"{BASE}/changes/{last['number']}/undo"))
    assert undone["undoes"] == last["number"]
    assert claim(client)["said"] == corrected["said"]
    history = client.get(f"{BASE}/changes?subject={CLAIM}").json()
    Changes.model_validate(history, extra="forbid")
    assert [change["act"] for change in history["items"]] == ["review", "review", "review", "undo"]
    assert history["items"][2]["undone_by"] == undone["number"]


@both_stores
def test_nobody_decides_on_what_he_did_not_see(client: TestClient) -> None:
    body = {"verdict": "accept", "claim": CLAIM}
    unseen = posted(client, "reviews", body)
    assert (unseen.status_code, unseen.json()["title"]) == (428, "Precondition Required")
    first = tag(client, f"claims/{CLAIM}")
    assert posted(client, "reviews", body, tag(client, f"claims/{OTHER}")).status_code == 412
    made(posted(client, "reviews", body, first))
    late = posted(client, "reviews", body, first)
    assert (late.status_code, "look again" in late.json()["detail"]) == (412, True)
    made(posted(client, "reviews", body, tag(client, f"claims/{CLAIM}").removeprefix("W/")))


@both_stores
def test_what_others_said_of_other_things_outdates_nothing(client: TestClient) -> None:
    seen = tag(client, f"claims/{CLAIM}")
    made(review(client, "accept", OTHER))
    assert tag(client, f"claims/{CLAIM}") != seen, "the ledger has changed"
    made(posted(client, "reviews", {"verdict": "accept", "claim": CLAIM}, seen))


@both_stores
@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"verdict": "reject"}, 422),
        ({"verdict": "reject", "reason": " "}, 422),
        ({"verdict": "correct", "corrections": []}, 422),
        ({"verdict": "correct", "corrections": [{"field": "supplier"}]}, 422),
        ({"verdict": "correct", "corrections": [{"field": "colour", "words": "Iran"}]}, 422),
        ({"verdict": "correct", "corrections": [{"field": "supplier", "words": [9, 3]}]}, 422),
        ({"verdict": "correct", "corrections": [{"field": "supplier", "words": "Mars"}]}, 422),
        ({"verdict": "accept", "mood": "good"}, 422),
        ({"verdict": "accept", "claim": f"{DOCUMENT}/c999"}, 404),
        ({"verdict": "accept", "claim": "none"}, 404),
        ({"verdict": "accept", "reason": "\0"}, 422),
    ],
)
def test_a_review_that_cannot_be_is_refused_and_changes_nothing(
    client: TestClient, body: dict[str, Any], status: int
) -> None:
    before = client.get(BASE).json()["version"]
    body = {"claim": CLAIM} | body
    answer = posted(client, "reviews", body, tag(client, f"claims/{CLAIM}"))
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert client.get(BASE).json()["version"] == before


@both_stores
def test_claims_and_parties_are_judged_by_who_saw_both(client: TestClient) -> None:
    body = {"about": "claim", "left": CLAIM, "right": OTHER, "verdict": "different"}
    left, right = (tag(client, f"claims/{id}") for id in (CLAIM, OTHER))
    assert posted(client, "judgements", body, left).status_code == 412
    number = made(posted(client, "judgements", body, left, right))["number"]
    assert claim(client)["transfer"] != claim(client, OTHER)["transfer"]
    made(client.post(f"{BASE}/changes/{number}/undo"))
    assert claim(client)["transfer"] == claim(client, OTHER)["transfer"]

    parties = {"about": "party", "left": "egypt", "right": "russia", "verdict": "same"}
    both = [tag(client, f"parties/{id}") for id in ("egypt", "russia")]
    made(posted(client, "judgements", parties, *both))
    party = client.get(f"{BASE}/parties/egypt").json()
    assert party["same"] == ["russia"]
    assert party["merges"][0]["statement"]["verdict"] == "same"
    unknown = posted(client, "judgements", parties | {"left": "none"}, *both)
    assert unknown.status_code == 404
    itself = posted(client, "judgements", parties | {"left": "russia"}, *both)
    assert "not itself" in itself.json()["detail"]


@both_stores
def test_grades_and_notes_stand_where_they_belong(client: TestClient) -> None:
    made(posted(client, "ratings", {"about": "source", "subject": "Anadolu", "grade": "B"}))
    assert client.get(f"{BASE}/sources/outlet/Anadolu").json()["grade"] == "B"
    made(posted(client, "ratings", {"about": "claim", "subject": CLAIM, "grade": "3"}))
    made(posted(client, "notes", {"about": "claim", "subject": CLAIM, "text": "Seen."}))
    told = claim(client)
    assert told["rating"]["statement"]["grade"] == "3"
    assert [note["statement"]["text"] for note in told["notes"]] == ["Seen."]
    for about, subject in (("document", DOCUMENT), ("transfer", told["transfer"])):
        made(posted(client, "notes", {"about": about, "subject": subject, "text": "Seen."}))
    for body, status in (
        ({"about": "source", "subject": "Anadolu", "grade": "3"}, 422),
        ({"about": "claim", "subject": "none/c1", "grade": "3"}, 404),
    ):
        assert posted(client, "ratings", body).status_code == status
    for body, status in (
        ({"about": "document", "subject": DOCUMENT, "text": "x" * 1_501}, 422),
        ({"about": "document", "subject": DOCUMENT, "text": " \n"}, 422),
        ({"about": "document", "subject": "none", "text": "x"}, 404),
    ):
        assert posted(client, "notes", body).status_code == status


@both_stores
def test_a_change_is_undone_once(client: TestClient) -> None:
    number = made(review(client, "accept"))["number"]
    made(client.post(f"{BASE}/changes/{number}/undo"))
    assert "undone already" in client.post(f"{BASE}/changes/{number}/undo").json()["detail"]
    assert client.post(f"{BASE}/changes/2147483647/undo").status_code == 404
    assert client.post(f"{BASE}/changes/2147483648/undo").status_code == 422


@both_stores
def test_words_that_no_store_takes_are_refused(client: TestClient) -> None:
    for text in ("\ud800", "a\0b"):
        answer = client.post(
            f"{BASE}/notes",
            content=f'{{"about":"document","subject":"{DOCUMENT}","text":{_escaped(text)}}}',
            headers={"content-type": "application/json"},
        )
        assert (answer.status_code, answer.json()["status"]) == (422, 422)


def _escaped(words: str) -> str:
    return '"' + "".join(f"\\u{ord(letter):04x}" for letter in words) + '"'


@both_stores
def test_of_twenty_who_decide_at_once_none_is_overwritten_unseen(client: TestClient) -> None:
    """Ten on one claim, having seen the same; ten on a claim each."""
    ids = [each["id"] for each in client.get(f"{BASE}/documents/{DOCUMENT}").json()["claims"]]
    ids += [each["id"] for each in client.get(f"{BASE}/documents/efe-2023-04-11").json()["claims"]]
    shared, own = ids[0], ids[1:11]
    assert len(own) == 10
    wanted = [*[shared] * 10, *own]
    tags = {id: tag(client, f"claims/{id}") for id in {*wanted}}

    def decide(number: int) -> int:
        body = {"verdict": "accept", "claim": wanted[number], "reason": f"by {number}"}
        return posted(client, "reviews", body, tags[wanted[number]]).status_code

    with ThreadPoolExecutor(20) as people:
        answers = list(people.map(decide, range(20)))
    assert Counter(answers[:10]) == {201: 1, 412: 9}
    assert answers[10:] == [201] * 10
    for id, number in zip(own, range(10, 20), strict=True):
        (change,) = client.get(f"{BASE}/changes?subject={id}").json()["items"]
        assert change["statement"]["reason"] == f"by {number}"
    (first,) = client.get(f"{BASE}/changes?subject={shared}").json()["items"]
    assert answers[int(first["statement"]["reason"].removeprefix("by "))] == 201
