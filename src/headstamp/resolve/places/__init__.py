"""Which place words stand for, from an offline gazetteer and a list of our own, or why not.

spelling     one form, and one sound, for the many spellings of a name
catalogue    our own list and the names of countries (compiling makes it from reviewed YAML)
gazetteer    settlements, divisions and countries
context      the countries that a text names
words        the proper names in a phrase
naming       a bare name to the places that bear it
choosing     which of them is meant
areas        parts of countries, borders, distances
inside       a name in a longer phrase
resolving    one phrase
document     a whole text at once
"""

from headstamp.resolve.places.context import countries_named
from headstamp.resolve.places.document import resolve_places_in
from headstamp.resolve.places.resolving import resolve_place, resolve_places

__all__ = ["countries_named", "resolve_place", "resolve_places", "resolve_places_in"]
