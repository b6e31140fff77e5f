"""Web annotations against the data model, and their selectors against the text."""

import json
from typing import Any

import jsonschema
from hypothesis import given

from headstamp.export import Entry
from headstamp.export.words import whole
from tests.export.conftest import TOLD, entries, written
from tests.export.schemas import ANNOTATION


def items(entry: Entry) -> list[dict[str, Any]]:
    collection = json.loads(written("annotation", entry))
    jsonschema.validate(collection, ANNOTATION)
    found: list[dict[str, Any]] = collection["first"]["items"]
    assert collection["total"] == len(found)
    return found


def test_a_claim_is_pinned_by_quote_and_by_position(entry: Entry) -> None:
    claim = items(entry)[0]
    assert claim["target"] == {
        "source": "https://marsh.example.org/1",
        "selector": [
            {"type": "TextQuoteSelector", "exact": "sent", "prefix": "Iran ",
             "suffix": TOLD[9:41]},
            {"type": "TextPositionSelector", "start": 5, "end": 9},
        ],
    }  # fmt: skip
    values = [body.get("value") for body in claim["body"]]
    assert values[:4] == ["transfer", "asserts", "CT+", "past"]


def test_an_argument_says_what_it_is_and_whose(entry: Entry) -> None:
    claim, supplier = items(entry)[:2]
    assert [b["value"] for b in supplier["body"][:2]] == ["supplier", "Iran (iran)"]
    assert supplier["body"][-1]["source"] == claim["id"]


@given(entries())
def test_quote_and_position_agree_whatever_the_words(entry: Entry) -> None:
    texts = {whole(document.text) for document in entry.documents.values()}
    found = items(entry)
    assert len({annotation["id"] for annotation in found}) == len(found)
    for annotation in found:
        quote, position = annotation["target"]["selector"]
        start, end = position["start"], position["end"]
        assert any(
            text[start:end] == quote["exact"] and text[:start].endswith(quote["prefix"])
            for text in texts
        )
