"""Which of the places that bear a name is meant, or that nothing tells.

Every candidate has a weight; the countries of the context add to it, so does a place nearby. The
first is chosen when it leads the next by a margin; what lies far from every country of the
context must be well known to be chosen at all. The constants are in tenths of a decade.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, inf, radians

from headstamp.model.values import Place, Unresolved
from headstamp.resolve.places.catalogue import Entry
from headstamp.resolve.places.gazetteer import neighbours

IN_CONTEXT = 25
ALSO_IN_CONTEXT = 15
FIRST_COUNTRIES = 3
# Where settlers named towns after towns at home, so that a namesake there proves little.
NAMESAKES = frozenset(("US", "CA", "AU", "NZ", "GB"))
AMONG_NAMESAKES = 12
BESIDE_CONTEXT = 8
NEARBY = 12
# What is held against places less known by a name that the world knows as another's.
OVERSHADOWED = 8
NEARBY_KM = 300
SAME_PLACE_KM = 60
SAME_REGION_KM = 150
MARGIN = 7
CLEAR_MARGIN = 18
WELL_KNOWN = 66
FAMOUS = 80
WELL_KNOWN_REGION = 58
SHORT_BUT_KNOWN = 68
SHORT_LETTERS = 4
KNOWN_FROM_AFAR = 56
KNOWN = 52
SETTLEMENT_OF_REGION = 48
COUNTRY_WEIGHT = 95
NAMED_AS_REGION = "name of a region"
SEVERAL = Unresolved("several places bear this name and nothing tells which is meant")
FAR = Unresolved("the only places of this name lie far from those of the context")
SMALL = Unresolved("only small places bear this name and nothing says that one is meant")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known around the words: countries, the most named first, and places beside."""

    ranks: tuple[str, ...]
    near: tuple[Place, ...] = ()

    @property
    def countries(self) -> frozenset[str]:
        """The countries of the context."""
        return frozenset(self.ranks)

    @property
    def beside(self) -> frozenset[str]:
        """The countries that border on those of the context."""
        return neighbours(self.countries)

    def within(self, codes: Iterable[str], holder: Place) -> "Setting":
        """The setting where the words themselves name what holds the place."""
        return Setting(tuple(codes) or self.ranks, (holder,))


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry with what is held against it: it is known by this name less, or spelt otherwise.

    `main`: the name is that by which the place is shown, or another spelling of it.
    """

    entry: Entry
    penalty: int
    rule: str
    main: bool = True


def choose(candidates: Sequence[Candidate], setting: Setting) -> Place | Unresolved | None:
    """The one meant; why none is chosen; None where there is no candidate."""
    allowed = [each for each in candidates if _allowed(each.entry, setting)]
    if not allowed:
        return FAR if candidates else None
    famous = any(each.main and each.entry.weight >= FAMOUS for each in allowed)
    points = {
        each: _points(each, setting) - OVERSHADOWED * (famous and not each.main) for each in allowed
    }
    ranked = sorted(points, key=lambda each: -points[each])
    first = ranked[0]
    ahead = next(
        (
            points[first] - points[each]
            for each in ranked
            if not same_place(first.entry, each.entry)
        ),
        CLEAR_MARGIN,
    )
    if ahead < MARGIN:
        return SEVERAL
    if first.entry.kind == "region":
        first = next((each for each in ranked if _seat(each, first)), first)
    return _decided(first, setting, clear=ahead >= CLEAR_MARGIN)


def as_place(entry: Entry, rule: str, score: float) -> Place:
    """An entry as a value; a place in or between several countries bears none of them."""
    code = entry.countries[0] if len(entry.countries) == 1 else None
    return Place(
        entry.name, code, entry.latitude, entry.longitude, entry.kind, round(score, 2), rule
    )


def same_place(one: Entry, other: Entry) -> bool:
    """Whether two entries are close, or a division and a settlement in it."""
    if one == other:
        return True
    if not set(one.countries) & set(other.countries):
        return False
    if one.region and one.region == other.region and "region" in (one.kind, other.kind):
        return True
    within_km = SAME_REGION_KM if "region" in (one.kind, other.kind) else SAME_PLACE_KM
    return "country" in (one.kind, other.kind) or distance_km(one, other) < within_km


def distance_km(one: Entry | Place, other: Entry | Place) -> float:
    """The distance of two places, as on a plane, which serves for short ones."""
    if one.latitude is None or other.latitude is None:
        return inf
    if one.longitude is None or other.longitude is None:
        return inf
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return 111.2 * hypot(north, east)


def _decided(first: Candidate, setting: Setting, *, clear: bool) -> Place | Unresolved:
    """The leader with a score for how it was found, unless it is too little known for that."""
    entry, codes = first.entry, set(first.entry.countries)
    known = first.main and entry.weight >= KNOWN
    if len(codes) != 1 or entry.kind == "country" or codes & setting.countries:
        score = 0.95
    elif codes & setting.beside:
        if not first.main and entry.weight < KNOWN_FROM_AFAR:
            return SMALL
        score = 0.85
    elif setting.countries:
        if not _known_afar(first, clear=clear):
            return FAR
        score = 0.75 if clear else 0.6
    elif not first.main and not clear:
        return SEVERAL
    elif known or entry.weight >= KNOWN_FROM_AFAR:
        score = 0.8 if clear else 0.6
    else:
        return SMALL
    return as_place(entry, first.rule, score - 0.1 * (first.rule == "spelling variant"))


def _known_afar(first: Candidate, *, clear: bool) -> bool:
    """Whether a place can be meant where nothing around it is named; short names recur."""
    entry = first.entry
    if len(entry.name) <= SHORT_LETTERS:
        return entry.weight >= (SHORT_BUT_KNOWN if clear and first.main else FAMOUS)
    least = WELL_KNOWN_REGION if entry.kind == "region" else KNOWN_FROM_AFAR
    return (first.main and clear and entry.weight >= least) or entry.weight >= WELL_KNOWN


def _seat(candidate: Candidate, region: Candidate) -> bool:
    """Whether a settlement bears the name of its division: bare, the name is the settlement's."""
    return (
        candidate.entry.kind == "city"
        and candidate.main
        and candidate.entry.weight >= SETTLEMENT_OF_REGION
        and region.rule != NAMED_AS_REGION
        and same_place(candidate.entry, region.entry)
    )


def _allowed(entry: Entry, setting: Setting) -> bool:
    """Whether the context admits an entry whose name other places share."""
    return not entry.shared or bool(set(entry.countries) & setting.countries)


def _points(candidate: Candidate, setting: Setting) -> int:
    """The weight of a candidate in the context."""
    entry, codes = candidate.entry, set(candidate.entry.countries)
    weight = COUNTRY_WEIGHT if entry.kind == "country" else entry.weight
    points = weight - candidate.penalty
    if not codes:
        points += IN_CONTEXT
    elif codes & setting.countries:
        points += max(_bonus(code, setting) for code in codes & setting.countries)
    elif codes & setting.beside:
        points += BESIDE_CONTEXT
    if any(distance_km(entry, place) < NEARBY_KM for place in setting.near):
        points += NEARBY
    return points


def _bonus(code: str, setting: Setting) -> int:
    """What a country of the context adds."""
    if code in NAMESAKES:
        return AMONG_NAMESAKES
    return IN_CONTEXT if code in setting.ranks[:FIRST_COUNTRIES] else ALSO_IN_CONTEXT
