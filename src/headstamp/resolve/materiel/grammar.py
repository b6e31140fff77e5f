"""Says what sort of arms a phrase names by its head noun and the words before it.

The lexicon is `data/materiel_words.yaml`: heads, and in order what modifiers make of them.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from headstamp.model.values import Category
from headstamp.resolve.materiel.catalogue import catalogue
from headstamp.resolve.materiel.designation import Token

_LONGEST_HEAD = 5
_AMERICAN = {
    "armour": "armor", "armours": "armor", "armoured": "armored", "unarmoured": "unarmored",
    "calibre": "caliber", "defence": "defense", "defences": "defense", "fibre": "fiber",
    "fibres": "fiber", "fibreglass": "fiberglass", "aluminium": "aluminum", "mould": "mold",
    "barrelled": "barreled", "stabiliser": "stabilizer", "stabilisers": "stabilizer",
    "fertiliser": "fertilizer", "carburettor": "carburetor", "optics": "optic",
    "armaments": "arms", "armoury": "armory", "armouries": "armories",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a head noun means where it stands: a category, or the reason why it means none.

    `admits` are the categories that a designation before it may have, None for any. `role` is
    `part`, `round`, `launcher`, `holder` or empty, as the lexicon explains. The head stands at
    `start`.
    """

    category: Category | None
    reason: str
    admits: tuple[Category, ...] | None
    role: str
    register: str | None
    score: float
    rule: str
    start: int


def meaning(tokens: list[Token], end: int) -> Meaning | None:
    """The meaning of the longest head noun that ends before token `end`, None where none does."""
    words = [_AMERICAN.get(token.key, token.key) for token in tokens]
    for length in range(min(_LONGEST_HEAD, end), 0, -1):
        start = end - length
        head = _heads().get(" ".join(words[start:end]))
        against = start > 0 and tokens[start].attached and words[start - 1] in ("anti", "counter")
        if head and not against:
            return _in_context(head, words, start, end)
    return None


def calibre_mm(words: list[str]) -> float | None:
    """The first calibre among lower-case words: `120 mm`, `.50`, `7.62 x 39`; None for none."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if re.fullmatch(r"\.\d{2,3}", word):
            return round(float(word[:3]) * 25.4, 1)
        if re.fullmatch(r"\d+(\.\d+)?", word) and following in ("mm", "x"):
            return float(word)
        if following == "caliber" and word in ("50", "30"):
            return float(word) * 0.254
    return None


def _in_context(head: dict[str, Any], words: list[str], start: int, end: int) -> Meaning:
    before = f" {' '.join(words[:start])} "
    whole = f" {' '.join(words[:end])} "
    calibre = calibre_mm(words)
    for change in head.get("when", ()):
        if _holds(change, before, whole, calibre):
            return _meaning(head, change, "head-noun-in-context", start)
    return _meaning(head, head, "head-noun", start)


def _holds(change: dict[str, Any], before: str, whole: str, calibre: float | None) -> bool:
    if any(f" {words} " in whole for words in change.get("not", ())):
        return False
    if "words" in change:
        return any(f" {words} " in before for words in change["words"])
    return calibre is not None and change.get("from", 0) <= calibre < change.get("to", 10_000)


def _meaning(head: dict[str, Any], chosen: dict[str, Any], rule: str, start: int) -> Meaning:
    admits = head.get("admits", ())
    return Meaning(
        category=chosen.get("category"),
        reason=chosen.get("reason", ""),
        admits=None if admits == "any" else tuple(admits),
        role=head.get("role", ""),
        register=chosen.get("register"),
        score=chosen.get("score", 0.85),
        rule=chosen.get("rule", rule),
        start=start,
    )


@cache
def _heads() -> dict[str, dict[str, Any]]:
    """The lexicon by each head in the singular and the plural; the first entry of a word counts."""
    heads: dict[str, dict[str, Any]] = {}
    for entry in catalogue().words:
        for head in entry["heads"]:
            for form in (head, *_plurals(head)):
                heads.setdefault(form, entry)
    return heads


def _plurals(head: str) -> tuple[str, ...]:
    if head.endswith("y") and head[-2] not in "aeiou":
        return (head[:-1] + "ies",)
    if head.endswith(("s", "x", "ch", "sh", "o")):
        return (head + "es", head + "s")
    if head.endswith("fe"):
        return (head[:-2] + "ves",)
    return (head + "s",)
