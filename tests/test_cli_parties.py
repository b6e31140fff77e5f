"""Parties of a user's own: `headstamp parties import`, and `--parties`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from headstamp.cli import main

ARMY = {
    "id": "x-1",
    "schema": "Organization",
    "properties": {"name": ["Zhordan Liberation Army"], "topics": ["crime.terror"]},
}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    source, target = tmp_path / "entities.jsonl", tmp_path / "parties.yaml"
    source.write_text(json.dumps(ARMY) + "\n", encoding="utf-8")
    result = run("parties", "import", source, "--output", target)
    assert result.stdout == f"1 parties are in {target}.\n"
    return target


def test_what_was_imported_is_known(imported: Path) -> None:
    asked = ("resolve", "party", "the Zhordan Liberation Army", "--json")
    assert json.loads(run(*asked).stdout)["id"] is None
    found = json.loads(run(*asked, "--parties", imported).stdout)
    assert (found["id"], found["kind"]) == ("x-1", "group")


@pytest.mark.usefixtures("every_rocket")
def test_articles_are_read_with_them(imported: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Zhorda sent rockets.", encoding="utf-8")
    assert run("read", article, "--parties", imported).exit_code == 0


@pytest.mark.parametrize("content", ["no: list", "{", "- 7", '{"id": 1}\n{"id": 2}'])
def test_a_file_that_holds_no_parties_is_named(tmp_path: Path, content: str) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(content, encoding="utf-8")
    result = run("resolve", "party", "Iran", "--parties", wrong)
    assert result.exit_code == 2
    assert "wrong.yaml" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("content", [b"nonsense", b'{"id": "x"}', b"\xff\xfe"])
def test_what_is_no_entity_is_named(tmp_path: Path, content: bytes) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_bytes(content)
    result = run("parties", "import", wrong, "--output", tmp_path / "out.yaml")
    assert result.exit_code == 1
    assert "wrong.jsonl" in result.stderr
    assert not (tmp_path / "out.yaml").exists()
