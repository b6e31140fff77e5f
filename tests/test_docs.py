"""The documentation in step with the code: what a page says exists, and what exists is said."""

import doctest
import re
from datetime import date
from pathlib import Path

import click
import pytest

import headstamp
from docs.transcripts import PAGES, Transcript, run, transcripts, without_scores
from headstamp.cli import main
from headstamp.ingest import from_text
from headstamp.model import Extract, Reading
from headstamp.model.document import BlockKind, DateEvidence
from headstamp.model.reading import FACTUALITIES, ROLES, TIMES
from headstamp.show import FORMATS, jsonl

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
SOURCES = sorted((ROOT / "src").rglob("*.py"))
DECISIONS = ROOT / "docs" / "decisions"


def commands(command: click.Command, name: str = "headstamp") -> list[tuple[str, click.Command]]:
    """The command and all that it leads to, each with the words that call it."""
    within = command.commands if isinstance(command, click.Group) else {}
    return [
        (name, command),
        *(pair for word, inner in within.items() for pair in commands(inner, f"{name} {word}")),
    ]


@pytest.mark.parametrize(("name", "command"), commands(main))
def test_every_command_and_option_is_in_the_guide(name: str, command: click.Command) -> None:
    assert name in GUIDE
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert all(f"`{spelling}" in GUIDE for spelling in parameter.opts)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_in_the_guide(name: str) -> None:
    assert f"`{name}`" in GUIDE


def test_every_field_of_a_line_is_in_the_guide() -> None:
    document = from_text("Rifles arrived.", published=date(2026, 1, 20))
    line = jsonl.line(Extract(document, Reading("none"), (), ()))
    assert {field for field in line if f"`{field}`" not in GUIDE} == set()


@pytest.mark.parametrize("name", headstamp.__all__)
def test_every_export_is_in_the_guide(name: str) -> None:
    assert f"`{name}" in GUIDE or f"headstamp.{name}" in GUIDE


def test_every_finding_is_in_the_guide() -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    codes = set(re.findall(r'Finding\(\s*"([a-z-]+)"', written))
    assert codes, "no finding has a code: does this test still look in the right place?"
    assert {code for code in codes if f"`{code}`" not in GUIDE} == set()


@pytest.mark.parametrize(
    "word",
    [
        *ROLES,
        *sorted({role for roles in ROLES.values() for role in roles}),
        *FACTUALITIES,
        *TIMES,
        *BlockKind.__args__,
        *DateEvidence.__args__,
    ],
)
def test_every_word_of_the_model_is_in_the_guide(word: str) -> None:
    assert f"`{word}`" in GUIDE


@pytest.mark.parametrize(
    "transcript",
    [each for page in PAGES for each in transcripts(page)],
    ids=lambda transcript: f"{transcript.page.name}: {transcript.command}",
)
def test_every_command_shown_prints_what_the_page_says(transcript: Transcript) -> None:
    printed = run(transcript.command)
    assert without_scores(printed) == without_scores(transcript.output), "run `make docs`"


def test_python_shown_in_the_guide_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    outcome = doctest.testfile(
        str(ROOT / "docs" / "guide.md"),
        module_relative=False,
        optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE,
    )
    assert outcome.attempted
    assert not outcome.failed


@pytest.mark.parametrize("page", sorted(DECISIONS.glob("[0-9]*.md")), ids=lambda page: page.stem)
def test_every_decision_is_in_the_index(page: Path) -> None:
    title = page.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
    index = (DECISIONS / "README.md").read_text(encoding="utf-8")
    assert f"({page.name})" in index
    assert title in index


@pytest.mark.parametrize("page", [*PAGES, *sorted((ROOT / "docs").rglob("*.md"))], ids=str)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    targets = re.findall(r"\]\((?!\w+:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize(
    "package",
    sorted(path.parent.name for path in (ROOT / "src/headstamp").glob("*/__init__.py")),
)
def test_every_package_is_on_the_map_of_the_code(package: str) -> None:
    assert re.search(rf"\b{package}/", README)


def test_changelog_tells_of_this_version() -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.M)
    assert version
    assert f"## {version[1]}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
