"""Schemas written from the specifications, so that every run of the tests checks by them."""

from typing import Any

from headstamp.export.plover import QUAD

UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_text = {"type": "string"}
_texts = {"type": "array", "items": _text, "minItems": 1}


def _id(*types: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^({'|'.join(types)})--{UUID}$"}


_moment = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"}
_reference = {
    "type": "object",
    "required": ["source_name"],
    "properties": dict.fromkeys(("source_name", "description", "url", "external_id"), _text),
    "anyOf": [{"required": [name]} for name in ("description", "url", "external_id")],
    "additionalProperties": False,
}
_OWN: dict[str, tuple[dict[str, Any], list[str]]] = {
    "identity": ({"name": _text, "identity_class": {"enum": [
        "individual", "group", "system", "organization", "class", "unspecified"]},
        "description": _text}, ["name"]),
    "location": ({"name": _text, "latitude": {"minimum": -90, "maximum": 90},
        "longitude": {"minimum": -180, "maximum": 180},
        "country": {"type": "string", "pattern": "^[A-Z]{2}$"}}, []),
    "relationship": ({"relationship_type": {"pattern": "^[a-z0-9-]+$"},
        "source_ref": _id("identity"), "target_ref": _id("identity"), "start_time": _moment,
        "stop_time": _moment}, ["relationship_type", "source_ref", "target_ref"]),
    "grouping": ({"name": _text, "context": _text, "object_refs": {"type": "array", "minItems": 1,
        "items": _id("identity", "location", "relationship")},
        "extensions": {"type": "object", "patternProperties": {
            f"^extension-definition--{UUID}$": {"required": ["extension_type"],
                "propertyNames": {"pattern": "^[a-z0-9_]{3,250}$"}}},
            "additionalProperties": False}}, ["context", "object_refs"]),
    "opinion": ({"opinion": {"enum": ["strongly-disagree", "disagree", "neutral", "agree",
        "strongly-agree"]}, "explanation": _text, "authors": _texts,
        "object_refs": {"type": "array", "minItems": 1, "items": _id("grouping")}},
        ["opinion", "object_refs"]),
    "extension-definition": ({"name": _text, "description": _text, "schema": _text,
        "version": {"pattern": r"^\d+\.\d+\.\d+$"},
        "extension_types": {"const": ["property-extension"]}},
        ["created_by_ref", "name", "schema", "version", "extension_types"]),
}  # fmt: skip


def _stix_object(type_: str) -> dict[str, Any]:
    own, required = _OWN[type_]
    return {
        "type": "object",
        "required": ["type", "spec_version", "id", "created", "modified", *required],
        "properties": {
            "type": {"const": type_}, "spec_version": {"const": "2.1"}, "id": _id(type_),
            "created": _moment, "modified": _moment, "created_by_ref": _id("identity"),
            "external_references": {"type": "array", "minItems": 1, "items": _reference}, **own,
        },
        "additionalProperties": False,
    }  # fmt: skip


STIX: dict[str, Any] = {
    "type": "object",
    "required": ["type", "id", "objects"],
    "properties": {
        "type": {"const": "bundle"},
        "id": _id("bundle"),
        "objects": {"type": "array", "items": {"oneOf": [_stix_object(type_) for type_ in _OWN]}},
    },
    "additionalProperties": False,
}
"""STIX 2.1, sections 3 (common properties), 4 and 5 (objects), 7 (extensions), 8 (bundle)."""

_iri = {"type": "string", "pattern": "^(https?://|urn:uuid:)[!-~]+$"}
_body = {
    "oneOf": [
        {"required": ["type", "value"], "properties": {"type": {"const": "TextualBody"}}},
        {"required": ["type", "source"], "properties": {"type": {"const": "SpecificResource"},
                                                        "source": _iri}},
    ],
    "properties": {"purpose": {"enum": ["classifying", "tagging", "describing", "identifying",
                                        "linking"]}},
}  # fmt: skip
_selectors = {
    "type": "array",
    "prefixItems": [
        {"required": ["exact", "prefix", "suffix"],
         "properties": {"type": {"const": "TextQuoteSelector"}}},
        {"properties": {"type": {"const": "TextPositionSelector"},
                        "start": {"type": "integer", "minimum": 0},
                        "end": {"type": "integer", "minimum": 0}}, "required": ["start", "end"]},
    ],
    "items": False,
}  # fmt: skip
ANNOTATION: dict[str, Any] = {
    "type": "object",
    "required": ["@context", "id", "type", "first", "total"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": _iri,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "required": ["id", "type", "items"],
            "properties": {
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "items": {
                    "required": ["id", "type", "target"],
                    "properties": {
                        "id": _iri, "type": {"const": "Annotation"},
                        "motivation": {"enum": ["classifying", "identifying"]},
                        "body": {"type": "array", "items": _body},
                        "target": {"required": ["source", "selector"],
                                   "properties": {"source": _iri, "selector": _selectors}},
                    },
                }},
            },
        },
    },
}  # fmt: skip
"""Web Annotation Data Model, sections 3 (annotations), 4.2 (selectors) and 5 (collections)."""

_day = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
_entities = {
    "type": "array",
    "items": {
        "required": ["entity_text"],
        "properties": dict.fromkeys(
            ("entity_text", "identifier_id", "identifier_text", "sector"), _text
        ),
        "additionalProperties": False,
    },
}
PLOVER: dict[str, Any] = {
    "type": "object",
    "required": ["id", "date", "actor", "event"],
    "properties": {
        "id": _text, "date": _day, "enddate": _day, "actor": _entities, "recipient": _entities,
        "event": {"type": "array", "minItems": 1, "items": {"enum": sorted(QUAD)}},
        "event_loc": {"type": "object"}, "event_text": {"type": "array", "items": _text},
        "quad_code": {"enum": [1, 2, 3, 4]}, "mode": _texts, "context": _texts, "link": _text,
        "cite_info": {"type": "array", "items": {"type": "object"}}, "coder": _text,
        "comment": _text,
    },
    "additionalProperties": False,
}  # fmt: skip
"""PLOVER manual, table of the JSON fields."""

_EVENT = {"name": "name", "involved": "LegalEntity", "location": "text", "country": "country",
          "startDate": "date", "endDate": "date", "recordId": "text", "summary": "text",
          "description": "text", "publisher": "text"}  # fmt: skip
_SHARED = {name: _EVENT[name] for name in list(_EVENT)[4:]}
FTM: dict[str, dict[str, str]] = {
    "Event": _EVENT,
    "EconomicActivity": {"sender": "LegalEntity", "receiver": "LegalEntity",
        "goodsDescription": "text", "departureCountry": "country",
        "destinationCountry": "country", **_SHARED},
    "Article": {"title": "text", "author": "text", "publisher": "text", "publishedAt": "date",
        "sourceUrl": "url", "mimeType": "text", "bodyText": "text"},
    "Documentation": {"document": "Article", "entity": "Event", "role": "text"},
    **{schema: {"name": "name"} for schema in (
        "PublicBody", "Organization", "Company", "Person", "LegalEntity")},
}  # fmt: skip
"""FollowTheMoney's schemata as far as the exporter uses them: a property's type, or the schema of
the entity that it points to (`LegalEntity` for all that extend it).
"""
LEGAL_ENTITIES = ("PublicBody", "Organization", "Company", "Person", "LegalEntity")
