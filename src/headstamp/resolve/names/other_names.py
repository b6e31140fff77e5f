"""Names that share no spelling: what the catalogues of weapons and places know of them."""

from headstamp.model.values import Materiel, Place
from headstamp.resolve.materiel import resolve_materiel
from headstamp.resolve.places import resolve_place

_NEAR_DEGREES = 0.5
"""A town and the district named after it (`Sirte`, `Surt`) lie so near each other."""


def same_known_weapon(left: str, right: str) -> bool:
    """Whether two names lead to one designation: `SA-7` and `Strela-2`."""
    one, other = resolve_materiel(left), resolve_materiel(right)
    return (
        isinstance(one, Materiel)
        and isinstance(other, Materiel)
        and one.rule == other.rule == "designation"
        and one.designation is not None
        and one.designation == other.designation
    )


def same_known_place(left: str, right: str) -> bool:
    """Whether two names lead to one place of the gazetteer: `Bushehr` and `Bushire`."""
    one, other = resolve_place(left), resolve_place(right)
    return (
        isinstance(one, Place)
        and isinstance(other, Place)
        and one.country == other.country
        and one.latitude is not None
        and other.latitude is not None
        and one.longitude is not None
        and other.longitude is not None
        and abs(one.latitude - other.latitude) < _NEAR_DEGREES
        and abs(one.longitude - other.longitude) < _NEAR_DEGREES
    )
