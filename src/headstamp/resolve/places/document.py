"""Where the places of a whole text are, each phrase with the help of the others."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from headstamp.model.document import Span
from headstamp.model.values import Place, PlaceKind, Unresolved
from headstamp.resolve.places.context import countries_named
from headstamp.resolve.places.resolving import UNNAMED, resolve_place, resolve_places
from headstamp.resolve.places.words import names_in

_JOINTS = re.compile(r",\s*(?:and\s+)?|\s+(?:and|or)\s+")
_LOOKING_BACK = 30
_REACH = 600
_SEVERAL_NAMES = 2
_CLEAR = 0.8
_DEFINITE = re.compile(r"\b(?:the|this|that|its|their|his|her|our|same)\s+$", re.IGNORECASE)
_DETERMINER = re.compile(r"^(?:the|this|that|its|their|our|same)\s+", re.IGNORECASE)
_HERE = frozenset(("there", "it"))
_KINDS: dict[str, tuple[PlaceKind, ...]] = {
    "country": ("country",),
    "territory": ("country", "region"),
    "city": ("city",),
    "town": ("city",),
    "village": ("city",),
    "port": ("port", "city"),
    "harbour": ("port", "city"),
    "airport": ("airfield",),
    "airfield": ("airfield",),
    "airstrip": ("airfield",),
    "base": ("base", "airfield"),
    "island": ("island",),
    "islands": ("island",),
    "camp": ("camp",),
    "crossing": ("crossing",),
    "strait": ("strait",),
    "province": ("region",),
    "region": ("region", "area"),
    "district": ("region", "suburb"),
    "border": ("crossing", "area"),
    "suburb": ("suburb",),
}
"""The noun of a plain description, and what it may mean, the likeliest first."""

Answer = tuple[Place, ...] | Unresolved


def resolve_places_in(
    text: str,
    spans: Sequence[Span],
    *,
    stands_for: Mapping[Span, Span] | None = None,
    mentions: Sequence[Span] = (),
) -> list[Answer]:
    """Where each of `spans` is: all places it names, or the reason why none is found.

    The countries that the text names or speaks of are the context, and so are those in which its
    places plainly lie. `stands_for` leads from `there` or `the port` to the phrase that names the
    place, where something says so; `mentions` are other places in the text. Without it, `there`
    and plain descriptions mean the place of that kind that was named last before them.
    """
    links = stands_for or {}
    named = [links.get(span, span) for span in spans]
    known = sorted({*named, *mentions})
    words = [span.of(text) for span in known]
    context = _context(words, countries_named(text))
    places = dict(zip(known, resolve_places(words, countries=context), strict=True))
    return [
        _answer(text, span, places[link], places, context)
        for span, link in zip(named, named, strict=True)
    ]


def _context(words: Sequence[str], countries: tuple[str, ...]) -> tuple[str, ...]:
    """`countries`, and those in which several of the places lie that no country named explains.

    A text that speaks of Kaduna and Kano need not say Nigeria.
    """
    alone = (resolve_place(each) for each in dict.fromkeys(words))
    clear = {
        place.name: place.country
        for place in alone
        if isinstance(place, Place) and place.country and place.score >= _CLEAR
    }
    counted = Counter(country for country in clear.values() if country)
    more = (code for code, count in counted.most_common() if count >= _SEVERAL_NAMES)
    return tuple(dict.fromkeys((*countries, *more)))


def _answer(
    text: str,
    span: Span,
    found: Place | Unresolved,
    places: Mapping[Span, Place | Unresolved],
    context: Collection[str],
) -> Answer:
    """The place of the words, of each of several joined words, or the one they point to."""
    words = span.of(text)
    if several := _several(words, found, context):
        return several
    if isinstance(found, Place):
        return (found,)
    place = _pointed_to(text, span, places) if found == UNNAMED else None
    return (place,) if place else found


def _several(words: str, found: Place | Unresolved, context: Collection[str]) -> tuple[Place, ...]:
    """`between Kisangani and Walikale`: both, where each by itself is known."""
    whole = isinstance(found, Place) and found.rule not in ("place inside a phrase", "adjective")
    parts = [part for part in _JOINTS.split(words) if part]
    if whole or len(parts) < 2 or not re.search(r"\b(?:and|or)\b", words):
        return ()
    each = [resolve_place(part, countries=context) for part in parts if names_in(part)]
    known = tuple(place for place in each if isinstance(place, Place))
    return known if len(known) == len(parts) else ()


def _pointed_to(text: str, span: Span, places: Mapping[Span, Place | Unresolved]) -> Place | None:
    """The place named last before `there` or `the port`, of a kind that the noun allows."""
    words = _DETERMINER.sub("", span.of(text)).lower()
    before = text[max(0, span.start - _LOOKING_BACK) : span.start]
    definite = bool(_DEFINITE.search(before) or _DETERMINER.match(span.of(text)))
    if words not in _HERE and not (definite and words in _KINDS):
        return None
    allowed = _KINDS.get(words)
    near = [
        place
        for where, place in sorted(places.items(), reverse=True)
        if isinstance(place, Place) and 0 <= span.start - where.end <= _REACH
    ]
    for kind in allowed or (None,):
        for place in near:
            if kind is None or place.kind == kind:
                return place
    return None
