"""What a newcomer waits for and gives room to: `python -m evaluation.footprint`, for the README.

A fresh clone of the committed state is set up in a folder of its own, with nothing cached, and
removed again. The table goes into the README, between its heading and the next.
"""

import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARTICLE = "examples/wa-state.txt"
MB = 1_000_000
TRIES = 5
_SECTION = re.compile(r"(?<=## Sizes and times\n).*?(?=^## )", re.S | re.M)


def main() -> None:
    """Measure, print the table, and write it into the README."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "headstamp"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        table = _table(measured(clone))
    print(table)
    readme = ROOT / "README.md"
    readme.write_text(_SECTION.sub(f"\n{table}\n", readme.read_text("utf-8")), "utf-8")


def measured(clone: Path) -> dict[str, str]:
    """Each figure with its unit, by what was measured."""
    first = seconds(["make", "run"], clone)
    second = seconds(["make", "run"], clone)
    headstamp = str(clone / ".venv" / "bin" / "headstamp")
    helped = min(seconds([headstamp, "--help"], clone) for _ in range(TRIES))
    reads = [seconds_and_mb([headstamp, "read", ARTICLE], clone) for _ in range(TRIES)]
    seconds(["make", "wheel"], clone)
    words = len((clone / ARTICLE).read_text("utf-8").split())
    return {
        "first `make run`: set up, then read all examples": f"{first:.0f} s",
        "`make run` after that": f"{second:.1f} s",
        "download": f"{downloaded_mb(clone):.0f} MB",
        "installed, with the model": f"{folder_mb(clone / '.venv', clone / 'src'):.0f} MB",
        "the wheel": f"{folder_mb(clone / 'dist'):.0f} MB",
        "`headstamp --help`": f"{helped:.2f} s",
        f"an article of {words} words, from a cold start": f"{min(s for s, _ in reads):.2f} s",
        "memory it takes": f"{max(mb for _, mb in reads):.0f} MB",
    }


def seconds(command: list[str], folder: Path) -> float:
    """How long a command takes; a failing one ends the measurement."""
    return seconds_and_mb(command, folder)[0]


def seconds_and_mb(command: list[str], folder: Path) -> tuple[float, float]:
    """How long a command takes, and how much memory it is resident in at most."""
    begun = time.perf_counter()
    uncached = os.environ | {"PIP_NO_CACHE_DIR": "1"}
    with subprocess.Popen(command, cwd=folder, env=uncached, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    taken = time.perf_counter() - begun
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    unit = 1 if sys.platform == "darwin" else 1024  # bytes on macOS, kibibytes elsewhere
    return taken, usage.ru_maxrss * unit / MB


def downloaded_mb(clone: Path) -> float:
    """The wheels that setting up fetches: the locked ones for this platform."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [str(clone / ".venv/bin/python"), "-m", "pip", "download", "-qq", "--require-hashes",
             "--only-binary=:all:", "--requirement=requirements/run.txt", f"--dest={folder}"],
            cwd=clone, check=True,
        )  # fmt: skip
        return folder_mb(Path(folder))


def folder_mb(*folders: Path) -> float:
    """The bytes of all files below the folders, links not followed."""
    files = (path for folder in folders for path in folder.rglob("*") if not path.is_symlink())
    return sum(path.stat().st_size for path in files if path.is_file()) / MB


def _table(figures: dict[str, str]) -> str:
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    rows = "".join(f"| {name} | {figure} |\n" for name, figure in figures.items())
    return (
        f"| measured by `make footprint` in a fresh clone, nothing cached | {machine} |\n"
        f"| --- | ---: |\n{rows}\n"
        f"The times are the best of {TRIES}, `make run` once. How well it reads and how fast, in"
        " words per second, is in [evaluation/](evaluation/), by `make bench`.\n"
    )


if __name__ == "__main__":
    main()
