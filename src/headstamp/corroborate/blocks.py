"""Which entries are worth comparing with a thread.

Those that share a party, a type, a place, a vessel, a count, a sort of arms in one country or a
passage, in the same quarter of a year; a day, a rare number, a place and a vessel are looked up at
any time, and so are orders of the same parties. What an outlet told stands under it too.

Every entry stands under the keys of its threads. A key holds only its latest entries, so that the
work a thread makes does not grow with the ledger.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import NamedTuple

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

Key = tuple[str | int, ...]
Slot = int | Key
"""A name in a quarter as one number, or a key as it is."""


class Keys(NamedTuple):
    """What a thread is looked up by: `names` in each of `quarters`, and what holds at any time."""

    names: set[Key]
    quarters: set[int]
    lasting: set[Key]


class Blocks:
    """An index from keys to the numbers of entries. It grows, and never shrinks."""

    def __init__(self) -> None:
        self._numbers: defaultdict[Key, int] = defaultdict(count(0, 1 << _QUARTER_BITS).__next__)
        self._under: dict[Slot, dict[int, int]] = {}
        """How many times each entry is among the latest of a key."""
        self._latest: dict[Slot, deque[int]] = {}
        """The latest entries of a key that has had two, as they came."""
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
        under, latest_of = self._under.get, self._latest.get
        for slot in slots:
            times = under(slot)
            if times is None:
                self._under[slot] = {entry: 1}
                continue
            latest = latest_of(slot)
            if latest is None:
                if entry in times:
                    continue
                latest = self._latest[slot] = deque(times)
            elif latest[-1] == entry:
                continue
            latest.append(entry)
            times[entry] = times.get(entry, 0) + 1
            if len(latest) > ENTRIES_A_KEY:
                oldest = latest.popleft()
                if times[oldest] == 1:
                    del times[oldest]
                else:
                    times[oldest] -= 1

    def spread(self, key: Key) -> int:
        """How many entries stand under a key, of the latest."""
        return len(self._under.get(key, ()))

    def near(self, family: str, slots: Sequence[Slot]) -> list[int]:
        """The entries that share the most keys, rare ones if these lead to enough, the oldest first
        where they share as many; where they are few, what was told last: a short text may name none
        of what it is about.
        """
        under = self._under.get
        found = [times for slot in slots if (times := under(slot))]
        counts = Counter(chain.from_iterable([each for each in found if len(each) < COMMON]))
        if len(counts) < AT_LEAST:
            counts = Counter(chain.from_iterable(found))
        most = sorted(counts.values(), reverse=True)[:CANDIDATES]
        least = most[-1] if most else 0
        # As whole numbers, which sort faster than pairs: the shared keys above, the entry below.
        ranked = sorted([
            (-shared << _ENTRY_BITS) + entry for entry, shared in counts.items() if shared >= least
        ])  # fmt: skip
        nearest = [number & _ENTRY_MASK for number in ranked[:CANDIDATES]]
        if len(nearest) < AT_LEAST and slots:
            lately = self._lately.get(family, ())
            others = [entry for entry in dict.fromkeys(reversed(lately)) if entry not in nearest]
            nearest += others[: AT_LEAST - len(nearest)]
        return nearest


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
