"""The page: well nested, harmless, on its own."""

import base64
import hashlib
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from types import SimpleNamespace

from headstamp.model import Extract
from headstamp.show import html

VOID = {"meta"}


class Reader(HTMLParser):
    """Fails where elements are not closed in order; keeps what it saw."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def page(*extracts: Extract) -> str:
    out = io.StringIO()
    html.write(extracts, out)
    return out.getvalue()


def test_the_page_is_well_nested_and_holds_the_text(extract: Extract) -> None:
    reader = Reader(page(extract, extract))
    assert reader.open == []
    for paragraph in extract.document.text.split("\n\n"):
        assert paragraph in reader.words
    ids = [attributes["id"] for _, attributes in reader.seen if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_every_claim_is_tied_to_its_words(extract: Extract) -> None:
    reader = Reader(page(extract))
    for claim in extract.claims:
        tied = [
            attributes["class"]
            for _, attributes in reader.seen
            if f"d1{claim.id}" in (attributes.get("data-claims") or "").split()
        ]
        assert "claim" in tied
        assert "part trigger" in tied
    targets = {a["href"][1:] for tag, a in reader.seen if tag == "a" and a.get("href")}
    assert targets <= {attributes.get("id") for _, attributes in reader.seen}


def test_words_of_the_document_stay_words(hand: SimpleNamespace) -> None:
    text = "<script>alert(1)</script> & \"sent\" 'x' \u202e\x1b <img src=x onerror=alert(1)>"
    extract = hand.from_reading(
        hand.document(
            text, title="</style><script>", outlet='"><script>', url="javascript:alert(1)"
        ),
        hand.reading(frames=[hand.frame(text, "transfer", "sent", materiel="<img src=x")]),
    )
    reader = Reader(page(extract))
    tags = [tag for tag, _ in reader.seen]
    assert tags.count("script") == 1
    assert "img" not in tags
    assert not [a for _, a in reader.seen if (a.get("href") or "").startswith("javascript")]
    assert "\u202e" not in reader.words
    assert "\x1b" not in reader.words


def test_the_page_asks_nothing_of_the_network(extract: Extract) -> None:
    linked = replace(extract, document=replace(extract.document, url="https://paper.example/a"))
    written = page(linked)
    reader = Reader(written)
    assert not [tag for tag, a in reader.seen if "src" in a or tag in ("link", "img", "iframe")]
    assert [a["href"] for _, a in reader.seen if "https" in (a.get("href") or "")] == [
        "https://paper.example/a"
    ]
    (policy,) = (a["content"] for _, a in reader.seen if "http-equiv" in a)
    for element in ("style", "script"):
        (content,) = re.findall(rf"<{element}[^>]*>(.*?)</{element}>", written, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_an_unread_language_keeps_its_direction(hand: SimpleNamespace) -> None:
    extract = hand.from_reading(hand.document("سپاه قدس", language="fa"), hand.reading())
    assert '<div class="words" lang="fa" dir="auto">سپاه قدس</div>' in page(extract)


def test_a_comment_is_shown_as_unread(extract: Extract) -> None:
    assert "comment: not the article’s words, not read" in Reader(page(extract)).words
