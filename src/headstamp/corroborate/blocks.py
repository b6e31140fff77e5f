"""Which entries are worth comparing with a thread.

Those that share a party, a type, a place, a vessel, a count, a sort of arms in one country or a
passage, in the same quarter of a year; a day, a rare number, a place and a vessel are looked up at
any time, and so are orders of the same parties. What an outlet told stands under it too.

Every entry stands under the keys of its threads. A key holds only its latest entries, so that the
work a thread makes does not grow with the ledger.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from headstamp.corroborate.profile import Profile

QUARTER_DAYS = 91
ENTRIES_A_KEY = 60
COMMON = 40
"""A key of so many entries is looked into only where the others lead to few."""
CANDIDATES = 20
AT_LEAST = 12
"""So many entries are compared, even where fewer share a key."""
COUNTED = 5
"""So many things of a sort, told exactly, are worth looking up: a retelling keeps the number."""

_ENTRY_BITS = 40
_ENTRY_MASK = (1 << _ENTRY_BITS) - 1
_QUARTER_BITS = 20
_NOBODY = -1
_Numbers = NDArray[np.signedinteger[Any]]

Key = tuple[str | int, ...]
Slot = int | Key
"""A name in a quarter as one number, or a key as it is."""


class Keys(NamedTuple):
    """What a thread is looked up by: `names` in each of `quarters`, and what holds at any time."""

    names: set[Key]
    quarters: set[int]
    lasting: set[Key]


class Blocks:
    """An index from keys to the numbers of entries. It grows, and never shrinks.

    The latest entries of a key are a row of a table, written round and round; of an entry that
    comes again only the last place shows, so that what shows in a row is all different. A key with
    one entry has no row yet.
    """

    def __init__(self) -> None:
        self._numbers: defaultdict[Key, int] = defaultdict(count(0, 1 << _QUARTER_BITS).__next__)
        self._under: dict[Slot, int] = {}
        """The row of a key; of one with a single entry, that entry, inverted."""
        self._rows = 0
        self._table = np.full((1_024, ENTRIES_A_KEY), _NOBODY, np.int32)
        self._written = np.zeros(1_024, np.intp)
        """Where each row was written last."""
        self._different = np.zeros(1_024, np.intp)
        """How many entries show in each row."""
        self._lately: dict[str, deque[int]] = {}

    def slots(self, keys: Keys) -> list[Slot]:
        """The keys as they are looked up and added under: names are numbered, which is cheaper than
        to put each together with each quarter.
        """
        numbers = [self._numbers[name] for name in keys.names]
        slots: list[Slot] = [number + quarter for number in numbers for quarter in keys.quarters]
        slots.extend(keys.lasting)
        return slots

    def add(self, entry: int, family: str, slots: Sequence[Slot]) -> None:
        """Put an entry of some family under its keys, which are all different."""
        if slots:
            self._lately.setdefault(family, deque(maxlen=AT_LEAST)).append(entry)
        rows: list[int] = []
        for slot in slots:
            row = self._under.setdefault(slot, ~entry)
            if row >= 0:
                rows.append(row)
            elif row != ~entry:
                self._under[slot] = self._begun(~row)
                rows.append(self._under[slot])
        if rows:
            self._write(entry, np.array(rows))

    def spread(self, key: Key) -> int:
        """How many entries stand under a key, of the latest."""
        row = self._under.get(key)
        return 0 if row is None else 1 if row < 0 else int(self._different[row])

    def near(self, family: str, slots: Sequence[Slot]) -> list[int]:
        """The entries that share the most keys, rare ones if these lead to enough, the oldest first
        where they share as many; where they are few, what was told last: a short text may name none
        of what it is about.
        """
        under = self._under.get
        found = np.array([row for slot in slots if (row := under(slot)) is not None], np.intp)
        rows, alone = found[found >= 0], ~found[found < 0]
        ranked = self._ranked(alone, rows[self._different[rows] < COMMON])
        if len(ranked) < AT_LEAST:
            ranked = self._ranked(alone, rows)
        nearest: list[int] = (ranked[:CANDIDATES] & _ENTRY_MASK).tolist()
        if len(nearest) < AT_LEAST and slots:
            lately = self._lately.get(family, ())
            others = [entry for entry in dict.fromkeys(reversed(lately)) if entry not in nearest]
            nearest += others[: AT_LEAST - len(nearest)]
        return nearest

    def _ranked(self, alone: _Numbers, rows: _Numbers) -> _Numbers:
        """The entries of some rows and those alone under a key, in order: as whole numbers, with
        how many keys each shares above, less than nothing, and the entry below.
        """
        shown = np.concatenate((self._table[rows].ravel(), alone))
        shown = np.sort(shown[shown >= 0])
        is_first = np.ones(len(shown) + 1, np.bool_)
        np.not_equal(shown[1:], shown[:-1], out=is_first[1:-1])
        firsts = np.flatnonzero(is_first)
        shared = firsts[1:] - firsts[:-1]
        return np.sort((-shared << _ENTRY_BITS) + shown[firsts[:-1]])

    def _begun(self, first: int) -> int:
        """A new row, with its first entry."""
        row = self._rows
        self._rows += 1
        if row == len(self._table):
            self._table = np.concatenate((self._table, np.full_like(self._table, _NOBODY)))
            self._written = np.concatenate((self._written, np.zeros_like(self._written)))
            self._different = np.concatenate((self._different, np.zeros_like(self._different)))
        self._table[row, 0] = first
        self._different[row] = 1
        return row

    def _write(self, entry: int, rows: _Numbers) -> None:
        """Put an entry into rows, all different, of which it is not the last."""
        written = self._written[rows]
        others = self._table[rows, written] != entry
        rows, at = rows[others], (written[others] + 1) % ENTRIES_A_KEY
        again, before = np.nonzero(self._table[rows] == entry)
        self._table[rows[again], before] = _NOBODY
        self._different[rows[again]] -= 1
        self._different[rows] += self._table[rows, at] == _NOBODY
        self._table[rows, at] = entry
        self._written[rows] = at


def keys(family: str, profile: Profile) -> Keys:
    """The keys of a thread. Orders and what was published stand for themselves without a date."""
    takers = profile.takers.kin | profile.holders.kin | profile.context_takers.ids
    givers = profile.givers.kin | profile.context_givers.ids
    names: set[Key] = {(family, "taker", taker) for taker in takers}
    names |= {(family, "giver", giver) for giver in givers}
    names |= {(family, "seizer", seizer) for seizer in profile.seizers.ids}
    names |= {(family, "type", designation) for designation in profile.designations}
    for side in (profile.seizers, profile.takers, profile.givers):
        if side.words and not side.ids:
            names.add((family, "called", " ".join(sorted(side.words))))
    counts = {low for low, high in profile.ordered | profile.delivered if low == high >= COUNTED}
    sorts, countries = profile.categories, profile.countries
    names |= {(family, "count", sort, int(many)) for sort in sorts for many in counts}
    names |= {(family, "sort", sort, country) for sort in sorts for country in countries}
    lasting: set[Key] = {(family, "number", int(tally)) for tally in profile.tallies}
    lasting |= {(family, "carrier", carrier) for carrier in profile.carriers}
    lasting |= {(family, "spot", spot) for spot in profile.spots}
    exact = [days for days in profile.moved | profile.seized if days[1] - days[0] <= 1]
    lasting |= {(family, "day", day) for days in exact for day in days}
    lasting |= {passage_key(family, mark) for mark in profile.marks}
    if profile.phases & {"deal", "plan"}:
        lasting |= {(family, "ordered by", taker) for taker in takers}
    lasting |= {(family, "pair", giver, taker) for giver in givers for taker in takers}
    return Keys(names, set(_quarters(profile)), lasting)


def party_keys(family: str, profile: Profile) -> list[Key]:
    """The keys of who gets the goods, else of who gives them, in the quarters of a thread."""
    names = [("taker", id) for id in profile.takers.ids]
    names = names or [("giver", id) for id in profile.givers.ids]
    return [(family, quarter, *name) for quarter in set(_quarters(profile)) for name in names]


def passage_key(family: str, mark: int) -> Key:
    """The key of a mark of wording."""
    return family, "passage", mark


def outlet_key(family: str, outlet: str, quarter: int) -> Key:
    """The key of what an outlet told in a quarter, for those who cite it."""
    return family, "told by", outlet, quarter


def _quarters(profile: Profile) -> Iterator[int]:
    """The quarters in which it was published or happened, each with its neighbours."""
    days = [profile.first_published, profile.last_published]
    for start, end in profile.moved | profile.seized | profile.held | profile.dealt:
        if end - start <= 4 * QUARTER_DAYS:
            days += [start, end]
    for day in days:
        yield from quarters_of(day)


def quarters_of(day: int | None) -> Iterator[int]:
    """The quarter of a day and its neighbours; none where the day is not known."""
    if day is not None:
        quarter = day // QUARTER_DAYS
        yield from (quarter - 1, quarter, quarter + 1)
