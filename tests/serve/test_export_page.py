"""What is seen, as files: the same bytes as on the command line."""

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest
from fastapi.testclient import TestClient

from headstamp import keeping
from headstamp.asking import filters
from headstamp.export import EXPORTERS, FORMATS, export, exporter
from headstamp.ledger.ledger import Ledger
from headstamp.serve.pages.export import ABOUT, menu
from tests.serve.conftest import both_stores
from tests.serve.pages import links, opened, said

FILES = [(each.name, form.suffix) for each in EXPORTERS for form in each.forms]
MENU = '//details[@id="export"]'


def written(place: str, format: str, output: Path, **asked: str) -> bytes:
    """What the same transfers come to in a file."""
    with Ledger(place).reading() as view:
        ids = keeping.ids_of(view, filters(view=view, **asked))
        export(format, keeping.entries(view, ids), output)
    return output.read_bytes()


def told(file: bytes, suffix: str) -> object:
    """What a file holds: its bytes, but of a workbook the cells: a stream is zipped otherwise."""
    if suffix != ".xlsx":
        return file
    book = openpyxl.load_workbook(io.BytesIO(file))
    return [[cell.value for cell in row] for sheet in book for row in sheet]


@pytest.mark.parametrize(("format", "suffix"), FILES)
def test_every_format_is_written_as_on_the_command_line(
    client: TestClient, place: str, tmp_path: Path, format: str, suffix: str
) -> None:
    answer = client.get(f"/export/{format}", params={"form": suffix, "kind": "transfer"})
    assert answer.status_code == 200
    file = written(place, format, tmp_path / f"out{suffix}", kind="transfer")
    assert told(answer.content, suffix) == told(file, suffix)
    assert re.search(
        rf"headstamp-{format}-\d{{4}}-\d\d-\d\d-transfer{re.escape(suffix)}$",
        answer.headers["content-disposition"],
    )


@both_stores
def test_the_menu_s_files_hold_what_the_view_shows(client: TestClient) -> None:
    page = opened(client, "/?party=Egypt&kind=transfer")
    address = dict(links(page, MENU))["register .csv"]
    table = list(csv.DictReader(io.StringIO(client.get(address).text.lstrip("\ufeff"))))
    assert len(table) == len(page.xpath("//a[@data-row]")) > 0
    assert all("Egypt" in str(row) for row in table)


def test_the_menu_offers_every_format(client: TestClient) -> None:
    told = [words for words, _ in links(opened(client, "/"), MENU)]
    assert told == [f"{name} {suffix}" for name, suffix in FILES]
    assert set(ABOUT) == set(FORMATS)


def test_a_form_whose_library_is_missing_says_what_to_install(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporter, "find_spec", lambda name: None if name == "pyarrow" else name)
    menu.cache_clear()
    page = opened(client, "/")
    menu.cache_clear()
    assert "parquet .parquet" not in dict(links(page, MENU))
    assert "pip install headstamp[exports]" in said(page.xpath(MENU)[0])


def test_a_format_that_is_none_is_told(client: TestClient) -> None:
    answer = client.get("/export/papyrus")
    assert answer.status_code == 404
    assert "geojson" in answer.text


def test_what_is_not_all_linked_is_not_handed_on(client: TestClient, place: str) -> None:
    with Ledger(place).writing(by="ana") as writer:
        writer.drop_derived()
    answer = client.get("/export/text")
    assert answer.status_code == 503
    assert "try again in a moment" in answer.text
