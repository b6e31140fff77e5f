"""What holds for every exporter, whatever the words."""

import builtins
from pathlib import Path

import pytest
from hypothesis import given

from headstamp.errors import InputError, Permanent
from headstamp.export import EXPORTERS, FORMATS, Entry, export, plover, register
from tests.export.conftest import entries, story, written

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
FORMS = [(exporter.name, form.suffix) for exporter in EXPORTERS for form in exporter.forms]


@pytest.mark.parametrize(("name", "suffix"), FORMS)
@given(entries())
def test_same_entries_same_bytes(name: str, suffix: str, entry: Entry) -> None:
    assert written(name, entry, suffix=suffix) == written(name, entry, suffix=suffix)


@pytest.mark.parametrize(
    ("name", "suffix"), [form for form in FORMS if form[1] not in (".xlsx", ".parquet")]
)
@given(entries())
def test_text_is_utf8_and_nothing_in_it_steers_the_eye(
    name: str, suffix: str, entry: Entry
) -> None:
    text = written(name, entry, suffix=suffix).decode("utf-8")
    assert not set(text) & set("\x00\x1b\x7f\x85\u2028\u202e\u2066\ufffe")


@pytest.mark.parametrize(("name", "suffix"), FORMS)
def test_nothing_to_export_is_a_whole_file(name: str, suffix: str, tmp_path: Path) -> None:
    export(name, [], tmp_path / f"ledger{suffix}")
    assert [path.name for path in tmp_path.iterdir()] == [f"ledger{suffix}"]


def test_entries_come_by_rising_id(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="t01 came after t02"):
        export("jsonl", [story(id="t02"), story(id="t01")], tmp_path / "ledger.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_a_transfer_without_its_claims_is_no_entry(entry: Entry) -> None:
    with pytest.raises(ValueError, match="comes without one/c1"):
        Entry(entry.transfer, {}, entry.documents)


def test_a_file_that_cannot_be_written_is_named(entry: Entry, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere.*cannot be written"):
        export("jsonl", [entry], tmp_path / "nowhere" / "ledger.jsonl")


def test_an_older_file_stays_where_an_export_fails(entry: Entry, tmp_path: Path) -> None:
    output = tmp_path / "ledger.jsonl"
    output.write_text("older")
    with pytest.raises(ValueError, match="rising id"):
        export("jsonl", [entry, entry], output)
    assert output.read_text() == "older"


@pytest.mark.parametrize(
    ("name", "suffix", "library"),
    [("register", ".xlsx", "openpyxl"), ("parquet", ".parquet", "pyarrow")],
)
def test_what_is_not_installed_is_said_with_the_mend(
    name: str, suffix: str, library: str, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(asked: str, *rest: object) -> object:
        if asked.partition(".")[0] == library:
            raise ImportError(asked)
        return real(asked, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Permanent, match=rf"{library}.*pip install headstamp\[exports\]"):
        written(name, entry, suffix=suffix)


@pytest.mark.parametrize("word", [*FORMATS, *register.COLUMNS, *plover.QUAD])
def test_every_format_column_and_event_is_documented(word: str) -> None:
    assert f"`{word}`" in PAGE


def test_names_are_unique() -> None:
    assert len(set(FORMATS)) == len(FORMATS)
