"""The bytes that each document came from, handed on beside it."""

import hashlib
import json
from pathlib import Path

from headstamp.errors import InputError
from headstamp.ingest import documents, originals

MAIL = (
    "From: desk@courier.example\nTo: all@courier.example\nSubject: Rifles\nMIME-Version: 1.0\n\n"
    "Rifles arrived on Monday.\n"
)
SENTENCE = "Three ships unloaded crates of rifles in the port last month, workers said on Monday. "
PAGE = f"<html><body><article><h1>Rifles</h1><p>{SENTENCE * 3}</p></article></body></html>"


def test_every_document_comes_with_its_bytes(tmp_path: Path) -> None:
    for name, content in (("a.txt", "Rifles arrived."), ("b.eml", MAIL), ("c.html", PAGE)):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        ((document, data),) = originals(str(path))
        assert data == path.read_bytes()
        assert hashlib.sha256(data).hexdigest() == document.digest
        assert [document] == list(documents(str(path)))


def test_a_record_comes_with_its_line_and_an_error_in_its_place(tmp_path: Path) -> None:
    lines = [json.dumps({"text": "Rifles."}), "no record", json.dumps({"text": "Mortars."})]
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    first, error, last = originals(str(path))
    assert isinstance(error, InputError)
    assert (first[1].decode(), last[1].decode()) == (lines[0], lines[2])


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    (error,) = originals(str(tmp_path / "none.txt"))
    assert isinstance(error, InputError)
