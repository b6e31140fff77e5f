"""Transfers as JSON: every field there, and plain JSON throughout."""

import json

from headstamp.corroborate import corroborate
from headstamp.show.transfers import entries
from tests.corroborate.conftest import case


def test_a_list_of_transfers_is_plain_json() -> None:
    extracts, _ = case("kivu")
    found = entries(corroborate(extracts), extracts)
    assert json.loads(json.dumps(found)) == found
    first = next(t for t in found if "kivu-01" in t["reports"])
    assert first["claims"][0] == {
        "id": "kivu-01/c1",
        "document": "kivu-01",
        "source_claim_id": "c1",
        "trigger": [7, 15],
        "stance": "asserts",
    }
    assert {"document", "repeats", "evidence", "words"} == set(first["repeats"][0])
    assert first["denials"] == [
        {"claim": "kivu-01/c5", "by": "Aline Umutoni", "party": first["denials"][0]["party"]}
    ]


def test_an_origin_outside_is_named() -> None:
    extracts, _ = case("kivu")
    told = [r for t in entries(corroborate(extracts), extracts) for r in t["repeats"]]
    assert "governor of South Kivu" in {r["repeats"] for r in told}
