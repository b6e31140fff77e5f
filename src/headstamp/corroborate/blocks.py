"""Which entries are worth comparing with a thread.

Those that share a party, a type, a place, a vessel, a count, a sort of arms in one country or a
passage, in the same quarter of a year; a day, a rare number, a place and a vessel are looked up at
any time, and so are orders of the same parties. What an outlet told stands under it too.

Every entry stands under the keys of its threads. A key holds only its latest entries, so that the
work a thread makes does not grow with the ledger.
"""

from collections import Counter, deque
from collections.abc import Iterator
from itertools import chain

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

Key = tuple[str | int, ...]


class Blocks:
    """An index from keys to the numbers of entries. It grows, and never shrinks."""

    def __init__(self) -> None:
        self._under: dict[Key, tuple[deque[int], dict[int, int]]] = {}
        """The latest entries of a key, and how many times each is among them."""
        self._lately: dict[str | int, deque[int]] = {}

    def add(self, entry: int, keys: set[Key]) -> None:
        """Put an entry under its keys, of which the family is the first part."""
        if keys:
            family = next(iter(keys))[0]
            self._lately.setdefault(family, deque(maxlen=AT_LEAST)).append(entry)
        for key in keys:
            held = self._under.get(key)
            if held is None:
                self._under[key] = deque((entry,)), {entry: 1}
                continue
            latest, times = held
            if latest[-1] != entry:
                latest.append(entry)
                times[entry] = times.get(entry, 0) + 1
                if len(latest) > ENTRIES_A_KEY:
                    _take_away(times, latest.popleft())

    def spread(self, key: Key) -> int:
        """How many entries stand under a key, of the latest."""
        held = self._under.get(key)
        return len(held[1]) if held else 0

    def near(self, keys: set[Key]) -> list[int]:
        """The entries that share the most keys, rare ones if these lead to enough, the oldest first
        where they share as many; where they are few, what was told last: a short text may name none
        of what it is about.
        """
        under = self._under.get
        found = [held[1] for key in keys if (held := under(key))]
        counts = Counter(chain.from_iterable(each for each in found if len(each) < COMMON))
        if len(counts) < AT_LEAST:
            counts = Counter(chain.from_iterable(found))
        # As whole numbers, which sort faster than pairs: the shared keys above, the entry below.
        ranked = sorted([(-shared << _ENTRY_BITS) + entry for entry, shared in counts.items()])
        nearest = [number & _ENTRY_MASK for number in ranked[:CANDIDATES]]
        if len(nearest) < AT_LEAST and keys:
            lately = self._lately.get(next(iter(keys))[0], ())
            others = [entry for entry in dict.fromkeys(reversed(lately)) if entry not in nearest]
            nearest += others[: AT_LEAST - len(nearest)]
        return nearest


def _take_away(times: dict[int, int], entry: int) -> None:
    """Count an entry once less under a key."""
    if times[entry] == 1:
        del times[entry]
    else:
        times[entry] -= 1


def keys(family: str, profile: Profile) -> set[Key]:
    """The keys of a thread. Orders and what was published stand for themselves without a date."""
    quarters = set(_quarters(profile))
    takers = profile.takers.kin | profile.holders.kin | profile.context_takers.ids
    givers = profile.givers.kin | profile.context_givers.ids
    names: set[Key] = {("taker", taker) for taker in takers}
    names |= {("giver", giver) for giver in givers}
    names |= {("seizer", seizer) for seizer in profile.seizers.ids}
    names |= {("type", designation) for designation in profile.designations}
    for side in (profile.seizers, profile.takers, profile.givers):
        if side.words and not side.ids:
            names.add(("called", " ".join(sorted(side.words))))
    counts = {low for low, high in profile.ordered | profile.delivered if low == high >= COUNTED}
    names |= {("count", sort, int(count)) for sort in profile.categories for count in counts}
    names |= {("sort", c, country) for c in profile.categories for country in profile.countries}
    made: set[Key] = {(family, quarter, *name) for quarter in quarters for name in names}
    made |= {(family, "number", int(tally)) for tally in profile.tallies}
    made |= {(family, "carrier", carrier) for carrier in profile.carriers}
    made |= {(family, "spot", spot) for spot in profile.spots}
    exact = [days for days in profile.moved | profile.seized if days[1] - days[0] <= 1]
    made |= {(family, "day", day) for days in exact for day in days}
    made |= {passage_key(family, mark) for mark in profile.marks}
    if profile.phases & {"deal", "plan"}:
        made |= {(family, "ordered by", taker) for taker in takers}
    made |= {(family, "pair", giver, taker) for giver in givers for taker in takers}
    return made


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
