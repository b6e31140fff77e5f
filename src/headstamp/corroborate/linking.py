"""Threads of many documents into entries.

Threads come in one order, that of publication, whatever the order in which they were added, and
each joins the entry that it fits best, or begins one. An entry is compared as a whole, by all its
claims together. The more different days, parties or goods it tells, the less one that fits counts:
else an entry that took in a stray would in the end take in all.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from headstamp.corroborate.arriving import CHANCE, DENIAL, arriving, beside
from headstamp.corroborate.blocks import (
    QUARTER_DAYS,
    Blocks,
    Key,
    Slot,
    keys,
    outlet_key,
    party_keys,
    quarters_of,
)
from headstamp.corroborate.bounds import most_to_come
from headstamp.corroborate.judged import Judged, in_groups
from headstamp.corroborate.outlets import Outlets
from headstamp.corroborate.profile import Profile
from headstamp.corroborate.strands import Strand
from headstamp.corroborate.threads import Joining, Thread
from headstamp.corroborate.weighing import (
    BOTH_MOVED,
    BOTH_ORDER,
    has_parts,
    is_part,
    total,
    weigh,
    weigh_unless_hopeless,
)
from headstamp.corroborate.weights import ACROSS, Reason
from headstamp.model.transfer import ClaimRef, Link

CALIBRE = 1.0
"""The slope by which the sum of a link's weights becomes a score between 0 and 1."""
TIMES_AND_PHASES = frozenset(
    {"same days", "published", "same word", BOTH_MOVED, BOTH_ORDER, DENIAL, "same country"}
)
BY_JUDGEMENT = Reason(9.0, "judged the same by a person")


@dataclass(slots=True)
class Entry:
    """Threads about one movement, with what of them later threads are compared with.

    `links` are those between its threads, `refs` such of its claims as were judged different from
    others. `part_of` is the number of the order that it is a part-delivery of.
    """

    number: int
    family: str
    strands: list[Strand] = field(default_factory=list)
    profile: Profile = field(default_factory=Profile)
    refs: set[ClaimRef] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    cited: set[tuple[str, int | None]] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    part_of: int | None = None

    @property
    def last_day(self) -> int | None:
        """The last of the days that it tells of."""
        days = (self.profile.moved, self.profile.seized, self.profile.dealt, self.profile.held)
        return max((end for some in days for _, end in some), default=None)


class Linking:
    """Entries as threads come to them. It holds `entries` in the order of their first threads.

    `told` tells how many movements of a party are told of in a quarter, by the party's key, where
    the entries held are not all.
    """

    def __init__(
        self, judged: Judged, outlets: Outlets, told: Callable[[Key], int] | None = None
    ) -> None:
        self.entries: list[Entry] = []
        self._blocks = Blocks()
        self._judged, self._outlets = judged, outlets
        self._begun_of: Counter[Key] = Counter()
        self._told = told or self._begun_of.__getitem__

    def take(self, strands: Iterable[Strand], together: Iterable[Sequence[Strand]]) -> None:
        """Let threads, in their order, join the entries that they fit best, or begin their own.

        They may come one by one; those that are to be `together` (`grouped`) are known before, and
        are taken where the first of them stands.
        """
        for group in in_groups(strands, together):
            threads = [strand.thread for strand in group]
            first, whole = threads[0], _whole(threads)
            is_compared = first.is_open or len(group) > 1
            slots = self._blocks.slots(keys(first.gists[0].family, whole)) if is_compared else []
            best, reasons = self._best(threads, whole, slots) if is_compared else (None, [])
            if best is None:
                best = self._begun(first)
                self._begun_of.update(party_keys(best.family, whole))
            else:
                joining = Joining(group[0].refs[0], best.strands[-1].refs[-1], tuple(reasons))
                best.links.append(link_of(joining))
            self._put(group, threads, whole, best)
            if first.is_open:
                slots.extend(_keys_of_own(threads, self._outlets))
                self._blocks.add(best.number, best.family, slots)

    def hold(self, strands: Sequence[Strand], links: Iterable[Link]) -> Entry:
        """An entry of threads that are together already, for others to join."""
        threads = [strand.thread for strand in strands]
        held = self._begun(threads[0])
        held.links += links
        for strand, thread in zip(strands, threads, strict=True):
            whole = _whole([thread])
            self._put([strand], [thread], whole, held)
            if threads[0].is_open:
                slots = self._blocks.slots(keys(held.family, whole))
                slots.extend(_keys_of_own([thread], self._outlets))
                self._blocks.add(held.number, held.family, slots)
        return held

    def deal_of(self, entry: Entry) -> int | None:
        """The order that it is a part-delivery of: where all else would make them one."""
        if "delivery" not in entry.profile.phases or entry.family != "movement":
            return None
        best: tuple[float, int | None] = (0.0, None)
        slots = self._deals.slots(keys(entry.family, entry.profile))
        for number in self._deals.near(entry.family, slots):
            deal = self.entries[number]
            if deal is entry or not is_part(entry.profile, deal.profile):
                continue
            reasons = weigh(entry.profile, deal.profile, ACROSS)
            score = total(reasons) - ACROSS.part + CHANCE
            if score > best[0]:
                best = (score, number)
        return best[1]

    @cached_property
    def _deals(self) -> Blocks:
        """An index of what deliveries may be parts of alone, made when all threads have come."""
        deals = Blocks()
        for entry in self.entries:
            if has_parts(entry.profile):
                slots = deals.slots(keys(entry.family, entry.profile))
                deals.add(entry.number, entry.family, slots)
        return deals

    def _begun(self, first: Thread) -> Entry:
        entry = Entry(len(self.entries), first.gists[0].family)
        self.entries.append(entry)
        return entry

    def _put(
        self, group: Sequence[Strand], threads: Sequence[Thread], whole: Profile, entry: Entry
    ) -> None:
        """Add threads, which say `whole` together, to an entry."""
        for strand, thread in zip(group, threads, strict=True):
            if strand is not group[0]:
                joining = Joining(strand.refs[0], group[0].refs[0], (BY_JUDGEMENT,))
                entry.links.append(link_of(joining))
            entry.strands.append(strand)
            outlet = self._outlets.of(strand.document)
            if outlet:
                entry.outlets.add(outlet)
            day = thread.gists[0].published
            entry.cited.update((cited, day) for cited in self._outlets.cited(thread))
            entry.refs.update(ref for ref in strand.refs if ref in self._judged.apart)
        entry.profile.absorb(whole)

    def _best(
        self, threads: Sequence[Thread], whole: Profile, slots: Sequence[Slot]
    ) -> tuple[Entry | None, list[Reason]]:
        """The entry that the threads fit best, with the reasons; None where they fit none. They
        stand under `slots`.
        """
        coming = arriving(threads, whole, self._judged, self._outlets, self._blocks, self._told)
        to_come = most_to_come(whole, ACROSS)
        best: tuple[float, Entry | None, list[Reason]] = (0.0, None, [])
        looked_up = [*slots, *_keys_of_cited(threads, self._outlets)]
        for number in self._blocks.near(threads[0].gists[0].family, looked_up):
            entry = self.entries[number]
            if coming.apart and self._judged.forbids(coming.apart, entry.refs):
                continue
            alongside = beside(coming, entry.profile, entry.outlets, entry.cited)
            least = best[0] - total(alongside)
            reasons = weigh_unless_hopeless(whole, entry.profile, ACROSS, least, to_come)
            if reasons is None:
                continue
            reasons += alongside
            score = total(reasons)
            if score > best[0] and _is_tied(reasons):
                best = (score, entry, reasons)
        return best[1], best[2]


def _keys_of_own(threads: Sequence[Thread], outlets: Outlets) -> set[Key]:
    """The keys of what the threads' outlets told in these days."""
    return {
        outlet_key(thread.gists[0].family, outlet, day // QUARTER_DAYS)
        for thread in threads
        if (day := thread.gists[0].published) is not None
        for outlet in outlets.own(thread)
    }


def _keys_of_cited(threads: Sequence[Thread], outlets: Outlets) -> set[Key]:
    """The keys of what the outlets that the threads cite told shortly before or after."""
    return {
        outlet_key(thread.gists[0].family, outlet, quarter)
        for thread in threads
        for outlet in (*outlets.cited(thread), *outlets.recalled(thread))
        for quarter in quarters_of(thread.gists[0].published)
    }


def _is_tied(reasons: list[Reason]) -> bool:
    """Whether anything but the time and the phase speaks for a link: much happens in a day."""
    return any(reason.weight > 0 and reason.name not in TIMES_AND_PHASES for reason in reasons)


def link(
    strands: Iterable[Strand],
    together: Iterable[Sequence[Strand]],
    judged: Judged,
    outlets: Outlets,
) -> list[Entry]:
    """The entries that threads, in their order, make up; see `Linking.take`."""
    linking = Linking(judged, outlets)
    linking.take(strands, together)
    for entry in linking.entries:
        entry.part_of = linking.deal_of(entry)
    return linking.entries


def link_of(joining: Joining) -> Link:
    """Why two claims are together, as it is told."""
    score = 1.0
    if BY_JUDGEMENT not in joining.reasons:
        score = 1 / (1 + math.exp(-CALIBRE * total(list(joining.reasons))))
    weightiest = sorted(joining.reasons, key=lambda reason: -abs(reason.weight))
    return Link(joining.ref, joining.other, round(score, 3), tuple(map(str, weightiest)))


def _whole(threads: Sequence[Thread]) -> Profile:
    """What the threads say together."""
    whole = threads[0].profile()
    for thread in threads[1:]:
        whole.absorb(thread.profile())
    return whole
