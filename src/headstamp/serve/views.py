"""A view's network, map and months in the plain form that its drawings read."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from headstamp.ledger.drawing import Places, PlaceShown, Timeline
from headstamp.ledger.flows import Edge, Network
from headstamp.serve.asked import Asked

PARTIES = 60
"""Parties that are drawn, the strongest: more cannot be told apart."""
PLACES = 250
"""Places that are drawn, those of most transfers."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A network as it is drawn: the parties with most transfers, and the edges between them.
    `parties` is how many there are in all.
    """

    edges: tuple[Edge, ...]
    drawn: tuple[str, ...]
    parties: int


def strongest(network: Network, *, most: int = PARTIES) -> Drawn:
    """The part of a network that can be drawn."""
    sums: Counter[str] = Counter()
    for edge in network.edges:
        sums[edge.supplier] += edge.transfers
        sums[edge.recipient] += edge.transfers
    kept = sorted(sums, key=lambda id: (-sums[id], id))[:most]
    edges = tuple(
        edge for edge in network.edges if edge.supplier in kept and edge.recipient in kept
    )
    tied = {id for edge in edges for id in (edge.supplier, edge.recipient)}
    return Drawn(edges, tuple(id for id in kept if id in tied), len(sums))


def network_told(drawn: Drawn, names: Mapping[str, str], asked: Asked) -> dict[str, Any]:
    """What `static/network.js` draws: parties and flows, with the ledger of each."""
    supplied: Counter[str] = Counter()
    received: Counter[str] = Counter()
    for edge in drawn.edges:
        supplied[edge.supplier] += edge.transfers
        received[edge.recipient] += edge.transfers
    return {
        "parties": [
            {
                "id": id,
                "name": names[id],
                "supplied": supplied[id],
                "received": received[id],
                "transfers": supplied[id] + received[id],
                "address": f"/parties/{quote(id)}",
                "supplying": f"/{asked.query(party=id, role='supplier')}",
                "receiving": f"/{asked.query(party=id, role='recipient')}",
            }
            for id in drawn.drawn
        ],
        "flows": [
            {
                "source": edge.supplier,
                "target": edge.recipient,
                "transfers": edge.transfers,
                "denied": edge.denied,
            }
            for edge in drawn.edges
        ],
    }


def months_told(timeline: Timeline) -> dict[str, Any]:
    """What `static/timeline.js` draws: transfers by month, as happened and as reported."""
    months = timeline.months
    return {
        "happened": [[f"{m.month:%Y-%m}", m.period] for m in months if m.period],
        "reported": [[f"{m.month:%Y-%m}", m.reported] for m in months if m.reported],
    }


_Key = tuple[str, str | None, float, float, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: how many transfers have it in each role, and the roles it mostly has."""

    name: str
    country: str | None
    latitude: float
    longitude: float
    kind: str
    roles: Mapping[str, int]

    @property
    def role(self) -> str:
        """The role it has most often."""
        return max(self.roles, key=lambda role: self.roles[role])

    @property
    def transfers(self) -> int:
        """In all roles."""
        return sum(self.roles.values())


@dataclass(frozen=True, slots=True)
class Leg:
    """From one spot to another, both by their place in `Map.spots`."""

    start: int
    end: int
    transfers: int
    denied: int


@dataclass(frozen=True, slots=True)
class Map:
    """The spots that are drawn, those of most transfers first, the legs between them, and how many
    spots there are in all.
    """

    spots: tuple[Spot, ...]
    legs: tuple[Leg, ...]
    places: int


def mapped(places: Places, *, most: int = PLACES) -> Map:
    """A view's places, each once whatever its roles, and the ways between those drawn."""
    roles: dict[_Key, dict[str, int]] = defaultdict(dict)
    for place in places.places:
        roles[_key(place)][place.role] = place.transfers
    spots = sorted(
        (Spot(*key, theirs) for key, theirs in roles.items()),
        key=lambda spot: (-spot.transfers, spot.name),
    )
    at = {_key(spot): number for number, spot in enumerate(spots[:most])}
    legs: dict[tuple[int, int], Leg] = {}
    for way in places.ways:
        start, end = (at.get(_key(places.places[place])) for place in (way.start, way.end))
        if start is not None and end is not None and start != end:
            held = legs.get((start, end), Leg(start, end, 0, 0))
            transfers, denied = held.transfers + way.transfers, held.denied + way.denied
            legs[start, end] = Leg(start, end, transfers, denied)
    ordered = sorted(legs.values(), key=lambda leg: (-leg.transfers, leg.start, leg.end))
    return Map(tuple(spots[:most]), tuple(ordered), len(spots))


def map_told(told: Map, asked: Asked) -> dict[str, Any]:
    """What `static/mapping.js` draws."""
    return {
        "points": [
            {
                "name": spot.name,
                "latitude": spot.latitude,
                "longitude": spot.longitude,
                "role": spot.role,
                "weight": spot.transfers,
                "title": _spot(spot),
                "href": f"/{asked.query(country=spot.country)}" if spot.country else "",
            }
            for spot in told.spots
        ],
        "flows": [
            {
                "from": leg.start,
                "to": leg.end,
                "weight": leg.transfers,
                "denied": leg.denied == leg.transfers,
                "name": _leg(told, leg),
            }
            for leg in told.legs
        ],
    }


def _spot(spot: Spot) -> str:
    roles = ", ".join(f"{role} of {number:,}" for role, number in spot.roles.items())
    return f"{spot.name}: {roles}"


def _leg(told: Map, leg: Leg) -> str:
    denied = f", {leg.denied:,} denied" if leg.denied else ""
    start, end = told.spots[leg.start].name, told.spots[leg.end].name
    return f"{start} → {end}: {leg.transfers:,}{denied}"


def _key(place: PlaceShown | Spot) -> _Key:
    return place.name, place.country, place.latitude, place.longitude, place.kind
