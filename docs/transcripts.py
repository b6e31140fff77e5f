"""The commands that the documentation shows, and what they print.

A fenced block that opens with three backticks and `console` holds one command after `$ ` and,
below it, the command's output. `make docs` runs them and writes down what they print; the tests
run them again and compare. Scores may differ by a few hundredths between processors, so both
sides are compared with their scores masked.
"""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "guide.md")
WIDTH_COLUMNS = "80"

_BLOCK = re.compile(r"^```console\n\$ (?P<command>headstamp .+)\n(?P<output>(?:.*\n)*?)```$", re.M)
_SCORE = re.compile(r"\b[01]\.\d+")


@dataclass(frozen=True, slots=True)
class Transcript:
    """One command that a page shows, and the output it shows for it."""

    page: Path
    command: str
    output: str


def transcripts(page: Path) -> list[Transcript]:
    """Every command that `page` shows, in the order of the page."""
    found = _BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [Transcript(page, match["command"], match["output"]) for match in found]


def run(command: str) -> str:
    """What `command` prints on a terminal's two streams, run by a shell in a new folder.

    The folder holds the project's examples and nothing else, so that a ledger begins empty.
    """
    here = Path(sys.executable).parent
    environment = os.environ | {
        "PATH": f"{here}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": WIDTH_COLUMNS,
    }
    environment.pop("HEADSTAMP_LEDGER", None)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(ROOT / "examples")
        completed = subprocess.run(
            command,
            shell=True,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
    return "".join(line.rstrip() + "\n" for line in completed.stdout.splitlines())


def without_scores(output: str) -> str:
    """`output` with every score masked."""
    return _SCORE.sub("#", output)


def refresh(page: Path) -> None:
    """Write into `page` what its commands print today; a page shows no crash."""

    def renewed(match: re.Match[str]) -> str:
        output = run(match["command"])
        if "Traceback (most recent call last)" in output:
            sys.exit(f"{page.name} is as it was, for `{match['command']}` crashes:\n{output}")
        return f"```console\n$ {match['command']}\n{output}```"

    text = page.read_text(encoding="utf-8")
    page.write_text(_BLOCK.sub(renewed, text), encoding="utf-8")


if __name__ == "__main__":
    for each in PAGES:
        refresh(each)
