"""How much may yet speak for a link, by what a thread tells: what cannot win is not weighed."""

from itertools import accumulate

from headstamp.corroborate.profile import Profile
from headstamp.corroborate.weights import EXACT, SEVERAL_PLACES, Weights

ROUNDING = 1e-6
"""More than sums of weights differ by when they are added in another order."""


def most_to_come(a: Profile, weights: Weights) -> tuple[float, ...]:
    """After each of the steps of `weighing`, how much the rest may yet add for `a`, whatever it is
    weighed against.
    """
    steps = (
        _most_of_others(a, weights),
        max(weights.designation if a.designations else 0, weights.category),
        max(EXACT * weights.days, weights.publication) if _dated(a) else weights.publication,
        _most_of_phases(a, weights),
        _most_of_places(a, weights),
    )
    return tuple(accumulate(reversed(steps), initial=ROUNDING))[::-1]


def _most_of_others(a: Profile, weights: Weights) -> float:
    """Seizers, holders, and parties that either takes from the rest of its document."""
    most = weights.holder
    if a.seizers.kin or a.seizers.words:
        most += weights.seizer
    if a.takers.kin or a.context_takers.ids:
        most += weights.taker / 2
    if a.givers.kin or a.context_givers.ids:
        most += weights.giver / 2
    return most


def _most_of_phases(a: Profile, weights: Weights) -> float:
    most = 2 * weights.phase if "deal" in a.phases else weights.phase
    if a.lots:
        most += weights.lot
    if a.ordered or a.delivered:
        most += weights.quantity
    if a.tallies:
        most += weights.tally
    return most + weights.trigger


def _most_of_places(a: Profile, weights: Weights) -> float:
    most = weights.carrier if a.carriers else weights.country if a.conveyances else 0.0
    several = SEVERAL_PLACES if len(a.spots) > 1 else 1
    return most + max(several * weights.spot if a.spots else 0.0, weights.country)


def _dated(a: Profile) -> bool:
    return bool(a.moved or a.seized or a.held or a.dealt)
