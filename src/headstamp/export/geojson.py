"""GeoJSON (RFC 7946) for maps: where goods came from, went through, were seen and went.

One feature a place of a transfer, with the role that the place plays. Where one origin and one
destination are known, a line joins them, cut at the antimeridian. A transfer without a place that
has coordinates is one feature without geometry, so that a map of them all leaves none out.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from headstamp.export.entry import Entry
from headstamp.export.facts import PLACES, certainty, given, interval, period
from headstamp.export.words import json_bytes
from headstamp.model.values import Interval, Place

Position = tuple[float, float]
"""Longitude and latitude in degrees, in this order."""


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """A feature collection, one feature a line."""
    out.write(b'{"type": "FeatureCollection", "features": [')
    separator = b"\n"
    for entry in entries:
        for feature in features(entry):
            out.write(separator + json_bytes(feature))
            separator = b",\n"
    out.write(b"\n]}\n")


def features(entry: Entry) -> Iterator[dict[str, Any]]:
    """The features of one transfer."""
    common = _properties(entry)
    ends: dict[str, list[Position]] = {}
    number = 0
    for found in given(entry, *PLACES):
        match found.value:
            case Place(latitude=float(latitude), longitude=float(longitude)) as place:
                number += 1
                ends.setdefault(found.role, []).append((longitude, latitude))
                yield _feature(
                    f"{entry.transfer.id}/{number}",
                    {"type": "Point", "coordinates": [longitude, latitude]},
                    common
                    | {"role": found.role, "place": place.name, "place_kind": place.kind}
                    | {"country": place.country, "sure": found.sure},
                )
    match ends.get("origin"), ends.get("destination"):
        case [start], [end]:
            yield _feature(f"{entry.transfer.id}/line", line(start, end), common | {"role": "line"})
    if not ends:
        yield _feature(entry.transfer.id, None, common)


def line(start: Position, end: Position) -> dict[str, Any]:
    """A line that takes the shorter way round, in two parts where that crosses 180°."""
    if abs(start[0] - end[0]) <= 180:
        return {"type": "LineString", "coordinates": [list(start), list(end)]}
    edge = 180.0 if start[0] > 0 else -180.0
    to_edge, from_edge = abs(edge - start[0]), abs(-edge - end[0])
    share = to_edge / (to_edge + from_edge) if to_edge + from_edge else 0.5
    latitude = start[1] + share * (end[1] - start[1])
    parts = [[list(start), [edge, latitude]], [[-edge, latitude], list(end)]]
    return {"type": "MultiLineString", "coordinates": parts}


def _feature(id: str, geometry: Any, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": id, "geometry": geometry, "properties": properties}


def _properties(entry: Entry) -> dict[str, Any]:
    transfer = entry.transfer
    first, last = period(entry)
    known = first is not None or last is not None
    days = interval(Interval(first, last, "period", "span")) if known else None
    return {
        "transfer": transfer.id,
        "kind": transfer.kind,
        "supplier": [g.name for g in given(entry, "supplier")],
        "recipient": [g.name for g in given(entry, "recipient")],
        "materiel": [g.name for g in given(entry, "materiel")],
        "quantity": [g.name for g in given(entry, "quantity")],
        "period": days,
        "certainty": certainty(entry),
        "origins": len(transfer.origins),
        "reports": len(transfer.reports),
        "denials": len(transfer.denials),
    }
