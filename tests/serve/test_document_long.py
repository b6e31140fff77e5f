"""Long and hostile documents: the page comes, shows words as words, and says what it leaves out."""

import re
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from headstamp.model import Block, Document, Span
from headstamp.serve.article import (
    PART_CHARACTERS,
    PART_CLAIMS,
    STRETCH_CHARACTERS,
    as_it_stands,
    part_of,
    parts,
    rows,
)
from tests.serve.documents import (
    HOSTILE_ID,
    OVERRIDE,
    SCRIPT,
    claim_at,
    document_of,
    hostile,
    keep,
    mixed,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

SENTENCE = "Karst gave rockets to Doline. "


def of_claims(number: int, between: str = "\n\n") -> tuple[Document, list[object]]:
    """A document that says the same so many times, and a claim of each time."""
    text = between.join(f"{SENTENCE}{n:03}" for n in range(number))
    claims = [claim_at(text, f"c{n + 1}", "gave", nth=n + 1) for n in range(number)]
    return document_of("long", text), claims


def test_five_hundred_claims_come_in_parts_and_each_is_found(
    place: str, client: TestClient
) -> None:
    document, claims = of_claims(500)
    keep(place, document, *claims)  # type: ignore[arg-type]
    first = client.get("/documents/long").text
    assert first.count('<li class="claim ') == PART_CLAIMS
    assert "This document is long: this is part 1 of 7." in first
    assert "0 of 500 claims reviewed" in first
    found = client.get("/documents/long?claim=c400").text
    assert 'id="c400"' in found
    assert "this is part 5 of 7" in found
    assert 'href="/documents/long?part=6"' in found


def test_ten_megabytes_on_one_line_come_in_parts(place: str, client: TestClient) -> None:
    text = SENTENCE + "word " * 2_000_000 + "Doline gave tanks"
    keep(place, document_of("long", text), claim_at(text, "c1", "gave", nth=2))
    began = time.monotonic()
    page = client.get("/documents/long?claim=c1")
    assert time.monotonic() - began < 10
    assert 'id="c1"' in page.text
    assert len(page.text) < 200_000
    parts = re.search(r"this is part (\d+) of (\d+)", page.text)
    assert parts
    assert parts[1] == parts[2]


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=6), st.integers(1, 400))
def test_parts_hold_the_whole_text_once_and_in_order(some: list[str], times: int) -> None:
    blocks, start = [], 0
    for words in some:
        end = start + len(words) * times
        blocks.append(Block("body", Span(start, end)))
        start = end + 2
    text = "\n\n".join(words * times for words in some)
    document = Document("d", text, tuple(blocks), "d", "", "text/plain")
    cut = parts(document, ())
    spans = [stretch.span for part in cut for stretch in part]
    assert all(len(span) <= STRETCH_CHARACTERS for span in spans)
    assert all(sum(len(s.span) for s in part) <= PART_CHARACTERS for part in cut)
    for block in blocks:
        inside = [span for span in spans if block.span.contains(span)]
        assert "".join(span.of(text) for span in inside) == block.span.of(text)
        assert part_of(cut, block.span.start) == next(
            place for place, part in enumerate(cut) if any(s.span == inside[0] for s in part)
        )


def test_marks_go_on_where_a_stretch_is_cut() -> None:
    text = "x" * (STRETCH_CHARACTERS - 3) + "gave" + "x" * 100
    claim = claim_at(text, "c1", "gave")
    (part,) = parts(document_of("d", text), [claim])
    first, second = rows(part, [claim], [claim])
    marked = [s.span.of(text) for row in (first, second) for s in row.segments if s.marks]
    assert marked == ["gav", "e"]
    assert (first.claims, second.claims) == (("c1",), ())


@given(st.text())
def test_words_that_stand_are_as_many_as_are_shown(words: str) -> None:
    shown = str(as_it_stands(words))
    steering = re.compile(r'<span class="steering">.*?</span>')
    plain = steering.sub("?", shown)
    for escaped, character in (("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&#34;", '"')):
        plain = plain.replace(escaped, character)
    assert len(plain.replace("&amp;", "&")) == len(words)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//evil.example"]
)
def test_an_address_that_could_run_something_is_no_link(
    place: str, client: TestClient, url: str
) -> None:
    keep(place, document_of("bad", "Words.", url=url))
    page = client.get("/documents/bad").text
    assert url in page
    assert f'href="{url}' not in page


def test_what_tries_to_be_more_than_text_is_text(place: str, client: TestClient) -> None:
    hostile(place)
    page = client.get(f"/documents/{quote(HOSTILE_ID, safe='')}").text
    assert "<svg onload" not in page
    assert "<img src" not in page[page.index("<main") :]
    assert SCRIPT not in page
    assert "&lt;svg onload=alert(1)&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert OVERRIDE not in page
    assert "&lt;U+202E&gt;gnp.exe" in page
    assert 'href="javascript' not in page


def test_right_to_left_words_are_fenced_off(place: str, client: TestClient) -> None:
    mixed(place)
    page = client.get("/documents/mixed").text
    assert re.search(r'<bdi class="part giver"[^>]*>', page)
    assert 'dir="auto"' in page
    assert '<span class="steering">&lt;U+202E&gt;</span>' in page
    assert "\u202e" not in page


def test_a_hostile_document_runs_nothing(page: "Page", place: str) -> None:
    hostile(place)
    said: list[Any] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(f"/documents/{quote(HOSTILE_ID, safe='')}")
    page.keyboard.press("c")
    page.locator(".correcting").wait_for()
    page.keyboard.press("Escape")
    page.locator(".correcting").wait_for(state="detached")
    page.keyboard.press("a")
    page.locator("#c1.accepted").wait_for()
    assert said == []
    assert page.title() != "owned"
    assert page.locator("main svg, main img, main i").count() == 0
