"""The authority file is sound, in step with what is reviewed, and open to a user's own."""

from collections import defaultdict
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from headstamp.errors import InputError
from headstamp.model.values import Party, PartyKind
from headstamp.resolve import authority
from headstamp.resolve.parties import resolve_party

RAW: list[dict[str, Any]] = [
    entry
    for path in sorted((authority.DATA / "parties").glob("*.yaml"))
    for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def test_the_compact_form_is_in_step() -> None:
    message = "run python -m headstamp.resolve.authority"
    assert authority.COMPACT.read_text(encoding="utf-8") == authority.compact(), message


def test_every_entry_is_whole() -> None:
    ids = [entry["id"] for entry in RAW]
    assert len(ids) == len(set(ids))
    for entry in RAW:
        assert entry["source"], entry["id"]
        assert entry["kind"] in get_args(PartyKind), entry["id"]
        assert set(entry.get("parents", ())) <= set(ids), entry["id"]


def test_there_are_enough_of_each() -> None:
    kinds = [entry["kind"] for entry in RAW]
    assert kinds.count("group") >= 250
    assert sum(kind in ("force", "agency", "firm", "organisation") for kind in kinds) >= 120


def test_no_name_has_two_owners_unless_marked() -> None:
    bearers: dict[str, list[authority.Title]] = defaultdict(list)
    for name, titles in authority.shipped().titles.items():
        bearers[name] += [title for title in titles if title.sort == "name"]
    shared = {
        name: [title.id for title in titles] for name, titles in bearers.items()
        if len({title.id for title in titles}) > 1 and not all(t.ambiguous for t in titles)
    }  # fmt: skip
    assert shared == {}


def test_no_party_stands_above_itself() -> None:
    known = authority.shipped()
    assert [party for party in known.entries if party in known.ancestors(party)] == []


def test_a_user_adds_parties(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "- {id: grey-lanterns, name: Grey Lanterns, kind: group, country: IQ, source: me}\n"
    )
    found = resolve_party("Grey Lanterns", authority=authority.load(own))
    assert isinstance(found, Party)
    assert found.id == "grey-lanterns"


@pytest.mark.parametrize("text", ["name: x", "- {name: x}", "[", "7"])
def test_a_file_that_lists_no_parties_is_refused(tmp_path: Path, text: str) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(text)
    with pytest.raises(InputError, match=r"own\.yaml"):
        authority.load(own)
