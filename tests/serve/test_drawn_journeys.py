"""What people do with parties, sources, maps, networks and timelines, in a real browser."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from headstamp.ledger.ledger import Ledger
from headstamp.model.transfer import Rating
from headstamp.serve.settings import Settings
from tests.serve.conftest import both_stores, settings
from tests.serve.made import crowd

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[2] / "assets" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    "/parties", "/parties/state-1", "/sources", "/sources/outlet/The%20Karst%20Courier", "/map",
    "/network", "/timeline",
)  # fmt: skip


@pytest.fixture
def crowded(
    browser: "Browser", serving: Callable[[Settings], str], tmp_path: Path
) -> "Iterator[Page]":
    """A browser's page at a ledger of some hundred transfers."""
    address = serving(settings(crowd(tmp_path / "crowd.sqlite")))
    with browser.new_context(base_url=address, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
        yield page
        assert wrong == []


def test_following_a_party_from_the_ledger_to_its_flows_and_back(crowded: "Page") -> None:
    crowded.goto("/parties")
    crowded.click('td.main a:has-text("State 1")')
    crowded.wait_for_selector("#flows svg a rect")
    bar = crowded.locator("#flows svg a").first
    said = bar.get_attribute("aria-label") or ""
    year, number = said.split(":")[0], int(said.split()[1])
    bar.click()
    crowded.wait_for_url(f"**/?party=state-1&role=*&since={year}-01-01&until={year}-12-31")
    assert crowded.locator("[data-row]").count() >= number > 0


@both_stores
def test_a_party_is_judged_the_same_and_that_is_undone(page: "Page") -> None:
    page.goto("/parties/egypt")
    page.fill("#other", "russ")
    page.wait_for_selector("#others option", state="attached")
    page.fill("#other", "Russia")
    page.fill("#reason", "a slip of the pen")
    page.click('button:has-text("Judge")')
    page.wait_for_selector('.merge:has-text("Egypt is the same as Russia")')
    assert page.locator('.merge:has-text("a slip of the pen")').count() == 1
    page.click('.merge button:has-text("Undo")')
    page.wait_for_selector("text=Nobody has judged it the same")


@both_stores
def test_a_source_is_graded_in_the_list_and_that_is_undone(page: "Page") -> None:
    page.goto("/sources")
    line = page.locator('tr:has-text("The Washington Post")')
    line.locator("select").select_option("B")
    line.locator("button").click()
    page.wait_for_selector('tr:has-text("The Washington Post") option[value="B"][selected]',
                           state="attached")  # fmt: skip
    line.locator("select").select_option("C")
    line.locator("button").click()
    page.wait_for_selector('tr:has-text("The Washington Post") option[value="C"][selected]',
                           state="attached")  # fmt: skip
    line.locator("a").first.click()
    page.wait_for_selector('#grade .large:has-text("C")')
    page.locator('#grade button:has-text("Undo")').first.click()
    page.wait_for_selector('#grade .large:has-text("B")')


def test_who_grades_after_another_did_is_told(page: "Page", place: str) -> None:
    page.goto("/sources")
    ledger = Ledger(place)
    with ledger.writing(by="bo") as writer:
        writer.state(Rating("source", "The Washington Post", "D"))
    ledger.close()
    line = page.locator('tr:has-text("The Washington Post")')
    line.locator("select").select_option("A")
    line.locator("button").click()
    page.wait_for_selector('#told:has-text("was changed by somebody meanwhile")')
    assert line.locator("select").count() == 1


@both_stores
def test_the_map_draws_points_that_lead_to_the_ledger(page: "Page") -> None:
    page.goto("/map")
    page.wait_for_selector("#world .point")
    points = page.locator("#world .point")
    assert points.count() == len(page.locator("section table").nth(-1).locator("tbody tr").all())
    page.click('[data-move="in"]')
    page.wait_for_selector('#world .view[transform*="scale(1.5)"]', state="attached")
    page.focus("#world")
    page.keyboard.press("0")
    page.wait_for_selector('#world .view[transform*="scale(1)"]', state="attached")
    page.wait_for_selector('#world .names text:has-text("Egypt")')
    there = points.locator("xpath=self::*[@href]").first.get_attribute("href") or ""
    assert there.startswith("/?country=")


def test_the_network_holds_still_and_a_party_shows_its_own(crowded: "Page") -> None:
    crowded.goto("/network")
    crowded.wait_for_selector(".network .party")
    places = "all => all.map(each => each.getAttribute('transform'))"
    first = crowded.eval_on_selector_all(".network .party", places)
    crowded.wait_for_timeout(200)
    assert crowded.eval_on_selector_all(".network .party", places) == first
    crowded.reload()
    crowded.wait_for_selector(".network .party")
    assert crowded.eval_on_selector_all(".network .party", places) == first
    party = crowded.locator('.network .party[aria-label^="State 1:"]')
    party.focus()
    crowded.keyboard.press("Enter")
    chosen = crowded.locator("#chosen")
    assert chosen.locator("h2").inner_text() == "State 1"
    assert chosen.locator("li").count() > 0
    crowded.wait_for_selector('.network .party[aria-pressed="true"]')
    crowded.keyboard.press("Escape")
    assert chosen.inner_text().startswith("Choose a party")


def test_days_that_are_marked_narrow_the_view(crowded: "Page") -> None:
    crowded.goto("/timeline")
    crowded.wait_for_selector("#timeline .brush .overlay")
    box = crowded.locator("#timeline .brush .overlay").bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    crowded.mouse.move(box["x"] + box["width"] * 0.25, middle)
    crowded.mouse.down()
    crowded.mouse.move(box["x"] + box["width"] * 0.5, middle, steps=4)
    crowded.mouse.up()
    since, until = crowded.input_value("#since"), crowded.input_value("#until")
    assert since
    assert since < until
    crowded.click('button:has-text("Show these days")')
    crowded.wait_for_url(f"**/timeline?since={since}&until={until}")
    crowded.wait_for_selector("#timeline .brush .selection[width]")
    years = crowded.locator("section h2").all_inner_texts()
    assert years
    assert all(year[:4] >= since[:4] for year in years if year[:4].isdecimal())


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_have_no_serious_fault_of_access_and_fit(
    crowded: "Page", width: int, scheme: str
) -> None:
    crowded.set_viewport_size({"width": width, "height": 900})
    crowded.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for address in PAGES:
        crowded.goto(address)
        crowded.wait_for_timeout(150)
        assert crowded.evaluate("document.documentElement.scrollWidth") <= width, address
        crowded.evaluate(AXE.read_text(encoding="utf-8"))
        found = crowded.evaluate("axe.run().then(result => result.violations)")
        grave = {
            fault["id"]: [node["html"][:160] for node in fault["nodes"]]
            for fault in found
            if fault["impact"] in ("serious", "critical")
        }
        assert grave == {}, address
