"""Compares two names as names of a place: by their words, and by what the gazetteer knows."""

from functools import lru_cache

from headstamp.model.values import Place
from headstamp.resolve.names.compare import classes_agree, same_words, vowelled
from headstamp.resolve.names.cutting import Name, place
from headstamp.resolve.names.skeleton import same_sounds
from headstamp.resolve.places import gazetteer, resolve_place
from headstamp.resolve.places.catalogue import Entry
from headstamp.resolve.places.spelling import form

_NEAR_DEGREES = 0.75
"""A town and the district named after it (`Sirte`, `Surt`) lie so near each other."""
_BY_NAME = "name in the gazetteer"


def same_place(left: str, right: str) -> str | None:
    """The rule by which two places' names are one."""
    one, other = place(left), place(right)
    if one.classes and other.classes and not classes_agree(one, other):
        return None
    if same_words(one, other) and not _lost_first(one, other):
        return None if _two_known(left, right) else "spelling"
    return "known" if _one_known(left, right, _near(one, other)) else None


def _lost_first(one: Name, other: Name) -> bool:
    """Whether short names differ in the vowel they begin with (`Aden`, `Eden`)."""
    begins = {one.joined[:1], other.joined[:1]}
    return begins == {"a", "e"} and len(one.joined) < 5 and one.script == other.script


def _near(one: Name, other: Name) -> bool:
    return same_sounds(one.joined, other.joined, across=not vowelled((one.script, other.script)))


@lru_cache(maxsize=65536)
def _entries(name: str) -> tuple[Entry, ...]:
    return gazetteer.entries_of("form", form(name))


@lru_cache(maxsize=65536)
def _known(name: str) -> Place | None:
    found = resolve_place(name)
    sure = isinstance(found, Place) and found.rule == _BY_NAME and found.latitude is not None
    return found if sure and isinstance(found, Place) else None


def _one_known(left: str, right: str, near: bool) -> bool:
    """Whether the gazetteer has both names for one place (`Bushehr`, `Bushire`); names that sound
    alike may be a town and what lies around it.
    """
    if not _entries(left) or not _may_meet(_entries(left), _entries(right)):
        return False
    one, other = _known(left), _known(right)
    if one is None or other is None or one.country != other.country:
        return False
    apart = _apart_degrees(one, other)
    return (one.name == other.name and apart == 0.0) or (near and apart < _NEAR_DEGREES)


def _two_known(left: str, right: str) -> bool:
    """Whether the gazetteer has the names for two places far apart (`Daraa`, `Daraya`)."""
    if not _entries(left) or not _entries(right) or form(left) == form(right):
        return False
    one, other = _known(left), _known(right)
    return one is not None and other is not None and _apart_degrees(one, other) >= _NEAR_DEGREES


def _may_meet(some: tuple[Entry, ...], others: tuple[Entry, ...]) -> bool:
    """Whether any two entries lie near each other: cheap to ask before names are resolved."""
    return any(_apart_degrees(one, other) < _NEAR_DEGREES for one in some for other in others)


def _apart_degrees(one: Place | Entry, other: Place | Entry) -> float:
    """The greater of the differences in latitude and longitude; far where either is unknown."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return 360.0
    north = abs((one.latitude or 0.0) - (other.latitude or 0.0))
    return max(north, abs((one.longitude or 0.0) - (other.longitude or 0.0)))
