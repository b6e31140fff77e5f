"""STIX 2.1 (OASIS Standard, 2021): a bundle of transfers as groupings, with an extension.

STIX has no object for a movement of arms. A transfer is a `grouping` of the identities, locations
and relationships it is about; what STIX cannot say (kind, certainty, origins, claims, variants)
stands in a property extension, defined in the bundle. A denial is an `opinion` on the grouping.
Relationships `supplies-arms-to` stand only for what somebody asserts. `created` and `modified` are
the days of the first and the last report, so that the same ledger gives the same bundle.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, BinaryIO

from headstamp.export.entry import Entry
from headstamp.export.facts import PARTIES, PLACES, Given, certainty, given, party_name, period
from headstamp.export.naming import uuid, web_address
from headstamp.export.words import json_bytes
from headstamp.model import Document
from headstamp.model.transfer import Denial, Member
from headstamp.model.values import Party, Place

DEFINED = "2026-11-28T00:00:00.000Z"
"""When the extension was defined; the date of what no report dates."""
HEADSTAMP = f"identity--{uuid('software')}"
EXTENSION = f"extension-definition--{uuid('extension')}"
SCHEMA = (
    "An object with `kind` (transfer, production, training, funding, possession, interdiction, "
    "use, control), `certainty` (certain, probable, possible, open, denied), `reports` (a number), "
    "`origins` (objects with `who`, `kind`, `documents`), `claims` (objects with `claim`, "
    "`stance`, `factuality`, `time`, `start`, `end`, `words`, `speakers`), `variants` (objects "
    "with `role`, `value`, `claims`), `part_of` (the id of a grouping)."
)
_CLASSES = {"group": "group", "person": "individual"}

Object = dict[str, Any]


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """A bundle, one object a line; what several transfers share stands once."""
    out.write(b'{"type": "bundle", "id": "bundle--' + str(uuid("bundle")).encode())
    out.write(b'", "objects": [\n' + json_bytes(_software()) + b",\n" + json_bytes(_extension()))
    written: set[str] = set()
    for entry in entries:
        for thing in objects(entry):
            if thing["id"] not in written:
                written.add(thing["id"])
                out.write(b",\n" + json_bytes(thing))
    out.write(b"\n]}\n")


def objects(entry: Entry) -> Iterator[Object]:
    """The objects of one transfer: first what the grouping refers to."""
    made = [*map(_identity, given(entry, *PARTIES)), *_locations(entry), *_supplies(entry)]
    yield from made
    refs = sorted({thing["id"] for thing in made}) or [HEADSTAMP]
    grouping = _object("grouping", uuid("transfer", entry.transfer.id), entry)
    yield grouping | {
        "name": _name(entry),
        "context": "arms-flow",
        "object_refs": refs,
        "external_references": [_reference(document) for document in entry.sources],
        "extensions": {EXTENSION: {"extension_type": "property-extension", **_told(entry)}},
    }
    for denial in sorted(entry.transfer.denials, key=lambda denial: denial.claim):
        yield _opinion(entry, denial, grouping["id"])


def _software() -> Object:
    return _fixed("identity", HEADSTAMP) | {
        "name": "Headstamp",
        "identity_class": "system",
        "description": "Reads news and reports, and keeps a ledger of reported arms flows.",
    }


def _extension() -> Object:
    return _fixed("extension-definition", EXTENSION) | {
        "created_by_ref": HEADSTAMP,
        "name": "Reported arms flow",
        "description": "What claims about one movement add up to, and where they come from.",
        "schema": SCHEMA,
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }


def _fixed(type_: str, id: str) -> Object:
    moments = {"created": DEFINED, "modified": DEFINED}
    return {"type": type_, "spec_version": "2.1", "id": id, **moments}


def _object(type_: str, uuid: Any, entry: Entry) -> Object:
    days = [d.published.day for d in entry.sources if d.published.day]
    created, modified = (_moment(min(days)), _moment(max(days))) if days else (DEFINED, DEFINED)
    thing = _fixed(type_, f"{type_}--{uuid}")
    return thing | {"created": created, "modified": modified, "created_by_ref": HEADSTAMP}


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00.000Z"


def _identity(found: Given) -> Object:
    party = found.value if isinstance(found.value, Party) else None
    thing = _fixed("identity", _identity_id(found)) | {"created_by_ref": HEADSTAMP}
    if party is None:
        return thing | {"name": found.words, "identity_class": "unspecified"}
    return thing | {
        "name": party_name(party),
        "identity_class": _CLASSES.get(party.kind, "organization"),
        "external_references": [{"source_name": "headstamp", "external_id": party.id}],
    }


def _identity_id(found: Given) -> str:
    if isinstance(found.value, Party):
        return f"identity--{uuid('party', found.value.id)}"
    return f"identity--{uuid('words', found.words)}"


def _locations(entry: Entry) -> Iterator[Object]:
    for found in given(entry, *PLACES):
        match found.value:
            case Place(latitude=float(), longitude=float()) | Place(country=str()) as place:
                keys = (place.name, place.country or "", place.kind)
                thing = _fixed("location", f"location--{uuid('place', *keys)}")
                thing |= {"created_by_ref": HEADSTAMP, "name": place.name}
                if place.latitude is not None and place.longitude is not None:
                    thing |= {"latitude": place.latitude, "longitude": place.longitude}
                yield thing | ({"country": place.country} if place.country else {})


def _supplies(entry: Entry) -> Iterator[Object]:
    if entry.transfer.kind != "transfer" or certainty(entry) in ("open", "denied"):
        return
    first, last = period(entry)
    days = {"start_time": _moment(first)} if first else {}
    if last and first and last > first:
        days |= {"stop_time": _moment(last)}
    for supplier in given(entry, "supplier"):
        for recipient in given(entry, "recipient"):
            ends = (_identity_id(supplier), _identity_id(recipient))
            id = uuid("relationship", entry.transfer.id, *ends)
            yield (
                _object("relationship", id, entry)
                | days
                | {
                    "relationship_type": "supplies-arms-to",
                    "source_ref": ends[0],
                    "target_ref": ends[1],
                }
            )


def _name(entry: Entry) -> str:
    """`transfer: Iran → Hezbollah, rockets`, as far as it is known."""
    sides = [given(entry, role) for role in ("supplier", "recipient", "materiel")]
    who, whom, what = (", ".join(g.name for g in side) or "unknown" for side in sides)
    if entry.transfer.kind in ("transfer", "interdiction"):
        return f"{entry.transfer.kind}: {who} → {whom}, {what}"
    acting = ", ".join(dict.fromkeys(g.name for g in given(entry, *PARTIES))) or "unknown"
    return f"{entry.transfer.kind}: {acting}, {what}"


def _reference(document: Document) -> Object:
    told = {"source_name": document.outlet or document.id, "external_id": document.id}
    if document.title:
        told["description"] = document.title
    if url := web_address(document):
        told["url"] = url
    return told


def _told(entry: Entry) -> Object:
    transfer = entry.transfer
    told: Object = {
        "kind": transfer.kind,
        "certainty": certainty(entry),
        "reports": len(transfer.reports),
        "origins": [
            {"who": o.who, "kind": o.kind, "documents": list(o.documents)} for o in transfer.origins
        ],
        "claims": [_claim(entry, member) for member in transfer.members],
        "variants": [
            {"role": v.role, "value": v.value, "claims": [str(ref) for ref in v.claims]}
            for v in transfer.variants
        ],
    }
    if transfer.part_of is not None:
        told["part_of"] = f"grouping--{uuid('transfer', transfer.part_of)}"
    return {name: value for name, value in told.items() if value != []}


def _claim(entry: Entry, member: Member) -> Object:
    claim = entry.claims[member.claim]
    return {
        "claim": str(member.claim),
        "stance": member.stance,
        "factuality": claim.factuality,
        "time": claim.time,
        "start": claim.trigger.start,
        "end": claim.trigger.end,
        "words": entry.words_of(member.claim),
        "speakers": [speaker.stands_for_words or speaker.words for speaker in claim.speakers],
    }


def _opinion(entry: Entry, denial: Denial, grouping: str) -> Object:
    claim = entry.claims[denial.claim]
    text = entry.documents[denial.claim.document].text
    is_flat = claim.factuality == "CT-"
    thing = _object("opinion", uuid("denial", entry.transfer.id, str(denial.claim)), entry)
    return thing | {
        "opinion": "strongly-disagree" if is_flat else "disagree",
        "explanation": claim.sentence.of(text),
        "authors": [denial.by],
        "object_refs": [grouping],
    }
