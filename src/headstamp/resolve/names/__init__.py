"""Whether two names are names of one thing, across spellings and scripts."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import Literal

from headstamp.resolve.names import compare, groups, persons, places, weapons
from headstamp.resolve.names.known import same_known
from headstamp.resolve.names.letters import writings
from headstamp.resolve.script import key

Kind = Literal["group", "person", "weapon", "place"]


@dataclass(frozen=True, slots=True)
class Match:
    """A decision about two names, how sure it is (0 to 1), and the rule that made it."""

    same: bool
    score: float
    rule: str


_RULES: dict[str, Callable[[str, str], str | None]] = {
    "group": groups.same_group,
    "person": persons.same_person,
    "weapon": weapons.same_weapon,
    "place": places.same_place,
}
_SCORES = {
    "spelling": 0.95,
    "known": 0.9,
    "index": 0.9,
    "middle-name": 0.85,
    "acronym": 0.75,
    "initial": 0.7,
}


def match(a: str, b: str, *, kind: Kind) -> Match:
    """Whether `a` and `b` name the same group, person, weapon or place. Symmetric, reflexive.

    Groups in the authority file are told by it (rule `known`); all else by the rules of spelling.
    A score of a pair that is not the same is at most 0.5.
    """
    first, second = sorted((a, b))
    return decided(first, second, kind) or Match(
        False, round(compare.likeness(first, second) / 2, 3), "different"
    )


def decided(a: str, b: str, kind: Kind) -> Match | None:
    """What a rule says of two names; None where no rule makes them one, nor knows them as two."""
    if a == b:
        return Match(True, 1.0, "equal")
    one, other = key(a), key(b)
    if one == other != "":
        return Match(True, 0.99, "letters")
    if kind == "group":
        known = same_known(a, b)
        if known is not None:
            return Match(known, 0.98 if known else 0.0, "known")
    if not one or not other:
        return None
    a, b = sorted((a, b))
    for first, second in product(writings(a), writings(b)):
        rule = _RULES[kind](first, second)
        if rule:
            return Match(True, _SCORES[rule], rule)
    return None
