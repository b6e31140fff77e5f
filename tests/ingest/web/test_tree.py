"""Pages built to choke a parser are refused before they do."""

from pathlib import Path

import pytest

from headstamp.errors import InputError
from headstamp.ingest import documents
from headstamp.ingest.web.tree import parsed, without_unseen


@pytest.mark.parametrize("depth", [300, 100_000])
def test_a_nesting_bomb_is_refused(depth: int) -> None:
    with pytest.raises(InputError, match="is nested deeper than pages are"):
        parsed("<html><body>" + "<div>" * depth + "words", "page.html")


def test_a_page_of_too_many_tags_is_refused() -> None:
    with pytest.raises(InputError, match="has more than 400,000 tags"):
        parsed("<html><body>" + "<p>a" * 400_001, "page.html")


def test_a_hundred_megabytes_are_refused(tmp_path: Path) -> None:
    page = tmp_path / "large.html"
    with page.open("wb") as stream:
        stream.write(b"<!doctype html><html><body><p>")
        stream.truncate(100_000_000)
    with pytest.raises(InputError, match=r"large\.html: is larger than 20 MB"):
        next(documents(str(page)))


def test_nothing_is_no_page() -> None:
    with pytest.raises(InputError, match="has no article in it"):
        parsed("<!-- nothing -->", "page.html")


def test_what_no_reader_sees_is_taken_out_and_what_follows_it_stays() -> None:
    page = (
        "<body><p>One <script>x()</script>two</p><nav>Menu</nav><p hidden>No</p>"
        '<p style="Display: none">No</p><p>three</p></body>'
    )
    assert without_unseen(parsed(page, "page.html")).text_content() == "One twothree"
