"""Threads that look for their entry, and what speaks for a link beside what is told.

That is shared words, who names whom, and how much is told of the same parties in these months: the
more there is, the less it says that another fits.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from headstamp.corroborate.blocks import Blocks, Key, party_keys, passage_key
from headstamp.corroborate.judged import Judged
from headstamp.corroborate.outlets import Outlets
from headstamp.corroborate.profile import Profile
from headstamp.corroborate.threads import Thread
from headstamp.corroborate.weighing import numbers_agree
from headstamp.corroborate.weights import Reason
from headstamp.model.transfer import ClaimRef

DENIAL = "a denial is of what was told"
CHANCE = -2.0
"""Two threads of different documents are, before anything is known, likely about two things."""
TOLD_APART = -1.5
BY_ANOTHER_NAME = 3.0
"""For one who cites an account with its number, against a recipient of another name."""
DENIED = 0.8
SHARED_PASSAGE = 3.0
CITED = 1.5
USUAL = 8
"""So many movements to or from one party may be told in some months before another that fits is no
surprise.
"""
MOST = 1_000
"""More than so many make it no less likely."""
ANYBODY_S = 3
"""Words that more entries have in common are anybody's."""


@dataclass(frozen=True, slots=True)
class Coming:
    """Threads that look for their entry: what they say as a `whole`, and beside it. `apart` are
    their claims that were judged different from others, `passages` the marks of wording that are
    few entries', `chance` what speaks against any entry.
    """

    whole: Profile
    apart: list[ClaimRef]
    is_apart: bool
    sources: set[str]
    recalled: set[str]
    own: set[tuple[str, int | None]]
    passages: set[int]
    chance: Reason


def arriving(
    threads: Sequence[Thread],
    whole: Profile,
    judged: Judged,
    outlets: Outlets,
    blocks: Blocks,
    told: Callable[[Key], int],
) -> Coming:
    """Threads that say `whole` together, beside the entries in `blocks`; `told` is as `Linking` has
    it.
    """
    firsts = [thread.gists[0] for thread in threads]
    family = firsts[0].family
    crowd = max(map(told, party_keys(family, whole)), default=0)
    return Coming(
        whole,
        [ref for thread in threads for ref in thread.refs if ref in judged.apart],
        any(thread.is_apart for thread in threads),
        {outlet for thread in threads for outlet in outlets.cited(thread)},
        {outlet for thread in threads for outlet in outlets.recalled(thread)},
        {(outlets.of(gist.ref.document) or "", gist.published) for gist in firsts},
        {mark for mark in whole.marks if blocks.spread(passage_key(family, mark)) <= ANYBODY_S},
        Reason(CHANCE - math.log(max(1.0, min(crowd, MOST) / USUAL)), "chance"),
    )


def beside(
    coming: Coming, told: Profile, outlets: set[str], cited: set[tuple[str, int | None]]
) -> list[Reason]:
    """What speaks for a link to an entry that says what is `told`, by whose `outlets`; `cited` are
    the outlets that these named, and when.
    """
    whole = coming.whole
    reasons = [coming.chance]
    is_own = not whole.documents.isdisjoint(told.documents)
    if coming.is_apart and is_own:
        reasons.append(Reason(TOLD_APART, "its document tells them apart"))
    if whole.all_negative:
        reasons.append(Reason(DENIED, DENIAL))
    if not is_own and not coming.passages.isdisjoint(told.marks):
        reasons.append(Reason(SHARED_PASSAGE, "a passage in the same words"))
    if seen := coming.sources & outlets:
        reasons.append(Reason(CITED, "cites an outlet that told of it", seen))
        if _is_by_another_name(whole, told):
            reasons.append(Reason(BY_ANOTHER_NAME, "groups go by several names"))
    elif not is_own and not coming.recalled.isdisjoint(outlets):
        seen = coming.recalled & outlets
        reasons.append(Reason(CITED, "recalls what its outlet told", seen))
    elif not coming.own.isdisjoint(cited):
        reasons.append(Reason(CITED, "cited the same day by one that told of it"))
    return reasons


def _is_by_another_name(whole: Profile, told: Profile) -> bool:
    """Whether two recipients that are no states may be one: the account gives the same number."""
    mine, yours = whole.takers, told.takers
    are_groups = mine.groups and yours.groups and not mine.kin & yours.kin
    return bool(are_groups) and numbers_agree(whole, told)
