"""What speaks for and against two groups of claims being about one movement.

Each feature gives a weight, in the manner of log-odds, and says what it saw; their sum decides.
Within a document the parties are mostly the same throughout, so that they tell little, and what
tells is contrast; across documents agreement on parties, goods and days is what there is.
"""

from collections.abc import Sequence
from itertools import product

from headstamp.corroborate.filling import Parties
from headstamp.corroborate.goods import weigh_goods
from headstamp.corroborate.profile import ORDERING, Profile
from headstamp.corroborate.timing import weigh_days
from headstamp.corroborate.weights import SEVERAL_PLACES, Reason, Weights, thinned

ONE_ORDERS = "only one speaks of an order"
BOTH_ORDER = "both speak of an order"
A_PART = "one is a part-delivery of the other"
BOTH_MOVED = "both speak of goods that moved"
OTHER_NUMBER = 0.6
"""Counts further apart are seldom of one lot: accounts of it differ by less."""
PART_SHARE = 0.5
"""A delivery of no more than this share of an order is a part of it."""


def weigh(a: Profile, b: Profile, weights: Weights) -> list[Reason]:
    """Everything that speaks for or against `a` and `b` being about one movement."""
    reasons: list[Reason] = []
    for step in _STEPS:
        step(a, b, weights, reasons)
    return reasons


def weigh_unless_hopeless(
    a: Profile, b: Profile, weights: Weights, least: float, to_come: Sequence[float]
) -> list[Reason] | None:
    """The same; None as soon as it is clear that all together makes less than `least`. `to_come` is
    `bounds.most_to_come` for `a`.
    """
    reasons: list[Reason] = []
    for step, rest in zip(_STEPS, to_come, strict=True):
        step(a, b, weights, reasons)
        if total(reasons) + rest < least:
            return None
    return reasons


def total(reasons: list[Reason]) -> float:
    """The sum of the weights."""
    return sum([reason[0] for reason in reasons])


def _weigh_two_sides(a: Profile, b: Profile, weights: Weights, reasons: list[Reason]) -> None:
    denial = a.all_negative or b.all_negative
    takers = _match(a.takers, b.takers)
    if takers != 1 and _same_two(a, b):
        many = max(len(a.takers.ids | a.givers.ids), len(b.takers.ids | b.givers.ids))
        reasons.append(Reason(thinned(weights.taker, many), "the same two parties"))
    elif _other_way_round(a, b) or _other_way_round(b, a):
        reasons.append(Reason(weights.other_way_round, "the same party, the other way round"))
    else:
        sides = a.takers, b.takers
        _weigh_role("recipient", sides, takers, (weights.taker, weights.no_taker), reasons)
        no_giver = weights.no_giver / 2 if denial else weights.no_giver
        sides, known = (a.givers, b.givers), _match(a.givers, b.givers)
        _weigh_role("supplier", sides, known, (weights.giver, no_giver), reasons)


def _weigh_others(a: Profile, b: Profile, weights: Weights, reasons: list[Reason]) -> None:
    """Parties beside those that give and get."""
    if _is_somebody(a.seizers) and _is_somebody(b.seizers):
        sides, known = (a.seizers, b.seizers), _match(a.seizers, b.seizers)
        _weigh_role("seizer", sides, known, (weights.seizer, weights.no_seizer), reasons)
    _weigh_context(a, b, weights, reasons)
    _weigh_context(b, a, weights, reasons)
    if _is_somebody(a.holders) or _is_somebody(b.holders):
        _weigh_holders(a, b, weights, reasons)


def _is_somebody(parties: Parties) -> bool:
    return bool(parties.kin or parties.words)


def _same_two(a: Profile, b: Profile) -> bool:
    """Whether both are between the same parties, whoever gives: readers mistake buyers for sellers.

    What went back the way it came is told apart by other features, if at all.
    """
    return _has_two(a) and _has_two(b) and (_are_kin(a, b) or _are_kin(b, a))


def _has_two(a: Profile) -> bool:
    """Whether two parties or more are known on both sides together."""
    givers, takers = a.givers.ids, a.takers.ids
    return len(givers) > 1 or len(takers) > 1 or bool(givers and takers and givers != takers)


def _are_kin(a: Profile, b: Profile) -> bool:
    """Whether all parties of `a` are, or have belonging to them, parties of `b`. No union is made:
    an entry may have hundreds.
    """
    givers, takers = b.givers.kin, b.takers.kin
    return all(id in givers or id in takers for side in (a.givers, a.takers) for id in side.ids)


def _other_way_round(a: Profile, b: Profile) -> bool:
    """Whether the one party that `a` tells, as giving, gets in `b`."""
    return (
        not a.takers.ids
        and not a.takers.words
        and _match(a.givers, b.takers) == 1
        and _match(a.givers, b.givers) != 1
    )


def _weigh_role(
    name: str,
    parties: tuple[Parties, Parties],
    known: float,
    weights: tuple[float, float],
    reasons: list[Reason],
) -> None:
    """What it tells that the parties in a role are `known` to match, or not to."""
    same, different = weights
    if known == 1:
        many = max(len(parties[0].ids), len(parties[1].ids))
        reasons.append(Reason(thinned(same, many), f"same {name}", _seen(*parties)))
    elif known == 0.5:
        reasons.append(Reason(same / 2, f"{name} in the same words", _seen(*parties)))
    elif known == -1:
        reasons.append(Reason(different, f"another {name}"))


def _weigh_context(a: Profile, b: Profile, weights: Weights, reasons: list[Reason]) -> None:
    """Parties that `a` takes from the rest of its document."""
    for name, own, context, yours, same in (
        ("recipient", a.takers, a.context_takers, b.takers, weights.taker),
        ("supplier", a.givers, a.context_givers, b.givers, weights.giver),
    ):
        if context.ids and not own.words and not own.kin and _match(context, yours) == 1:
            reasons.append(Reason(same / 2, f"same {name} nearby", _seen(context, yours)))


def _weigh_holders(a: Profile, b: Profile, weights: Weights, reasons: list[Reason]) -> None:
    """Who was found with the goods, against who was to get them, and who holds them elsewhere."""
    pairs = [(a.holders, b.holders), (a.holders, b.takers), (a.takers, b.holders)]
    found = [_match(mine, yours) for mine, yours in pairs]
    found += [max(0, _match(a.holders, b.seizers)), max(0, _match(a.seizers, b.holders))]
    if max(found) == 1:
        reasons.append(Reason(weights.holder, "found with the same"))
    elif -1 in found and _match(a.takers, b.takers) != 1:
        reasons.append(Reason(weights.no_holder, "found with another"))


def _match(mine: Parties, yours: Parties) -> float:
    """1: one is or belongs to the other; 0.5: the same words; -1: others; 0: cannot be told."""
    if not mine.ids.isdisjoint(yours.kin) or not yours.ids.isdisjoint(mine.kin):
        return 1
    if mine.ids and yours.ids:
        is_country = (mine.ids == mine.states and yours.ids == yours.groups) or (
            yours.ids == yours.states and mine.ids == mine.groups
        )
        return 0 if mine.kin & yours.kin or is_country else -1
    if mine.words.isdisjoint(yours.words):
        return 0
    shared = mine.words & yours.words
    return 0.5 if shared and len(shared) * 2 >= min(len(mine.words), len(yours.words)) else 0


def _seen(mine: Parties, yours: Parties) -> frozenset[str]:
    return mine.ids & yours.kin | yours.ids & mine.kin or mine.words & yours.words


def _weigh_phases(a: Profile, b: Profile, weights: Weights, reasons: list[Reason]) -> None:
    if a.lots and b.lots:
        if a.lots & b.lots:
            reasons.append(Reason(weights.lot, "same lot", a.lots & b.lots))
        elif "last" not in a.lots | b.lots or "first" in a.lots | b.lots:
            reasons.append(Reason(weights.no_lot, "another lot"))
    if not (a.corrects or b.corrects) and (is_part(a, b) or is_part(b, a)):
        reasons.append(Reason(weights.part, A_PART))
    else:
        _weigh_orders(a, b, weights, reasons)
    if (a.ordered or a.delivered) and (b.ordered or b.delivered):
        if numbers_agree(a, b):
            many = len(b.ordered) + len(b.delivered)
            reasons.append(Reason(thinned(weights.quantity, many), "numbers agree"))
        elif a.kinds & b.kinds and _count_ratio(a, b) < OTHER_NUMBER:
            reasons.append(Reason(weights.far_quantity, "numbers far apart"))
        else:
            reasons.append(Reason(weights.no_quantity, "numbers differ"))
    if shared_numbers := a.tallies & b.tallies:
        seen = sorted(f"{number:g}" for number in shared_numbers)[:3]
        many = max(len(a.tallies), len(b.tallies))
        reasons.append(Reason(thinned(weights.tally, many), "the same exact number", seen))
    shared = a.triggers & b.triggers
    if shared:
        reasons.append(Reason(weights.trigger, "same word", sorted(shared)[:3]))


def numbers_agree(a: Profile, b: Profile) -> bool:
    """Whether the bounds of two counts touch."""
    theirs = [*b.ordered, *b.delivered]
    return any(
        low <= top and bottom <= high
        for counts in (a.ordered, a.delivered)
        for (low, high), (bottom, top) in product(counts, theirs)
    )


def _count_ratio(a: Profile, b: Profile) -> float:
    """Of the two counts that are nearest, the smaller as a share of the larger."""
    theirs = [*b.ordered, *b.delivered]
    pairs = product((*a.ordered, *a.delivered), theirs)
    return max(
        (
            min(high, top) / max(low, bottom)
            for (low, high), (bottom, top) in pairs
            if max(low, bottom)
        ),
        default=1.0,
    )


def _weigh_orders(a: Profile, b: Profile, weights: Weights, reasons: list[Reason]) -> None:
    mine, yours = a.phases & ORDERING, b.phases & ORDERING
    if mine and yours:
        weight = weights.phase * (2 if "deal" in mine & yours else 1)
        reasons.append(Reason(weight, BOTH_ORDER))
    elif "deal" in mine | yours and not _is_total(a) and not _is_total(b):
        reasons.append(Reason(-weights.phase, ONE_ORDERS))
    elif not mine and not yours:
        reasons.append(Reason(weights.phase, BOTH_MOVED))


def _is_total(a: Profile) -> bool:
    """`twelve have been delivered`: a count without when or where may be of all so far."""
    return a.phases == {"movement"} and bool(a.ordered)


def has_parts(deal: Profile) -> bool:
    """Whether it orders, plans or totals: what is told as one delivery has no parts."""
    return "delivery" not in deal.phases or "deal" in deal.phases


def is_part(delivery: Profile, deal: Profile) -> bool:
    """Whether `delivery` is of a lot, or of far fewer, of what `deal` orders, plans or totals."""
    if "delivery" not in delivery.phases or "deal" in delivery.phases:
        return False
    if not has_parts(deal):
        return False
    if delivery.lots and not deal.lots and deal.phases & ORDERING:
        return True
    few = [high for _, high in delivery.delivered]
    many = [low for low, _ in deal.ordered if low > 0]
    return bool(few and many and max(few) <= PART_SHARE * max(many))


def _weigh_places(a: Profile, b: Profile, weights: Weights, reasons: list[Reason]) -> None:
    if shared := a.carriers & b.carriers:
        reasons.append(Reason(weights.carrier, "same vessel", shared))
    elif shared := a.conveyances & b.conveyances:
        reasons.append(Reason(weights.country, "went by the same", shared))
    if (
        a.carriers
        and b.carriers
        and not a.carriers & b.carriers
        and "interdiction" in a.kinds & b.kinds
    ):
        reasons.append(Reason(weights.no_carrier, "seized on another vessel"))
    if spots := a.spots & b.spots:
        many = SEVERAL_PLACES if len(spots) > 1 else 1
        weight = thinned(weights.spot * many, max(len(a.spots), len(b.spots)))
        reasons.append(Reason(weight, "same place", spots))
    elif countries := a.countries & b.countries:
        reasons.append(Reason(weights.country, "same country", countries))


_STEPS = (
    _weigh_two_sides, _weigh_others, weigh_goods, weigh_days, _weigh_phases, _weigh_places,
)  # fmt: skip
"""In the order of `bounds.most_to_come`."""
