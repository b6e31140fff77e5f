"""STIX bundles against the standard."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from headstamp.export import Entry
from headstamp.export.stix import EXTENSION
from headstamp.model.transfer import Member
from tests.export.conftest import entries, story, written
from tests.export.schemas import STIX


def bundle(*told: Entry) -> list[dict[str, Any]]:
    """The objects of a bundle that is valid and refers to nothing outside it."""
    found = json.loads(written("stix", *told))
    jsonschema.validate(found, STIX)
    objects: list[dict[str, Any]] = found["objects"]
    ids = {thing["id"] for thing in objects}
    assert len(ids) == len(objects)
    for thing in objects:
        single = {
            thing[name] for name in ("created_by_ref", "source_ref", "target_ref") if name in thing
        }
        assert single | set(thing.get("object_refs", ())) <= ids
        assert thing["created"] <= thing["modified"]
    return objects


def of_type(objects: list[dict[str, Any]], type_: str) -> list[dict[str, Any]]:
    return [thing for thing in objects if thing["type"] == type_]


def test_a_transfer_is_a_grouping_with_the_extension(entry: Entry) -> None:
    (grouping,) = of_type(bundle(entry), "grouping")
    told = grouping["extensions"][EXTENSION]
    assert grouping["name"] == "transfer: Iran → Grey Lanterns, Zelzal"
    assert (grouping["created"], grouping["modified"]) == (
        "2018-10-25T00:00:00.000Z", "2018-10-27T00:00:00.000Z",
    )  # fmt: skip
    assert (told["kind"], told["certainty"], told["reports"]) == ("transfer", "certain", 1)
    assert [claim["words"] for claim in told["claims"]] == ["sent", "sent"]


def test_a_denial_is_an_opinion(entry: Entry) -> None:
    (opinion,) = of_type(bundle(entry), "opinion")
    assert (opinion["opinion"], opinion["authors"]) == ("strongly-disagree", ["Tehran"])


def test_nobody_supplies_by_a_denial_alone(entry: Entry) -> None:
    (denied,) = [m for m in entry.transfer.members if m.stance == "denies"]
    alone = story(members=(Member(denied.claim, "denies"),))
    assert len(of_type(bundle(entry), "relationship")) == 1
    assert of_type(bundle(alone), "relationship") == []


def test_what_transfers_share_stands_once() -> None:
    objects = bundle(story(id="t01"), story(id="t02"))
    assert len(of_type(objects, "grouping")) == 2
    assert [o["name"] for o in of_type(objects, "identity")] == [
        "Headstamp", "Iran", "Grey Lanterns",
    ]  # fmt: skip


@given(entries())
def test_every_bundle_is_valid(entry: Entry) -> None:
    bundle(entry)


@given(entries())
def test_the_standard_s_own_library_takes_it(entry: Entry) -> None:
    stix2 = pytest.importorskip("stix2")
    parsed = stix2.parse(written("stix", entry).decode(), allow_custom=False)
    assert len(parsed.objects) == len(bundle(entry))
