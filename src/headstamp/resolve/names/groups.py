"""Compares two names as names of a group."""

import re

from headstamp.resolve.names.compare import alike, classes_agree, same_words
from headstamp.resolve.names.cutting import Name, group
from headstamp.resolve.names.kinds import EMPTY
from headstamp.resolve.script import words

_POINTS = re.compile(r"[.\s]")


def same_group(left: str, right: str) -> str | None:
    """The rule by which two groups' names are one, None where they are two."""
    one, other = group(left), group(right)
    if classes_agree(one, other):
        if same_words(one, other):
            return "spelling"
        if _same_in_another_order(one, other):
            return "spelling"
    return "acronym" if stands_for(left, right) or stands_for(right, left) else None


def _same_in_another_order(one: Name, other: Name) -> bool:
    """Whether each word has its partner: `Southern Council`, `al-Majlis al-Janubi`."""
    if len(one.content) != len(other.content) or len(one.content) < 2:
        return False
    scripts = (one.script, other.script)
    rest = list(other.content)
    for word in one.content:
        partner = next((each for each in rest if alike(word, each, scripts)), None)
        if partner is None:
            return False
        rest.remove(partner)
    return True


def stands_for(acronym: str, name: str) -> bool:
    """Whether `acronym` is capitals that begin the words of `name`: `RSF`, Rapid Support Forces."""
    if not acronym.isupper():
        return False
    letters = _POINTS.sub("", acronym)
    if not (letters.isalpha() and 2 < len(letters) < 9):
        return False
    begun = [word[0] for word in words(name)]
    bare = [word[0] for word in words(name) if word not in EMPTY]
    return letters.casefold() in ("".join(begun), "".join(bare))
