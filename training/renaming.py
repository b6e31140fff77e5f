"""Names changed in training, so that who does what is learned from the sentence and not by heart.

A name gives way to another of its class anywhere in the window, or to one that was never heard:
the beginning of one name with the end of another.
"""

import random
import re
from collections.abc import Mapping, Sequence

from headstamp.read.words import BREAKS, SHAPES, Word

Names = Mapping[str, Sequence[list[int]]]
"""For each class of names, the pieces of every name that was met."""

KINDS = ("STATE", "GROUP", "FORCE", "PER", "ORG", "PLACE")
"""Types of entity whose names say nothing of what they do."""

UNHEARD = 0.3
"""The share of new names that are made up."""

_ENDINGS = re.compile(r"(?P<adjective>ian|yan|ean|can|ese|ish|i)$|(?P<plural>s)$")


def name_class(kind: str, words: Sequence[str], word: str) -> str | None:
    """The class within which `word` of an entity can be changed, None where it cannot.

    One word of a person's name; of others only a name of one word. `Iranian` is no `Iran`.
    """
    if kind not in KINDS or len(word) < 3 or (kind != "PER" and len(words) > 1):
        return None
    ending = _ENDINGS.search(word)
    return f"{kind} {ending.lastgroup if ending and kind != 'PER' else 'name'}"


def is_name(word: Word) -> bool:
    """Whether the word is written as names are: a capital, then small letters."""
    return SHAPES[word.feature // len(BREAKS)] == "title"


def renamed(
    named: Mapping[int, str], pieces: Sequence[list[int]], names: Names, rng: random.Random
) -> dict[int, list[int]]:
    """New pieces for about half of the names of a window; one name gets one new name.

    `named` gives the class of each word, by its index, that is a name.
    """
    new: dict[tuple[int, ...], list[int] | None] = {}
    for index, kind in named.items():
        key = tuple(pieces[index])
        if key not in new:
            new[key] = _other(names[kind], rng) if rng.random() < 0.5 else None
    found = ((index, new[tuple(pieces[index])]) for index in named)
    return {index: name for index, name in found if name is not None}


def _other(names: Sequence[list[int]], rng: random.Random) -> list[int]:
    name = rng.choice(names)
    if rng.random() < UNHEARD:
        tail = rng.choice(names)
        return name[: (len(name) + 1) // 2] + tail[(len(tail) + 1) // 2 :]
    return name
