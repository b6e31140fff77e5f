"""Places that rules make from named ones: parts of countries, borders, stretches beside a place."""

import re
from dataclasses import replace
from math import cos, radians

from headstamp.model.values import Place
from headstamp.resolve.places import gazetteer
from headstamp.resolve.places.choosing import Setting
from headstamp.resolve.places.naming import country_of, named
from headstamp.resolve.places.words import is_adjective, names_in

COMPASS = r"(?:north|south|east|west)(?:[- ]?(?:east|west))?"
SIDE = rf"(?:far |extreme |deep |upper |lower )?(?:{COMPASS}(?:ern)?|central)(?:most)?"
PART = re.compile(
    rf"^(?:the |in |in the )*({SIDE})(?: of)? (?:the )?(?P<whole>\D+)$", re.IGNORECASE
)
PART_AFTER = re.compile(rf"^(?P<whole>\D+?)['’]s? ({SIDE})(?: part| half| region)?$", re.IGNORECASE)
AWAY = re.compile(
    r"(?P<far>\d[\d,.]*)[ -]?(?P<unit>nautical miles?|nm|miles?|kilomet(?:re|er)s?|km)\b"
    rf"(?: (?:due |to the )?(?P<side>{COMPASS}))?(?: of| off| from)(?: the coast of)? (?:the )?"
    r"(?P<from>.+)$",
    re.IGNORECASE,
)
OFF = re.compile(
    rf"^(?:in )?(?:(?:international )?waters (?:(?:{COMPASS} )?of|off)|(?:the )?seas? off|off)"
    r"(?: the (?:\w+ )?coast of)? (?:the )?(?P<from>.+)$",
    re.IGNORECASE,
)
BORDER = re.compile(r"\b(?:border(?:lands?|s)?|frontiers?|boundary)\b", re.IGNORECASE)
KM = {"n": 1.852, "m": 1.609, "k": 1.0}
WHOLES = ("country", "region", "area")
STEP = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}


def part(words: str, setting: Setting) -> Place | None:
    """`eastern Libya`, `the south-east of Iran`, `Libya's east`: an area inside the whole."""
    found = PART.match(words) or PART_AFTER.match(words)
    if not found:
        return None
    whole = named(found["whole"], setting) if found["whole"][0].isupper() else None
    if not isinstance(whole, Place):
        return None
    if whole.kind not in WHOLES:
        return replace(whole, rule="part of a place", score=min(whole.score, 0.7))
    steps = _steps(found[1] if found[1] != found["whole"] else found[2])
    latitude, longitude = _middle(whole, steps)
    name = re.sub(r"^(?:in )?(?:the )?", "", words)
    return Place(name, whole.country, latitude, longitude, "area", 0.85, "part of a country")


def border(words: str, setting: Setting) -> Place | None:
    """`the Syrian-Lebanese border`: an area that no single country holds, without a middle."""
    if not BORDER.search(words):
        return None
    codes: dict[str, None] = {}
    for name in names_in(re.sub(r"(?<=\w)[-–](?=[A-Z])", " – ", words)):
        code = is_adjective(name.words)
        if not code and (country := country_of(name.words)):
            code = country.countries[0]
        if not code and isinstance(named(name.words, setting), Place):
            return None
        if code:
            codes[code] = None
    sides = [entry.name for entry in map(gazetteer.country, codes) if entry]
    if not sides:
        return None
    label = f"border of {' and '.join(sides)}"
    return Place(label, None, None, None, "area", 0.8 if len(sides) > 1 else 0.6, "border")


def beside(words: str, setting: Setting) -> Place | None:
    """`110 nautical miles south-east of Salalah`, `off Zuwara`: a point or stretch of its own."""
    found = AWAY.search(words) or OFF.match(words)
    if not found:
        return None
    origin = _origin(found["from"], setting)
    if origin is None:
        return None
    parts = found.groupdict()
    if not parts.get("far"):
        return replace(
            origin, name=words, country=None, kind="sea", score=0.6, rule="off a named place"
        )
    side, unit = parts.get("side"), parts["unit"][0].lower()
    away_km = float(parts["far"].replace(",", "").rstrip(".") or 0) * KM[unit]
    at_sea = unit == "n"
    where = _shifted(origin, _steps(side or ""), away_km)
    return Place(
        words, None, *where, "sea" if at_sea else "other", 0.6, "distance from a named place"
    )


def _origin(words: str, setting: Setting) -> Place | None:
    """The named place that a distance is counted from."""
    for name in names_in(words):
        place = named(name.words, setting)
        if isinstance(place, Place):
            return place
    return None


def _steps(side: str) -> tuple[int, int]:
    """North and east as 1, 0 or -1."""
    found = [STEP[word] for word in re.findall("north|south|east|west", side.lower())]
    return sum(step[0] for step in found), sum(step[1] for step in found)


def _middle(whole: Place, steps: tuple[int, int]) -> tuple[float | None, float | None]:
    """A quarter of the box towards the side named; the middle of the whole where no box is kept."""
    box = gazetteer.bounds(whole.country or "") if whole.kind == "country" else None
    if box is None:
        return whole.latitude, whole.longitude
    north, east = steps
    latitude = (box.south + box.north) / 2 + north * (box.north - box.south) / 4
    longitude = (box.west + box.east) / 2 + east * (box.east - box.west) / 4
    return round(latitude, 2), round(longitude, 2)


def _shifted(
    origin: Place, steps: tuple[int, int], away_km: float
) -> tuple[float | None, float | None]:
    """The point at a distance; None where the side is not said or the origin has no middle."""
    if origin.latitude is None or origin.longitude is None or steps == (0, 0) or away_km > 2_000:
        return None, None
    north, east = steps
    each_km = away_km / (abs(north) + abs(east)) ** 0.5
    latitude = origin.latitude + north * each_km / 111.2
    longitude = origin.longitude + east * each_km / (111.2 * cos(radians(origin.latitude)))
    return round(latitude, 2), round(longitude, 2)
