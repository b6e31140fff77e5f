"""FollowTheMoney entities against its schemata."""

import json
import re
from typing import Any

import pytest
from hypothesis import given

from headstamp.export import Entry
from tests.export.conftest import entries, story, written
from tests.export.schemas import FTM, LEGAL_ENTITIES

_FORMS = {
    "name": r"(?s:.+)",
    "text": r"(?s:.+)",
    "date": r"\d{4}-\d\d-\d\d",
    "country": r"[a-z]{2}",
    "url": r"https?://[!-~]+",
}


def read(*told: Entry) -> dict[str, dict[str, Any]]:
    lines = written("ftm", *told).decode().splitlines()
    found = [json.loads(line) for line in lines]
    assert len({entity["id"] for entity in found}) == len(found)
    return {entity["id"]: entity for entity in found}


def check(entities: dict[str, dict[str, Any]]) -> None:
    """Every property is one of its schema, of the right form, and points at the right schema."""
    for entity in entities.values():
        assert set(entity) == {"id", "schema", "properties"}
        for name, values in entity["properties"].items():
            wanted = FTM[entity["schema"]][name]
            for value in values:
                if wanted in _FORMS:
                    assert re.fullmatch(_FORMS[wanted], value)
                else:
                    schemata = LEGAL_ENTITIES if wanted == "LegalEntity" else (wanted,)
                    assert entities[value]["schema"] in schemata


def test_a_transfer_is_an_event_and_an_activity(entry: Entry) -> None:
    entities = read(entry)
    check(entities)
    by_schema = {entity["schema"]: entity["properties"] for entity in entities.values()}
    activity = by_schema["EconomicActivity"]
    assert entities[activity["sender"][0]]["properties"] == {"name": ["Iran"]}
    assert entities[activity["receiver"][0]]["schema"] == "Organization"
    assert activity["goodsDescription"] == ["Zelzal"]
    assert (activity["departureCountry"], activity["destinationCountry"]) == (["ir"], ["iq"])
    assert by_schema["Event"]["startDate"] == ["2018-08-01"]
    assert by_schema["Event"]["summary"] == ["certain; 1 independent origins, 1 reports, 1 denials"]


def test_documents_say_how_they_stand(entry: Entry) -> None:
    entities = read(entry)
    roles = {
        entities[entity["properties"]["document"][0]]["properties"]["title"][0]:
        entity["properties"]["role"]
        for entity in entities.values()
        if entity["schema"] == "Documentation"
    }  # fmt: skip
    assert roles == {"one": ["asserts"], "two": ["denies"]}


def test_parties_and_documents_stand_once() -> None:
    both = read(story(id="t01"), story(id="t02"))
    assert len([e for e in both.values() if e["schema"] == "Article"]) == 2
    assert len([e for e in both.values() if e["schema"] == "Event"]) == 2


@given(entries())
def test_every_entity_is_of_its_schema(entry: Entry) -> None:
    check(read(entry))


def test_its_own_library_takes_it(entry: Entry) -> None:
    ftm = pytest.importorskip("followthemoney")
    for entity in read(entry).values():
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        ftm.model.get(entity["schema"]).validate(entity)
        assert proxy.to_dict()["properties"] == entity["properties"]
