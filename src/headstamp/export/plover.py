"""PLOVER event rows (Open Event Data Alliance, manual 0.9b2), one a transfer, as JSON lines.

PLOVER has no event for arms: `EVENTS` says what stands for which kind. A delivery is AID, an order
or sale COOPERATE, what is only promised or planned AGREE. `context` carries PLOVER's auxiliary
modes: `negation` where it is only denied, `hypothetical` where it is left open, `future`. `date` is
the first day of the period. Where no claim gives a day it is that of the first publication, and
`comment` says so; an entry without either has no row, for PLOVER demands a day.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, BinaryIO

from headstamp.export.entry import Entry
from headstamp.export.facts import PLACES, Given, certainty, given, period
from headstamp.export.naming import web_address
from headstamp.export.words import json_bytes
from headstamp.model import Document
from headstamp.model.reading import Kind
from headstamp.model.values import Category, Materiel, Party, PartyKind, Place

EVENTS: dict[Kind, tuple[str, str | None]] = {
    "transfer": ("AID", None),
    "production": ("MOBILIZE", "weapons"),
    "training": ("AID", None),
    "funding": ("AID", None),
    "possession": ("MOBILIZE", "weapons"),
    "interdiction": ("COERCE", "seize"),
    "use": ("ASSAULT", None),
    "control": ("SANCTION", "discontinue"),
}
QUAD = {"AGREE": 1, "COOPERATE": 2, "AID": 2, "REQUEST": 3, "SANCTION": 3, "MOBILIZE": 4,
        "COERCE": 4, "ASSAULT": 4}  # fmt: skip
TWO_SIDED = frozenset({"bought", "contract", "deal", "ordered", "purchase", "purchased", "sale",
                       "sales", "sell", "selling", "sold"})  # fmt: skip
"""Triggers of exchanges from which both sides gain."""
_MODES: dict[Category, str] = {
    "uav": "drone", "loitering munition": "drone", "combat aircraft": "aerial",
    "attack helicopter": "aerial", "helicopter": "aerial", "small arm": "firearms",
    "explosive": "explosives", "artillery": "heavy-weapons", "rocket": "heavy-weapons",
    "ballistic missile": "heavy-weapons", "cruise missile": "heavy-weapons",
    "battle tank": "heavy-weapons", "armoured vehicle": "heavy-weapons",
}  # fmt: skip
_SECTORS: dict[PartyKind, str] = {"state": "GOV", "force": "MIL", "outlet": "JRN", "firm": "BUS"}
_ACTORS: dict[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "transfer": (("supplier",), ("recipient",)),
    "production": (("producer",), ("backer",)),
    "training": (("trainer",), ("trainee",)),
    "funding": (("funder",), ("recipient",)),
    "possession": (("holder",), ()),
    "interdiction": (("seizer",), ("holder",)),
    "use": (("user",), ("target",)),
    "control": (("actor",), ("addressee",)),
}


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """One line an event."""
    for entry in entries:
        row = event(entry)
        if row is not None:
            out.write(json_bytes(row) + b"\n")


def event(entry: Entry) -> dict[str, Any] | None:
    """The row of an entry; None where no day is known."""
    first, last, is_published = _days(entry)
    if first is None:
        return None
    kind = entry.transfer.kind
    acting, receiving = _ACTORS[kind]
    category, modes = _event(entry)
    actor = [_entity(g) for g in given(entry, *acting)]
    recipient = [_entity(g) for g in given(entry, *receiving)] if receiving else []
    row = {
        "id": entry.transfer.id,
        "date": first.isoformat(),
        "enddate": last.isoformat() if last and last != first else None,
        "actor": actor,
        "recipient": recipient or None,
        "event": [category],
        "mode": modes or None,
        "context": _context(entry) or None,
        "quad_code": QUAD[category],
        "event_loc": _location(entry),
        "event_text": list(dict.fromkeys(entry.words_of(m.claim) for m in entry.telling)),
        "link": entry.transfer.part_of,
        "cite_info": [_citation(document) for document in entry.sources],
        "coder": "Headstamp",
        "comment": _comment(entry, is_published=is_published),
    }
    return {name: value for name, value in row.items() if value is not None}


def _days(entry: Entry) -> tuple[date | None, date | None, bool]:
    """The first day, the last, and whether they are days of publication."""
    first, last = period(entry)
    if first is not None or last is not None:
        return first or last, last, False
    published = [d.published.day for d in entry.sources if d.published.day]
    return (min(published), None, True) if published else (None, None, True)


def _event(entry: Entry) -> tuple[str, list[str]]:
    kind = entry.transfer.kind
    category, mode = EVENTS[kind]
    if kind == "use":
        goods = [g.value for g in given(entry, "materiel") if isinstance(g.value, Materiel)]
        return category, sorted({_MODES[g.category] for g in goods if g.category in _MODES})
    claims = [entry.claims[member.claim] for member in entry.telling]
    is_open = all(c.factuality == "UU" or c.time in ("future", "hypothetical") for c in claims)
    if kind == "control" and is_open:
        return "REQUEST", ["change"]
    if kind in ("transfer", "training", "funding") and is_open:
        return "AGREE", []
    triggers = {entry.words_of(member.claim).casefold() for member in entry.telling}
    if kind == "transfer" and triggers & TWO_SIDED:
        return "COOPERATE", []
    return category, [mode] if mode else []


def _context(entry: Entry) -> list[str]:
    found = []
    times = {entry.claims[member.claim].time for member in entry.telling}
    sure = certainty(entry)
    parties = [g.value for g in given(entry, "supplier", "recipient")]
    kinds = [party.kind for party in parties if isinstance(party, Party)]
    if kinds and len(kinds) == len(parties) and set(kinds) <= {"state", "force"}:
        found.append("military")
    if any("smuggl" in entry.words_of(m.claim).casefold() for m in entry.telling):
        found.append("trafficking")
    found += ["negation"] if sure == "denied" else ["hypothetical"] if sure == "open" else []
    return found + (["future"] if times == {"future"} else [])


def _entity(found: Given) -> dict[str, str]:
    entity = {"entity_text": found.words}
    if isinstance(found.value, Party):
        entity |= {"identifier_id": found.value.id, "identifier_text": found.name}
        if found.value.kind in _SECTORS:
            entity["sector"] = _SECTORS[found.value.kind]
    return entity


def _location(entry: Entry) -> dict[str, Any] | None:
    """The first of its places that is resolved; where it happened before where it began."""
    for found in given(entry, *PLACES):
        if isinstance(found.value, Place):
            place = found.value
            told = {
                "loc_text": place.name,
                "country": place.country,
                "lat": place.latitude,
                "lon": place.longitude,
            }
            return {name: value for name, value in told.items() if value is not None}
    return None


def _citation(document: Document) -> dict[str, Any]:
    day = document.published.day
    told = {
        "cite_id": document.id,
        "publisher": document.outlet,
        "title": document.title,
        "date": day.isoformat() if day else None,
        "url": web_address(document),
    }
    return {name: value for name, value in told.items() if value is not None}


def _comment(entry: Entry, *, is_published: bool) -> str:
    transfer = entry.transfer
    counts = (
        f"{len(transfer.origins)} independent origins, {len(transfer.reports)} reports, "
        f"{len(transfer.denials)} denials; {certainty(entry)}"
    )
    return f"{counts}; date is that of publication" if is_published else counts
