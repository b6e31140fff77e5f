"""Compares words and cut names: whether they can be spellings of one."""

from functools import lru_cache

from rapidfuzz.distance import Indel

from headstamp.resolve.names.cutting import VOWELLED, Name
from headstamp.resolve.names.kinds import WEAK
from headstamp.resolve.names.skeleton import (
    same_sounds,
    singular,
    skeleton,
    turned,
    vowels_apart,
)
from headstamp.resolve.script import words

Scripts = tuple[str, str]
LATIN = ("Latn", "Latn")


def vowelled(scripts: Scripts) -> bool | None:
    """Whether two names' scripts both write vowels, and are one.

    None where both are of Arabic letters, whose spelling is fixed: only equal words are alike.
    """
    if scripts == ("Arab", "Arab"):
        return None
    return scripts[0] in VOWELLED and scripts[0] == scripts[1]


@lru_cache(maxsize=65536)
def alike(left: str, right: str, scripts: Scripts = LATIN) -> bool:
    """Whether two words are spellings of one: same skeleton, and vowels that can be the same.

    Words of three consonants or more may differ in a letter that is heard in two ways
    (`Luhansk`, `Lugansk`), but then not in their vowels.
    """
    both = vowelled(scripts)
    if left == right or both is None:
        return left == right
    if "~" in left + right:
        return False
    if same_sounds(left, right, across=not both):
        return _same_vowels(left, right, both)
    return any(
        same_sounds(one, other, across=not both) and (not both or vowels_apart(one, other) < 0.5)
        for one, other in turned(left, right, scripts)
    )


def _same_vowels(left: str, right: str, both: bool) -> bool:
    one = skeleton(left)
    if len(one.strip("AY")) < 2:
        near = vowels_apart(left, right) == 0 if both else left[:1] == right[:1]
        return near and abs(len(left) - len(right)) < 3
    if any(figure.isdigit() for figure in one):
        return one == skeleton(right)
    return not both or vowels_apart(left, right) < (1.0 if len(one) > 2 else 0.75)


def same_words(left: Name, right: Name) -> bool:
    """Whether two names have the same words in the same order, or run together."""
    scripts = (left.script, right.script)
    both = vowelled(scripts)
    if both is None:
        return left.joined == right.joined
    if len(left.content) == len(right.content) and all(
        alike(one, other, scripts) or alike(singular(one), singular(other), scripts)
        for one, other in zip(left.content, right.content, strict=True)
    ):
        return True
    one, other = left.joined, right.joined
    if both and len(left.content) == len(right.content):
        return one == other
    if len(one) < 5 or len(other) < 5 or not same_sounds(one, other, across=not both):
        return one == other
    seams = abs(len(left.content) - len(right.content))
    return not both or vowels_apart(one, other) < 1.0 + 0.5 * seams


def classes_agree(left: Name, right: Name) -> bool:
    """Whether each class of one name has its partner in the other; weak ones may stand alone."""
    rest = list(right.classes)
    for found in left.classes:
        partner = next((other for other in rest if found & other), None)
        if partner is not None:
            rest.remove(partner)
        elif not found & WEAK:
            return False
    return all(found & WEAK for found in rest)


def likeness(left: str, right: str) -> float:
    """How alike two names look once written in one alphabet, 0 to 1."""
    return float(Indel.normalized_similarity(" ".join(words(left)), " ".join(words(right))))
