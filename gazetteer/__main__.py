"""`python -m gazetteer`: GeoNames and CLDR in, src/headstamp/data/gazetteer.sqlite.gz out.

The file is committed, because GeoNames arrives in packages of 180 MB and takes a minute to
sift, which a fresh clone should not pay. The same packages give the same file.
"""

import gzip
import sqlite3
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from gazetteer.countries import boxes, countries
from gazetteer.entries import Entry
from gazetteer.regions import regions
from gazetteer.settlements import seats, settlements
from headstamp.resolve.places.spelling import form, sound, without_article

TARGET = Path(__file__).parent.parent / "src" / "headstamp" / "data" / "gazetteer.sqlite.gz"
SCHEMA = """
    PRAGMA page_size = 8192;
    CREATE TABLE place (
        id INTEGER PRIMARY KEY, name TEXT, country TEXT, region TEXT,
        latitude INTEGER, longitude INTEGER, kind TEXT, weight INTEGER
    );
    CREATE TABLE form (form TEXT, place INTEGER, PRIMARY KEY (form, place)) WITHOUT ROWID;
    CREATE TABLE sound (sound TEXT, place INTEGER, PRIMARY KEY (sound, place)) WITHOUT ROWID;
    CREATE TABLE country (
        code TEXT PRIMARY KEY, neighbours TEXT,
        south INTEGER, north INTEGER, west INTEGER, east INTEGER
    ) WITHOUT ROWID;
"""


def main() -> None:
    """Builds the file anew and says how large it is."""
    towns = list(settlements())
    base = sqlite3.connect(":memory:")
    base.executescript(SCHEMA)
    _write(base, chain(countries(towns), regions(towns), towns, seats()))
    base.executemany("INSERT INTO country VALUES (?, ?, ?, ?, ?, ?)", boxes(towns))
    base.commit()
    base.execute("VACUUM")
    TARGET.write_bytes(gzip.compress(base.serialize(), mtime=0))
    print(f"{TARGET.name}: {TARGET.stat().st_size / 1e6:.1f} MB")


def _write(base: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Places with the forms and sounds of all their names; a place keeps one row a form."""
    for number, entry in enumerate(entries, 1):
        where = (_hundredths(entry.latitude), _hundredths(entry.longitude))
        base.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (number, entry.name, entry.country, entry.region, *where, entry.kind, entry.weight),
        )
        forms = {form(name) for name in entry.names}
        if entry.article:
            forms = {without_article(name) for name in entry.names}
        base.executemany(
            "INSERT INTO form VALUES (?, ?)", ((each, number) for each in sorted(forms) if each)
        )
        sounds = {sound(name) for name in entry.names} if entry.romanised else set()
        base.executemany(
            "INSERT INTO sound VALUES (?, ?)",
            ((each, number) for each in sorted(sounds) if len(each) > 3),
        )


def _hundredths(degrees: float | None) -> int | None:
    """Degrees as they are kept."""
    return None if degrees is None else round(100 * degrees)


if __name__ == "__main__":
    main()
