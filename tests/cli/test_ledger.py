"""The ledger whole, copied, exported, misused and not there."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import done, run, whole


def test_a_whole_ledger_is_verified_and_copied(made: Path, tmp_path: Path) -> None:
    assert "is whole (3 documents)" in done("verify", ledger=made)
    copy = tmp_path / "copy.sqlite"
    done("backup", copy, ledger=made)
    assert whole(copy) == whole(made)
    assert run("backup", copy, ledger=made).exit_code == 1


def test_transfers_are_exported(made: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    done("export", "register", "--output", out, "--party", "Houthis", ledger=made)
    (row,) = csv.DictReader(out.open(encoding="utf-8-sig"))
    assert (row["recipient"], row["supplier"]) == ("Ansar Allah", "Iran")
    assert (row["origins"], row["reports"], row["denials"]) == ("1", "2", "1")


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["show", "t1"], ["search", "x"], ["history", "x"], ["verify"], ["undo", "1"],
     ["backup", "copy"], ["relink"], ["judge", "a/1", "b/1", "same"], ["note", "a", "b"]],
)  # fmt: skip
def test_a_ledger_that_is_not_there_is_misuse(arguments: list[str], tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    result = run(*arguments, ledger=path)
    assert result.exit_code == 2
    assert result.stderr == f"{path}: is no ledger; make one with `headstamp add`.\n"
    assert not path.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["add"],
        ["list", "--role", "supplier"],
        ["list", "--party", "Iran", "--role", "owner"],
        ["judge", "first/c1", "Iran", "same"],
        ["judge", "first/c1", "first/c1", "same"],
        ["review", "first/c1", "reject"],
        ["review", "first/c1", "correct"],
        ["review", "first", "accept"],
        ["rate", "first/c1", "G"],
        ["note", "first", ""],
    ],
)
def test_misuse_ends_with_2(made: Path, arguments: list[str]) -> None:
    assert run(*arguments, ledger=made).exit_code == 2


def test_the_environment_names_the_ledger(made: Path) -> None:
    assert "2 transfers" in done("list", env={"HEADSTAMP_LEDGER": str(made)})


def test_help_needs_no_store() -> None:
    loaded = "import sys, headstamp.cli; print('sqlalchemy' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert told.stdout == "False\n"
