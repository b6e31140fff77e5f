"""When: the days of deals, movements, seizures and finds, held against each other.

Reports differ by a few days about one event; goods seized on the way left lately, goods found with
the holder may have come long before.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import product

from headstamp.corroborate.filling import FAR, Days
from headstamp.corroborate.profile import ORDERING, Profile
from headstamp.corroborate.weights import EXACT, Reason, Weights, thinned

SEIZURE_SLACK_DAYS = 4
MOVEMENT_SLACK_DAYS = 10
DEAL_SLACK_DAYS = 60
ON_THE_WAY_DAYS = 45
IN_HAND_DAYS = 730
EXACT_DAYS = 1
NEARLY_DAYS = 2
"""Two exact days that are told for one are seldom further apart."""
OLD_DAYS = 300
NEWS_DAYS = 75
"""A headline's matter without a date is of these days, or it would be told with one."""
A_MONTH, A_SEASON, A_YEAR = 31, 120, 400


def weigh_days(a: Profile, b: Profile, weights: Weights, reasons: list[Reason]) -> None:
    """When it happened: on the same days, on days that follow, or on others."""
    best = max(_compared(a, b), default=None) if _dated(a) and _dated(b) else None
    if best is not None:
        if best > 0:
            weight = thinned(weights.days * best, max(_days(a), _days(b)))
            reasons.append(Reason(weight, "same days"))
        elif best < 0:
            reasons.append(Reason(weights.no_days, "other days"))
        return
    if _is_news_after(a, b) or _is_news_after(b, a):
        reasons.append(Reason(weights.not_news, "one is news, the other long before"))
    elif _is_past(a, b) or _is_past(b, a):
        reasons.append(Reason(weights.no_days, "one to come, the other long past"))
    elif _is_of_old(a) or _is_of_old(b):
        return
    elif a.last_published and b.last_published and a.first_published and b.first_published:
        apart = max(a.first_published - b.last_published, b.first_published - a.last_published, 0)
        share = 1.0 if apart <= A_MONTH else 0.4 if apart <= A_SEASON else 0.0
        if apart > A_YEAR and not (a.phases & ORDERING and b.phases & ORDERING):
            share = -1.2
        if share and weights.publication:
            reasons.append(
                Reason(weights.publication * share, "published", (f"{apart} days apart",))
            )


def _dated(a: Profile) -> bool:
    return bool(a.moved or a.seized or a.held or a.dealt)


def _days(a: Profile) -> int:
    """On how many different days goods moved, were seized or were found."""
    return len(a.moved) + len(a.seized) + len(a.held)


def _compared(a: Profile, b: Profile) -> Iterator[float]:
    """For each sort of day that both tell: 1 … 0.3 where they agree, the closer told the more;
    0 where they may, -1 where they cannot.
    """
    if a.moved and b.moved:
        yield _moved(a, b)
    if a.seized and b.seized:
        yield _agree(a.seized, b.seized, SEIZURE_SLACK_DAYS)
    if a.dealt and b.dealt:
        yield _agree(a.dealt, b.dealt, DEAL_SLACK_DAYS)
    for one, other in ((a, b), (b, a)):
        if one.moved and other.seized:
            yield _follow(one.moved, other.seized, ON_THE_WAY_DAYS)
        if one.moved and other.held:
            yield _follow(one.moved, other.held, IN_HAND_DAYS)
        if one.dealt and (other.seized or other.held):
            yield _follow(one.dealt, other.seized | other.held, IN_HAND_DAYS)
        if one.dealt and other.moved:
            yield _follow(one.dealt, other.moved, FAR)


def _moved(a: Profile, b: Profile) -> float:
    """Whether both moved on the same days, or one is the departure and the other the arrival."""
    agreed = _agree(a.moved, b.moved, MOVEMENT_SLACK_DAYS)
    if agreed == -1 and (
        _follow(a.left, b.came, ON_THE_WAY_DAYS) == 0
        or _follow(b.left, a.came, ON_THE_WAY_DAYS) == 0
    ):
        return 0.0
    return agreed


def _agree(mine: set[Days], yours: set[Days], slack: int) -> float:
    best = -1.0
    for (a0, a1), (b0, b1) in product(mine, yours):
        if max(a0 - b1, b0 - a1) <= slack:
            length = min(max(a1 - a0, b1 - b0), FAR)
            apart = max(a0, b0) - min(a1, b1)
            if length <= EXACT_DAYS:
                agreed = EXACT if apart <= 0 else 1.0 if apart <= NEARLY_DAYS else 0.3
            else:
                agreed = 1.0 if length <= 7 else 0.7 if length <= A_MONTH else 0.3
            best = max(best, agreed)
    return best


def _follow(before: AbstractSet[Days], after: AbstractSet[Days], within_days: int) -> float:
    """0 where something on `after` can follow on `before` within so many days, else -1."""
    for (b0, b1), (a0, a1) in product(before, after):
        if b0 <= a1 + SEIZURE_SLACK_DAYS and a0 - b1 <= within_days:
            return 0.0
    return -1.0


def _is_of_old(a: Profile) -> bool:
    """Whether all it tells was long over when first published: then that day says nothing."""
    days = a.moved | a.seized | a.held | a.dealt
    return bool(
        days and a.first_published and max(end for _, end in days) < a.first_published - OLD_DAYS
    )


def _is_past(a: Profile, b: Profile) -> bool:
    """Whether `a` is only planned when `b` was long over."""
    days = a.is_planned and b.moved and not b.dealt
    return bool(
        days and a.first_published and max(d[1] for d in b.moved) < a.first_published - OLD_DAYS
    )


def _is_news_after(a: Profile, b: Profile) -> bool:
    """Whether `a` is a headline's matter without a date, hence of these days, and `b` older."""
    days = b.moved | b.seized | b.held
    if not a.has_headline or a.phases & ORDERING or not days or a.first_published is None:
        return False
    undated = not (a.moved or a.seized or a.held or a.dealt)
    return undated and max(end for _, end in days) < a.first_published - NEWS_DAYS
