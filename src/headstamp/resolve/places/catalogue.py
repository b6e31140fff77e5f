"""Our own list of places and the names and adjectives of countries, indexed by form.

`data/places.yaml` holds what gazetteers of settlements lack; `data/countries.yaml` what CLDR's
names of countries lack. What is read, at the first need, is their compact form (`compiling`).
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from headstamp.model.values import PlaceKind
from headstamp.resolve.places.spelling import form, sound, without_article

# What a place of our own weighs beside settlements: as a well-known city of 100,000.
OWN_WEIGHT = 66
# Words for kinds, by the kind of entry that a name beside one of them may stand for.
KIND_WORDS = {
    "crossing": r"border crossing(?: point)?|border post|border gate|border point|border terminal"
    r"|land port|crossing point|crossings?|checkpoint|border|bridge|معبر|منفذ",
    "airfield": r"international airport|military airport|airports?|airfield|air field|airstrip"
    r"|aerodrome|air ?base|air force base|مطار|аэропорт|аэродром",
    "base": r"military base|naval base|army base|airbase|air base|air force base|airfield"
    r"|military airport|garrison|bases?|depots?|قاعدة|авиабаза",
    "port": r"sea ?port|free port|ports?|harbour|harbor|container terminal|oil terminal|terminal"
    r"|wharf|jetty|anchorage|naval base|ميناء|порт",
    "camp": r"refugee camp|displacement camp|camps?|مخيم",
    "island": r"islands?|archipelago|isle|جزيرة",
    "strait": r"straits?|channel|مضيق",
    "region": r"governorate|province|region|oblast|department|district|county|state|prefecture"
    r"|division|محافظة|область",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that words may stand for, from our list or from the gazetteer.

    `weight` as the gazetteer counts it: ten times a decimal logarithm of how likely the place is
    meant. `region` is the first-level division that holds it, in GeoNames' codes. `shared`: the
    name belongs to other places too, so that only the country around it decides.
    """

    name: str
    countries: tuple[str, ...]
    kind: PlaceKind
    latitude: float | None
    longitude: float | None
    weight: int
    region: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Entries by the forms of their names, by sound, and by kind and name without the kind."""

    by_form: Mapping[str, tuple[Entry, ...]]
    by_sound: Mapping[str, tuple[Entry, ...]]
    by_core: Mapping[tuple[str, str], tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Countries:
    """Codes by the forms of names that CLDR lacks and of adjectives; what no name may decide."""

    names: Mapping[str, str]
    adjectives: Mapping[str, str]
    shared: frozenset[str]
    doubtful: frozenset[str]
    written: tuple[str, ...]
    states: Mapping[str, str]


@cache
def catalogue() -> Catalogue:
    """Our own places."""
    by_form: dict[str, list[Entry]] = {}
    by_sound: dict[str, list[Entry]] = {}
    by_core: dict[tuple[str, str], list[Entry]] = {}
    for entry, names in entries():
        for name in names:
            for key in {form(name), without_article(name)}:
                _add(by_form, key, entry)
            _add(by_sound, sound(name), entry)
            for kind, core in cores(name):
                _add(by_core, (kind, core), entry)
            _add(by_core, (entry.kind, without_article(name)), entry)
    return Catalogue(_fixed(by_form), _fixed(by_sound), _fixed(by_core))


def entries() -> Iterable[tuple[Entry, tuple[str, ...]]]:
    """Each entry of our list with all its names, in the order of the file."""
    for group in load("places")["groups"]:
        for listed in group["entries"]:
            latitude, longitude = listed["at"]
            entry = Entry(
                listed["name"],
                tuple(listed.get("countries", ())),
                listed.get("kind", group["kind"]),
                latitude,
                longitude,
                OWN_WEIGHT,
                shared=listed.get("shared", False),
            )
            yield entry, (entry.name, *listed.get("also", ()))


def cores(name: str) -> Iterable[tuple[str, str]]:
    """The name without a word for its kind, for each kind that the word may mean."""
    for kind, words in KIND_WORDS.items():
        core = re.sub(rf"^(?:{words})(?: of| at)? | (?:{words})$", "", name, flags=re.IGNORECASE)
        if core != name:
            yield kind, without_article(core)


@cache
def countries() -> Countries:
    """Names and adjectives of countries beyond CLDR's."""
    listed = load("countries")
    table = listed["countries"].items()
    return Countries(
        {form(name): code for code, (names, _) in table for name in names},
        {form(name): code for code, (_, adjectives) in table for name in adjectives},
        frozenset(form(name) for name in listed["shared"]),
        frozenset(form(name) for name in listed["doubtful"]),
        tuple(word for _, (names, adjectives) in table for word in (*names, *adjectives)),
        {form(short): name for short, name in listed["states"].items()},
    )


def load(part: str) -> Any:
    """A part of the compact list: `places`, `countries` or `words`."""
    return _compact()[part]


@cache
def _compact() -> Any:
    return json.loads(files("headstamp").joinpath("data/places.json").read_text("utf-8"))


def _add(index: dict[Any, list[Entry]], key: Any, entry: Entry) -> None:
    """Puts an entry under a key once."""
    held = index.setdefault(key, [])
    if entry not in held:
        held.append(entry)


def _fixed(index: dict[Any, list[Entry]]) -> dict[Any, tuple[Entry, ...]]:
    """The index with what cannot be added to."""
    return {key: tuple(held) for key, held in index.items() if key}
