"""What sets a claim apart from a thread of its document: words for another, other names, places,
numbers, or a matter told afresh.
"""

from collections.abc import Iterator, Sequence

from headstamp.corroborate.gist import Gist
from headstamp.corroborate.goods import alike
from headstamp.corroborate.profile import Profile
from headstamp.corroborate.vocabulary import content_words
from headstamp.corroborate.voices import Voice
from headstamp.corroborate.weights import Reason

ANOTHER_LOT = -3.5
"""For other goods, another number or vehicle; somebody else may be in the same matter."""
ANOTHER = -1.5
COUNTED_APART = -4.0
OWN_HISTORY = -3.0
OTHER_SIDE = -2.5
NAMED_OTHERWISE = -2.0
TOLD_ANEW = -2.5
TOLD_ANEW_NEARBY = -2.0
"""For a claim with goods, parties, days or numbers of its own, of which the thread has none."""

_IN_WORDS = ("told as another", "another lot", "counted apart in one sentence")
_AGREEING = ("same days", "numbers agree", "the same exact number", "same vessel", "same place")
_SAME_GOODS = ("same type", "the same word for the arms")


def is_in_words(reasons: Sequence[Reason]) -> bool:
    """Whether the text itself sets a claim apart, by its words or by counting it out."""
    return any(reason.name in _IN_WORDS for reason in reasons)


def contrasts(
    gist: Gist, thread: Sequence[Gist], reasons: Sequence[Reason], *, is_near: bool
) -> Iterator[Reason]:
    """What sets `gist` apart from a thread's gists, by its words or in what `reasons` leave open.
    `is_near` tells that the two stand in one paragraph, or have one speaker.
    """
    if gist.is_other_lot and not any(other.is_other_lot for other in thread):
        yield Reason(ANOTHER_LOT, "told as another")
    elif gist.is_other:
        yield Reason(ANOTHER, "told as another")
    if _is_counted_apart(gist, thread):
        yield Reason(COUNTED_APART, "counted apart in one sentence")
    if _has_own_history(gist, thread):
        yield Reason(OWN_HISTORY, "another part of what was seized")
    if any(_is_other_side(gist, other) for other in thread):
        yield Reason(OTHER_SIDE, "its speaker denies the one and tells the other")
    if all(other.in_headline for other in thread):
        return
    if not is_near and any(_is_named_otherwise(gist, other) for other in thread):
        yield Reason(NAMED_OTHERWISE, "a recipient of another name")
    if _is_told_anew(gist, thread, reasons):
        yield Reason(TOLD_ANEW_NEARBY if is_near else TOLD_ANEW, "told anew")


def is_elsewhere(gist: Gist, thread: Profile) -> bool:
    """Whether it happened or passed elsewhere: in another place, or another country."""
    elsewhere = gist.scenes and thread.scenes and not gist.scenes & thread.spots
    abroad = gist.lands and thread.lands and not gist.lands & thread.lands
    return bool(elsewhere or abroad)


def is_other_taker(alone: Profile, main: Profile) -> bool:
    """Whether the claim names a recipient that is not the one of the main matter."""
    mine, yours = alone.takers, main.takers
    return bool(mine.ids and yours.ids and not mine.kin & yours.kin)


def is_one_seizure(gist: Gist, thread: Sequence[Gist]) -> bool:
    """Whether it may be a seizure of the thread, of other arms: none by others, elsewhere."""
    return gist.kind == "interdiction" and any(
        other.kind == "interdiction" and not _is_by_others_elsewhere(gist, other)
        for other in thread
    )


def _is_by_others_elsewhere(gist: Gist, other: Gist) -> bool:
    mine, theirs = gist.seizers, other.seizers
    others = not (mine.words & theirs.words or mine.kin & theirs.kin)
    is_known = mine.words and theirs.words and gist.spots and other.spots
    return bool(is_known and others and not gist.spots & other.spots)


def _is_counted_apart(gist: Gist, thread: Sequence[Gist]) -> bool:
    """Whether a sentence counts several movements out: `twelve in June and ten in July`."""
    counts = {low for low, high in gist.quantities if low == high}
    if not counts or gist.phase != "delivery" or gist.corrects or gist.negative:
        return False
    return any(
        other.sentence == gist.sentence
        and other.kind == gist.kind == "transfer"
        and other.phase in ("delivery", "movement")
        and not other.negative
        and other.quantities
        and not any(low in counts for low, _ in other.quantities)
        and not (gist.heads - other.heads and other.heads - gist.heads)
        for other in thread
    )


def _has_own_history(gist: Gist, thread: Sequence[Gist]) -> bool:
    """Whether it tells where arms lay that are of no sort the thread tells the way of, though
    they may have been seized together.
    """
    told = [other for other in thread if other.kind != "interdiction" and other.categories]
    if gist.kind != "possession" or not gist.categories or not told or gist.adds:
        return False
    return not any(alike(gist.categories) & alike(other.categories) for other in told)


def _is_other_side(gist: Gist, other: Gist) -> bool:
    """Whether one speaker admits the one and denies the other: `what came was a gift`."""
    if gist.negative == other.negative or gist.open or other.open:
        return False
    mine, theirs = gist.voices, other.voices
    return bool(mine and theirs and _told_by(mine[0]) & _told_by(theirs[0]))


def _told_by(voice: Voice) -> set[str]:
    return set(content_words(voice.words)) if voice.kind in ("person", "authority") else set()


def _is_named_otherwise(gist: Gist, other: Gist) -> bool:
    """Whether one recipient is a known group, and the other of a name that is none of its."""
    return any(
        one.groups and unknown.names and not unknown.ids and not unknown.names & one.words
        for one, unknown in ((gist.takers, other.takers), (other.takers, gist.takers))
    )


def _is_told_anew(gist: Gist, thread: Sequence[Gist], reasons: Sequence[Reason]) -> bool:
    """Whether a claim tells a matter of its own afresh, agreeing in nothing."""
    told = {reason.name for reason in reasons}
    return (
        gist.is_anew
        and not gist.negative
        and not any(other.sentence == gist.sentence for other in thread)
        and told.isdisjoint(_AGREEING)
        and ("numbers differ" in told or told.isdisjoint(_SAME_GOODS))
    )
