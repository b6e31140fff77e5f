"""Claims out of a transfer and into one, two made one, grades; and taking all that back."""

import re
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from tests.serve.conftest import both_stores
from tests.serve.pages import link, links, opened, said
from tests.serve.story import (
    CANDIDATES,
    DONE,
    FIRST,
    OTHERS,
    STORY,
    TOLD_LAST,
    claims,
    posted,
    seen,
    undone,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page


@both_stores
def test_a_claim_that_is_taken_out_stands_elsewhere_until_that_is_undone(
    client: TestClient,
) -> None:
    before = claims(opened(client, f"/transfers/{STORY}"))
    page = posted(client, "out", claim=str(TOLD_LAST))
    told = said(page.find_class("just-done")[0])
    assert str(TOLD_LAST) not in claims(page)
    assert f"judged {TOLD_LAST} another than {FIRST} (It is told so.)" in told
    elsewhere = link(page, DONE, "t")
    assert claims(opened(client, elsewhere)) == [str(TOLD_LAST)]
    assert claims(undone(client, page)) == before


def test_a_claim_is_taken_from_one_other_alone(client: TestClient) -> None:
    page = posted(client, "out", claim=str(TOLD_LAST), other="quayside-digest-2023-04-13/c1")
    assert len(page.xpath(f"{DONE}//input[@name='number']")) == 1


def test_where_the_first_claim_leaves_the_rest_goes_by_another_id(client: TestClient) -> None:
    page = posted(client, "out", claim=str(FIRST))
    assert str(FIRST) not in claims(page)
    assert len(claims(page)) > 20
    back = undone(client, page)
    assert str(FIRST) in claims(back)


@both_stores
def test_two_transfers_are_made_one_and_two_again(client: TestClient) -> None:
    other = link(opened(client, OTHERS), CANDIDATES, "").rpartition("/")[2]
    theirs = claims(opened(client, f"/transfers/{other}"))
    page = posted(client, "merge", other=other)
    assert set(theirs) < set(claims(page))
    gone = client.get(f"/transfers/{other}")
    assert (gone.status_code, f"stands in {STORY} now" in gone.text) == (404, True)
    assert not set(theirs) & set(claims(undone(client, page)))
    assert claims(opened(client, f"/transfers/{other}")) == theirs


def test_a_claim_that_was_taken_out_is_found_and_brought_back(client: TestClient) -> None:
    posted(client, "out", claim=str(TOLD_LAST))
    page = opened(client, f"{OTHERS}?words=Washington+Post+rockets")
    assert page.xpath(f"{CANDIDATES}//blockquote")
    page = opened(client, f"{OTHERS}?words={TOLD_LAST}")
    assert [said(each) for each in page.xpath(f"{CANDIDATES}/li/p/a")] == [str(TOLD_LAST)]
    page = posted(client, "in", claim=str(TOLD_LAST))
    assert str(TOLD_LAST) in claims(page)


def test_who_has_not_seen_the_last_change_is_told(client: TestClient) -> None:
    form = {"claim": str(FIRST), "grade": "2", "seen": seen(client)}
    assert client.post(f"/transfers/{STORY}/rate", data=form).status_code == 200
    late = client.post(f"/transfers/{STORY}/rate", data=form | {"grade": "5"})
    assert late.status_code == 412
    assert "changed by somebody meanwhile" in late.text
    claim = opened(client, f"/transfers/{STORY}").get_element_by_id(f"claim-{FIRST}")
    assert said(claim.find_class("grade")[0]) == "2"


def test_a_grade_is_in_the_head_and_the_history_and_is_undone_twice(client: TestClient) -> None:
    page = posted(client, "rate", claim=str(FIRST), grade="3")
    assert f"{FIRST} 3" in said(page.find_class("facts")[0]).replace("\xa0", " ")
    page = undone(client, page)
    assert "none given" in said(page.find_class("facts")[0])
    page = undone(client, page)
    assert "none given" not in said(page.find_class("facts")[0])
    history = opened(client, f"/history?subject={STORY}")
    told = [said(each) for each in history.find_class("what")]
    assert [words.split()[0] for words in told[:3]] == ["undid", "undid", "graded"]


@pytest.mark.parametrize(
    ("act", "form", "told"),
    [
        ("out", {"claim": "nowhere/c1"}, "does not stand in"),
        ("out", {"claim": str(FIRST), "other": "nowhere/c1"}, "does not stand in"),
        ("out", {"claim": "words"}, "is no claim"),
        ("in", {"claim": str(FIRST)}, "stands in"),
        ("merge", {"other": STORY}, "is that transfer itself"),
        ("merge", {"other": "t000000000000"}, "is no transfer"),
        ("rate", {"claim": str(FIRST), "grade": "9"}, "grade"),
        ("out", {"claim": str(FIRST), "reason": ""}, "reason"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    client: TestClient, act: str, form: dict[str, str], told: str
) -> None:
    sent = {"reason": "So.", "seen": seen(client)} | form
    answer = client.post(f"/transfers/{STORY}/{act}", data=sent)
    assert 400 <= answer.status_code < 500
    assert told in answer.text


def test_an_undo_leads_nowhere_else(client: TestClient) -> None:
    page = posted(client, "note", text="Look.")
    number = page.xpath(f"{DONE}//input[@name='number']/@value")
    form = {"number": number, "next": "//other.example/"}
    answer = client.post("/undo", data=form, follow_redirects=False)
    assert answer.headers["location"] == "/"
    for none in ("0", "999", str(10**30), "x"):
        assert 400 <= client.post("/undo", data={"number": none}).status_code < 500, none


def test_only_what_oneself_did_just_now_is_offered_to_be_undone(client: TestClient) -> None:
    for number in ("1", "999", str(10**30)):
        assert not opened(client, f"/transfers/{STORY}?done={number}").find_class("just-done")


def test_the_history_of_a_document_and_of_nothing(client: TestClient) -> None:
    page = opened(client, f"/history?subject={FIRST.document}")
    assert f"added a reading of {FIRST.document}" in said(page)
    assert ("Go to it", f"/documents/{FIRST.document}") in links(page, "//main")
    assert "Nobody has said" in said(opened(client, "/history?subject=nothing"))


@both_stores
def test_a_claim_is_taken_out_and_back_with_the_keyboard(page: "Page") -> None:
    page.goto(f"/transfers/{STORY}")
    claim = page.locator(f"[id='claim-{TOLD_LAST}']")
    claim.locator("summary").focus()
    page.keyboard.press("Enter")
    reason = claim.get_by_label("because")
    reason.wait_for()
    for _ in range(9):
        page.keyboard.press("Tab")
        if reason.evaluate("field => field === document.activeElement"):
            break
    page.keyboard.type("Another load.")
    page.keyboard.press("Enter")
    done = page.locator(".just-done")
    done.wait_for()
    assert "Another load." in done.inner_text()
    assert claim.count() == 0
    done.get_by_role("button", name="Undo").press("Enter")
    claim.wait_for()


def test_words_find_what_may_belong_to_it_without_leaving_the_page(page: "Page") -> None:
    page.goto(f"/transfers/{STORY}")
    page.get_by_label("Search words").scroll_into_view_if_needed()
    page.locator("#linking", has_text="Transfers with the same parties").locator("li").wait_for()
    page.get_by_label("Search words").fill("gunpowder fuse")
    page.get_by_role("button", name="Find").click()
    page.locator("#linking", has_text=re.compile("Claims found|Nothing else")).wait_for()
