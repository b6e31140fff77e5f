"""One transfer: who says so, who denies it, what is told of it, when and where; notes on it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from headstamp.model.transfer import ClaimRef, transfer_id
from headstamp.serve.app import workbench
from tests.serve import made
from tests.serve.conftest import SECRET, settings
from tests.serve.pages import link, links, opened, rows, said
from tests.serve.story import FIRST, OTHERS, STORY, TOLD_LAST, claims, posted
from tests.serve.visiting import come_in, say

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "assets" / "node_modules" / "axe-core" / "axe.min.js"


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


def test_a_link_to_a_claim_opens_what_it_stands_in(page: "Page") -> None:
    page.goto(f"/transfers/{STORY}")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = false)")
    page.evaluate(f"window.location.hash = 'claim-{TOLD_LAST}'")
    page.locator(f"[id='claim-{TOLD_LAST}'] blockquote").wait_for()


def test_a_note_is_counted_as_it_is_written(page: "Page") -> None:
    page.goto(f"/transfers/{STORY}")
    field = page.get_by_role("textbox", name="Note")
    field.fill("Look at the port 🚢")
    assert page.locator("#note-count").inner_text() == "1,482 of 1,500 characters left."
    field.fill("x" * 1501)
    assert not field.evaluate("field => field.checkValidity()")
    field.fill("Done.")
    page.get_by_role("button", name="Add the note").click()
    page.locator(".note", has_text="Done.").wait_for()


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
