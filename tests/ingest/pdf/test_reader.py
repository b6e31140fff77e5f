"""PDF files made here: paragraphs made whole, running heads left out, notes apart."""

from datetime import date
from pathlib import Path

import fpdf
import pytest

from headstamp.errors import InputError
from headstamp.ingest import documents

BODY = (
    "Three ships unloaded drones for the Rapid Column in Port Sudan last month, dock workers said "
    'on Monday. "We carried forty crates," said foreman Idris Walad, who has worked in the port '
    "for nine years. The ships came from Fujairah, according to a port register.",
    "The army denied it in a statement on Thursday and gave no further detail about the ships. "
    "An analyst, Mona Tarif, said that the drones were probably of a type made in the Gulf.",
)


class Report(fpdf.FPDF):
    """A report with a running head, page numbers, and small print at the foot."""

    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.set_y(8)
        self.cell(0, 5, f"Harbour Institute, Report 14 - {self.page_no()}")
        self.set_y(28)

    def footer(self) -> None:
        self.set_y(-12)
        self.set_font("Helvetica", size=8)
        self.cell(0, 5, f"Page {self.page_no()} of 3", align="C")

    def text_block(self, words: str, size: int = 11, style: str = "") -> None:
        self.set_font("Helvetica", style, size)
        self.multi_cell(0, 6, words, align="L")
        self.ln(4)

    def note(self, words: str) -> None:
        self.set_auto_page_break(False)
        self.set_font("Helvetica", size=8)
        self.set_y(-32)
        self.multi_cell(0, 4, words)
        self.set_auto_page_break(True, 45)


def report() -> fpdf.FPDF:
    made = Report()
    made.set_auto_page_break(True, 45)
    made.add_page()
    made.text_block("Drones by sea: three ships", 18, "B")
    made.text_block("By Amal Terfaya, 3 May 2019", 10)
    made.text_block(BODY[0])
    made.text_block("What the army says", 14, "B")
    made.text_block(BODY[1])
    made.note("1 Interview with Idris Walad, Port Sudan, 2 April 2019.")
    made.add_page()
    made.set_font("Helvetica", size=11)
    made.write(6, "They got 20")
    made.char_vpos = "SUP"
    made.write(6, "3")
    made.char_vpos = "LINE"
    made.write(6, " Fateh-\n110 missiles, and deliv-\nered them to the coast of the sea.")
    made.ln(10)
    made.text_block(BODY[0])
    made.add_page()
    made.text_block(BODY[1])
    return made


def saved(path: Path, made: fpdf.FPDF) -> str:
    path.write_bytes(bytes(made.output()))
    return str(path)


def test_a_report(tmp_path: Path) -> None:
    (document,) = documents(saved(tmp_path / "report.pdf", report()))
    assert [(b.kind, b.span.of(document.text)) for b in document.blocks] == [
        ("headline", "Drones by sea: three ships"),
        ("byline", "By Amal Terfaya, 3 May 2019"),
        ("lead", BODY[0]),
        ("subhead", "What the army says"),
        ("body", BODY[1]),
        ("furniture", "1 Interview with Idris Walad, Port Sudan, 2 April 2019."),
        (
            "body",
            "They got 20³ Fateh-110 missiles, and delivered them to the coast of the sea.",
        ),
        ("body", BODY[0]),
        ("body", BODY[1]),
    ]
    assert document.published.day == date(2019, 5, 3)
    assert document.published.evidence == "visible text"
    assert document.author == "Amal Terfaya"


def test_a_paragraph_runs_over_the_end_of_the_page(tmp_path: Path) -> None:
    made = Report()
    made.set_auto_page_break(True, 45)
    made.add_page()
    made.set_y(240)
    made.text_block(BODY[0])
    (document,) = documents(saved(tmp_path / "two.pdf", made))
    assert document.text == BODY[0]


def test_the_date_of_the_file_is_not_the_date_of_publication(tmp_path: Path) -> None:
    made = fpdf.FPDF()
    made.add_page()
    made.set_font("Helvetica", size=11)
    made.multi_cell(0, 6, BODY[0])
    (document,) = documents(saved(tmp_path / "undated.pdf", made))
    assert document.published.evidence == "none"


def test_a_locked_file_is_refused(tmp_path: Path) -> None:
    made = report()
    made.set_encryption(owner_password="owner", user_password="user")
    with pytest.raises(InputError, match="is locked with a password; save a copy without one"):
        next(documents(saved(tmp_path / "locked.pdf", made)))


def test_pictures_of_pages_are_refused(tmp_path: Path) -> None:
    made = fpdf.FPDF()
    made.add_page()
    made.rect(20, 20, 100, 100)
    with pytest.raises(InputError, match=r"holds pictures of pages and no text; run text recog"):
        next(documents(saved(tmp_path / "scan.pdf", made)))
