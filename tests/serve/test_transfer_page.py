"""One transfer: who says so, what is told, what people judge of it, and taking that back."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from headstamp.model.transfer import ClaimRef, transfer_id
from headstamp.serve.app import workbench
from tests.serve import made
from tests.serve.conftest import SECRET, both_stores, settings
from tests.serve.pages import link, links, opened, rows, said
from tests.serve.visiting import come_in, say

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "assets" / "node_modules" / "axe-core" / "axe.min.js"
FIRST = ClaimRef("washington-post-2023-04-10", "c3")
STORY = transfer_id(FIRST)
"""The transfer that all eight documents tell of, after one of them."""
TOLD_LAST = ClaimRef("quayside-digest-2023-04-13", "c3")
OTHERS = f"/transfers/{STORY}/others"
DONE, CANDIDATES = "//*[@class='just-done']", "//ul[@class='candidates']"


def seen(client: TestClient, id: str = STORY) -> str:
    """The number that the page's forms carry."""
    page = opened(client, f"/transfers/{id}")
    return str(page.xpath("//form[contains(@action, '/rate')]/input[@name='seen']/@value")[0])


def posted(client: TestClient, act: str, id: str = STORY, **form: str) -> HtmlElement:
    """The page that an act leads to."""
    told = {"seen": seen(client, id), "reason": "It is told so."} | form
    answer = client.post(f"/transfers/{id}/{act}", data=told)
    assert answer.status_code == 200, answer.text
    return opened(client, str(answer.url))


def undone(client: TestClient, page: HtmlElement) -> HtmlElement:
    """The page after the undo button of what was just done."""
    (form,) = page.find_class("just-done")[0].iter("form")
    fields = {name: form.xpath(f".//input[@name='{name}']/@value") for name in ("next", "number")}
    answer = client.post("/undo", data=fields)
    assert answer.status_code == 200, answer.text
    return opened(client, str(answer.url))


def claims(page: HtmlElement) -> list[str]:
    """The claims that a transfer's page shows."""
    return [str(each.get("id")).removeprefix("claim-") for each in page.find_class("says")]


def test_it_folds_eight_documents_to_the_one_origin(client: TestClient) -> None:
    page = opened(client, f"/transfers/{STORY}")
    (account,) = page.find_class("sayers")[0].find_class("account")
    assert "The Washington Post" in said(account.find("summary"))
    told = [said(each) for each in account.find_class("carrier")]
    assert len(told) == 8
    assert told[0].endswith("origin")
    assert "cites it Ukrinform" in next(each for each in told if each.startswith("Ukraine Today"))
    assert any("names nobody" in each for each in told)


def test_a_claim_stands_with_its_sentence_marked_and_its_reasons(client: TestClient) -> None:
    page = opened(client, f"/transfers/{STORY}")
    claim = page.get_element_by_id(f"claim-{TOLD_LAST}")
    parts = {part.get("title"): said(part) for part in claim.find("blockquote").find_class("part")}
    assert (parts["trigger"], parts["supplier"], parts["quantity"]) == ("ship", "Egypt", "40,000")
    assert "left open" in said(claim)
    assert claim.xpath(".//details//li")
    address = link(page, f"//li[@id='claim-{TOLD_LAST}']", "c3")
    assert address == "/documents/quayside-digest-2023-04-13#c3"


def test_denials_stand_beside_the_assertions_with_who_and_the_words(client: TestClient) -> None:
    deniers = opened(client, f"/transfers/{STORY}").find_class("deniers")[0].find_class("account")
    kremlin = next(each for each in deniers if said(each).startswith("Kremlin"))
    assert "waves away report" in said(kremlin)
    assert "2023-04-11" in said(kremlin)


def test_each_role_has_its_values_with_who_gives_them(client: TestClient) -> None:
    page = opened(client, f"/transfers/{STORY}")
    told = {said(each.find("dt")): each for each in page.find_class("told")[0]}
    supplier = told["supplier 2 values"]
    values = [said(each) for each in supplier.xpath("dd/a/bdi")]
    assert values == ["Egypt", "Egypt's president"]
    assert "The Washington Post" in said(supplier)
    assert supplier.get("class") == "several"
    assert "only in denials" in said(told["means"])


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


def test_a_note_keeps_its_lines_and_its_length(client: TestClient) -> None:
    page = posted(client, "note", text="First.\r\nSecond.")
    assert [said(each) for each in page.find_class("note")[0].xpath("p[@dir]")] == [
        "First.",
        "Second.",
    ]
    long = client.post(f"/transfers/{STORY}/note", data={"text": "x" * 1501})
    assert long.status_code == 422
    assert "not 1501" in long.text
    assert client.post(f"/transfers/{STORY}/note", data={"text": "\r\n" * 750}).status_code == 422


def test_what_is_not_there_is_a_page_that_says_so(client: TestClient) -> None:
    gone = client.get("/transfers/t000000000000")
    assert gone.status_code == 404
    assert "no transfer of the ledger today" in gone.text
    there = client.get(f"/transfers/t000000000000?claim={FIRST}&done=1", follow_redirects=False)
    assert there.headers["location"].startswith(f"/transfers/{STORY}?")


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


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[TestClient]:
    place = made.hostile(tmp_path / "hostile.sqlite")
    with TestClient(workbench(settings(place)), headers={"X-CSRF-Token": SECRET}) as client:
        yield client


def test_what_documents_bring_is_text_wherever_it_stands(hostile: TestClient) -> None:
    for address in rows(opened(hostile, "/")):
        page = opened(hostile, address)
        assert not page.xpath("//main//script[not(@type='application/json')]")
        assert not page.xpath("//*[@onload or @onerror]")
        assert "\u202e" not in page.text_content()
    first = "/transfers/" + transfer_id(ClaimRef("../a b?c#d/<i>", "c1"))
    page = opened(hostile, first)
    assert made.SCRIPT in said(page)
    assert links(page, "//li[@class='says asserts']")
    posted(hostile, "rate", first.rpartition("/")[2], claim="../a b?c#d/<i>/c1", grade="4")


def test_a_reader_sees_all_and_is_offered_nothing(
    visit: Callable[..., TestClient],
) -> None:
    reader = visit()
    come_in(reader, "rita")
    page = opened(reader, f"/transfers/{STORY}")
    assert len(claims(page)) > 20
    assert not page.xpath("//main//form[@method='post']")
    assert say(reader, f"/transfers/{STORY}/note", text="Look.").status_code == 403


def test_the_history_of_a_document_and_of_nothing(client: TestClient) -> None:
    page = opened(client, f"/history?subject={FIRST.document}")
    assert f"added a reading of {FIRST.document}" in said(page)
    assert ("Go to it", f"/documents/{FIRST.document}") in links(page, "//main")
    assert "Nobody has said" in said(opened(client, "/history?subject=nothing"))


def test_it_is_handed_on_alone(client: TestClient) -> None:
    page = opened(client, f"/transfers/{STORY}")
    answer = client.get(link(page, "//section[@aria-labelledby='notes']", "jsonl"))
    told = [json.loads(line) for line in answer.text.strip().split("\n")]
    assert [each["transfer"]["id"] for each in told if each["is"] == "transfer"] == [STORY]
    assert STORY in answer.headers["content-disposition"]


def test_places_are_drawn_on_a_map_and_listed(page: "Page") -> None:
    page.goto(f"/transfers/{STORY}")
    page.wait_for_selector("#map .point")
    assert page.locator("#map .names text").all_text_contents() == ["Egypt", "Russia"]
    assert page.locator("#map .denied-way[marker-end]").count() == 1
    assert "destination Russia 4 claims" in page.locator(".stops").inner_text()
    assert page.locator("#strip path.mark").count() == 15
    assert page.locator("#strip circle.root").count() == 2


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


def test_a_link_to_a_claim_opens_what_it_stands_in(page: "Page") -> None:
    page.goto(f"/transfers/{STORY}")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = false)")
    page.evaluate(f"window.location.hash = 'claim-{TOLD_LAST}'")
    page.locator(f"[id='claim-{TOLD_LAST}'] blockquote").wait_for()


def test_a_note_is_counted_as_it_is_written(page: "Page") -> None:
    page.goto(f"/transfers/{STORY}")
    field = page.get_by_label("A note on this transfer")
    field.fill("Look at the port 🚢")
    assert page.locator("#note-count").inner_text() == "18 of 1,500 characters."
    field.fill("x" * 1501)
    assert not field.evaluate("field => field.checkValidity()")
    field.fill("Done.")
    page.get_by_role("button", name="Add the note").click()
    page.locator(".note", has_text="Done.").wait_for()


def test_words_find_what_may_belong_to_it_without_leaving_the_page(page: "Page") -> None:
    page.goto(f"/transfers/{STORY}")
    page.get_by_label("Search words").scroll_into_view_if_needed()
    page.locator("#linking", has_text="Transfers with the same parties").locator("li").wait_for()
    page.get_by_label("Search words").fill("gunpowder fuse")
    page.get_by_role("button", name="Find").click()
    page.locator("#linking", has_text=re.compile("Claims found|Nothing else")).wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_it_is_read_by_everybody_on_every_screen(page: "Page", scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    for address in (f"/transfers/{STORY}", f"{OTHERS}?words=Egypt", f"/history?subject={STORY}"):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run().then(result => result.violations)")
        grave = [each for each in found if each["impact"] in ("serious", "critical")]
        assert [(each["id"], each["nodes"][0]["html"]) for each in grave] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
