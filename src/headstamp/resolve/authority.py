"""The authority file: every party that is known, and which names lead to it.

People review the YAML in `data/parties/`; the program loads `data/parties.json`, which
`python -m headstamp.resolve.authority` makes of it. A user's own file is YAML of the same form.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from headstamp.errors import InputError
from headstamp.model.values import PartyKind
from headstamp.resolve.script import key

DATA = Path(str(files("headstamp").joinpath("data")))
COMPACT = DATA / "parties.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A known party. `parents` are ids of the nearest; `country` is ISO 3166-1 alpha-2.

    `since` and `until` are the first and last day of its existence as ISO dates, those of a whole
    year where only the year is known; None where it is not known to have begun or ended.
    """

    id: str
    name: str
    kind: PartyKind
    country: str | None
    parents: tuple[str, ...]
    since: str | None = None
    until: str | None = None

    def existed(self, day: date) -> bool:
        """Whether the party is known to have been there on that day, or nothing says otherwise."""
        written = day.isoformat()
        return (self.since or "") <= written <= (self.until or "9999")


@dataclass(frozen=True, slots=True)
class Title:
    """One name of a party: `sort` is `name`, `capital`, `adjective` or `demonym`.

    `exact` is the spelling that must stand in the text where the name is an acronym (`IS`, `LET`),
    None where the case of letters does not matter. An `ambiguous` name needs the text's help.
    """

    id: str
    sort: str
    ambiguous: bool
    exact: str | None


@dataclass(frozen=True, slots=True)
class Authority:
    """Entries by id, and titles by key."""

    entries: Mapping[str, Entry]
    titles: Mapping[str, tuple[Title, ...]]

    def owners(self, name: str) -> frozenset[str]:
        """The ids of the parties that bear the name with this key."""
        return frozenset(t.id for t in self.titles.get(name, ()) if t.sort == "name")

    def ancestors(self, party: str) -> tuple[str, ...]:
        """The ids above a party, from the nearest to the furthest."""
        above: list[str] = []
        waiting = list(self.entries[party].parents)
        while waiting:
            parent = waiting.pop(0)
            if parent not in above and parent in self.entries:
                above.append(parent)
                waiting += self.entries[parent].parents
        return tuple(above)

    def with_entries(self, raw: Iterable[Mapping[str, Any]]) -> "Authority":
        """This authority and more entries of the YAML's form; an id known already is replaced."""
        added = list(raw)
        replaced = {one["id"] for one in added}
        entries = dict(self.entries)
        titles = {
            name: tuple(t for t in found if t.id not in replaced)
            for name, found in self.titles.items()
        }
        for one in added:
            entries[one["id"]] = _entry(one)
            for name, title in _titles(one):
                titles[name] = (*titles.get(name, ()), title)
        return Authority(entries, titles)


@cache
def shipped() -> Authority:
    """The authority file that comes with the program."""
    whole = json.loads(COMPACT.read_text(encoding="utf-8"))
    entries = {
        e[0]: Entry(e[0], e[1], e[2], e[3], tuple(e[4]), e[5], e[6]) for e in whole["entries"]
    }
    titles = {
        name: tuple(Title(*title) for title in found) for name, found in whole["titles"].items()
    }
    return Authority(entries, titles)


def load(path: Path, *, base: Authority | None = None) -> Authority:
    """The shipped authority and the parties of a user's own YAML file.

    Raises InputError where the file is no list of parties.
    """
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return (base or shipped()).with_entries(raw)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, TypeError, KeyError) as broken:
        raise InputError(
            str(path), f"no list of parties ({broken})", "give each entry an id, a name and a kind"
        ) from broken


def _entry(raw: Mapping[str, Any]) -> Entry:
    parents = tuple(raw.get("parents", ()))
    since, until = _day(raw.get("from"), "-01-01"), _day(raw.get("to"), "-12-31")
    return Entry(raw["id"], raw["name"], raw["kind"], raw.get("country"), parents, since, until)


def _day(written: int | date | str | None, edge: str) -> str | None:
    """An ISO date; a year alone gets the day at its `edge`."""
    if written is None:
        return None
    text = str(written)
    return text + edge if len(text) == 4 else text


def _titles(raw: Mapping[str, Any]) -> Iterable[tuple[str, Title]]:
    """Each key that leads to an entry, once."""
    ambiguous = {_text(name) for name in raw.get("ambiguous", ())}
    named = {"name": [raw["name"], *raw.get("aliases", ())]}
    named |= {sort[:-1]: raw.get(sort, ()) for sort in ("capitals", "adjectives", "demonyms")}
    seen: set[tuple[str, str]] = set()
    for sort, names in named.items():
        for text in map(_text, names):
            name = key(text)
            if name and (sort, name) not in seen:
                seen.add((sort, name))
                acronym = len(text) <= 5 and text.isascii() and text.upper() == text
                exact = text if acronym and text.isalpha() else None
                yield name, Title(raw["id"], sort, text in ambiguous, exact)


def _text(name: Any) -> str:
    return str(name["text"] if isinstance(name, Mapping) else name)


def compact() -> str:
    """The reviewed YAML as one line of JSON, the same for the same YAML."""
    raw: list[dict[str, Any]] = []
    for path in sorted((DATA / "parties").glob("*.yaml")):
        raw += yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    whole = Authority({}, {}).with_entries(raw)
    entries = [
        [e.id, e.name, e.kind, e.country, list(e.parents), e.since, e.until]
        for e in whole.entries.values()
    ]
    titles = {
        name: [[t.id, t.sort, t.ambiguous, t.exact] for t in found]
        for name, found in whole.titles.items()
    }
    kept = {"entries": entries, "titles": titles}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    COMPACT.write_text(compact(), encoding="utf-8")
