"""The gazetteer: settlements, divisions and countries by the form or sound of a name.

An SQLite base, packed; at the first need it is unpacked into memory, which takes some 11 MB and a
twentieth of a second. How it is made: `gazetteer/` beside `src/`.
"""

import gzip
import sqlite3
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from headstamp.resolve.places.catalogue import Entry

FIELDS = "name, country, region, latitude, longitude, kind, weight"


@dataclass(frozen=True, slots=True)
class Bounds:
    """A country's neighbours, and the box in degrees that holds nearly all its settlements."""

    neighbours: frozenset[str]
    south: float
    north: float
    west: float
    east: float


@lru_cache(maxsize=4096)
def entries_of(by: Literal["form", "sound"], key: str) -> tuple[Entry, ...]:
    """The entries under a form or a sound, the weightiest first."""
    if not key:
        return ()
    query = f"SELECT {FIELDS} FROM {by} JOIN place ON place = id WHERE {by} = ?"  # noqa: S608
    rows = _base().execute(f"{query} ORDER BY weight DESC, id", (key,))
    return tuple(_entry(row) for row in rows)


@cache
def country(code: str) -> Entry | None:
    """A country by its code."""
    query = f"SELECT {FIELDS} FROM place WHERE country = ? AND kind = 'country'"  # noqa: S608
    row = _base().execute(query, (code,)).fetchone()
    return _entry(row) if row else None


@cache
def bounds(code: str) -> Bounds | None:
    """A country's neighbours and box."""
    query = "SELECT neighbours, south, north, west, east FROM country WHERE code = ?"
    row = _base().execute(query, (code,)).fetchone()
    if row is None:
        return None
    return Bounds(frozenset(row[0].split()), *(edge / 100 for edge in row[1:]))


def neighbours(codes: frozenset[str]) -> frozenset[str]:
    """The countries that border on any of `codes` and are none of them."""
    held = (bounds(code) for code in codes)
    return frozenset().union(*(each.neighbours for each in held if each)) - codes


@cache
def country_names() -> dict[str, str]:
    """English names of countries with their codes."""
    rows = _base().execute("SELECT name, country FROM place WHERE kind = 'country' ORDER BY id")
    return dict(rows.fetchall())


def _entry(row: tuple[Any, ...]) -> Entry:
    """A row of FIELDS; degrees are kept in hundredths."""
    name, code, region, latitude, longitude, kind, weight = row
    if latitude is not None:
        latitude, longitude = latitude / 100, longitude / 100
    return Entry(name, (code,), kind, latitude, longitude, weight, region)


@cache
def _base() -> sqlite3.Connection:
    """The base, which all threads read through one connection."""
    packed = files("headstamp").joinpath("data/gazetteer.sqlite.gz").read_bytes()
    base = sqlite3.connect(":memory:", check_same_thread=False)
    base.deserialize(gzip.decompress(packed))
    return base
