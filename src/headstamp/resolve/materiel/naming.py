"""Finds the designation that stands in a phrase: the longest, told apart by letters and figures.

What is joined to a name counts: `S-300PMU-3` is no `S-300PMU`, and falls back to the family. A
letter after a name is a variant of it (`T-72B3`); a figure is another type (`Fateh-450`), so that
only a family can stand for it.
"""

from dataclasses import dataclass

from headstamp.resolve.materiel.catalogue import Owner, catalogue
from headstamp.resolve.materiel.designation import Token

LIKE = frozenset(
    ("type", "types", "pattern", "style", "like", "inspired", "based", "derived", "standard")
)


@dataclass(frozen=True, slots=True)
class Naming:
    """Owners of the name that stands at tokens `start` to `end`, and how well it is met.

    `rule` is `designation`, `designation-variant` or `designation-family`; `like` says that the
    words name something of that type or pattern rather than the thing itself.
    """

    owners: list[Owner]
    start: int
    end: int
    rule: str
    like: bool


def namings(tokens: list[Token]) -> list[Naming]:
    """The designations in a phrase from left to right, the longest at each place."""
    found: list[Naming] = []
    place = 0
    while place < len(tokens):
        naming = _at(tokens, place) if _begins(tokens, place) else None
        if naming:
            found.append(naming)
        place = naming.end if naming else place + 1
    return found


def _begins(tokens: list[Token], place: int) -> bool:
    """Whether a name may begin here: after a space, or after a word and a hyphen (`ex-MiG-21`)."""
    if not tokens[place].attached:
        return True
    before = tokens[place - 1].words
    return len(before) > 1 and before.islower() and before.isalpha()


def _at(tokens: list[Token], start: int) -> Naming | None:
    owners_of = catalogue().owners
    for end in range(min(len(tokens), start + catalogue().longest), start, -1):
        for key in _keys(tokens[start:end]):
            owners = [owner for owner in owners_of.get(key, ()) if _written(owner, tokens, start)]
            naming = _followed(owners, tokens, start, end) if owners else None
            if naming:
                return naming
    return None


def _keys(tokens: list[Token]) -> list[str]:
    """The key as it is, and with the last word in the singular."""
    key = " ".join(token.key for token in tokens)
    last = tokens[-1].key
    if not last.isalpha() or not last.endswith("s") or len(last) < 3:
        return [key]
    return [key, key[:-1], key[:-2]] if last.endswith("es") else [key, key[:-1]]


def _written(owner: Owner, tokens: list[Token], start: int) -> bool:
    """Whether a name that is also a plain word is written as a name."""
    capital = owner.entry.capital
    following = tokens[start + 1 : start + 2]
    figured = bool(following) and following[0].attached and following[0].key[0].isdecimal()
    if capital is None or figured or tokens[start].key[0].isdecimal():
        return True
    words = tokens[start].words
    if capital == "first":
        return not words[0].islower()
    others = [token.words for place, token in enumerate(tokens) if place != start]
    shouted = any(other.isupper() and len(other) > 3 for other in others)
    plain = words.removesuffix("s")
    return len(plain) > 1 and plain.isupper() and not shouted


def _followed(owners: list[Owner], tokens: list[Token], start: int, end: int) -> Naming | None:
    """What follows a name without a space: nothing, a plural, a plain word, a variant, another."""
    rest: list[Token] = []
    for token in tokens[end:]:
        if not token.attached:
            break
        rest.append(token)
    if rest and rest[0].key == "s" and (rest[0].words == "s" or len(rest) == 1):
        return Naming(owners, start, end + 1, "designation", like=False)
    if not rest:
        spaced = tokens[end].key if end < len(tokens) else ""
        return Naming(owners, start, end, "designation", like=spaced in ("pattern", "style"))
    if rest[0].words.islower() and len(rest[0].words) > 2:
        return Naming(owners, start, end, "designation", like=rest[0].words in LIKE)
    short = all(len(token.key) < 5 for token in rest)
    suffix = rest[0].words.isupper() and len(rest[0].key) < 4
    if short and rest[0].key.isalpha() and (suffix or _figured(tokens[start:end])):
        same = [owner for owner in owners if not owner.entry.family]
        if same:
            return Naming(same, start, end + len(rest), "designation-variant", like=False)
    family = [owner for owner in owners if owner.entry.family]
    if family:
        return Naming(family, start, end + len(rest), "designation-family", like=False)
    return None


def _figured(tokens: list[Token]) -> bool:
    return any(token.key[0].isdecimal() for token in tokens)
