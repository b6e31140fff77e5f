"""Threads of many documents into entries.

Threads come in one order, that of publication, whatever the order in which they were added, and
each joins the entry that it fits best, or begins one. An entry is compared as a whole, by all its
claims together, so that one doubtful link does not chain two stories.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from headstamp.corroborate.blocks import Blocks, keys
from headstamp.corroborate.filling import FAR
from headstamp.corroborate.judged import Judged
from headstamp.corroborate.outlets import Outlets
from headstamp.corroborate.profile import Profile
from headstamp.corroborate.threads import Joining, Thread
from headstamp.corroborate.weighing import is_part, total, weigh, weigh_unless_hopeless
from headstamp.corroborate.weights import ACROSS, Reason
from headstamp.model.transfer import ClaimRef

CHANCE = -2.0
"""Two threads of different documents are, before anything is known, likely about two things."""
SHARED_PASSAGE = 3.0
CITED = 1.5
BY_JUDGEMENT = Reason(9.0, "judged the same by a person")


@dataclass(slots=True)
class Entry:
    """Threads about one movement."""

    number: int
    family: str
    threads: list[Thread] = field(default_factory=list)
    profile: Profile = field(default_factory=Profile)
    refs: set[ClaimRef] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    cited: set[tuple[str, int | None]] = field(default_factory=set)
    joinings: list[Joining] = field(default_factory=list)
    part_of: int | None = None

    def take(self, thread: Thread, outlets: Outlets) -> None:
        """Add a thread; what it says is for the caller to add."""
        first = thread.gists[0]
        self.threads.append(thread)
        outlet = outlets.of(first.ref.document)
        if outlet:
            self.outlets.add(outlet)
        self.cited.update((cited, first.published) for cited in outlets.cited(thread))
        self.refs.update(thread.refs)
        self.joinings += thread.joinings


def link(threads: Iterable[Thread], judged: Judged, outlets: Outlets) -> list[Entry]:
    """The entries that `threads` make up, in the order of their first thread."""
    blocks = Blocks()
    entries: list[Entry] = []
    for group in _grouped(sorted(threads, key=_order), judged):
        first, whole = group[0], _whole(group)
        best, reasons = (
            _best(group, whole, entries, blocks, judged, outlets)
            if first.is_open or len(group) > 1
            else (None, [])
        )
        if best is None:
            best = Entry(len(entries), first.gists[0].family)
            entries.append(best)
        else:
            other = best.threads[-1].gists[-1].ref
            best.joinings.append(Joining(first.gists[0].ref, other, tuple(reasons)))
        for thread in group:
            if thread is not first:
                best.joinings.append(
                    Joining(thread.gists[0].ref, first.gists[0].ref, (BY_JUDGEMENT,))
                )
            best.take(thread, outlets)
        best.profile.absorb(whole)
        if first.is_open:
            blocks.add(best.number, keys(best.family, whole))
    for entry in entries:
        entry.part_of = _deal_of(entry, entries, blocks)
    return entries


def _whole(group: list[Thread]) -> Profile:
    """What the threads say together."""
    whole = group[0].profile()
    for thread in group[1:]:
        whole.absorb(thread.profile())
    return whole


def _deal_of(entry: Entry, entries: list[Entry], blocks: Blocks) -> int | None:
    """The order that an entry is a part-delivery of: where all else would make them one."""
    if "delivery" not in entry.profile.phases or entry.family != "movement":
        return None
    best: tuple[float, int | None] = (0.0, None)
    for number in blocks.near(keys(entry.family, entry.profile)):
        deal = entries[number]
        if deal is entry or not is_part(entry.profile, deal.profile):
            continue
        reasons = weigh(entry.profile, deal.profile, ACROSS)
        score = total(reasons) - ACROSS.part + CHANCE
        if score > best[0]:
            best = (score, number)
    return best[1]


def _order(thread: Thread) -> tuple[int, str, int, int]:
    first = thread.gists[0]
    span = first.place_in_text
    return first.published or FAR, first.ref.document, span.start, span.end


def _grouped(ordered: list[Thread], judged: Judged) -> list[list[Thread]]:
    """Threads with claims judged the same, put together where the first of them stands."""
    leader = list(range(len(ordered)))

    def lead(index: int) -> int:
        while leader[index] != index:
            index = leader[index]
        return index

    first_with: dict[ClaimRef, int] = {}
    for index, thread in enumerate(ordered):
        for ref in thread.refs:
            if ref in judged.involved:
                low, high = sorted(
                    (lead(index), lead(first_with.setdefault(judged.root(ref), index)))
                )
                leader[high] = low
    groups: dict[int, list[Thread]] = {}
    for index, thread in enumerate(ordered):
        groups.setdefault(lead(index), []).append(thread)
    return list(groups.values())


def _best(
    group: list[Thread],
    whole: Profile,
    entries: list[Entry],
    blocks: Blocks,
    judged: Judged,
    outlets: Outlets,
) -> tuple[Entry | None, list[Reason]]:
    """The entry that the threads fit best, with the reasons; None where they fit none."""
    family = group[0].gists[0].family
    refs = [ref for thread in group for ref in thread.refs]
    sources = {outlet for thread in group for outlet in outlets.cited(thread)}
    own = {(outlets.of(t.gists[0].ref.document) or "", t.gists[0].published) for t in group}
    best: tuple[float, Entry | None, list[Reason]] = (0.0, None, [])
    for number in blocks.near(keys(family, whole)):
        entry = entries[number]
        if judged.forbids(refs, entry.refs):
            continue
        least = best[0] - CHANCE - SHARED_PASSAGE - CITED
        reasons = weigh_unless_hopeless(whole, entry.profile, ACROSS, least)
        if reasons is None:
            continue
        reasons.append(Reason(CHANCE, "chance"))
        if not whole.marks.isdisjoint(entry.profile.marks):
            reasons.append(Reason(SHARED_PASSAGE, "a passage in the same words"))
        if not sources.isdisjoint(entry.outlets):
            seen = sources & entry.outlets
            reasons.append(Reason(CITED, "cites an outlet that told of it", seen))
        elif not own.isdisjoint(entry.cited):
            reasons.append(Reason(CITED, "cited the same day by one that told of it"))
        score = total(reasons)
        if score > best[0]:
            best = (score, entry, reasons)
    return best[1], best[2]
