"""Where goods came from, went through and went: the places of one transfer's claims, for a map."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from headstamp.model.transfer import ClaimRef
from headstamp.model.values import Place
from headstamp.show.held import Shown
from headstamp.show.values import shown as in_words

ALONG = ("origin", "route", "destination")
ROLES = (*ALONG, "place")


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that claims give for a role; coordinates in degrees. `denied`: only claims that deny
    the transfer give it.
    """

    role: str
    name: str
    latitude: float
    longitude: float
    claims: tuple[ClaimRef, ...]
    denied: bool


def stops(entry: Shown) -> list[Stop]:
    """The places that have coordinates, role by role, those that most claims give first."""
    found: dict[tuple[str, str, float, float], dict[ClaimRef, None]] = {}
    for ref, role, place, latitude, longitude in _placed(entry):
        key = (role, in_words(place), latitude, longitude)
        found.setdefault(key, {})[ref] = None
    denying = {m.claim for m in entry.listed.transfer.members if m.stance == "denies"}
    made = [Stop(*key, tuple(refs), denying >= refs.keys()) for key, refs in found.items()]
    return sorted(made, key=lambda stop: (ROLES.index(stop.role), -len(stop.claims), stop.name))


def _placed(entry: Shown) -> Iterator[tuple[ClaimRef, str, Place, float, float]]:
    for ref, claim in entry.claims.items():
        given = ((a.role, value) for a in claim.arguments if a.role in ROLES for value in a.values)
        for role, value in given:
            match value:
                case Place(latitude=float(latitude), longitude=float(longitude)) as place:
                    yield ref, role, place, latitude, longitude


def drawn(found: list[Stop]) -> dict[str, list[dict[str, Any]]]:
    """What `drawWorld` of map.js is told: points, and the ways between them by their places."""
    points = [
        {
            "name": stop.name,
            "latitude": stop.latitude,
            "longitude": stop.longitude,
            "role": stop.role,
            "title": f"{stop.name} ({stop.role})",
        }
        for stop in found
    ]
    return {"points": points, "flows": list(_ways(found))}


def _ways(found: list[Stop]) -> Iterator[dict[str, Any]]:
    """From origin by the routes to destination; where a role has several places, each is joined to
    what most claims give before and after it. Routes are passed one after the other.
    """
    numbered = list(enumerate(found))
    by_role = {role: [n for n, stop in numbered if stop.role == role] for role in ALONG}
    legs = [by_role["origin"], *([n] for n in by_role["route"]), by_role["destination"]]
    for before, after in pairwise(leg for leg in legs if leg):
        for start in before:
            for end in after:
                if start == before[0] or end == after[0]:
                    denied = found[start].denied or found[end].denied
                    yield {"from": start, "to": end, "denied": denied}
