"""JSON lines: the text untouched, a bad line beside good ones."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.errors import InputError
from headstamp.ingest import documents
from headstamp.ingest.raw import Raw
from headstamp.ingest.records import FORMAT
from headstamp.model import Document


def written(path: Path, *lines: object) -> str:
    content = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(content), encoding="utf-8")
    return str(path)


def test_a_record_gives_its_fields(tmp_path: Path) -> None:
    source = written(
        tmp_path / "records.jsonl",
        {
            "id": "a-1",
            "text": "Rifles found\r\n\r\nPolice found rifles.  \n\n\nComments (2)\n\nAh!\n",
            "published": "2019-05-03",
            "outlet": "Harbour News",
            "author": "Amal Terfaya",
            "url": "https://harbour.example/1",
        },
    )
    (document,) = documents(source)
    assert document.id == "a-1"
    assert document.text == "Rifles found\r\n\r\nPolice found rifles.  \n\n\nComments (2)\n\nAh!\n"
    assert document.published.evidence == "given"
    assert str(document.published.day) == "2019-05-03"
    assert (document.outlet, document.author) == ("Harbour News", "Amal Terfaya")
    assert document.url == "https://harbour.example/1"
    assert document.source == source
    assert [block.kind for block in document.blocks] == ["headline", "lead", "body", "body"]


def test_only_words_and_numbers_are_taken_from_fields(tmp_path: Path) -> None:
    source = written(tmp_path / "r.jsonl", {"text": "Rifles.", "id": 7, "outlet": True, "url": []})
    (document,) = documents(source)
    assert (document.id, document.outlet, document.url) == ("7", None, None)


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    source = written(
        tmp_path / "r.jsonl", {"id": 1, "text": "One."}, "{oops", {"text": ""}, "", {"text": "Two."}
    )
    found = documents(source)
    assert next(found).id == "1"
    with pytest.raises(InputError, match=r"r\.jsonl:2: is not a JSON object on one line; give one"):
        next(found)
    with pytest.raises(InputError, match=r'r\.jsonl:3: has no words in a field "text"'):
        next(found)
    assert next(found).text == "Two."
    assert list(found) == []


def test_a_file_of_blank_lines_is_empty(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is empty"):
        list(documents(written(tmp_path / "r.jsonl", "", " ")))


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_every_text_comes_back_as_it_stands(texts: list[str]) -> None:
    lines = "\n".join(json.dumps({"text": text}) for text in texts)
    outcomes = list(FORMAT.read(Raw.of_bytes("records", lines.encode())))
    found = [outcome for outcome in outcomes if isinstance(outcome, Document)]
    assert [document.text for document in found] == texts
    for document in found:
        end = 0
        for block in document.blocks:
            assert not document.text[end : block.span.start].strip()
            end = block.span.end
        assert not document.text[end:].strip()


def test_a_line_longer_than_the_first_bytes_is_one_line() -> None:
    record = json.dumps({"text": "Long. " * 3000})
    outcomes = list(FORMAT.read(Raw.of_bytes("records", f"{record}\n{record}".encode())))
    assert [isinstance(outcome, Document) for outcome in outcomes] == [True, True]
