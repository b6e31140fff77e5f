"""Which claims of one document speak of the same movement.

A text goes on about the same thing until it says otherwise: nearness speaks for a claim joining
a thread, a contradiction (another recipient, other goods, other days, another lot) against it.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from headstamp.corroborate.gist import NOBODY, Gist
from headstamp.corroborate.profile import Profile, profile
from headstamp.corroborate.weighing import WITHIN, Reason, total, weigh
from headstamp.model.transfer import ClaimRef

SAME_SENTENCE = 1.5
SAME_PARAGRAPH = 1.0
GOES_ON = 0.5
MAIN_THREAD = 0.5
EARLIER = -1.5
BARELY = -0.01
"""A claim that nothing speaks for or against goes on with the thread; a tie goes to the first."""
MIXED_CARGO = 1.5
"""Taken off the contradiction, where the same seizure, told on, held other arms too."""


@dataclass(frozen=True, slots=True)
class Joining:
    """Why a claim is in the same thread as `other`."""

    ref: ClaimRef
    other: ClaimRef
    reasons: tuple[Reason, ...]


@dataclass(slots=True)
class Thread:
    """Claims of one document about one movement, in the order of the text."""

    gists: list[Gist]
    joinings: list[Joining]
    profile: Profile
    is_open: bool = True

    @property
    def refs(self) -> list[ClaimRef]:
        """The claims."""
        return [gist.ref for gist in self.gists]


Apart = Mapping[ClaimRef, AbstractSet[ClaimRef]]
NONE_APART: Apart = {}


def threads(gists: Iterable[Gist], apart: Apart = NONE_APART) -> list[Thread]:
    """The threads of one document, whose claims come in the order of the text.

    Claims judged `apart` are never put together.
    """
    made: list[Thread] = []
    latest: dict[str, Thread] = {}
    for gist in gists:
        rivals = [t for t in made if t.gists[0].family == gist.family and t.is_open]
        best, reasons = _best(gist, rivals, latest.get(gist.family), apart)
        if best is None:
            best = Thread([], [], Profile(), is_open=not gist.at_large)
            made.append(best)
        else:
            best.joinings.append(Joining(gist.ref, best.gists[-1].ref, tuple(reasons)))
        best.gists.append(gist)
        best.profile.add(gist)
        if best.is_open:
            latest[gist.family] = best
    _give_context(made)
    return made


def _best(
    gist: Gist, rivals: list[Thread], latest: Thread | None, apart: Apart
) -> tuple[Thread | None, list[Reason]]:
    """The thread that `gist` fits best, with the reasons; None where it fits none."""
    best: tuple[float, Thread | None, list[Reason]] = (BARELY, None, [])
    if gist.at_large:
        return None, []
    alone = profile([gist])
    for index, thread in enumerate(rivals):
        if gist.ref in apart and not apart[gist.ref].isdisjoint(thread.refs):
            continue
        if any(gist.place_in_text == other.place_in_text for other in thread.gists):
            return thread, [Reason(SAME_SENTENCE, "the same words")]
        reasons = weigh(alone, thread.profile, WITHIN)
        reasons += _nearness(gist, thread, is_main=index == 0, is_latest=thread is latest)
        score = total(reasons)
        if score > best[0]:
            best = (score, thread, reasons)
    return best[1], best[2]


def _nearness(gist: Gist, thread: Thread, *, is_main: bool, is_latest: bool) -> list[Reason]:
    found: list[Reason] = []
    near = 0
    if any(gist.sentence == other.sentence for other in thread.gists):
        found.append(Reason(SAME_SENTENCE, "in the same sentence"))
        near = 2
    elif any(gist.paragraph == other.paragraph for other in thread.gists):
        found.append(Reason(SAME_PARAGRAPH, "in the same paragraph"))
        near = 1
    if is_latest:
        found.append(Reason(GOES_ON, "goes on from it"))
    if gist.is_earlier:
        found.append(Reason(EARLIER, "told as earlier"))
    if is_main:
        found.append(Reason(MAIN_THREAD, "what the text is mainly about"))
    if near and gist.kind == "interdiction" and "interdiction" in thread.profile.kinds:
        found.append(Reason(MIXED_CARGO, "one seizure may hold several sorts"))
    return found


def _give_context(made: list[Thread]) -> None:
    """Let threads that leave a party out take it from the document, where it names but one."""
    for role in ("givers", "takers"):
        known = [getattr(t.profile, role) for t in made if getattr(t.profile, role).ids]
        if not known or any(not (known[0].kin & other.kin) for other in known):
            continue
        whole = NOBODY
        for parties in known:
            whole |= parties
        for thread in made:
            setattr(thread.profile, f"context_{role}", whole)
