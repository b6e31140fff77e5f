"""FollowTheMoney entities (OpenSanctions and others) as parties of a user's own file.

One JSON object a line, with `id`, `schema`, and `properties` whose values are lists. What comes out
has the form of the authority's YAML, so that one file holds what a user writes and what is loaded.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from headstamp.errors import InputError
from headstamp.model.values import PartyKind

_KINDS: dict[str, PartyKind] = {
    "Country": "state",
    "PublicBody": "agency",
    "Company": "firm",
    "Airline": "firm",
    "Organization": "organisation",
    "Person": "person",
    "LegalEntity": "organisation",
}
_BY_TOPIC: dict[str, PartyKind] = {
    "crime.terror": "group",
    "gov.military": "force",
    "mil": "force",
    "gov.security": "force",
    "gov.igo": "organisation",
    "media": "outlet",
}
_NAMES = ("name", "alias", "previousName", "abbreviation")
_MEND = "give one FollowTheMoney entity a line, with id, schema and properties"


def import_followthemoney(
    lines: Iterable[str], *, source: str = "FollowTheMoney"
) -> list[dict[str, Any]]:
    """The parties among FollowTheMoney entities, as entries of the authority's form.

    Ids are kept. `name`, `alias`, `previousName` and `abbreviation` become names, `weakAlias`
    ambiguous ones; a name that two of the entities bear is ambiguous too. `country` becomes the
    country where there is one alone, `parent` of the same data a parent; topics decide between
    organisations (`crime.terror` is a group). Entities of other schemas (ownerships, vessels)
    are passed over. Raises InputError, with the line's number, where a line is no entity.
    """
    found: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            entry = _entry(_read(line, f"{source}, line {number}"), source)
            if entry:
                found[entry["id"]] = entry
    entries = list(found.values())
    _mark_shared(entries)
    for entry in entries:
        entry["parents"] = [one for one in entry["parents"] if one in found and one != entry["id"]]
    return entries


def write_parties(entries: Iterable[dict[str, Any]], path: Path) -> None:
    """Write entries as the YAML that `headstamp.resolve.authority.load` reads."""
    text = yaml.safe_dump(list(entries), allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, encoding="utf-8")


def _read(line: str, place: str) -> dict[str, Any]:
    try:
        entity = json.loads(line)
    except json.JSONDecodeError as broken:
        raise InputError(place, f"no JSON ({broken.msg})", _MEND) from broken
    whole = isinstance(entity, dict) and isinstance(entity.get("properties"), dict)
    if not whole or not isinstance(entity.get("id"), str) or not entity["id"]:
        raise InputError(place, "no FollowTheMoney entity", _MEND)
    return dict(entity)


def _entry(entity: dict[str, Any], source: str) -> dict[str, Any] | None:
    properties = entity["properties"]
    kind = _kind(str(entity.get("schema", "")), _strings(properties, ["topics"]))
    names = _strings(properties, _NAMES)
    if kind is None or not (names or entity.get("caption")):
        return None
    weak = _strings(properties, ["weakAlias"])
    name = str(entity.get("caption") or names[0])
    countries = {code.upper() for code in _strings(properties, ["country", "jurisdiction", "code"])}
    countries = {code for code in countries if len(code) == 2}
    return {
        "id": entity["id"],
        "name": name,
        "kind": kind,
        **({"country": countries.pop()} if len(countries) == 1 else {}),
        "parents": _strings(properties, ["parent"]),
        "aliases": [alias for alias in dict.fromkeys([*names, *weak]) if alias != name],
        "ambiguous": [alias for alias in weak if alias not in names],
        "source": source,
    }


def _kind(schema: str, topics: Sequence[str]) -> PartyKind | None:
    kind = _KINDS.get(schema)
    if kind in ("organisation", "agency", "firm"):
        for topic in topics:
            if topic in _BY_TOPIC and not (kind == "firm" and topic != "media"):
                return _BY_TOPIC[topic]
    return kind


def _strings(properties: dict[str, Any], fields: Iterable[str]) -> list[str]:
    """The values of some properties, each once, in their order."""
    values = (value for field in fields for value in _listed(properties.get(field)))
    return list(dict.fromkeys(value.strip() for value in values if value.strip()))


def _listed(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            text = one.get("id") if isinstance(one, dict) else one
            if isinstance(text, str):
                yield text


def _mark_shared(entries: list[dict[str, Any]]) -> None:
    """Mark each name that several of the entries bear."""
    owners: dict[str, set[str]] = {}
    for entry in entries:
        for name in (entry["name"], *entry["aliases"]):
            owners.setdefault(name.casefold(), set()).add(entry["id"])
    for entry in entries:
        shared = [n for n in (entry["name"], *entry["aliases"]) if len(owners[n.casefold()]) > 1]
        entry["ambiguous"] = list(dict.fromkeys([*entry["ambiguous"], *shared]))
