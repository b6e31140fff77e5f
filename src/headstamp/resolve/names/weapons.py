"""Compares two designations: figures and letters decide, and the catalogue for nicknames."""

import re
from collections import Counter
from functools import lru_cache

from headstamp.model.values import Materiel
from headstamp.resolve.materiel import resolve_materiel
from headstamp.resolve.names.compare import Scripts, alike, vowelled
from headstamp.resolve.names.cutting import weapon
from headstamp.resolve.names.skeleton import same_sounds, turned

_SUFFIX = re.compile(r"[a-z]{1,3}")
Chunks = tuple[str, ...]


def same_weapon(left: str, right: str) -> str | None:
    """The rule by which two designations are one: figures and letter suffixes must agree."""
    if rule := _by_spelling(left, right):
        return rule
    if not _another_name(weapon(left).content, weapon(right).content):
        return None
    one, other = _known(left), _known(right)
    if one is not None and one == other:
        return "known"
    named = (one is not None and _by_spelling(one, right)) or (
        other is not None and _by_spelling(left, other)
    )
    return "known" if named else None


def _by_spelling(left: str, right: str) -> str | None:
    """`spelling`; or `index` where one name has an index before it that the other lacks."""
    one, other = weapon(left), weapon(right)
    scripts = (one.script, other.script)
    if _designation(one.content, other.content, scripts):
        return "spelling"
    longer, shorter = sorted((one.content, other.content), key=lambda w: (-len(w), w))
    cut = len(longer) - len(shorter)
    if cut < 2 or len(shorter[0]) < 3 or not any(c.isdigit() for c in "".join(longer[:cut])):
        return None
    coded = all(chunk.isdigit() or _SUFFIX.fullmatch(chunk) for chunk in longer[:cut])
    return "index" if coded and _designation(longer[cut:], shorter, scripts) else None


@lru_cache(maxsize=65536)
def _known(name: str) -> str | None:
    """The designation in the catalogue that a name is one of."""
    found = resolve_materiel(name)
    sure = isinstance(found, Materiel) and found.rule == "designation"
    return found.designation if sure and isinstance(found, Materiel) else None


def _another_name(one: Chunks, other: Chunks) -> bool:
    """Whether two designations share no letters (`SA-7`, `Strela-2`), or one adds a word to the
    other (`RPG-29 Vampir`, `FN MAG`): only then may the catalogue call them one.
    """
    longer, shorter = sorted((one, other), key=lambda w: (-len(w), w))
    cut = len(longer) - len(shorter)
    if cut == 1 and longer[:-1] == shorter:
        return len(longer[-1]) > 3 and longer[-1].isalpha()
    if cut == 1 and longer[1:] == shorter:
        return longer[0].isalpha() and len(longer[0]) > 1
    return one[0][:2] != other[0][:2] and not {c for c in one if c.isalpha()} & {*other}


def _designation(one: Chunks, other: Chunks, scripts: Scripts) -> bool:
    if Counter(c for c in one if c.isdigit()) != Counter(c for c in other if c.isdigit()):
        return False
    if sorted(one) == sorted(other):
        return True
    if len(one) != len(other):
        return _run_together(one, other, scripts)
    if all(_same_chunk(a, b, scripts) for a, b in zip(one, other, strict=True)):
        return True
    return scripts[0] != scripts[1] and len(one) == 2 and _swapped(one, other, scripts)


def _same_chunk(left: str, right: str, scripts: Scripts) -> bool:
    """Letters of a code must be the same; words may be spelled otherwise."""
    least = 3 if scripts == ("Latn", "Latn") else 2
    if min(len(left), len(right)) < least or left.isdigit() or right.isdigit():
        return left == right
    if alike(left, right, scripts):
        return True
    return min(len(left), len(right)) == 3 and any(
        same_sounds(a, b, across=True) for a, b in turned(left, right, scripts)
    )


def _swapped(one: Chunks, other: Chunks, scripts: Scripts) -> bool:
    """`15 Khordad` is `Khordad-15` to those who write the figure behind."""
    words = all(max(len(chunk) for chunk in chunks) > 3 for chunks in (one, other))
    return words and all(_same_chunk(a, b, scripts) for a, b in zip(one, other[::-1], strict=True))


def _run_together(one: Chunks, other: Chunks, scripts: Scripts) -> bool:
    """`Kheibar Shekan` and `خیبرشکن`: words without figures written as one."""
    left, right = "".join(one), "".join(other)
    if left == right:
        return True
    words = min(map(len, (*one, *other))) > 2 and left.isalpha() and right.isalpha()
    return words and vowelled(scripts) is not None and alike(left, right, scripts)
