"""Cuts names up: which words carry the name, which only say what sort of thing it is."""
# ruff: noqa: SIM905 (lists of words read best as words)

import re
from dataclasses import dataclass
from functools import lru_cache

from headstamp.resolve.names.kinds import (
    ASSIMILATED,
    EMPTY,
    FILLERS,
    HONOURS,
    PLACE_FILLERS,
    WEAPON_FILLERS,
    classes_of,
)
from headstamp.resolve.names.letters import heard, spelled_letters
from headstamp.resolve.names.meanings import meaning
from headstamp.resolve.names.nations import nation
from headstamp.resolve.script import script, words

VOWELLED = frozenset({"Latn", "Cyrl", "Hang"})
"""Scripts that write vowels."""
_CHUNK = re.compile(r"[^\W\d_]+|\d+")
_KUNYA = frozenset("abu abou abo abi aba abw aby umm um abd abdul abdel abdal abdol abdoul".split())
_SONS_OF = frozenset("albu abu bu abou bou".split())
_SON = frozenset("bin ibn ben bn abn b".split())
_SERVANT = re.compile(r"^abd(?:[aeou]{0,2}l|[aeou]{1,2}(?=([rsntdz])\1))(?=\w{3})(?!lah)")
"""`Abdul-`, `Abdel-`, `Abdur-` and the like, written in one with the name they rule."""
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8"}
_PARTY_OF_GOD = re.compile(r"(?i)\bparty of (?:god|allah)\b")
_US = re.compile(r"\bU\.?\s?S\.?(?:\s?A\.)?(?=\s)")


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


def _content(text: str) -> tuple[str, ...]:
    """The words that carry the name: no articles, no fillers, `allah` joined to what it follows."""
    kept: list[str] = []
    all_words = words(heard(text))
    for place, word in enumerate(all_words):
        inside = 0 < place < len(all_words) - 1
        if word in EMPTY or (inside and word in ASSIMILATED):
            continue
        if word in ("allah", "llah", "ullah", "ollah") and kept:
            kept[-1] += word
        else:
            kept.append(_SERVANT.sub("abd", word))
    return tuple(kept) or all_words


@lru_cache(maxsize=131072)
def group(text: str) -> Name:
    """A group's name: words of sort and honours apart, nations by their code (`~lb`)."""
    phrase = _US.sub("American", _PARTY_OF_GOD.sub("hezbollah", text))
    written = script(text)
    content: list[str] = []
    classes: list[frozenset[str]] = []
    every = _content(phrase)
    for word in every:
        found = classes_of(word, written)
        if found:
            classes.append(found)
        else:
            content.append(nation(word) or meaning(word, written in VOWELLED))
    plain = tuple(word for word in content if word not in HONOURS) or tuple(content)
    if not plain:
        return Name(every, (), written)
    return Name(plain, tuple(classes), written)


@lru_cache(maxsize=131072)
def person(text: str) -> Name:
    """A person's name without titles; `Abu` and `Abdul` joined to what they rule.

    A surname before a comma goes to the end.
    """
    first, comma, rest = text.partition(",")
    every = _content(f"{rest} {first}" if comma and rest.strip() and first.strip() else text)
    content: list[str] = []
    ruling = ""
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
    """A designation as runs of letters and of figures; `II` is 2, a Latin `X-` a Cyrillic `Х-`."""
    every = words(heard(spelled_letters(text)))
    kept = [word for word in every if word not in WEAPON_FILLERS and word not in ("al", "the")]
    kept = [
        word
        for place, word in enumerate(kept)
        if word not in ("e", "i") or not 0 < place < len(kept) - 1 or kept[place + 1].isdigit()
    ]
    kept = kept[:1] + [_ROMAN.get(word, word) for word in kept[1:]]
    chunks = [chunk for word in kept or every for chunk in _CHUNK.findall(word)]
    if len(chunks) > 1 and chunks[0] == "x":
        chunks[0] = "kh"
    return Name(tuple(chunks), (), script(text))


@lru_cache(maxsize=131072)
def place(text: str) -> Name:
    """A place's name: words of sort are classes that must agree where both have them."""
    content = _content(text)
    kept = tuple(word for word in content if word not in PLACE_FILLERS)
    if kept and kept[0] in _SONS_OF:
        kept = ("bu", *kept[1:])
    classes = tuple(frozenset({word}) for word in content if word in PLACE_FILLERS)
    return Name(kept or content, classes if kept else (), script(text))
