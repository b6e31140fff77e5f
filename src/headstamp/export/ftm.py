"""FollowTheMoney entities, one a line, for Aleph, OpenSanctions' tools and the like.

Every transfer is an `Event` with the parties it involves. A movement of goods is an
`EconomicActivity` as well, the one schema with a sender, a receiver and goods. Documents are
`Article`s, tied to the event by `Documentation` whose role is the stance of its claims (asserts,
denies …). FollowTheMoney has no field for certainty, origins or quantities; `summary` says them.
Nothing is said of parties but name and kind: no topics, no sanctions.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from headstamp.export.entry import Entry
from headstamp.export.facts import PARTIES, PLACES, Given, certainty, given, party_name, period
from headstamp.export.naming import uuid, web_address
from headstamp.export.words import json_bytes, whole
from headstamp.model import Document
from headstamp.model.values import Party, PartyKind, Place

SCHEMATA: dict[PartyKind, str] = {
    "state": "PublicBody",
    "force": "PublicBody",
    "agency": "PublicBody",
    "group": "Organization",
    "organisation": "Organization",
    "outlet": "Organization",
    "firm": "Company",
    "person": "Person",
}
MOVEMENTS = ("transfer", "interdiction")

Properties = dict[str, Iterable[str | None]]


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """One entity a line; what several transfers share stands once."""
    written: set[str] = set()
    for entry in entries:
        for entity in entities(entry):
            if str(entity["id"]) not in written:
                written.add(str(entity["id"]))
                out.write(json_bytes(entity) + b"\n")


def entities(entry: Entry) -> Iterator[dict[str, object]]:
    """The entities of one transfer: first those that others point to."""
    for party in given(entry, *PARTIES):
        yield _party(party)
    for document in entry.sources:
        yield _article(document)
    yield _event(entry)
    if entry.transfer.kind in MOVEMENTS:
        yield _activity(entry)
    event = _id("event", entry.transfer.id)
    roles: dict[str, set[str]] = {}
    for member in entry.transfer.members:
        roles.setdefault(member.claim.document, set()).add(member.stance)
    for held, stances in sorted(roles.items()):
        id = _id("documentation", entry.transfer.id, held)
        yield _entity(id, "Documentation", {
            "document": [_id("document", held)], "entity": [event], "role": sorted(stances),
        })  # fmt: skip


def _party(found: Given) -> dict[str, object]:
    if not isinstance(found.value, Party):
        return _entity(_party_id(found), "LegalEntity", {"name": [found.words]})
    party = found.value
    return _entity(_party_id(found), SCHEMATA[party.kind], {"name": [party_name(party)]})


def _party_id(found: Given) -> str:
    if isinstance(found.value, Party):
        return _id("party", found.value.id)
    return _id("words", found.words)


def _article(document: Document) -> dict[str, object]:
    day = document.published.day
    return _entity(_id("document", document.id), "Article", {
        "title": [document.title or document.id],
        "author": [document.author],
        "publisher": [document.outlet],
        "publishedAt": [day.isoformat() if day else None],
        "sourceUrl": [web_address(document)],
        "mimeType": [document.media_type],
        "bodyText": [document.text],
    })  # fmt: skip


def _event(entry: Entry) -> dict[str, object]:
    found = given(entry, *PARTIES)
    places = given(entry, *PLACES)
    return _entity(_id("event", entry.transfer.id), "Event", {
        "name": [_name(entry)],
        "involved": [_party_id(party) for party in found],
        "location": [place.name for place in places],
        "country": _countries(places),
        **_shared(entry),
    })  # fmt: skip


def _activity(entry: Entry) -> dict[str, object]:
    return _entity(_id("activity", entry.transfer.id), "EconomicActivity", {
        "sender": [_party_id(party) for party in given(entry, "supplier")],
        "receiver": [_party_id(party) for party in given(entry, "recipient")],
        "goodsDescription": [goods.name for goods in given(entry, "materiel")],
        "departureCountry": _countries(given(entry, "origin")),
        "destinationCountry": _countries(given(entry, "destination")),
        **_shared(entry),
    })  # fmt: skip


def _shared(entry: Entry) -> Properties:
    """What an event and an activity both carry."""
    transfer = entry.transfer
    first, last = period(entry)
    numbers = (
        f"{len(transfer.origins)} independent origins, {len(transfer.reports)} reports, "
        f"{len(transfer.denials)} denials"
    )
    roles = ("quantity", "value", "specification", *PARTIES)
    told = [f"{g.role}: {g.name}" for g in given(entry, *roles)]
    return {
        "startDate": [first.isoformat() if first else None],
        "endDate": [last.isoformat() if last else None],
        "recordId": [transfer.id],
        "summary": [f"{certainty(entry)}; {numbers}"],
        "description": ["; ".join(told)],
        "publisher": ["Headstamp"],
    }


def _name(entry: Entry) -> str:
    goods = ", ".join(g.name for g in given(entry, "materiel")) or "arms"
    acting = ", ".join(dict.fromkeys(g.name for g in given(entry, *PARTIES))) or "unknown"
    return f"{entry.transfer.kind} of {goods}: {acting}"


def _countries(places: Iterable[Given]) -> list[str | None]:
    values = (found.value for found in places)
    return [v.country.lower() for v in values if isinstance(v, Place) and v.country]


def _id(sort: str, *ids: str) -> str:
    return f"headstamp-{uuid(sort, *ids)}"


def _entity(id: str, schema: str, properties: Properties) -> dict[str, object]:
    """An entity without the properties that hold nothing; values once and sorted."""
    held = {
        name: sorted({whole(value) for value in values if value})
        for name, values in properties.items()
    }
    return {
        "id": id,
        "schema": schema,
        "properties": {name: values for name, values in held.items() if values},
    }
