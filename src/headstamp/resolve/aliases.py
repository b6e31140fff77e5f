"""Every name of each known party as people write it, with its script, its language and a source.

`python -m headstamp.resolve.aliases` makes `data/aliases.json` of the reviewed YAML. Matching does
without it (`authority`): names are here to be read, and loaded when somebody asks.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from headstamp.resolve.authority import DATA
from headstamp.resolve.script import script

COMPACT = DATA / "aliases.json"
_SORTS = {"aliases": "name", "capitals": "capital", "adjectives": "adjective", "demonyms": "people"}


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of a party. `sort` is `name`, `capital`, `adjective` or `people`.

    `script` is its ISO 15924 code, `language` its ISO 639 code, None where the name is of no one
    language. `source` is where the name can be checked.
    """

    text: str
    sort: str
    script: str
    language: str | None
    source: str


def aliases(party: str) -> tuple[Alias, ...]:
    """The names of a party by its id, the one it goes by first; none where it is not known."""
    source, names = _shipped().get(party, ("", ()))
    return tuple(Alias(*name, source=source) for name in names)


@cache
def _shipped() -> dict[str, tuple[str, list[tuple[str, str, str, str | None]]]]:
    told: dict[str, tuple[str, list[tuple[str, str, str, str | None]]]]
    told = json.loads(COMPACT.read_text(encoding="utf-8"))
    return told


def compact() -> str:
    """The names in the reviewed YAML as one line of JSON, the same for the same YAML."""
    told = {
        raw["id"]: [raw["source"], list(_names(raw))]
        for path in sorted((DATA / "parties").glob("*.yaml"))
        for raw in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _names(raw: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str | None]]:
    yield raw["name"], "name", script(raw["name"]), None
    for field, sort in _SORTS.items():
        for name in raw.get(field, ()):
            told = name if isinstance(name, Mapping) else {"text": str(name)}
            code = told.get("script", script(told["text"])).capitalize()
            yield told["text"], sort, code, told.get("lang")


if __name__ == "__main__":
    COMPACT.write_text(compact(), encoding="utf-8")
