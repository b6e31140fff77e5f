"""Whether two names are names of one thing, across spellings and scripts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from headstamp.resolve.names import compare
from headstamp.resolve.names.known import same_known
from headstamp.resolve.names.weapons import same_weapon
from headstamp.resolve.script import key

Kind = Literal["group", "person", "weapon", "place"]


@dataclass(frozen=True, slots=True)
class Match:
    """A decision about two names, how sure it is (0 to 1), and the rule that made it."""

    same: bool
    score: float
    rule: str


_RULES: dict[str, Callable[[str, str], str | None]] = {
    "group": compare.same_group,
    "person": compare.same_person,
    "weapon": same_weapon,
    "place": compare.same_place,
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
    if a == b:
        return Match(True, 1.0, "equal")
    if key(a) == key(b) != "":
        return Match(True, 0.99, "letters")
    if kind == "group":
        known = same_known(a, b)
        if known is not None:
            return Match(known, 0.98 if known else 0.0, "known")
    a, b = sorted((a, b))
    rule = _RULES[kind](a, b) if key(a) and key(b) else None
    if rule:
        return Match(True, _SCORES[rule], rule)
    return Match(False, round(compare.likeness(a, b) / 2, 3), "different")
