"""Makes the compact catalogue that the program loads, from the YAML that people review.

`python -m headstamp.resolve.materiel.compiling` writes `data/materiel.json`; a test says when that
is due. Reading the YAML takes a second, the compact form some milliseconds.
"""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from headstamp.resolve.materiel.designation import key

DATA = Path(str(files("headstamp").joinpath("data")))
COMPACT = DATA / "materiel.json"


def entries() -> Iterator[dict[str, Any]]:
    """Each entry of the reviewed catalogue, with what its group says for all."""
    for path in sorted((DATA / "materiel").glob("*.yaml")):
        for group in yaml.safe_load(path.read_text(encoding="utf-8")):
            shared = {name: value for name, value in group.items() if name != "entries"}
            for entry in group["entries"]:
                yield shared | entry


def compact() -> str:
    """The catalogue and the head nouns as one line of JSON, the same for the same YAML.

    `index` leads from the key of an alias to those it may name: each the entry's place, whether
    the alias is shared with something else, and the designation to show.
    """
    catalogue = list(entries())
    index: dict[str, list[tuple[int, bool, str]]] = {}
    for place, entry in enumerate(catalogue):
        shared = {key(alias) for alias in entry.get("shared", [])}
        names = {key(name): name for name in [*reversed(entry.get("also", [])), entry["name"]]}
        for alias, name in names.items():
            index.setdefault(alias, []).append((place, alias in shared, _shown(entry, name)))
    kept = [
        {name: entry[name] for name in entry if name not in ("also", "shared", "maker", "source")}
        for entry in catalogue
    ]
    words = yaml.safe_load((DATA / "materiel_words.yaml").read_text(encoding="utf-8"))
    whole = {"entries": kept, "index": index, "words": words}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _shown(entry: dict[str, Any], alias: str) -> str:
    """The designation that an alias leads to: its own where an entry gathers several types.

    `each` gathers types of different names; the members of a `family` are told by their figures.
    """
    name: str = entry["name"]
    proper = " ".join(word for word in alias.split() if not word.islower())
    if set(key(proper).split()) <= set(key(name).split()) and proper:
        return name
    figures = re.search(r"[0-9]", alias) and alias.isascii()
    return alias if entry.get("each") or (entry.get("family") and figures) else name


if __name__ == "__main__":
    COMPACT.write_text(compact(), encoding="utf-8")
