"""Word documents, whole and broken."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from headstamp.errors import InputError
from headstamp.ingest import documents

BODY = (
    "Three ships unloaded drones in Port Sudan last month, dock workers said on Monday.",
    "The army denied it in a statement on Thursday and gave no further detail.",
)


def saved(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def word_document() -> bytes:
    made = docx.Document()
    made.add_heading("Drones by sea: a note", 0)
    made.add_paragraph("By Amal Terfaya, 3 May 2019")
    made.add_paragraph(BODY[0])
    made.add_paragraph("Crates on the quay.", style="Caption")
    made.add_heading("What the army says", 1)
    made.add_paragraph(BODY[1])
    made.add_paragraph("موشک‌ها و “پهپادها”", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Raven", "12"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def packed(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return stream.getvalue()


def test_a_word_document(tmp_path: Path) -> None:
    (document,) = documents(saved(tmp_path / "note.docx", word_document()))
    assert [(b.kind, b.span.of(document.text)) for b in document.blocks] == [
        ("headline", "Drones by sea: a note"),
        ("byline", "By Amal Terfaya, 3 May 2019"),
        ("lead", BODY[0]),
        ("caption", "Crates on the quay."),
        ("subhead", "What the army says"),
        ("body", BODY[1]),
        ("body", "موشک‌ها و “پهپادها”"),
        ("body", "Raven\t12"),
    ]
    assert document.author == "Amal Terfaya"
    assert document.published.evidence == "visible text"
    assert document.media_type.endswith("wordprocessingml.document")


def test_a_document_cut_off_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cut\.docx: is damaged or cut off; download or copy"):
        next(documents(saved(tmp_path / "cut.docx", word_document()[:9000])))


def test_an_archive_of_other_things_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is an archive and no Word document"):
        next(documents(saved(tmp_path / "a.zip", packed(readme=b"hello"))))


def test_an_old_office_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is an old or a locked office file; save it as \.docx"):
        next(documents(saved(tmp_path / "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99))))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = packed(word__document_xml=b"<w/>", media=bytes(200_000_000))
    with pytest.raises(InputError, match=r"would unpack to 200 MB from 19\d kB; give its text"):
        next(documents(saved(tmp_path / "bomb.docx", bomb)))


def test_a_document_of_entities_within_entities_is_refused(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
    laughs = f'<!DOCTYPE w [<!ENTITY e0 "ha">{entities}]><w>&e11;</w>'.encode()
    parts = {"word__document_xml": laughs, "_rels__.rels": b"<Relationships/>"}
    with pytest.raises(InputError, match="is damaged"):
        next(documents(saved(tmp_path / "laughs.docx", packed(**parts))))
