"""Threads of many documents into entries.

Threads come in one order, that of publication, whatever the order in which they were added, and
each joins the entry that it fits best, or begins one. An entry is compared as a whole, by all its
claims together, so that one doubtful link does not chain two stories.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from headstamp.corroborate.blocks import QUARTER_DAYS, Blocks, Key, keys, outlet_key, quarters_of
from headstamp.corroborate.judged import Judged, in_groups
from headstamp.corroborate.outlets import Outlets
from headstamp.corroborate.profile import Profile
from headstamp.corroborate.strands import Strand
from headstamp.corroborate.threads import Joining, Thread
from headstamp.corroborate.weighing import (
    BOTH_MOVED,
    BOTH_ORDER,
    is_part,
    numbers_agree,
    total,
    weigh,
    weigh_unless_hopeless,
)
from headstamp.corroborate.weights import ACROSS, Reason
from headstamp.model.transfer import ClaimRef, Link

DENIAL = "a denial is of what was told"
CALIBRE = 1.0
"""The slope by which the sum of a link's weights becomes a score between 0 and 1."""
CHANCE = -2.0
"""Two threads of different documents are, before anything is known, likely about two things."""
TOLD_APART = -1.5
TIMES_AND_PHASES = frozenset(
    {"same days", "published", "same word", BOTH_MOVED, BOTH_ORDER, DENIAL, "same country"}
)
BY_ANOTHER_NAME = 3.0
"""For one who cites an account with its number, against a recipient of another name."""
DENIED = 0.8
SHARED_PASSAGE = 3.0
CITED = 1.5
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
    """Entries as threads come to them. It holds `entries` in the order of their first threads."""

    def __init__(self, judged: Judged, outlets: Outlets) -> None:
        self.entries: list[Entry] = []
        self._blocks = Blocks()
        self._judged, self._outlets = judged, outlets

    def take(self, strands: Iterable[Strand], together: Iterable[Sequence[Strand]]) -> None:
        """Let threads, in their order, join the entries that they fit best, or begin their own.

        They may come one by one; those that are to be `together` (`grouped`) are known before, and
        are taken where the first of them stands.
        """
        for group in in_groups(strands, together):
            threads = [strand.thread for strand in group]
            first, whole = threads[0], _whole(threads)
            made = keys(first.gists[0].family, whole)
            looked_up = made | _keys_of_cited(threads, self._outlets)
            is_compared = first.is_open or len(group) > 1
            best, reasons = self._best(threads, whole, looked_up) if is_compared else (None, [])
            if best is None:
                best = self._begun(first)
            else:
                joining = Joining(group[0].refs[0], best.strands[-1].refs[-1], tuple(reasons))
                best.links.append(link_of(joining))
            self._put(group, threads, whole, best)
            if first.is_open:
                told_by = _keys_of_own(threads, self._outlets)
                self._blocks.add(best.number, made | told_by)

    def hold(self, strands: Sequence[Strand], links: Iterable[Link]) -> Entry:
        """An entry of threads that are together already, for others to join."""
        threads = [strand.thread for strand in strands]
        held = self._begun(threads[0])
        held.links += links
        for strand, thread in zip(strands, threads, strict=True):
            whole = _whole([thread])
            self._put([strand], [thread], whole, held)
            if threads[0].is_open:
                told_by = _keys_of_own([thread], self._outlets)
                self._blocks.add(held.number, keys(held.family, whole) | told_by)
        return held

    def deal_of(self, entry: Entry) -> int | None:
        """The order that it is a part-delivery of: where all else would make them one."""
        if "delivery" not in entry.profile.phases or entry.family != "movement":
            return None
        best: tuple[float, int | None] = (0.0, None)
        for number in self._blocks.near(keys(entry.family, entry.profile)):
            deal = self.entries[number]
            if deal is entry or not is_part(entry.profile, deal.profile):
                continue
            reasons = weigh(entry.profile, deal.profile, ACROSS)
            score = total(reasons) - ACROSS.part + CHANCE
            if score > best[0]:
                best = (score, number)
        return best[1]

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
        self, threads: Sequence[Thread], whole: Profile, looked_up: set[Key]
    ) -> tuple[Entry | None, list[Reason]]:
        """The entry that the threads fit best, with the reasons; None where they fit none."""
        judged, outlets = self._judged, self._outlets
        apart = [ref for thread in threads for ref in thread.refs if ref in judged.apart]
        sources = {outlet for thread in threads for outlet in outlets.cited(thread)}
        recalled = {outlet for thread in threads for outlet in outlets.recalled(thread)}
        firsts = [thread.gists[0] for thread in threads]
        own = {(outlets.of(gist.ref.document) or "", gist.published) for gist in firsts}
        is_apart = any(thread.is_apart for thread in threads)
        best: tuple[float, Entry | None, list[Reason]] = (0.0, None, [])
        for number in self._blocks.near(looked_up):
            entry = self.entries[number]
            if apart and judged.forbids(apart, entry.refs):
                continue
            beside = _beside(whole, entry, sources, recalled, own, is_apart=is_apart)
            least = best[0] - total(beside)
            reasons = weigh_unless_hopeless(whole, entry.profile, ACROSS, least)
            if reasons is None:
                continue
            reasons += beside
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


def _is_by_another_name(whole: Profile, told: Profile) -> bool:
    """Whether two recipients that are no states may be one: the account gives the same number."""
    mine, yours = whole.takers, told.takers
    are_groups = mine.groups and yours.groups and not mine.kin & yours.kin
    return bool(are_groups) and numbers_agree(whole, told)


def _is_tied(reasons: list[Reason]) -> bool:
    """Whether anything but the time and the phase speaks for a link: much happens in a day."""
    return any(reason.weight > 0 and reason.name not in TIMES_AND_PHASES for reason in reasons)


def _beside(
    whole: Profile,
    entry: Entry,
    sources: set[str],
    recalled: set[str],
    own: set[tuple[str, int | None]],
    *,
    is_apart: bool,
) -> list[Reason]:
    """What speaks for a link beside what is told: shared words, and who names whom."""
    reasons = [Reason(CHANCE, "chance")]
    is_own = not whole.documents.isdisjoint(entry.profile.documents)
    if is_apart and is_own:
        reasons.append(Reason(TOLD_APART, "its document tells them apart"))
    if whole.all_negative:
        reasons.append(Reason(DENIED, DENIAL))
    if not is_own and not whole.marks.isdisjoint(entry.profile.marks):
        reasons.append(Reason(SHARED_PASSAGE, "a passage in the same words"))
    if seen := sources & entry.outlets:
        reasons.append(Reason(CITED, "cites an outlet that told of it", seen))
        if _is_by_another_name(whole, entry.profile):
            reasons.append(Reason(BY_ANOTHER_NAME, "groups go by several names"))
    elif not is_own and not recalled.isdisjoint(entry.outlets):
        reasons.append(Reason(CITED, "recalls what its outlet told", recalled & entry.outlets))
    elif not own.isdisjoint(entry.cited):
        reasons.append(Reason(CITED, "cited the same day by one that told of it"))
    return reasons


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
