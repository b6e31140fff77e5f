"""The command line: what it prints where, and with which exit status it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from headstamp import cli
from headstamp.show import FORMATS

pytestmark = pytest.mark.usefixtures("every_rocket")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(
        "Arms for the north\n\nZhorda sent rockets to Green Banner last August, he said.\n",
        encoding="utf-8",
    )
    return path


def run(*arguments: object, **options: object) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], **options)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_printed(article: Path, format: str) -> None:
    result = run("read", article, "--format", format)
    assert result.exit_code == 0
    assert "Arms for the north" in result.stdout
    assert result.stderr == ""


def test_text_is_the_default(article: Path) -> None:
    assert run("read", article).stdout == run("read", article, "--format", "text").stdout


def test_the_day_of_publication_can_be_given(article: Path) -> None:
    result = run("read", article, "--format", "jsonl", "--published", "2024-05-03")
    assert json.loads(result.stdout)["published"] == "2024-05-03"


def test_standard_input_is_read(article: Path) -> None:
    result = run("read", "-", input=article.read_text(encoding="utf-8"))
    assert "sent" in result.stdout


def test_what_cannot_be_read_is_said_and_the_others_are_read(article: Path) -> None:
    missing = article.with_name("missing.txt")
    result = run("read", missing, article, missing, "--format", "jsonl")
    assert result.exit_code == 1
    assert result.stdout.count("\n") == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 2
    assert all("missing.txt" in line for line in lines)


def test_names_of_inputs_cannot_steer_the_terminal(tmp_path: Path) -> None:
    result = run("read", tmp_path / "\x1b[2Jgone")
    assert result.exit_code == 1
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["read"], ["read", "-", "--format", "xml"], ["read", "-", "--published", "May"], ["write"]],
)
def test_misuse_ends_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_output_goes_to_a_file(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = run("read", article, "--format", "html", "--output", page)
    assert (result.exit_code, result.stdout) == (0, "")
    assert page.read_text(encoding="utf-8").endswith("</html>\n")


def test_a_source_is_not_written_over(article: Path) -> None:
    before = article.read_bytes()
    result = run("read", article, "--output", article)
    assert result.exit_code == 2
    assert article.read_bytes() == before


def test_a_file_that_cannot_be_written_is_misuse(article: Path, tmp_path: Path) -> None:
    assert run("read", article, "--output", tmp_path / "none" / "page.html").exit_code == 2


def test_half_a_character_is_written_as_json_has_it(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text('{"id": "a", "text": "He sent \\ud83d rockets."}\n', encoding="utf-8")
    out = tmp_path / "out.jsonl"
    result = run("read", records, "--format", "jsonl", "--output", out)
    if result.exit_code == 0:
        assert json.loads(out.read_text(encoding="utf-8"))["text"] == "He sent \ud83d rockets."


def test_the_version_is_told() -> None:
    assert run("--version").stdout.startswith("headstamp ")
