"""Small labelled cases of our own: who belongs together, and how many origins there are."""

from typing import Any

import pytest

from headstamp.corroborate import corroborate
from headstamp.model import Extract
from headstamp.model.transfer import ClaimRef, Transfer
from tests.corroborate.conftest import case

WHOLE = [
    "kivu", "bamako", "shabwa", "gori", "qusayr", "entebbe", "tobruk", "chari", "laredo", "abeche",
    "cap-haitien", "sahel", "minsk", "strela",
]  # fmt: skip
NOT_YET_WHOLE = [
    "agadez", "surabaya", "idlib", "bosaso", "carrier", "courts", "albert", "steppe",
]  # fmt: skip
"""A claim or an origin of each is not found; what must not be linked is not."""


def source_ids(extracts: list[Extract]) -> dict[ClaimRef, str]:
    """The claims' names in the annotation: `kivu-01/c2`."""
    return {
        ClaimRef(extract.document.id, claim.id): f"{extract.document.id}/{frame.source_id}"
        for extract in extracts
        for claim, frame in zip(extract.claims, extract.reading.frames, strict=True)
    }


def labelled(expected: dict[str, Any]) -> dict[str, str]:
    return {
        f"{claim['record']}/{claim['claim']}": transfer["id"]
        for transfer in expected["transfers"]
        for claim in transfer["claims"]
    }


@pytest.mark.parametrize("name", WHOLE)
def test_entries_hold_the_claims_that_belong_together(name: str) -> None:
    extracts, expected = case(name)
    names, true = source_ids(extracts), labelled(expected)
    found: dict[str, Transfer] = {}
    for transfer in corroborate(extracts):
        held = {names[member.claim] for member in transfer.members}
        of = {true[claim] for claim in held if claim in true}
        assert len(of) <= 1, held
        for label in of:
            assert {c for c, t in true.items() if t == label} <= held
            found[label] = transfer
    for label in expected["transfers"]:
        assert len(found[label["id"]].origins) == label["numbers"]["origins"]


@pytest.mark.parametrize("name", [*WHOLE, *NOT_YET_WHOLE])
def test_what_must_not_be_linked_is_not(name: str) -> None:
    extracts, expected = case(name)
    names = source_ids(extracts)
    where = {names[m.claim]: t.id for t in corroborate(extracts) for m in t.members}
    assert [pair for pair in expected["must_not_link"] if where[pair[0]] == where[pair[1]]] == []


def test_a_part_delivery_is_tied_to_its_order(bamako: list[Extract]) -> None:
    transfers = corroborate(bamako)
    (part,) = [t for t in transfers if t.part_of]
    (order,) = [t for t in transfers if t.id == part.part_of]
    assert "mali-01" in order.reports
    assert part.reports == ("mali-03", "mali-04", "mali-05")


def test_denials_name_who_denies(bamako: list[Extract]) -> None:
    denials = [d for t in corroborate(bamako) for d in t.denials]
    assert [(d.by, d.party) for d in denials if d.claim.document == "mali-05"] == [
        ("Ankara", "turkey")
    ]


def test_variants_say_who_gives_which(kivu: list[Extract]) -> None:
    first = next(t for t in corroborate(kivu) if "kivu-01" in t.reports)
    counts = {v.value: [ref.document for ref in v.claims] for v in first.variants
              if v.role == "quantity"}  # fmt: skip
    assert counts == {"sixty": ["kivu-01", "kivu-03"], "Some sixty": ["kivu-02"],
                      "eleven": ["kivu-04"]}  # fmt: skip
