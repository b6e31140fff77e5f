"""Words of a text to a place: the whole as a name, then areas, then a name inside the phrase."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from headstamp.model.values import Place, Unresolved
from headstamp.resolve.places.areas import beside, border, part
from headstamp.resolve.places.choosing import Setting
from headstamp.resolve.places.inside import inside
from headstamp.resolve.places.naming import country_of, named
from headstamp.resolve.places.words import ACRONYM_ALONE_LETTERS, names_in

EDGES = re.compile(r"^[\s\"'“”‘’«»#*(\[]+|[\s\"'“”‘’«»*)\],;:!?]+$")
ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
# `rebel-held Aleppo` is Aleppo.
HOLDER = re.compile(r"^[\w’']+-(?:held|controlled|occupied|run|ruled|besieged)\s+(?=[^\Wa-z])")
SURE = 0.8
LONGEST = 300
UNNAMED = Unresolved("the words name no place")
UNKNOWN = Unresolved("no place of this name is known")


def resolve_place(
    words: str, *, countries: Collection[str] = (), near: Sequence[Place] = ()
) -> Place | Unresolved:
    """The place that `words` stand for, or why none is given.

    `countries` are ISO codes of countries that the text around names, the most named first where
    they are in order; `near` are places named beside these words. Without them a name that
    several places bear is resolved only where one of them is far better known.
    """
    setting = Setting(tuple(countries), tuple(near))
    text = EDGES.sub("", " ".join(words.split()))
    names = names_in(text)
    if not names:
        return UNNAMED
    if len(text) > LONGEST:
        return Unresolved("the words are too many for the name of a place")
    if text.isupper() and len(text) <= ACRONYM_ALONE_LETTERS and not country_of(text):
        return Unresolved("an acronym that names no country")
    bare = HOLDER.sub("", ARTICLE.sub("", text))
    whole = _whole(text, bare, setting)
    if isinstance(whole, Place):
        return whole
    for rule in (part, border, beside):
        if place := rule(bare, setting):
            return place
    return inside(text, names, setting) or whole or UNKNOWN


def resolve_places(
    mentions: Sequence[str], *, countries: Collection[str] = ()
) -> tuple[Place | Unresolved, ...]:
    """The places of one document, each of which helps to tell the others.

    Names that need no help come first; the countries they lie in are then context for the rest.
    """
    first = [resolve_place(words, countries=countries) for words in mentions]
    sure = [place for place in first if isinstance(place, Place) and place.score >= SURE]
    found = Counter(place.country for place in sure if place.country)
    context = tuple(dict.fromkeys((*countries, *(code for code, _ in found.most_common()))))
    return tuple(
        before
        if isinstance(before, Place) and before.score >= SURE
        else resolve_place(words, countries=context, near=sure)
        for words, before in zip(mentions, first, strict=True)
    )


def _whole(text: str, bare: str, setting: Setting) -> Place | Unresolved | None:
    """The words as one name, with or without the article that may belong to it."""
    if "," in text:
        return None
    found: Place | Unresolved | None = None
    for words in dict.fromkeys((text, bare)):
        found = named(words, setting) or found
        if isinstance(found, Place):
            return found
    return found
