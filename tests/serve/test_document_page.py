"""The page of a document, asked in process: what it shows, and what its forms do."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from headstamp.ledger.ledger import Ledger
from headstamp.model.transfer import ClaimRef, Note, Rating, Review
from tests.serve.conftest import both_stores
from tests.serve.documents import claim_at, claims_of, document_of, keep, said_of
from tests.serve.visiting import come_in

TEXT = (
    "Karst arms Doline\n\nBy Anna Reed\n\nKarst gave rockets to Doline and Polje.\n\n"
    "Why now\n\nA crate\n\nThey sold tanks."
)
KINDS = ("headline", "byline", "lead", "subhead", "caption", "comment")
ADDRESS = "/documents/sample"
BY_SCRIPT = {"HX-Request": "true"}


@pytest.fixture
def sample(place: str) -> str:
    """The ledger, with the document `sample` in it."""
    gave = claim_at(TEXT, "c1", "gave", supplier="Karst", recipient="Doline", materiel="rockets")
    told: dict[str, Any] = {"url": "https://courier.example/a?b=1"}
    keep(place, document_of("sample", TEXT, KINDS, **told), gave, data=b"<b>raw</b>")
    return place


def seen(client: TestClient, claim: str = "c1", document: str = "sample") -> str:
    """The number that the form of a claim carries."""
    page = client.get(f"/documents/{document}/claims/{claim}", headers=BY_SCRIPT).text
    found = re.search(r'name="seen" value="(\d+)"', page)
    assert found
    return found[1]


def form(client: TestClient, **changed: Any) -> dict[str, Any]:
    """The form of a correction as the page gives it, and what is changed in it."""
    page = client.get(f"{ADDRESS}/claims/c1?open=correct", headers=BY_SCRIPT).text
    within = page[page.index('<form class="correcting"') :]
    fields: dict[str, Any] = {"seen": seen(client), "kind": "transfer"}
    fields |= {"factuality": "CT+", "time": "past"}
    for name in ("was", "span", "words", "value"):
        fields[name] = re.findall(rf'name="{name}"[^>]*?value="([^"]*)"', within)
    fields["role"] = [was.partition(" ")[0] for was in fields["was"]]
    for name, value in changed.items():
        if isinstance(value, dict):
            fields[name] = [value.get(n, each) for n, each in enumerate(fields[name])]
        else:
            fields[name] = value
    return fields


def correct(client: TestClient, **changed: Any) -> Any:
    return client.post(f"{ADDRESS}/claims/c1/correct", data=form(client, **changed))


def fillers(place: str) -> list[tuple[str, str]]:
    return [(a.role, a.words) for a in claims_of(place, "sample")["c1"].arguments]


@pytest.mark.usefixtures("sample")
def test_the_article_reads_as_it_stands_each_part_in_its_own_dress(client: TestClient) -> None:
    page = client.get(ADDRESS).text
    for kind in KINDS:
        assert f'class="row {kind}"' in page
    assert '<h1 class="words" id="w0" data-at="0" lang="en" dir="auto">' in page
    assert "comment: not the article’s words, not read" in page
    assert 'href="https://courier.example/a?b=1"' in page
    assert "no publication date" in page
    assert "read by <bdi>by hand</bdi>" in page


@pytest.mark.usefixtures("sample")
def test_each_word_of_a_claim_says_which_and_in_what_role(client: TestClient) -> None:
    page = client.get(ADDRESS).text
    assert re.search(r'class="part trigger" data-claims="c1" data-roles="c1:trigger "', page)
    assert re.search(r'class="part thing" data-claims="c1" data-roles="c1:materiel "', page)
    assert '<a id="c1-word"></a>' in page


@both_stores
def test_a_claim_is_accepted_and_rejected_by_plain_forms(sample: str, client: TestClient) -> None:
    told = {"verdict": "accept", "seen": seen(client)}
    answer = client.post(f"{ADDRESS}/claims/c1/review", data=told, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{ADDRESS}?claim=c1#c1")
    assert "✓ accepted by" in client.get(ADDRESS).text
    told = {"verdict": "reject", "seen": seen(client), "reason": "a toy"}
    page = client.post(f"{ADDRESS}/claims/c1/review", data=told).text
    assert "✗ rejected by" in page
    assert "a toy" in page
    assert claims_of(sample, "sample") == {}


def test_a_rejection_without_a_reason_is_not_taken(sample: str, client: TestClient) -> None:
    told = {"verdict": "reject", "seen": seen(client), "reason": "  "}
    answer = client.post(f"{ADDRESS}/claims/c1/review", data=told)
    assert answer.status_code == 422
    assert "needs a reason" in answer.text
    assert said_of(sample, "sample/c1") == []
    assert 'name="reason" required' in client.get(f"{ADDRESS}?claim=c1&open=reject").text


@pytest.mark.usefixtures("sample")
def test_a_script_gets_the_card_alone_and_the_words_that_changed(client: TestClient) -> None:
    told = {"verdict": "reject", "seen": seen(client), "reason": "a toy"}
    answer = client.post(f"{ADDRESS}/claims/c1/review", data=told, headers=BY_SCRIPT).text
    assert answer.lstrip().startswith('<li class="claim rejected" id="c1"')
    assert answer.count("hx-swap-oob") == 4  # the stretch, the one with `Karst`, counts, undo
    assert 'class="part was"' in answer
    assert "<html" not in answer


@both_stores
def test_whoever_did_not_see_another_s_word_is_told_and_overwrites_nothing(
    sample: str, client: TestClient
) -> None:
    stale = form(client, time="future", reason="mine")
    ledger = Ledger(sample)
    with ledger.writing(by="ben") as writer:
        writer.state(Review(ClaimRef("sample", "c1"), "reject", "a toy"))
    ledger.close()
    for headers in (BY_SCRIPT, {}):
        answer = client.post(f"{ADDRESS}/claims/c1/correct", data=stale, headers=headers)
        assert answer.status_code == 412
        assert "<bdi>ben</bdi> rejected this claim while you were looking at it" in answer.text
        assert "a toy" in answer.text
        assert 'name="reason" value="mine"' in answer.text
    told = {"verdict": "accept", "seen": stale["seen"]}
    assert client.post(f"{ADDRESS}/claims/c1/review", data=told).status_code == 412
    assert [by for by, *_ in said_of(sample, "sample/c1")] == ["ben"]


@both_stores
def test_several_things_put_right_are_one_review(sample: str, client: TestClient) -> None:
    place_of = TEXT.index("Polje")
    told = {
        "factuality": "PS+",
        "words": {0: "They", 3: "Polje"},
        "span": {3: f"{place_of}:{place_of + 5}"},
        "role": {3: "recipient"},
        "remove": ["2"],
        "reason": "as it says",
    }
    page = correct(client, **told).text
    assert "✎ corrected by" in page
    assert '<del><span class="unseen">was </span><bdi>Karst</bdi></del>' in page
    assert "<ins><bdi>They</bdi></ins>" in page
    assert "as it says" in page
    theirs = [("recipient", "Doline"), ("recipient", "Polje"), ("supplier", "They")]
    assert fillers(sample) == theirs
    assert len(said_of(sample, "sample/c1")) == 1


def test_a_filler_is_added_taken_away_and_given_another_role(
    sample: str, client: TestClient
) -> None:
    roles = dict(fillers(sample))
    rows = list(roles)
    correct(client, remove=[str(rows.index("materiel"))])
    assert ("materiel", "rockets") not in fillers(sample)
    correct(client, words={len(rows) - 1: "tanks"}, role={len(rows) - 1: "materiel"})
    assert ("materiel", "tanks") in fillers(sample)
    place_of = [role for role, _ in fillers(sample)].index("recipient")
    correct(client, role={place_of: "intermediary"})
    assert ("intermediary", "Doline") in fillers(sample)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "changes nothing"),
        ({"kind": "production"}, "is no role in a claim of production"),
        ({"words": {0: "nowhere"}}, "is not in the text"),
        ({"span": {0: "5:99999"}}, "is no stretch of the text"),
        ({"span": {0: "x"}}, "is no place in the text"),
        ({"value": {0: "zzz qqq"}}, "is no"),
        ({"was": {0: "supplier 60:62"}}, "look again"),
        ({"role": ["supplier"]}, "has lost fields"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(
    sample: str, client: TestClient, changed: dict[str, Any], told: str
) -> None:
    answer = correct(client, **changed)
    assert answer.status_code == 422
    assert told in answer.text
    assert said_of(sample, "sample/c1") == []


def test_what_was_put_right_is_accepted_as_it_was_put_right(
    sample: str, client: TestClient
) -> None:
    correct(client, time="future")
    told = {"verdict": "accept", "seen": seen(client)}
    assert "✎ corrected by" in client.post(f"{ADDRESS}/claims/c1/review", data=told).text
    assert claims_of(sample, "sample")["c1"].time == "future"


@pytest.mark.usefixtures("sample")
def test_the_last_own_change_is_undone_by_its_form(client: TestClient) -> None:
    told = {"verdict": "accept", "seen": seen(client)}
    page = client.post(f"{ADDRESS}/claims/c1/review", data=told).text
    number = re.search(r'name="number" value="(\d+)"', page)
    back = re.search(r'name="next" value="([^"]+)"', page)
    assert number
    assert back
    page = client.post("/undo", data={"number": number[1], "next": back[1]}).text
    assert 'data-state="unreviewed"' in page
    assert 'name="number"' not in page


def test_notes_are_counted_without_the_line_ends_of_forms(sample: str, client: TestClient) -> None:
    text = "\r\n".join(["🚀" * 749, "x" * 750])
    page = client.post(f"{ADDRESS}/note", data={"text": text}).text
    assert said_of(sample, "sample")[-1][2] == Note("document", "sample", text.replace("\r", ""))
    assert "1 note" in page
    assert "No personal data that the record does not need." in page
    answer = client.post(f"{ADDRESS}/note", data={"text": "x" * 1_501})
    assert (answer.status_code, "1 to 1500 characters" in answer.text) == (422, True)
    assert client.post(f"{ADDRESS}/note", data={"text": " "}).status_code == 422


def test_a_claim_is_noted_and_graded(sample: str, client: TestClient) -> None:
    client.post(f"{ADDRESS}/claims/c1/note", data={"text": "See <b>page</b> 2"})
    page = client.post(f"{ADDRESS}/claims/c1/grade", data={"grade": "2"}).text
    assert "See &lt;b&gt;page&lt;/b&gt; 2" in page
    assert 'title="probably true, says ana"' in page
    assert [act for _, act, _ in said_of(sample, "sample/c1")] == ["note", "rate"]


def test_the_outlet_is_graded(sample: str, client: TestClient) -> None:
    page = client.post(f"{ADDRESS}/grade", data={"grade": "B"}).text
    assert "B, usually reliable, says <bdi>ana</bdi>" in page
    rating = Rating("source", "The Karst Courier", "B")
    assert said_of(sample, "The Karst Courier")[-1][2] == rating
    assert client.post(f"{ADDRESS}/grade", data={"grade": "1"}).status_code == 422


def test_an_article_was_useful_or_not_and_the_last_answer_of_each_counts(
    sample: str, client: TestClient
) -> None:
    client.post(f"{ADDRESS}/useful", data={"answer": "no", "reason": "thin"})
    page = client.post(f"{ADDRESS}/useful", data={"answer": "yes", "reason": "new names"}).text
    assert "1 said yes, 0 said no." in page
    assert "new names" in page
    assert "<bdi>thin</bdi>" not in page
    assert "0 notes" in page
    assert said_of(sample, "sample")[-1][2] == Note("document", "sample", "useful: yes — new names")


@pytest.mark.usefixtures("sample")
def test_the_original_is_a_file_that_no_browser_shows(client: TestClient) -> None:
    answer = client.get(f"{ADDRESS}/original")
    assert answer.content == b"<b>raw</b>"
    assert answer.headers["content-disposition"] == 'attachment; filename="sample.original"'
    assert answer.headers["content-security-policy"] == "sandbox"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-type"] == "application/octet-stream"
    assert client.get(f"{ADDRESS}/text").text == TEXT


@pytest.mark.usefixtures("sample")
def test_what_is_not_there_is_told(client: TestClient) -> None:
    for address in ("/documents/none", f"{ADDRESS}?claim=c9", f"{ADDRESS}?part=9"):
        assert client.get(address).status_code in (404, 422)
    assert client.get("/documents/none/original").status_code == 404
    told = {"verdict": "accept", "seen": 0}
    assert client.post(f"{ADDRESS}/claims/c9/review", data=told).status_code == 404


@pytest.mark.usefixtures("sample")
def test_a_reader_reads_and_changes_nothing(visit: Callable[..., TestClient]) -> None:
    client = visit()
    come_in(client, "rita")
    page = client.get(ADDRESS).text
    assert 'id="c1"' in page
    assert "<form" not in page[page.index("<main") :].replace('<form id="undo"', "").replace(
        '<form method="dialog"', ""
    )
    assert client.post(f"{ADDRESS}/note", data={"text": "x"}).status_code == 403


@pytest.mark.usefixtures("sample")
def test_the_address_of_a_card_leads_to_the_page(client: TestClient) -> None:
    answer = client.get(f"{ADDRESS}/claims/c1?open=note", follow_redirects=False)
    assert answer.headers["location"] == f"{ADDRESS}?claim=c1&open=note#c1"
    assert "Grade the claim" in client.get(f"{ADDRESS}?claim=c1&open=note").text
