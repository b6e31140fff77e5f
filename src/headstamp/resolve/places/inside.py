"""A place inside a longer phrase: what lies where, and which of several names says so."""

import re
from dataclasses import dataclass, replace

from headstamp.model.values import Place, Unresolved
from headstamp.resolve.places.areas import COMPASS, SIDE, WHOLES, part
from headstamp.resolve.places.catalogue import countries
from headstamp.resolve.places.choosing import Setting
from headstamp.resolve.places.naming import country_of, country_place, named
from headstamp.resolve.places.spelling import form
from headstamp.resolve.places.words import (
    Name,
    is_adjective,
    kind_beside,
    without_common,
    words_for,
)

NEAR = re.compile(
    rf"\b(?:near|outside|around|outskirts of|vicinity of|close to|{COMPASS} of)\s", re.IGNORECASE
)
HELD = re.compile(rf"(?:\bin|,)(?: the)?(?: {SIDE})?$", re.IGNORECASE)
INNER_SIDE = re.compile(rf"(?:{SIDE})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Holder:
    """What the phrase itself says the place lies in, and the name that says it."""

    place: Place
    name: Name

    @property
    def codes(self) -> tuple[str, ...]:
        """Its country."""
        return (self.place.country,) if self.place.country else ()


def inside(text: str, names: list[Name], setting: Setting) -> Place | Unresolved | None:
    """The place of a name in the phrase: what a preposition points to before what stands first.

    A name held by another (`Zahedan in south-eastern Iran`, `Tripoli's Mitiga airfield`) is
    looked for there, and the holder stands for it where it is unknown.
    """
    codes = {entry.countries for name in names if (entry := country_of(name.words))}
    if len(codes) > 1:
        return Unresolved("the words name several countries")
    holder = _holder(names, setting)
    inner = setting.within(holder.codes, holder.place) if holder else setting
    doubt: Unresolved | None = None
    for name in _in_order([name for name in names if not holder or name != holder.name]):
        place = _named(name, inner)
        if isinstance(place, Place):
            return _phrased(place, name, text)
        doubt = place or doubt
    if holder:
        return _phrased(holder.place, holder.name, text)
    return doubt or _by_adjective(names)


def _holder(names: list[Name], setting: Setting) -> Holder | None:
    """The last name after `in` or a comma, or the first that owns what follows."""
    if len(names) < 2:
        return None
    last, first = names[-1], names[0]
    if HELD.search(last.left):
        place = _state(last.words) or named(last.words, setting, kind=kind_beside(last))
        return Holder(place, last) if isinstance(place, Place) else None
    if first.owner:
        place = named(first.words, setting)
        return Holder(place, first) if isinstance(place, Place) else None
    return None


def _state(words: str) -> Place | Unresolved | None:
    """The American state that an abbreviation stands for."""
    name = countries().states.get(form(words))
    return named(name, Setting(("US",)), kind="region") if name else None


def _named(name: Name, setting: Setting) -> Place | Unresolved | None:
    """The place of a name, else of what is left of it without common words."""
    found: Place | Unresolved | None = None
    for words in dict.fromkeys((name.words, without_common(name.words))):
        if words and not (name.acronym and not country_of(words)):
            found = named(words, setting, kind=kind_beside(name)) or found
        if isinstance(found, Place):
            return found
    return found


def _in_order(names: list[Name]) -> list[Name]:
    """Names that may be places: after a preposition, then before a noun for a place, then last.

    What another noun follows is no place (`the Malta hotel`). `of` may also say whose something
    is, so what it points to comes after what the others do.
    """
    following = words_for("following") | words_for("locatives") | words_for("settled") | {""}
    located = [name for name in names if name.located and name.after in following]
    settled = [name for name in names if name.after in words_for("settled")]
    loose = [
        name
        for name in names
        if name.after in ("", ",", "–", "in") or (name.owner and country_of(name.words))
        if not name.located and not is_adjective(name.words)
    ]
    ordered = (*sorted(located, key=lambda name: name.before == "of"), *settled, *loose)
    return list(dict.fromkeys(ordered))


def _phrased(place: Place, name: Name, text: str) -> Place:
    """The place by the rule for a name inside words; `in eastern Chad` is that part of Chad."""
    side = INNER_SIDE.search(name.left)
    if side and place.kind in WHOLES:
        place = part(f"{side[0]} {name.words}", Setting((place.country or "",))) or place
    rule = "near a named place" if NEAR.search(text) else "place inside a phrase"
    return replace(place, rule=rule, score=round(0.9 * place.score, 2))


def _by_adjective(names: list[Name]) -> Place | None:
    """`Albanian depots`: the country, unless the phrase points to a place that is not known."""
    tokens = names[0].words.split()
    if any(name.located for name in names[1:]) or names[0].after in words_for("vessels"):
        return None
    for count in (len(tokens), 2, 1):
        if code := is_adjective(" ".join(tokens[:count])):
            return country_place(code, "adjective of a country", 0.7)
    return None
