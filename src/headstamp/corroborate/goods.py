"""Which arms: whether two groups of claims speak of the same type, sort, or word for them."""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

from headstamp.corroborate.profile import ORDERING, Profile
from headstamp.corroborate.vocabulary import ALIKE
from headstamp.corroborate.weights import Reason, Weights, thinned

_PARTS_OF_A_TYPE = re.compile(r"[^\W\d_]{4,}|\d+")
OTHER_GOODS = "another sort of arms"
OTHER_ORDER = 4
"""So many times as much does another type count where both are only ordered or planned."""


def weigh_goods(a: Profile, b: Profile, weights: Weights, reasons: list[Reason]) -> None:
    """What the arms told tell for and against."""
    mine, yours = a.designations, b.designations
    shared = mine & yours or {one for one in mine for other in yours if _is_one_type(one, other)}
    if shared:
        weight = thinned(weights.designation, max(len(mine), len(yours)))
        reasons.append(Reason(weight, "same type", shared))
        return
    mine, yours = alike(a.categories), alike(b.categories)
    if mine and yours:
        if mine == yours == {"small arm"} and _other_hand_arms(a, b):
            reasons.append(Reason(weights.no_designation, "another small arm"))
        elif mine & yours:
            weight = thinned(weights.category, max(len(mine), len(yours)))
            reasons.append(Reason(weight, "same sort of arms", mine & yours))
            if a.designations and b.designations and len(mine) == len(yours) == 1:
                orders = a.phases <= ORDERING and bool(b.phases & ORDERING)
                weight = weights.no_designation * (OTHER_ORDER if orders else 1)
                reasons.append(Reason(weight, "another type"))
        else:
            reasons.append(Reason(weights.no_category, OTHER_GOODS))
    elif near := a.context_goods & b.categories | b.context_goods & a.categories:
        reasons.append(Reason(weights.category / 2, "same sort of arms nearby", near))
    elif a.heads & b.heads:
        reasons.append(
            Reason(weights.category / 2, "the same word for the arms", a.heads & b.heads)
        )
    elif _denies_others(a, b) or _denies_others(b, a):
        reasons.append(Reason(weights.no_category / 2, "denied of another sort of arms"))
    elif _excludes(a, b) or _excludes(b, a):
        reasons.append(Reason(weights.no_category, OTHER_GOODS))


@lru_cache(maxsize=100_000)
def _is_one_type(one: str, other: str) -> bool:
    """Whether one type is told with more to its name: `Strela`, `9K32 Strela-2`."""
    mine, yours = (set(_PARTS_OF_A_TYPE.findall(name.lower())) for name in (one, other))
    few = min(mine, yours, key=len)
    return any(part.isalpha() for part in few) and few <= mine & yours


def _denies_others(a: Profile, b: Profile) -> bool:
    """Whether `a` only denies, and names arms of which `b` has none."""
    return bool(
        a.all_negative
        and a.denied
        and b.categories
        and not alike(a.denied) & alike(b.categories | b.denied)
        and not a.denied & b.allowed
    )


def _other_hand_arms(a: Profile, b: Profile) -> bool:
    """Whether one is of rifles alone and the other of machine guns alone, say."""
    return bool(a.hand_arms and b.hand_arms and not a.hand_arms & b.hand_arms)


def alike(categories: AbstractSet[str]) -> set[str]:
    """Categories, those that reports use for each other as one."""
    return {ALIKE.get(c, c) for c in categories}  # type: ignore[call-overload]


def _excludes(a: Profile, b: Profile) -> bool:
    """Whether the bare nouns of `a` cannot stand for anything that `b` names."""
    if not a.allowed or a.categories or not b.categories:
        return False
    return not a.allowed & (b.categories | b.allowed)
