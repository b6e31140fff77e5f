"""FollowTheMoney data becomes a user's own parties."""

import json
from pathlib import Path

import pytest

from headstamp.errors import InputError
from headstamp.model.values import Party, Unresolved
from headstamp.resolve import authority
from headstamp.resolve.parties import resolve_party
from headstamp.resolve.parties.followthemoney import import_followthemoney, write_parties


def line(id_: str, schema: str, **properties: list[str]) -> str:
    return json.dumps({"id": id_, "schema": schema, "properties": properties})


LINES = [
    line("x-1", "Organization", name=["Grey Lanterns"], alias=["المصابيح"], country=["iq"],
         topics=["crime.terror"], weakAlias=["Lanterns"]),
    line("x-2", "Company", name=["Sardab Air Services"], country=["ae"], abbreviation=["SARDB"]),
    line("x-3", "Person", name=["Karim Dastan"]),
    line("x-4", "Ownership", owner=["x-3"], asset=["x-2"]),
    line("x-5", "PublicBody", name=["Harbour Board of Sardab"], country=["ae", "om"]),
    "",
]  # fmt: skip


def test_entities_keep_ids_names_and_kinds() -> None:
    found = {entry["id"]: entry for entry in import_followthemoney(LINES)}
    assert {id_: entry["kind"] for id_, entry in found.items()} == {
        "x-1": "group", "x-2": "firm", "x-3": "person", "x-5": "agency",
    }  # fmt: skip
    assert found["x-1"]["country"] == "IQ"
    assert found["x-1"]["ambiguous"] == ["Lanterns"]
    assert "country" not in found["x-5"]


def test_imported_parties_resolve(tmp_path: Path) -> None:
    write_parties(import_followthemoney(LINES), tmp_path / "own.yaml")
    own = authority.load(tmp_path / "own.yaml")
    for words, id_ in (("Grey Lanterns", "x-1"), ("المصابيح", "x-1"), ("SARDB", "x-2")):
        found = resolve_party(words, authority=own)
        assert isinstance(found, Party)
        assert found.id == id_
    assert isinstance(resolve_party("Lanterns", authority=own), Unresolved)
    assert isinstance(resolve_party("Iran", authority=own), Party)


@pytest.mark.parametrize("broken", ["{", "[]", '{"id": "x"}', '{"id": 1, "properties": {}}'])
def test_a_line_that_is_no_entity_is_named(broken: str) -> None:
    with pytest.raises(InputError, match="line 2"):
        import_followthemoney([LINES[0], broken])
