"""Which claims of one document speak of the same movement.

A text goes on about the same thing until it says otherwise: nearness speaks for a claim joining
a thread, a contradiction (another recipient, other goods, other days, another lot) against it.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from headstamp.corroborate.contrasts import (
    contrasts,
    is_elsewhere,
    is_in_words,
    is_one_seizure,
    is_other_taker,
)
from headstamp.corroborate.filling import NOBODY, Parties
from headstamp.corroborate.gist import Gist
from headstamp.corroborate.goods import OTHER_GOODS
from headstamp.corroborate.profile import ORDERING, Profile, profile
from headstamp.corroborate.vocabulary import CONTAINERS, content_words, singular
from headstamp.corroborate.weighing import A_PART, BOTH_MOVED, ONE_ORDERS, total, weigh
from headstamp.corroborate.weights import WITHIN, Reason
from headstamp.model.transfer import ClaimRef

SAME_SENTENCE = 1.5
SAME_PARAGRAPH = 1.0
GOES_ON = 0.5
MAIN_THREAD = 0.5
EARLIER = -1.5
ELSEWHERE = -2.0
SAME_SPEAKER = 0.7
REFERS = 2.0
PARTED = (A_PART, "another lot")
"""Goods of a part are those of the whole."""
TIME_ON = 1.0
CLOSE = ("in the same sentence", "in the same paragraph", "the same speaker goes on")
BARELY = -0.01
"""A claim that nothing speaks for or against goes on with the thread; a tie goes to the first."""
ADDED_GOODS = 3.5
"""For goods that a sentence adds (`also`) without a count, a day or both parties of their own."""
UNHEARD_OF = -1.5
"""For a recipient other than that of the text's main matter, where the thread names none."""
MIXED_CARGO = 1.5
"""Taken off the contradiction, where the same seizure, told on, held other arms too."""


class Joining(NamedTuple):
    """Why a claim is in the same thread, or entry, as `other`."""

    ref: ClaimRef
    other: ClaimRef
    reasons: tuple[Reason, ...]


@dataclass(slots=True)
class Thread:
    """Claims of one document about one movement, in the order of the text.

    One that is not open speaks of arms at large, and stays alone. `is_main` is the thread of the
    headline, else the first. The contexts are who gives and who takes in the rest of the document.
    """

    gists: list[Gist]
    joinings: list[Joining]
    is_open: bool = True
    is_main: bool = False
    is_apart: bool = False
    context_givers: Parties = NOBODY
    context_takers: Parties = NOBODY
    context_goods: frozenset[str] = frozenset()

    @property
    def refs(self) -> tuple[ClaimRef, ...]:
        """The claims."""
        return tuple(gist.ref for gist in self.gists)

    def profile(self) -> Profile:
        """What its claims say together; made anew each time, for it is large."""
        whole = profile(self.gists)
        whole.context_givers, whole.context_takers = self.context_givers, self.context_takers
        if not (whole.categories or whole.designations or whole.heads - CONTAINERS):
            whole.context_goods = self.context_goods
        return whole


Apart = Mapping[ClaimRef, AbstractSet[ClaimRef]]
NONE_APART: Apart = {}


def threads(gists: Iterable[Gist], apart: Apart = NONE_APART) -> list[Thread]:
    """The threads of one document, whose claims come in the order of the text.

    Claims judged `apart` are never put together.
    """
    growing: list[_Growing] = []
    latest: dict[str, Thread] = {}
    for gist in gists:
        rivals = [g for g in growing if g.family == gist.family and g.thread.is_open]
        best, reasons = _best(gist, rivals, latest.get(gist.family), apart)
        if best is None:
            thread = Thread([], [], is_open=not gist.at_large, is_apart=is_in_words(reasons))
            best = _Growing(gist.family, thread, Profile())
            growing.append(best)
        else:
            other = best.thread.gists[-1].ref
            best.thread.joinings.append(Joining(gist.ref, other, tuple(reasons)))
        best.thread.gists.append(gist)
        best.profile.add(gist)
        if best.thread.is_open:
            latest[gist.family] = best.thread
    _give_context(growing)
    found = [g.thread for g in growing]
    if about := [thread for thread in found if thread.is_open]:
        min(about, key=_rank).is_main = True
    return found


def _rank(thread: Thread) -> tuple[bool, bool, int]:
    """What a document is mainly about comes first."""
    first = thread.gists[0]
    in_headline = any(gist.in_headline for gist in thread.gists)
    return not in_headline, first.family != "movement", first.place_in_text.start


@dataclass(slots=True)
class _Growing:
    """A thread while its document is gone through, and what it says so far."""

    family: str
    thread: Thread
    profile: Profile


def _best(
    gist: Gist, rivals: list[_Growing], latest: Thread | None, apart: Apart
) -> tuple[_Growing | None, list[Reason]]:
    """The thread that `gist` fits best, with the reasons; where it fits none, None with all that
    was weighed.
    """
    best: tuple[float, _Growing | None, list[Reason]] = (BARELY, None, [])
    if gist.at_large:
        return None, []
    alone = profile([gist])
    weighed: list[Reason] = []
    for rival in rivals:
        thread = rival.thread
        if gist.ref in apart and not apart[gist.ref].isdisjoint(thread.refs):
            continue
        if any(gist.place_in_text == other.place_in_text for other in thread.gists):
            return rival, [Reason(SAME_SENTENCE, "the same words")]
        reasons = _weighed(gist, alone, rival, rivals, is_latest=thread is latest)
        weighed += reasons
        score = total(reasons)
        if score > best[0]:
            best = (score, rival, reasons)
    return best[1], best[2] if best[1] else weighed


def _weighed(
    gist: Gist, alone: Profile, rival: _Growing, rivals: list[_Growing], *, is_latest: bool
) -> list[Reason]:
    """What speaks for and against `gist`, `alone` as a profile, going on with one of `rivals`."""
    thread, is_main = rival.thread, rival is rivals[0]
    reasons = weigh(alone, rival.profile, WITHIN)
    if gist.negative and len(rivals) == 1:
        reasons = [reason for reason in reasons if reason.name != ONE_ORDERS]
    near = _nearness(gist, thread, is_main=is_main, is_latest=is_latest)
    if _refers(gist, thread) and not any(reason.name in PARTED for reason in reasons):
        near.append(Reason(REFERS, "refers to its goods"))
    is_near = any(reason.name in CLOSE for reason in near)
    if not is_near and not any(r.weight > 0 and r.name != BOTH_MOVED for r in reasons):
        if total(reasons) < 0:
            near = [reason for reason in near if reason.weight < 0]
        elif is_elsewhere(gist, rival.profile):
            near.append(Reason(ELSEWHERE, "another place, and nothing in common"))
    reasons += [*near, *contrasts(gist, thread.gists, reasons, is_near=is_near)]
    if is_latest and _adds_goods(gist, rival.profile, reasons):
        reasons.append(Reason(ADDED_GOODS, "goods added to it"))
    is_silent = not is_main and not rival.profile.takers.ids
    if is_silent and is_other_taker(alone, rivals[0].profile):
        reasons.append(Reason(UNHEARD_OF, "a recipient not spoken of so far"))
    return reasons


def _nearness(gist: Gist, thread: Thread, *, is_main: bool, is_latest: bool) -> list[Reason]:
    found: list[Reason] = []
    if any(gist.sentence == other.sentence for other in thread.gists):
        found.append(Reason(SAME_SENTENCE, CLOSE[0]))
    elif any(gist.paragraph == other.paragraph for other in thread.gists):
        found.append(Reason(SAME_PARAGRAPH, CLOSE[1]))
    if found and is_one_seizure(gist, thread.gists):
        found.append(Reason(MIXED_CARGO, "one seizure may hold several sorts"))
    if not found and _same_speaker(gist, thread):
        found.append(Reason(SAME_SPEAKER, CLOSE[2]))
    if is_latest:
        found.append(Reason(GOES_ON, "goes on from it"))
    if is_latest and gist.goes_on:
        found.append(Reason(TIME_ON, "told on in time"))
    if gist.is_earlier:
        found.append(Reason(EARLIER, "told as earlier"))
    if is_main:
        found.append(Reason(MAIN_THREAD, "what the text is mainly about"))
    return found


def _refers(gist: Gist, thread: Thread) -> bool:
    """Whether its goods are those that a claim of the thread names."""
    return any(not gist.refers.isdisjoint(other.mentions) for other in thread.gists)


def _same_speaker(gist: Gist, thread: Thread) -> bool:
    """Whether the one who spoke last in the thread goes on: `two dockers`, `one of the dockers`."""
    last = thread.gists[-1]
    if not gist.voices or not last.voices:
        return False
    mine, theirs = (
        {singular(word) for word in content_words(g.voices[0].words)} for g in (gist, last)
    )
    return bool(mine & theirs)


def _adds_goods(gist: Gist, thread: Profile, reasons: list[Reason]) -> bool:
    """Whether a claim adds goods to a plan or to a movement, whichever the thread is about: no
    count, day or parties make it one of its own.
    """
    return (
        gist.adds
        and (gist.phase in ORDERING) == bool(thread.phases & ORDERING)
        and any(reason.name == OTHER_GOODS for reason in reasons)
        and not (gist.quantities or gist.days or gist.lot or gist.phase == "deal")
        and (gist.phase == "plan" or not (gist.givers.ids and gist.takers.ids))
    )


def _give_context(growing: list[_Growing]) -> None:
    """Let threads that leave a party out take it from the document, where it names but one."""
    for role in ("givers", "takers"):
        known = [getattr(g.profile, role) for g in growing if getattr(g.profile, role).ids]
        if not known or any(not (known[0].kin & other.kin) for other in known):
            continue
        whole = NOBODY
        for parties in known:
            whole |= parties
        for each in growing:
            setattr(each.thread, f"context_{role}", whole)
    told = [g.profile.categories for g in growing if g.thread.is_open and g.profile.categories]
    if told and all(categories == told[0] for categories in told):
        for each in growing:
            each.thread.context_goods = frozenset(told[0])
