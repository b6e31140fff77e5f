"""The catalogue of designations: what is known of each, and which names lead to it."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from headstamp.model.values import Category
from headstamp.resolve.materiel import registers


@dataclass(frozen=True, slots=True)
class Entry:
    """A designation. Ranges in km, payload in kg, calibre in mm; None is not known.

    `family` is a name over several types (`Scud`), which falls in for a type not listed.
    `munition` is the category of what it fires, for launchers that share the name with it.
    `capital` asks for a capital `first` letter, or `all` capitals, where it is also a plain word.
    `usual` is what an ambiguous name means where nothing else is said.
    """

    name: str
    category: Category
    munition: Category | None
    range_low_km: float | None
    range_high_km: float | None
    payload_kg: float | None
    un_register: str | None
    sipri: str | None
    family: bool
    capital: str | None
    usual: bool


@dataclass(frozen=True, slots=True)
class Owner:
    """What a name leads to: the designation to show, and whether others share the name."""

    entry: Entry
    shared: bool
    designation: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Owners by the key of each name."""

    owners: dict[str, list[Owner]]
    longest: int
    words: list[dict[str, Any]]


@cache
def catalogue() -> Catalogue:
    """The catalogue that comes with the program, loaded at the first need."""
    text = files("headstamp").joinpath("data/materiel.json").read_text(encoding="utf-8")
    whole = json.loads(text)
    entries = [_entry(facts) for facts in whole["entries"]]
    owners = {
        key: [Owner(entries[place], shared, shown) for place, shared, shown in places]
        for key, places in whole["index"].items()
    }
    longest = max(key.count(" ") + 1 for key in owners)
    return Catalogue(owners, longest, whole["words"])


def _entry(facts: dict[str, Any]) -> Entry:
    category: Category = facts["category"]
    low, high = facts.get("range_km") or (None, None)
    register = facts.get("register") or registers.un_register(
        category, range_km=high, calibre_mm=facts.get("calibre_mm")
    )
    return Entry(
        name=facts["name"],
        category=category,
        munition=facts.get("munition"),
        range_low_km=low,
        range_high_km=high,
        payload_kg=facts.get("payload_kg"),
        un_register=None if register == "none" else register,
        sipri=facts.get("sipri") or registers.SIPRI.get(category),
        family=facts.get("family", False),
        capital=facts.get("capital"),
        usual=facts.get("prefer", False),
    )
