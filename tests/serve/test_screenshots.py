"""The pictures in the documentation: taken of the story's ledger as a person sees it.

    pytest tests/serve/test_screenshots.py --write-screenshots

writes them to `docs/screenshots`; without the option they go to a folder of the test's own.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from fastapi.testclient import TestClient
    from playwright.sync_api import Page

DOCS = Path(__file__).parents[2] / "docs"
SHOWN: tuple[tuple[str, str, int, int], ...] = (
    ("ledger", "/", 1440, 900),
    ("transfer", "/transfers/{story}", 1440, 1400),
    ("document", "/documents/efe-2023-04-11", 1440, 900),
    ("timeline", "/timeline", 1440, 900),
    ("narrow", "/transfers/{story}", 360, 740),
)
"""Name, address, width and height in pixels of each."""


def told_most(client: "TestClient") -> str:
    """The transfer with the most claims: the story that the others retell."""
    found = json.loads(client.get("/api/v1/transfers").text)["items"]
    return str(max(found, key=lambda transfer: len(transfer["claims"]))["id"])


@pytest.mark.parametrize(("name", "address", "width", "height"), SHOWN)
def test_a_page_is_pictured(  # noqa: PLR0917 - what a picture takes
    request: pytest.FixtureRequest, client: "TestClient", page: "Page", tmp_path: Path,
    name: str, address: str, width: int, height: int,
) -> None:  # fmt: skip
    writes = request.config.getoption("--write-screenshots")
    picture = (DOCS / "screenshots" if writes else tmp_path) / f"{name}.png"
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(reduced_motion="reduce", color_scheme="light")
    page.goto(address.format(story=told_most(client)), wait_until="networkidle")
    page.screenshot(path=picture, animations="disabled")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert picture.stat().st_size > 10_000, "a page with nothing on it"


def test_every_picture_in_the_documentation_is_taken_here() -> None:
    told = "".join(path.read_text("utf-8") for path in DOCS.glob("*.md"))
    for name, *_ in SHOWN:
        assert f"screenshots/{name}.png" in told
