"""What fills a claim's roles, as small sets: parties, goods, days, counts, and words to show."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from math import inf
from typing import NamedTuple

from headstamp.corroborate.vocabulary import (
    ARMS_AT_LARGE,
    CONTAINERS,
    FAMILIES,
    TELL_NOTHING,
    content_words,
    initials,
    is_name,
    singular,
)
from headstamp.model import Argument
from headstamp.model.values import Interval, Materiel, Party, Place, Quantity

Days = tuple[int, int]

GIVERS = ("supplier", "producer", "trainer", "funder", "user", "actor")
TAKERS = ("recipient", "trainee", "target", "addressee", "backer")
_ENDS = {"destination": "recipient", "origin": "supplier"}
"""Where goods go or come from speaks, as a country, for who gets or gives them."""
ABOUT = 0.1
"""`nearly forty` may be a tenth more or less."""
A_FEW = 24
"""Numbers up to two dozen come twice by chance."""
COUNTS_OF_MOVEMENTS = frozenset({"consignment", "delivery", "flight", "lot", "shipment", "time"})
FAR = 10_000_000
"""An ordinal day beyond any date, for open ends."""


class Parties(NamedTuple):
    """Who fills a role: ids of the authority file, those and all they belong to, loose words.

    `states` are the ids that are states, `groups` those that are no state's: `to Yemen` may mean a
    group in Yemen. `names` are the words of names that nothing resolved.
    """

    ids: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def __or__(self, other: "Parties") -> "Parties":
        if self is other or other == NOBODY:
            return self
        return Parties(
            self.ids | other.ids,
            self.kin | other.kin,
            self.words | other.words,
            self.states | other.states,
            self.groups | other.groups,
            self.names | other.names,
        )


NOBODY = Parties()
# A document names few parties many times: claims that name the same hold the same value.
_shared = lru_cache(maxsize=100_000)(Parties)


def parties_in(arguments: tuple[Argument, ...], roles: tuple[str, ...]) -> Parties:
    """Everybody who fills one of `roles`; of persons only the words, for they act for others."""
    ids: set[str] = set()
    kin: set[str] = set()
    words: set[str] = set()
    states: set[str] = set()
    groups: set[str] = set()
    names: set[str] = set()
    for argument in arguments:
        if argument.role in roles:
            found = [v for v in argument.values if isinstance(v, Party) and v.kind != "person"]
            for party in found:
                ids.add(party.id)
                if party.kind == "state":
                    states.add(party.id)
                elif party.kind not in ("force", "agency") or not party.parents:
                    groups.add(party.id)
                kin.update(_kin(party))
            said = argument.stands_for_words or argument.words
            words.update(content_words(said))
            if not found and is_name(said):
                names.update(content_words(said))
            words.update(filter(None, map(initials, (said, *(p.canonical for p in found)))))
        elif _ENDS.get(argument.role) in roles:
            kin.update(
                _slug(v.name)
                for v in argument.values
                if isinstance(v, Place) and v.kind == "country"
            )
    return _shared(*map(frozenset, (ids, kin, words, states, groups, names)))


def _kin(party: Party) -> Iterable[str]:
    """A party's own keys and those of all it belongs to."""
    yield party.id
    yield _slug(party.canonical)
    yield from map(_slug, party.parents)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def goods_in(
    phrases: tuple[Argument, ...],
) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Designations, categories, what bare nouns may stand for, and the nouns themselves."""
    designations: set[str] = set()
    categories: set[str] = set()
    allowed: set[str] = set()
    heads: set[str] = set()
    for argument in phrases:
        words = list(content_words(argument.stands_for_words or argument.words))
        head = singular(words[-1]) if words else ""
        heads.add(head)
        at_large = head + "s" in ARMS_AT_LARGE or head in ARMS_AT_LARGE
        says_nothing = len(words) == 1 and at_large
        for value in argument.values:
            if isinstance(value, Materiel) and not says_nothing and not _brings(head, value):
                if value.designation:
                    designations.add(value.designation)
                if value.designation is None and len(words) == 1 and head in FAMILIES:
                    allowed |= FAMILIES[head]
                elif value.category not in TELL_NOTHING or (len(words) > 1 and not at_large):
                    categories.add(value.category)
        if not argument.values and head in FAMILIES:
            allowed |= FAMILIES[head]
    return frozenset(designations), frozenset(categories), frozenset(allowed), frozenset(heads)


def _brings(head: str, value: Materiel) -> bool:
    """Whether a word for a crate was taken for the aircraft that brought it."""
    return head in CONTAINERS and value.category in ("transport aircraft", "helicopter")


def days_of(arguments: tuple[Argument, ...]) -> Days | None:
    """The days of all its dates together; None where none is resolved."""
    spans = [
        (ordinal_day(v.earliest) or -FAR, ordinal_day(v.latest) or FAR)
        for a in arguments
        if a.role == "date"
        for v in a.values
        if isinstance(v, Interval)
    ]
    return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None


def counts_of(arguments: tuple[Argument, ...]) -> frozenset[tuple[float, float]]:
    """Counts of things; money, weights and lots are none."""
    return frozenset(_bounds(v) for v in _quantities(arguments) if v.unit is None)


def tallies_of(arguments: tuple[Argument, ...]) -> frozenset[float]:
    """Numbers, of things or of what they come in, that two accounts do not share by chance."""
    return frozenset(
        v.low
        for v in _quantities(arguments)
        if v.low is not None and v.low == v.high and not v.approximate
        if v.low > A_FEW and len(f"{v.low:g}".rstrip("0")) > 1
        if v.unit is None or v.unit not in COUNTS_OF_MOVEMENTS
    )


def _quantities(arguments: tuple[Argument, ...]) -> Iterator[Quantity]:
    for argument in arguments:
        if argument.role == "quantity":
            yield from (v for v in argument.values if isinstance(v, Quantity))


def _bounds(count: Quantity) -> tuple[float, float]:
    low = count.low if count.low is not None else 0.0
    high = count.high if count.high is not None else inf
    is_about = count.approximate and low == high
    return (low * (1 - ABOUT), high * (1 + ABOUT)) if is_about else (low, high)


def shown(arguments: tuple[Argument, ...]) -> Iterator[tuple[str, str]]:
    """Each role with what fills it: the known name of a known thing, else the words."""
    for argument in arguments:
        named = [name for v in argument.values if (name := _name(v))]
        for value in named or [argument.stands_for_words or argument.words]:
            yield argument.role, value


def _name(value: object) -> str | None:
    match value:
        case Party():
            return value.canonical
        case Materiel():
            return value.designation
        case Place():
            return value.name
        case Interval():
            return f"{value.earliest or ''}..{value.latest or ''}"
    return None


def ordinal_day(day: date | None) -> int | None:
    """A day as a number to reckon with."""
    return day.toordinal() if day else None
