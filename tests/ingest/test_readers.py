"""Every format is known by its bytes or its name, and every bad input is one clear sentence."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import docx
import fpdf
import pytest

from headstamp.errors import InputError
from headstamp.ingest import READERS, documents

SENTENCE = "Three ships unloaded drones in Port Sudan last month, workers said on Monday."


def pdf_bytes() -> bytes:
    made = fpdf.FPDF()
    made.add_page()
    made.set_font("Helvetica", size=12)
    made.multi_cell(0, 6, SENTENCE)
    return bytes(made.output())


def word_bytes() -> bytes:
    made = docx.Document()
    made.add_paragraph(SENTENCE)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


SAMPLES = {
    "application/pdf": pdf_bytes(),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": word_bytes(),
    "message/rfc822": f"From: a@b.example\nTo: c@d.example\nSubject: x\n\n{SENTENCE}".encode(),
    "application/x-ndjson": json.dumps({"text": SENTENCE}).encode(),
    "text/html": f"<!doctype html><article><p>{SENTENCE}</p></article>".encode(),
    "text/plain": SENTENCE.encode(),
}


def test_every_format_has_a_sample_here() -> None:
    assert [each.media_types[0] for each in READERS] == list(SAMPLES)


@pytest.mark.parametrize("media_type", SAMPLES)
def test_a_format_is_known_by_its_bytes(media_type: str, tmp_path: Path) -> None:
    path = tmp_path / "input"
    path.write_bytes(SAMPLES[media_type])
    (document,) = documents(str(path), published=date(2019, 5, 3))
    assert document.media_type == media_type
    assert SENTENCE in document.text
    assert document.source == str(path)
    assert len(document.digest) == 64
    assert document.published.evidence == "given"
    assert document.language == "en"


@pytest.mark.parametrize("media_type", SAMPLES)
def test_standard_input_tells_its_own_format(
    media_type: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(SAMPLES[media_type]))
    monkeypatch.setattr(sys, "stdin", stream)
    (document,) = documents("-")
    assert document.media_type == media_type
    assert document.source == "-"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b" \n", "is empty; give an input with text in it."),
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1", "holds binary data, not text; give a"),
        ("x.txt", "伊朗向伊拉克民兵".encode("gb18030"), "is in an encoding that cannot be told"),
        ("cut.pdf", pdf_bytes()[:-40], "is cut off before its end; download or copy it again."),
        ("junk.pdf", b"%PDF-1.7\njunk\n%%EOF", "is damaged; download or save it again."),
        ("app.json", b'{\n"text": "x"\n}', "is JSON that runs over many lines; give one JSON"),
        ("list.json", b"[1]", "is not a JSON object; give one JSON object a line"),
    ],
)
def test_bad_inputs_are_named_with_their_mend(
    name: str, data: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        next(documents(str(path)))
    assert str(path) in str(caught.value)
    assert said in str(caught.value)


def test_what_is_not_there_and_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not there; check the path"):
        next(documents(str(tmp_path / "none.txt")))
    with pytest.raises(InputError, match="is a folder; name the files in it"):
        next(documents(str(tmp_path)))


def test_plain_text_loads_no_library_of_pages_or_languages(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The ministry said that the drones were sent to the port by the army.")
    program = (
        "import sys; from headstamp.ingest import documents; next(documents(sys.argv[1]));"
        "print([m for m in ('lxml', 'trafilatura', 'py3langid', 'pypdfium2', 'mammoth',"
        "'http.client') if m in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"
