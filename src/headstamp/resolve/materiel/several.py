"""All that one phrase names: `Zolfaghar, Fateh-110 and Zelzal missiles` are three."""

import re
from functools import lru_cache

from headstamp.model.values import Materiel, Unresolved
from headstamp.resolve.materiel.designation import tokens
from headstamp.resolve.materiel.grammar import meaning
from headstamp.resolve.materiel.resolving import IN_GENERAL, resolve_materiel

_JOINTS = re.compile(
    r"\s*(?:[,;](?!\d)(?:\s*(?:and|or)\b)?|\(|\)|&|\b(?:and|or|plus|as well as|including)\b)\s*"
)
_COUNTED = re.compile(r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|ten|some|several)\s")


@lru_cache(maxsize=4096)
def each_materiel(words: str) -> tuple[Materiel, ...] | Unresolved:
    """What every part of a list names, in order; the reason where nothing is found.

    A list is taken apart only where all its parts are known or too vague to count, so that
    `command and control systems` and `Smith and Wesson` stay whole.
    """
    whole = resolve_materiel(words)
    parts = [part for part in _JOINTS.split(words) if tokens(part)]
    if len(parts) > 1:
        found = [_part(part, parts[-1]) for part in parts]
        known = [each for each in found if each is not None]
        told = all(each is not None or _vague(p) for p, each in zip(parts, found, strict=True))
        if told and known:
            return distinct(known)
    return whole if isinstance(whole, Unresolved) else (whole,)


def distinct(values: list[Materiel]) -> tuple[Materiel, ...]:
    """Each value once; a bare category goes where a designation of that category stands."""
    named = {value.category for value in values if value.designation}
    kept = {
        (value.designation, value.category): value
        for value in reversed(values)
        if value.designation or value.category not in named
    }
    return tuple(reversed(kept.values()))


def in_general(values: tuple[Materiel, ...] | Unresolved) -> bool:
    """Whether nothing is known but that it is arms, if that."""
    return isinstance(values, Unresolved) or all(value.rule == IN_GENERAL for value in values)


def _part(part: str, last: str) -> Materiel | None:
    """A part of a list, read with the noun of the last one where it may share it.

    `mortar and artillery shells` share `shells`; `rifles and artillery shells` do not.
    """
    alone = resolve_materiel(part)
    shares = part != last and not part.endswith("s") and not _COUNTED.match(last)
    noun = re.search(r"\S+\s(\S+)$", last)
    if shares and noun:
        together = resolve_materiel(f"{part} {noun[1]}")
        if isinstance(together, Materiel):
            return together
    return alone if isinstance(alone, Materiel) else None


def _vague(part: str) -> bool:
    """Whether a part is a noun that names no sort by itself (`missiles (Fateh-110, Zelzal)`)."""
    phrase = tokens(part)
    head = meaning(phrase, len(phrase))
    return head is not None and head.category is None
