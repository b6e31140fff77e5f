"""Reviewing in a real browser: by keys alone, by selecting words, two people at once."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from headstamp.ledger.ledger import Ledger
from headstamp.model.transfer import ClaimRef, Review
from tests.serve.conftest import both_stores
from tests.serve.documents import MIXED, claims_of, mixed, said_of, span_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "assets" / "node_modules" / "axe-core" / "axe.min.js"
DIGEST = "/documents/quayside-digest-2023-04-13"
PLACE_OF = """([words, nth]) => {
  const range = document.createRange();
  for (const element of document.querySelectorAll(".words")) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      let at = -1;
      while ((at = walker.currentNode.data.indexOf(words, at + 1)) >= 0) {
        if (--nth) continue;
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + words.length);
        walker.currentNode.parentElement.scrollIntoView({ block: "center" });
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { left, right, y: (top + bottom) / 2 };
      }
    }
  }
}"""
"""Where words stand on the screen, that lie in one piece of the text."""


@pytest.fixture(autouse=True)
def soon(page: "Page") -> None:
    """What does not come within a while does not come."""
    page.set_default_timeout(15_000)


def select(page: "Page", words: str, nth: int = 1) -> None:
    """Drag the mouse over words of the article."""
    at = page.evaluate(PLACE_OF, [words, nth])
    page.mouse.move(at["left"] + 1, at["y"])
    page.mouse.down()
    page.mouse.move((at["left"] + at["right"]) / 2, at["y"])
    page.mouse.move(at["right"] - 1, at["y"])
    page.mouse.up()
    page.locator("#roles button").first.wait_for()


def give(page: "Page", role: str) -> None:
    """Say what the selected words are."""
    page.locator("#roles").get_by_role("button", name=role, exact=True).click()


def save(page: "Page", claim: str) -> None:
    page.get_by_role("button", name="Save the correction").click()
    page.locator(f"#{claim}.corrected").wait_for()


def current(page: "Page") -> str | None:
    return page.locator(".claim[aria-current]").get_attribute("id")


def wait_for_review(page: "Page", reviewed: int) -> None:
    page.locator("#progress", has_text=f"{reviewed} of").wait_for()


@both_stores
def test_ten_claims_are_reviewed_by_keys_alone(page: "Page", place: str) -> None:
    page.goto(DIGEST)
    for number in range(1, 11):
        assert current(page) == f"c{number}"
        if number % 4 == 0:
            page.keyboard.press("r")
            page.keyboard.press("2")
            page.keyboard.press("Enter")
        else:
            page.keyboard.press("a")
        wait_for_review(page, number)
        if number < 10:
            page.locator(f"#c{number + 1}[aria-current]").wait_for()
    verdicts = [statement.verdict for _, act, statement in said_of(place, DIGEST[11:])]
    assert verdicts == ["accept", "accept", "accept", "reject"] * 2 + ["accept"] * 2
    assert page.locator("#progress").text_content() == " 10 of 10 claims reviewed"
    page.keyboard.press("n")
    page.get_by_text("Every claim here has been reviewed.").wait_for()


def test_keys_go_from_claim_to_claim_and_light_up_its_words(page: "Page") -> None:
    page.goto(DIGEST)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert current(page) == "c2"
    lit = page.locator(".words .lit")
    assert set(lit.evaluate_all("all => all.map(e => e.dataset.claims.includes('c2'))")) == {True}
    assert page.locator(".words .lit[data-role]").count() > 0
    page.locator("#c5").hover()
    assert page.locator("#c5.lit").count() == 1
    page.locator(".words .trigger").first.hover()
    assert page.locator("#c1.lit").count() == 1


def test_a_key_opens_the_transfer_and_one_tells_all_keys(page: "Page") -> None:
    page.goto(DIGEST)
    page.keyboard.press("?")
    assert page.locator("#keys").get_by_text("reject it, with a reason").is_visible()
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    page.keyboard.press("o")
    page.wait_for_url("**/transfers/**")


def test_keys_do_nothing_while_something_is_written(page: "Page", place: str) -> None:
    page.goto(DIGEST)
    page.locator("#useful-why").press_sequentially("a jar of a")
    page.locator("#note").press_sequentially("aru")
    page.locator("#find").press_sequentially("a")
    assert current(page) == "c1"
    assert said_of(place, DIGEST[11:]) == []


def test_a_rejection_asks_why_and_goes_nowhere_without(page: "Page", place: str) -> None:
    page.goto(DIGEST)
    page.keyboard.press("r")
    page.get_by_role("button", name="Reject", exact=True).last.click()
    assert page.locator("#rejecting").is_visible()
    page.keyboard.press("Escape")
    assert said_of(place, DIGEST[11:]) == []
    page.locator("#c1").get_by_role("link", name="Reject").click()
    page.keyboard.press("n")
    page.keyboard.type("ot ours")
    page.keyboard.press("Enter")
    page.locator("#c1.rejected").wait_for()
    assert page.locator("#c1 .reason").text_content() == "because: not ours"


def test_the_last_change_is_undone_by_a_key_or_where_it_was_told(page: "Page") -> None:
    page.goto(DIGEST)
    page.evaluate("window.loadedOnce = true")
    page.keyboard.press("a")
    page.locator("#c1.accepted").wait_for()
    page.keyboard.press("u")
    page.locator("#c1.unreviewed").wait_for()
    wait_for_review(page, 0)
    page.keyboard.press("a")
    page.locator("#c1.accepted").wait_for()
    page.locator("#told").get_by_role("button", name="Undo").click()
    page.locator("#c1.unreviewed").wait_for()
    assert current(page) == "c1"
    assert page.evaluate("window.loadedOnce")


@both_stores
def test_a_role_is_corrected_by_selecting_words_with_the_mouse(page: "Page", place: str) -> None:
    mixed(place)
    page.goto("/documents/mixed")
    select(page, "to Hezbollah in")
    give(page, "recipient")
    page.locator(".filler.changed").wait_for()
    select(page, " 20 ")
    give(page, "quantity")
    select(page, "Syria")
    give(page, "supplier")
    give(page, "instead of “إيران”")
    save(page, "c1")
    assert page.locator("#c1 .put-right").text_content()
    roles = {a.role: (a.span, a.words) for a in claims_of(place, "mixed")["c1"].arguments}
    for role, words in (
        ("recipient", "to Hezbollah in"),
        ("quantity", "20"),
        ("supplier", "Syria"),
    ):
        assert roles[role] == (span_of(MIXED, words), words)
    assert len(said_of(place, "mixed/c1")) == 1
    assert page.locator('.words [data-roles~="c1:recipient"]').count() == 1


@pytest.mark.parametrize("words", ["حزب الله", "كتائب النور", "Hezbollah", "May"])
def test_places_are_counted_in_code_points_whatever_stands_before(
    page: "Page", place: str, words: str
) -> None:
    mixed(place)
    page.goto("/documents/mixed")
    page.locator("#c2").click()
    select(page, words)
    give(page, "specification")
    page.locator(".filler.changed").wait_for()
    save(page, "c2")
    (specification,) = claims_of(place, "mixed")["c2"].filling("specification")
    assert (specification.span, specification.words) == (span_of(MIXED, words), words)


def test_every_selection_is_the_words_that_stand_there(page: "Page", place: str) -> None:
    mixed(place)
    page.goto("/documents/mixed")
    found = page.evaluate(
        """async () => {
          const { selected } = await import("/static/selecting.js");
          const words = document.querySelector(".words");
          const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
          const points = [];
          while (walker.nextNode()) {
            const node = walker.currentNode;
            if (node.parentElement.matches(".steering")) continue;
            let at = 0;
            for (const character of node.data) { points.push([node, at]); at += character.length; }
          }
          const all = [];
          for (let i = 0; i < points.length; i += 3) {
            for (let j = i + 1; j < points.length; j += 7) {
              getSelection().setBaseAndExtent(...points[i], ...points[j]);
              const told = selected(getSelection());
              if (told) all.push([told.span, told.words]);
            }
          }
          return all;
        }"""
    )
    assert len(found) > 200
    for span, words in found:
        start, end = map(int, span.split(":"))
        assert MIXED[start:end] == words.replace("\ufffd", "\u202e")


def test_a_correction_is_typed_where_there_is_no_mouse(page: "Page", place: str) -> None:
    mixed(place)
    page.goto("/documents/mixed#c2")
    page.keyboard.press("c")
    page.locator(".correcting").wait_for()
    page.locator(".filler.another [name=role]").first.select_option("recipient")
    page.locator(".filler.another [name=words]").first.fill("حزب الله")
    page.locator(".correcting [name=factuality]").select_option(label="possible")
    page.locator(".filler [name=remove]").last.check()
    save(page, "c2")
    claim = claims_of(place, "mixed")["c2"]
    assert claim.factuality == "PS+"
    assert [(a.role, a.words) for a in claim.arguments] == [
        ("supplier", "Syria"), ("recipient", "حزب الله"),
    ]  # fmt: skip


@both_stores
def test_of_two_reviewers_the_second_is_told_and_asked_again(page: "Page", place: str) -> None:
    page.goto(DIGEST)
    ledger = Ledger(place)
    with ledger.writing(by="ben") as writer:
        writer.state(Review(ClaimRef(DIGEST[11:], "c1"), "reject", "seen elsewhere"))
    ledger.close()
    page.keyboard.press("a")
    page.locator("#c1 .problem").wait_for()
    assert "ben rejected this claim" in (page.locator("#c1 .problem").text_content() or "")
    assert "seen elsewhere" in (page.locator("#c1").text_content() or "")
    assert current(page) == "c1"
    assert [by for by, *_ in said_of(place, f"{DIGEST[11:]}/c1")] == ["ben"]
    page.keyboard.press("a")
    page.locator("#c1.accepted").wait_for()
    assert [by for by, *_ in said_of(place, f"{DIGEST[11:]}/c1")] == ["ben", "ana"]


def test_a_note_says_how_much_of_it_is_left(page: "Page") -> None:
    page.goto(DIGEST)
    note, count = page.locator("#note"), page.locator("#note-count")
    note.fill("🚀" * 10)
    assert count.text_content() == "1,490 of 1,500 characters left."
    note.fill("🚀" * 1_501)
    assert count.text_content() == "1 characters too many."
    page.get_by_role("button", name="Add the note").click()
    assert page.locator("#notes .note").count() == 0
    note.fill("Checked with the paper.")
    page.get_by_role("button", name="Add the note").click()
    page.locator("#notes .note", has_text="Checked with the paper.").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_serious_fault_for_those_who_cannot_see_or_point(
    page: "Page", place: str, scheme: Any, width: int
) -> None:
    mixed(place)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    for address in (DIGEST, "/documents/mixed"):
        page.goto(address)
        for key, there in (("r", "#rejecting[open]"), ("c", ".correcting")):
            page.keyboard.press(key)
            page.locator(there).wait_for()
            page.evaluate(AXE.read_text(encoding="utf-8"))
            found = page.evaluate("axe.run().then(result => result.violations)")
            grave = [each for each in found if each["impact"] in ("serious", "critical")]
            assert [(g["id"], g["nodes"][0]["html"]) for g in grave] == []
            page.keyboard.press("Escape")
            page.locator(there).wait_for(state="hidden")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
