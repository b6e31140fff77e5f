"""A large ledger from the command line: near linking, what is said of it, and linking the whole."""

from pathlib import Path

import pytest

from headstamp import keeping
from tests.cli.conftest import RECORDS, done, listed, run, whole, write

NEARLY = "Only what is near the last changes was linked"


@pytest.fixture
def large(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger that counts as large, with as few claims as any."""
    monkeypatch.setattr(keeping, "ALL_AT_ONCE", 0)
    monkeypatch.setattr(keeping, "CLAIMS_A_DOCUMENT", 1)
    return ledger


def test_adding_to_a_large_ledger_links_what_is_near(large: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    done("add", "--readings", write(tmp_path / "0.jsonl", *RECORDS[1:]), ledger=path)
    done("relink", ledger=path)
    added = run("add", "--readings", write(tmp_path / "1.jsonl", RECORDS[0]), ledger=path)
    assert NEARLY in added.stderr
    assert NEARLY in run("list", ledger=path).stderr
    assert NEARLY in run("verify", ledger=path).stderr
    assert NEARLY not in run("list", "--json", ledger=path).stderr
    assert {claim["id"] for entry in listed(path) for claim in entry["claims"]} == {
        claim["id"] for entry in listed(large) for claim in entry["claims"]
    }
    assert NEARLY not in run("relink", ledger=path).stderr
    assert NEARLY not in run("list", ledger=path).stderr
    assert whole(path) == whole(large)


def test_judgements_in_a_large_ledger_are_obeyed_and_undone(large: Path) -> None:
    before = whole(large)
    first, second = (f"{c['document']}/{c['id'].rpartition('/')[2]}"
                     for c in (before[0]["claims"][0], before[1]["claims"][0]))  # fmt: skip
    said = done("judge", first, second, "same", ledger=large)
    assert len(listed(large)) < len(before)
    number = next(word.strip("#:.") for word in said.split() if word.strip("#:.").isdigit())
    done("undo", number, ledger=large)
    done("relink", ledger=large)
    assert whole(large) == before
