"""What people do with the ledger, in a real browser."""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from headstamp.serve.settings import Settings
from tests.serve.conftest import both_stores, settings
from tests.serve.made import TITLE, crowd, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[2] / "assets" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = ("/", "/?party=Egypt&role=supplier", "/review", "/search?words=rockets", "/documents")
LIGHTEST_KB = 350
ROWS = "[data-row]"


def row_addresses(page: "Page") -> list[str]:
    found: list[str] = page.eval_on_selector_all(ROWS, "all => all.map(row => row.pathname)")
    return found


def settle(page: "Page", address: str) -> None:
    """Wait until the view at an address is swapped in."""
    page.wait_for_url(re.compile(re.escape(address) + "$"))
    page.locator(".htmx-request, .htmx-swapping").first.wait_for(state="detached")


@both_stores
def test_finding_the_transfers_of_a_party_and_sharing_them(page: "Page") -> None:
    page.goto("/")
    page.fill("#by-party", "egy")
    page.wait_for_selector("#of-party option", state="attached")
    assert "Egypt" in page.eval_on_selector_all("#of-party option", "all => all.map(o => o.value)")
    page.fill("#by-party", "Egypt")
    page.keyboard.press("Enter")
    settle(page, "/?party=Egypt")
    page.click('.facet a:has-text("transfer")')
    settle(page, "/?party=Egypt&kind=transfer")
    found = row_addresses(page)
    assert len(found) > 0
    assert page.inner_text("#total") == f"{len(found)} transfer{'s' * (len(found) != 1)}"

    page.click('th a:has-text("How sure")')
    settle(page, "/?party=Egypt&kind=transfer&sort=certainty")
    assert sorted(row_addresses(page)) == sorted(found)
    shared = page.url
    page.go_back()
    settle(page, "/?party=Egypt&kind=transfer")
    page.wait_for_selector('th:not([aria-sort]) a:has-text("How sure")')

    page.goto(shared)
    assert sorted(row_addresses(page)) == sorted(found)
    page.click('.chip:has-text("party")')
    settle(page, "/?kind=transfer&sort=certainty")
    assert set(found) <= set(row_addresses(page))


@both_stores
def test_exporting_what_is_seen_and_reading_it_back(page: "Page", tmp_path: Path) -> None:
    page.goto("/?party=Egypt&kind=transfer")
    page.click("#export summary")
    with page.expect_download() as waiting:
        page.click('#export a:has-text(".csv")')
    assert re.fullmatch(
        r"headstamp-register-\d{4}-\d\d-\d\d-egypt-transfer\.csv", waiting.value.suggested_filename
    )
    waiting.value.save_as(tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(row_addresses(page))
    page.keyboard.press("Escape")
    assert page.get_attribute("#export", "open") is None


def test_keys_move_open_and_explain(page: "Page") -> None:
    page.goto("/")
    rows = row_addresses(page)
    for key in ("j", "ArrowDown", "k"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.pathname") == rows[0]
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    assert not page.is_visible("#keys")
    assert page.evaluate("document.activeElement.pathname") == rows[0]
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{rows[1]}")


def test_keys_leave_what_is_being_written_alone(page: "Page") -> None:
    page.goto("/")
    page.fill("#by-party", "")
    page.type("#by-party", "jk?")
    assert page.input_value("#by-party") == "jk?"
    assert not page.is_visible("#keys")


def test_a_choice_keeps_the_focus_and_names_the_view(page: "Page") -> None:
    page.goto("/")
    page.focus("#certainty-denied")
    page.keyboard.press("Enter")
    settle(page, "/?certainty=denied")
    page.wait_for_selector("#certainty-denied[aria-current]")
    assert page.title() == "denied · Ledger · Headstamp"
    assert page.evaluate("document.activeElement.id") == "certainty-denied"
    page.keyboard.press("Enter")
    page.wait_for_selector("#certainty-denied:not([aria-current])")


def test_on_a_narrow_screen_a_choice_folds_the_filters_away(page: "Page") -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/")
    page.click("#facets summary")
    page.click("#certainty-denied")
    settle(page, "/?certainty=denied")
    page.wait_for_selector("#facets:not([open])")
    assert page.is_visible("[data-row]")


def test_what_cannot_be_asked_for_is_told_on_a_page(page: "Page") -> None:
    page.goto("/")
    page.fill("#by-country", "Xyzzyland")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=is no country that is known")


def test_a_click_in_a_row_opens_it(page: "Page") -> None:
    page.goto("/")
    first = row_addresses(page)[0]
    page.click("tbody tr:first-child td.look")
    page.wait_for_url(f"**{first}")


def test_a_view_is_saved_in_the_browser_and_its_address_copied(page: "Page") -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/?kind=production")
    page.fill("#view-name", "Who <b>makes</b> it")
    page.click('#saved button:has-text("Save")')
    page.click("#copy")
    page.wait_for_selector("#told :text('copied')")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.goto("/")
    page.click("#saved a")
    page.wait_for_url("**/?kind=production")
    assert page.inner_text("#saved a") == "Who <b>makes</b> it"
    page.click("#saved [data-forget]")
    assert page.locator("#saved a").count() == 0


def test_going_through_pages(
    browser: "Browser", serving: Callable[[Settings], str], tmp_path: Path
) -> None:
    address = serving(settings(crowd(tmp_path / "crowd.sqlite", documents=120)))
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto("/")
        first = row_addresses(page)
        page.click("text=Next →")
        page.wait_for_url("**/?after=*")
        page.locator(f"[data-row][href='{first[0]}']").wait_for(state="detached")
        assert not set(row_addresses(page)) & set(first)
        page.keyboard.press("p")
        page.wait_for_url("**/?before=*")
        page.locator(f"[data-row][href='{first[0]}']").wait_for()
        assert row_addresses(page) == first


def test_searching_an_arabic_word(
    browser: "Browser", serving: Callable[[Settings], str], tmp_path: Path
) -> None:
    address = serving(settings(hostile(tmp_path / "hostile.sqlite")))
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto("/")
        page.keyboard.press("/")
        page.keyboard.type("صواريخ")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?*")
        assert page.locator("mark").count() == 2
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.excerpt')).direction") == "rtl"
        )


def test_hostile_words_run_nothing(
    browser: "Browser", serving: Callable[[Settings], str], tmp_path: Path
) -> None:
    address = serving(settings(hostile(tmp_path / "hostile.sqlite")))
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        raised: list[str] = []
        page.on("dialog", lambda dialog: (raised.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: raised.append(message.text))
        for path in ("/", "/review", "/documents", "/search?words=rockets"):
            page.goto(path)
            assert "owned" not in page.title()
            page.keyboard.press("j")
        assert raised == []
        assert TITLE in page.inner_text("main")


def test_links_and_forms_do_without_a_script(
    browser: "Browser", serving: Callable[[Settings], str], place: str
) -> None:
    address = serving(settings(place))
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/")
        page.set_viewport_size({"width": 1440, "height": 900})
        page.click("#kind-transfer")
        page.fill("#by-party", "Egypt")
        page.click("text=Apply")
        assert page.input_value("#by-party") == "Egypt"
        assert page.locator(".chip").count() == 2
        assert row_addresses(page)


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_fit_for_all(page: "Page", path: str) -> None:
    for width, scheme in ((1440, "light"), (1440, "dark"), (360, "light"), (360, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(path)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("async () => (await axe.run()).violations")
        grave = [each for each in found if each["impact"] in ("serious", "critical")]
        told = [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in grave]
        assert told == [], (width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_page_is_light(
    browser: "Browser", serving: Callable[[Settings], str], tmp_path: Path
) -> None:
    """Over the wire, with all that it loads: the measure is the browser's own."""
    address = serving(settings(crowd(tmp_path / "crowd.sqlite", documents=120)))
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto("/", wait_until="networkidle")
        assert len(row_addresses(page)) == 50
        transferred = page.evaluate(
            """() => [...performance.getEntriesByType("navigation"),
                      ...performance.getEntriesByType("resource")]
                     .map(each => each.transferSize).reduce((sum, size) => sum + size)"""
        )
        assert 5_000 < transferred < LIGHTEST_KB * 1000
        print(f"{transferred} bytes")
