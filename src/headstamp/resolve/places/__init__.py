"""Which place words stand for, from an offline gazetteer and a list of our own, or why not."""

from headstamp.resolve.places.context import countries_named
from headstamp.resolve.places.resolving import resolve_place, resolve_places

__all__ = ["countries_named", "resolve_place", "resolve_places"]
