"""What holds whatever comes in: the order of adding, adding twice, judgements."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headstamp.corroborate import corroborate
from headstamp.model import Extract
from headstamp.model.transfer import Judgement, Transfer
from tests.corroborate.conftest import case

ALL = [*case("kivu")[0], *case("bamako")[0]]


def together(transfers: tuple[Transfer, ...], left: str, right: str) -> bool:
    where = {str(member.claim): t.id for t in transfers for member in t.members}
    return where[left] == where[right]


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_order_of_adding_gives_the_same(shuffle: random.Random) -> None:
    mixed = list(ALL)
    shuffle.shuffle(mixed)
    assert corroborate(mixed) == corroborate(ALL)


def test_adding_twice_changes_nothing() -> None:
    assert corroborate([*ALL, *ALL]) == corroborate(ALL)


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from([e.document.id for e in ALL]), min_size=1))
def test_every_claim_stands_in_one_entry(names: set[str]) -> None:
    some = [extract for extract in ALL if extract.document.id in names]
    members = [str(m.claim) for t in corroborate(some) for m in t.members]
    assert sorted(members) == sorted(f"{e.document.id}/{c.id}" for e in some for c in e.claims)


CLAIMS = [f"{e.document.id}/{c.id}" for e in ALL for c in e.claims]
PAIRS = st.lists(st.sampled_from(CLAIMS), min_size=2, max_size=2, unique=True)


@settings(max_examples=40, deadline=None)
@given(PAIRS, st.sampled_from(["same", "different"]))
def test_a_judgement_is_obeyed_and_undone(pair: list[str], verdict: str) -> None:
    left, right = pair
    judged = corroborate(ALL, [Judgement("claim", left, right, verdict)])  # type: ignore[arg-type]
    assert together(judged, left, right) is (verdict == "same")
    assert corroborate(ALL, []) == corroborate(ALL)


@settings(max_examples=25, deadline=None)
@given(st.lists(PAIRS, min_size=1, max_size=4))
def test_same_carries_over(pairs: list[list[str]]) -> None:
    found = corroborate(ALL, [Judgement("claim", left, right, "same") for left, right in pairs])
    assert all(together(found, left, right) for left, right in pairs)


def test_the_later_of_two_judgements_holds(kivu: list[Extract]) -> None:
    words = ("claim", "kivu-01/c2", "kivu-02/c2")
    judgements = [Judgement(*words, "different"), Judgement(*words, "same")]  # type: ignore[arg-type]
    assert together(corroborate(kivu, judgements), *words[1:])
    assert not together(corroborate(kivu, judgements[::-1]), *words[1:])


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_judgements_on_parties_leave_claims_alone(verdict: str, kivu: list[Extract]) -> None:
    judgement = Judgement("party", "rwanda", "m23", verdict)  # type: ignore[arg-type]
    assert corroborate(kivu, [judgement]) == corroborate(kivu)


def test_a_closed_neighbourhood_gives_what_everything_gives(kivu: list[Extract]) -> None:
    whole = {t for t in corroborate(ALL) if t.members[0].claim.document.startswith("kivu")}
    assert set(corroborate(kivu)) == whole
