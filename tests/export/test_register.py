"""The register as a spreadsheet and a person read it."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from headstamp.export import Entry, register
from headstamp.export.register import COLUMNS, guarded, rows, unguarded
from headstamp.export.words import cell
from headstamp.model.transfer import ClaimRef, Member
from headstamp.model.values import Interval, Party, Quantity
from tests.export.conftest import argument, claim, document, entries, hostile, story, written

FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def read(entry: Entry) -> dict[str, str]:
    """The one row of a register, by column."""
    (row,) = csv.DictReader(io.StringIO(written("register", entry).decode(), newline=""))
    return row


def saying(
    text: str, trigger: str, role: str, words: str, value: object, **fields: object
) -> Entry:
    """A transfer that one claim tells."""
    ref = ClaimRef("one", "c1")
    told = claim(text, trigger, argument(text, role, words, value), **fields)
    transfer = story(members=(Member(ref, "asserts"),), denials=(), repeats=()).transfer
    return Entry(transfer, {ref: told}, {"one": document("one", text)})


def test_a_row_in_the_columns_of_registers(entry: Entry) -> None:
    assert read(entry) == {
        "recipient": "Grey Lanterns",
        "supplier": "Iran",
        "number ordered": "unknown",
        "designation": "Zelzal",
        "description": "rocket",
        "year of order": "unknown",
        "years of delivery": "2018",
        "number delivered": "(20)",
        "comments": "destination: Basra; origin: Bushehr",
        "origins": "1",
        "reports": "1",
        "denials": "1",
        "origins named": "Marsh Post (own-reporting)",
        "denied by": "Tehran",
        "sources": "Marsh Post, 2018-10-25, https://marsh.example.org/1; "
        "River Wire, 2018-10-27, two",
        "certainty": "certain",
        "kind": "transfer",
        "id": "t01",
    }


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (Quantity(20, 20, False, None, "r"), "20"),
        (Quantity(20, 20, True, None, "r"), "(20)"),
        (Quantity(40, 60, False, "tonne", "r"), "(40–60 tonne)"),
        (Quantity(300, None, False, None, "r"), "(at least 300)"),
        (None, "(dozens)"),
    ],
)
def test_brackets_stand_around_estimates(quantity: Quantity | None, expected: str) -> None:
    entry = saying("Iran sent dozens", "sent", "quantity", "dozens", quantity)
    assert read(entry)["number delivered"] == expected


def test_what_nobody_is_certain_of_is_bracketed() -> None:
    entry = saying("Iran may have sent arms", "sent", "supplier", "Iran", None, factuality="PS+")
    assert read(entry)["supplier"] == "(Iran)"


def test_a_party_without_a_name_of_its_own_goes_by_its_owner_s() -> None:
    navy = Party("iran/navy", "navy", "force", ("Iran",), 0.9, "owner")
    entry = saying("The navy sent arms", "sent", "supplier", "navy", navy)
    assert read(entry)["supplier"] == "Iran › navy"


def test_orders_are_told_from_deliveries() -> None:
    year = Interval(date(2023, 1, 1), date(2023, 12, 31), "year", "r")
    entry = saying("Orla ordered 18 in 2023", "ordered", "date", "2023", year)
    assert (read(entry)["year of order"], read(entry)["years of delivery"]) == ("2023", "unknown")


def test_only_movements_have_a_row() -> None:
    assert list(rows([story(kind="production")])) == []


@given(hostile)
def test_a_guard_is_taken_off_again(words: str) -> None:
    assert unguarded(guarded(words)) == words
    assert not guarded(words).startswith(FORMULAS)


@given(entries())
def test_no_cell_of_a_csv_is_a_formula_and_all_come_back(entry: Entry) -> None:
    text = written("register", entry).decode()
    table = list(csv.reader(io.StringIO(text, newline="")))
    assert tuple(table[0]) == COLUMNS
    assert table[1:] == [[str(value) for value in row] for row in rows([entry])]
    assert not any(value.lstrip().startswith(FORMULAS) for row in table for value in row)


@given(entries())
def test_a_workbook_holds_the_same_rows_as_words(entry: Entry) -> None:
    book = load_workbook(io.BytesIO(written("register", entry, suffix=".xlsx")))
    table = list(book["register"].iter_rows())
    held = [tuple(each.value if each.value is not None else "" for each in row) for row in table]
    assert held == [COLUMNS, *rows([entry])]
    assert {each.data_type for row in table for each in row} <= {"s", "n", "inlineStr", "e"}


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_a_cell_is_one_line(words: str) -> None:
    assert len(cell(words).splitlines()) <= 1


def test_a_cell_ends_where_a_sheet_s_cell_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "CELL_CHARACTERS", 4)
    book = load_workbook(io.BytesIO(written("register", story(), suffix=".xlsx")))
    assert book["register"]["A2"].value == "Gre…"
