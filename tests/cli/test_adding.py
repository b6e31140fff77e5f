"""What is added once, twice, in any order, cut off, or does not fit."""

import json
from pathlib import Path

import pytest

from headstamp import incoming
from headstamp.ledger.ledger import Ledger
from tests.cli.conftest import (
    FIRST,
    RECORDS,
    SECOND,
    claim,
    done,
    listed,
    record,
    rockets,
    run,
    whole,
    write,
)
from tests.conftest import EveryRocket


def test_readings_made_elsewhere_become_transfers(made: Path) -> None:
    entry = rockets(made)
    assert {(c["document"], c["source_claim_id"]) for c in entry["claims"]} == {
        ("first", "c1"),
        ("first", "c2"),
        ("second", "c1"),
    }
    assert [denial["claim"] for denial in entry["denials"]] == ["first/c2"]
    assert [(r["document"], r["repeats"]) for r in entry["repeats"]] == [("first", "second")]
    assert len(listed(made)) == 2


def test_adding_twice_changes_nothing(ledger: Path, readings: Path) -> None:
    before, log = whole(ledger), done("history", "first", ledger=ledger)
    assert "3 known already" in done("add", "--readings", readings, ledger=ledger)
    assert whole(ledger) == before
    assert done("history", "first", ledger=ledger) == log


def test_the_order_of_adding_does_not_matter(made: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    for number, each in enumerate(reversed(RECORDS)):
        file = write(tmp_path / f"{number}.jsonl", each)
        done("add", "--readings", file, ledger=path)
    assert whole(path) == whole(made)


def test_a_run_cut_off_before_linking_is_mended_by_the_next(
    made: Path, readings: Path, tmp_path: Path
) -> None:
    path = tmp_path / "ledger.sqlite"
    assert "Not linked yet" in run("add", "--readings", readings, "--later", ledger=path).stderr
    assert "not all is linked" in run("list", ledger=path).stderr
    assert run("export", "jsonl", "--output", tmp_path / "out.jsonl", ledger=path).exit_code == 1
    done("add", "--readings", readings, ledger=path)
    assert whole(path) == whole(made)


def test_what_does_not_fit_is_named_and_the_others_are_kept(tmp_path: Path) -> None:
    bad = record("bad", SECOND, "2025-02-01", "Halden Wire", claim("c1", "shipped"))
    file = write(tmp_path / "readings.jsonl", bad, RECORDS[2], {"id": "none", "text": "Words."})
    result = run("add", "--readings", file, ledger=tmp_path / "ledger.sqlite")
    assert result.exit_code == 1
    assert "record bad: the trigger of c1, 'shipped', is not in the text" in result.stderr
    assert "none has no claims" in result.stderr
    assert "Added 1 document and 1 claim." in result.stdout


def test_own_reading_keeps_the_bytes_and_gives_way_to_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "shipped_reader", EveryRocket)
    path, article = tmp_path / "ledger.sqlite", tmp_path / "article.txt"
    article.write_text(FIRST, encoding="utf-8")
    missing = tmp_path / "missing.txt"
    result = run("add", article, missing, "--published", "2025-02-02", ledger=path)
    assert result.exit_code == 1
    assert "missing.txt: is not there" in result.stderr
    held = Ledger(path)
    with held.reading() as view:
        (id,) = view.document_ids()
        assert view.original(id) == article.read_bytes()
    held.close()
    assert "1 known already" in done("add", article, "--published", "2025-02-02", ledger=path)
    text = json.loads(done("show", f"{id}/c1", "--json", ledger=path))
    assert text["reports"] == [id]
    given = RECORDS[0] | {"id": id}
    again = done("add", "--readings", write(tmp_path / "given.jsonl", given), ledger=path)
    assert f"{id} was read again" in again
    assert {c["source_claim_id"] for e in listed(path) for c in e["claims"]} == {"c1", "c2"}


def test_building_again_gives_the_same(ledger: Path) -> None:
    before = whole(ledger)
    assert "has 2 transfers" in done("relink", ledger=ledger)
    assert whole(ledger) == before
