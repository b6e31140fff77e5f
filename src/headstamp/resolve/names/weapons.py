"""Compares two designations: figures and letters decide, and the catalogue for nicknames."""

import re
from collections import Counter

from headstamp.resolve.names.compare import alike, weapon
from headstamp.resolve.names.other_names import same_known_weapon
from headstamp.resolve.script import script

_SUFFIX = re.compile(r"[a-z]{1,3}")


def same_weapon(left: str, right: str) -> str | None:
    """The rule by which two designations are one: figures and letter suffixes must agree."""
    one, other = weapon(left).content, weapon(right).content
    vowelled = script(left) == script(right) == "Latn"
    if _designation(one, other, vowelled):
        return "spelling"
    if _another_name(one, other) and same_known_weapon(left, right):
        return "known"
    longer, shorter = sorted((one, other), key=lambda w: (-len(w), w))
    cut = len(longer) - len(shorter)
    if cut < 2 or len(shorter[0]) < 4 or not any(c.isdigit() for c in "".join(longer[:cut])):
        return None
    coded = all(chunk.isdigit() or _SUFFIX.fullmatch(chunk) for chunk in longer[:cut])
    return "index" if coded and _designation(longer[cut:], shorter, vowelled) else None


def _another_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two designations share no spelling (`SA-7`, `Strela-2`), or one adds a nickname to
    the other (`RPG-29 Vampir`): only then may the catalogue call them one.
    """
    longer, shorter = sorted((one, other), key=len, reverse=True)
    rest = longer[len(shorter) :]
    if longer[: len(shorter)] == shorter:
        return len(rest) == 1 and len(rest[0]) > 3 and rest[0].isalpha()
    return one[0][:2] != other[0][:2] and not {*one} & {*other}


def _designation(one: tuple[str, ...], other: tuple[str, ...], vowelled: bool) -> bool:
    if Counter(c for c in one if c.isdigit()) != Counter(c for c in other if c.isdigit()):
        return False
    if sorted(one) == sorted(other):
        return True
    if len(one) != len(other):
        return "".join(one) == "".join(other)
    least = 3 if vowelled else 2
    return all(
        a == b if min(len(a), len(b)) < least or a.isdigit() else alike(a, b, vowelled)
        for a, b in zip(one, other, strict=True)
    )
