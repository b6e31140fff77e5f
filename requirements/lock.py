"""Choose the newest releases of the libraries and pin them, with hashes, for every platform.

`run.txt` is what `headstamp` needs (and the backend that installs it), `dev.txt` that and the
tools of the tests. They name versions and hashes, never the host that serves them: pip takes
whichever index the machine is set up for. Run by `make lock`, which installs uv for it.
"""

import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).parent
PROJECT = REQUIREMENTS.parent / "pyproject.toml"
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--only-binary=:all:",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--custom-compile-command=make lock",
    "--quiet",
    "--upgrade",
)


def compile_lock(name: str, *options: str) -> None:
    """Write one lock file from the dependencies and the named groups of pyproject.toml."""
    subprocess.run(
        [sys.executable, "-m", "uv", "pip", "compile", str(PROJECT), *OPTIONS, *options,
         f"--output-file={REQUIREMENTS / name}"],
        check=True,
    )  # fmt: skip


if __name__ == "__main__":
    compile_lock("run.txt", "--group=build")
    compile_lock("dev.txt", "--group=build", "--group=dev", "--constraints=requirements/run.txt")
