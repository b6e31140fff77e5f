"""What every file of the project keeps to, whoever wrote it."""

import ast
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
MADE = {"__pycache__", "build", "dist", "node_modules", "runs", "vendor"}
# Spelt with a bracket, so that this file does not contain what it looks for.
REGISTRY_HOSTS = re.compile(
    r"py[p]i\.org|pythonh[o]sted|registry\.n[p]mjs|crates\.i[o]|deb\.d[e]bian|proxy\.g[o]lang"
    r"|condaf[o]rge|anac[o]nda\.org"
)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:w[o]rk|h[o]me|r[o]ot|t[m]p)/\w|/o[p]t/p")
LINES_A_FILE = 300
LINES_A_FUNCTION = 50


def files() -> Iterator[Path]:
    """Every file of the project, without what tools have made."""
    for folder, names, found in os.walk(ROOT):
        names[:] = [
            name
            for name in names
            if name not in MADE and (name == ".ci" or not name.startswith("."))
        ]
        yield from (Path(folder) / name for name in found)


def texts() -> Iterator[tuple[str, str]]:
    """The name and the text of every file that is text."""
    for path in files():
        data = path.read_bytes()
        if b"\0" not in data:
            yield str(path.relative_to(ROOT)), data.decode("utf-8")


def modules() -> list[Path]:
    return sorted(path for path in files() if path.suffix == ".py")


@pytest.mark.parametrize("pattern", [REGISTRY_HOSTS, MACHINE_PATHS], ids=["hosts", "paths"])
def test_no_file_names_a_registry_host_or_one_machine_s_paths(pattern: re.Pattern[str]) -> None:
    found = {name: match.group() for name, text in texts() if (match := pattern.search(text))}
    assert found == {}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_fit_in_the_head(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    is_test = "tests" in path.relative_to(ROOT).parts  # a case may be as long as what it shows
    long = [
        (node.name, node.end_lineno - node.lineno + 1)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= LINES_A_FUNCTION
        and not is_test
    ]
    assert long == []
    assert len(text.splitlines()) <= LINES_A_FILE


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "src" / "headstamp").rglob("*")),
    ids=lambda path: str(path.relative_to(ROOT / "src")),
)
def test_names_are_the_field_s_words(path: Path) -> None:
    words = set(re.split(r"[_.]", path.name))
    assert not words & {"util", "utils", "helper", "helpers", "common", "manager", "misc"}


def requirements(*groups: str) -> list[Requirement]:
    """What pyproject.toml asks for, to build the package, to run it, and in the named groups."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    for group in groups:
        asked += project["dependency-groups"][group]
    return [Requirement(line) for line in asked]


def pins(name: str) -> dict[str, str]:
    """The versions that a lock file pins, by the project's canonical name."""
    lock = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock, re.M)
    return {canonicalize_name(project): version for project, version in found}


@pytest.mark.parametrize(
    ("lock", "groups"),
    [("run.txt", ("build",)), ("dev.txt", ("build", "dev"))],
)
def test_lock_files_hold_what_the_project_asks_for(lock: str, groups: tuple[str, ...]) -> None:
    pinned = pins(lock)
    for requirement in requirements(*groups):
        name = canonicalize_name(requirement.name)
        assert name in pinned, f"{lock} lacks {name}: run `make lock`"
        assert pinned[name] in requirement.specifier, f"{lock} has a stale {name}: run `make lock`"


def test_tools_and_program_agree_on_the_versions_they_share() -> None:
    run, dev = pins("run.txt"), pins("dev.txt")
    assert {name: dev.get(name) for name in run} == run
