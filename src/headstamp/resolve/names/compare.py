"""Compares two names as names of a group, a person, a weapon or a place."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from headstamp.resolve.names.kinds import (
    APART,
    ASSIMILATED,
    EMPTY,
    FILLERS,
    HONOURS,
    PLACE_FILLERS,
    WEAK,
    WEAPON_FILLERS,
    classes_of,
    meaning,
)
from headstamp.resolve.names.nations import nation
from headstamp.resolve.names.other_names import same_known_place
from headstamp.resolve.names.skeleton import same_sounds, singular, skeleton, vowels_apart
from headstamp.resolve.script import script, words

_VOWELLED = frozenset({"Latn", "Cyrl", "Hang"})
_CHUNK = re.compile(r"[^\W\d_]+|\d+")
_KUNYA = frozenset({"abu", "abou", "abo", "umm", "um", "abd", "abdul", "abdel", "abdal", "abw"})
_SONS_OF = frozenset({"albu", "abu", "bu", "abou", "bou"})
_SON = frozenset({"bin", "ibn", "ben", "bn", "abn", "b"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name cut up: its content words, the classes of its other words, its script."""

    content: tuple[str, ...]
    classes: tuple[frozenset[str], ...]
    script: str

    @property
    def joined(self) -> str:
        """All content words as one, for `Nasr Allah` and `Nasrallah`."""
        return "".join(self.content)


def _content(text: str, empty: frozenset[str]) -> tuple[str, ...]:
    """The words that carry the name: no articles, no fillers, `allah` joined to what it follows."""
    kept: list[str] = []
    all_words = words(text)
    for place, word in enumerate(all_words):
        inside = 0 < place < len(all_words) - 1
        if word in EMPTY or word in empty or (inside and word in ASSIMILATED):
            continue
        if word in ("allah", "llah", "ullah", "ollah") and kept:
            kept[-1] += word
        else:
            kept.append(word)
    return tuple(kept) or all_words


@lru_cache(maxsize=131072)
def group(text: str) -> Name:
    """A group's name: words of sort and honours apart, nations by their code (`~lb`)."""
    phrase = re.sub(r"(?i)\bparty of (?:god|allah)\b", "hezbollah", text)
    phrase = re.sub(r"\bU\.?\s?S\.?(?:\s?A\.)?(?=\s)", "American", phrase)
    written = script(text)
    content: list[str] = []
    classes: list[frozenset[str]] = []
    every = _content(phrase, frozenset())
    for word in every:
        found = classes_of(word, written in _VOWELLED)
        if found:
            classes.append(found)
        else:
            country = nation(word) if written in _VOWELLED else None
            content.append(country or meaning(word, written in _VOWELLED))
    plain = tuple(word for word in content if word not in HONOURS) or tuple(content)
    if not plain:
        return Name(every, (), written)
    return Name(plain, tuple(classes), written)


@lru_cache(maxsize=131072)
def person(text: str) -> Name:
    """A person's name without titles; `Abu` and `Abdul` joined to what they rule."""
    content: list[str] = []
    ruling = ""
    every = _content(text, frozenset())
    title = True
    for place, word in enumerate(every):
        title = title and word in FILLERS and place < len(every) - 1
        if title or word in _SON:
            continue
        if word in _KUNYA:
            ruling += "abd" if "bd" in word else "abu"
            continue
        content.append(ruling + word)
        ruling = ""
    return Name(tuple([*content, ruling] if ruling else content), (), script(text))


@lru_cache(maxsize=131072)
def weapon(text: str) -> Name:
    """A designation as runs of letters and of figures."""
    kept = [
        word for word in words(text) if word not in WEAPON_FILLERS and word not in ("al", "the")
    ]
    kept = [
        word
        for place, word in enumerate(kept)
        if word not in ("e", "i") or not 0 < place < len(kept) - 1 or kept[place + 1].isdigit()
    ]
    chunks = [chunk for word in kept or words(text) for chunk in _CHUNK.findall(word)]
    return Name(tuple(chunks), (), script(text))


@lru_cache(maxsize=131072)
def place(text: str) -> Name:
    """A place's name: words of sort are classes that must agree where both have them."""
    content = _content(text, frozenset())
    kept = tuple(word for word in content if word not in PLACE_FILLERS)
    if kept and kept[0] in _SONS_OF:
        kept = ("bu", *kept[1:])
    classes = tuple(frozenset({word}) for word in content if word in PLACE_FILLERS)
    return Name(kept or content, classes if kept else (), script(text))


def alike(left: str, right: str, vowelled: bool | None) -> bool:
    """Whether two words are spellings of one: same skeleton, and vowels that can be the same.

    `vowelled` says whether both are of scripts that write vowels. It is None where both are of
    Arabic letters, whose spelling is fixed: then only equal words are alike.
    """
    if left == right or vowelled is None:
        return left == right
    if "~" in left + right or not same_sounds(left, right, across=not vowelled):
        return False
    one = skeleton(left)
    if len(one.strip("AY")) < 2:
        near = vowels_apart(left, right) == 0 if vowelled else left[:1] == right[:1]
        return near and abs(len(left) - len(right)) < 3
    if any(figure.isdigit() for figure in one):
        return one == skeleton(right)
    return not vowelled or vowels_apart(left, right) < (1.0 if len(one) > 2 else 0.75)


def _vowelled(left: Name, right: Name) -> bool | None:
    if left.script == right.script == "Arab":
        return None
    return left.script in _VOWELLED and right.script == left.script


def same_words(left: Name, right: Name) -> bool:
    """Whether two names have the same words in the same order, or run together."""
    vowelled = _vowelled(left, right)
    if vowelled is None:
        return left.joined == right.joined
    if len(left.content) == len(right.content) and all(
        alike(one, other, vowelled) or alike(singular(one), singular(other), vowelled)
        for one, other in zip(left.content, right.content, strict=True)
    ):
        return True
    one, other = left.joined, right.joined
    if vowelled and len(left.content) == len(right.content):
        return one == other
    if len(one) < 5 or len(other) < 5 or not same_sounds(one, other, across=not vowelled):
        return one == other
    seams = abs(len(left.content) - len(right.content))
    return not vowelled or vowels_apart(one, other) < 1.0 + 0.5 * seams


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


def same_group(left: str, right: str) -> str | None:
    """The rule by which two groups' names are one, None where they are two."""
    one, other = group(left), group(right)
    if classes_agree(one, other):
        if same_words(one, other):
            return "spelling"
        swapped = Name(tuple(sorted(one.content)), (), one.script)
        if any("~" in w for w in one.content) and same_words(
            swapped, Name(tuple(sorted(other.content)), (), other.script)
        ):
            return "spelling"
    return "acronym" if stands_for(left, right) or stands_for(right, left) else None


def stands_for(acronym: str, name: str) -> bool:
    """Whether `acronym` is capitals that begin the words of `name`: `RSF`, Rapid Support Forces."""
    letters = re.sub(r"[.\s]", "", acronym)
    if not (letters.isalpha() and letters.isupper() and 2 < len(letters) < 9):
        return False
    begun = [word[0] for word in words(name)]
    bare = [word[0] for word in words(name) if word not in EMPTY]
    return letters.casefold() in ("".join(begun), "".join(bare))


def same_person(left: str, right: str) -> str | None:
    """The rule by which two persons' names are one: never by a surname alone."""
    one, other = person(left), person(right)
    rule = _person_rule(one, other)
    if rule and any(_apart(a, b) for a, b in zip(one.content, other.content, strict=False)):
        return None
    return rule


def _person_rule(one: Name, other: Name) -> str | None:
    if same_words(one, other):
        return "spelling"
    longer, shorter = sorted((one.content, other.content), key=lambda w: (-len(w), w))
    vowelled = _vowelled(one, other)
    if len(shorter) < 2 or not alike(longer[-1], shorter[-1], vowelled):
        return None
    if len(longer) == len(shorter):
        pairs = list(zip(longer[:-1], shorter[:-1], strict=True))
        fits = all(alike(a, b, vowelled) or _initial(a, b) for a, b in pairs)
        return "initial" if fits else None
    if not alike(longer[0], shorter[0], vowelled):
        return None
    rest = iter(longer[1:])
    inner = all(any(alike(word, a, vowelled) for a in rest) for word in shorter[1:])
    return "middle-name" if inner else None


def _apart(left: str, right: str) -> bool:
    """Whether two given names are known to be two, or a man's and a woman's (`Samir`, `Samira`)."""
    for one, other in APART:
        if (left in one and right in other) or (left in other and right in one):
            return True
    longer, shorter = sorted((left, right), key=len, reverse=True)
    return len(shorter) > 3 and longer in (shorter + "a", shorter + "ah")


def _initial(left: str, right: str) -> bool:
    return 1 in (len(left), len(right)) and left[0] == right[0]


def same_place(left: str, right: str) -> str | None:
    """The rule by which two places' names are one."""
    one, other = place(left), place(right)
    if one.classes and other.classes and not classes_agree(one, other):
        return None
    begins = {one.joined[:1], other.joined[:1]}
    if begins == {"a", "e"} and len(one.joined) < 5 and one.script == other.script:
        return None
    if same_words(one, other):
        return "spelling"
    across = not _vowelled(one, other)
    near = same_sounds(one.joined, other.joined, across=across)
    return "known" if near and same_known_place(left, right) else None


def likeness(left: str, right: str) -> float:
    """How alike two names look once written in one alphabet, 0 to 1."""
    return float(Indel.normalized_similarity(" ".join(words(left)), " ".join(words(right))))
