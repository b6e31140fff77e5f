"""How much each feature of a link counts, and a feature as it is told to a person.

Set by hand on four labelled cases, from what each feature can tell; nothing is fitted. In the
manner of log-odds: weights add up, and 0 is an even chance.
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import log
from typing import NamedTuple

EXACT = 1.3
"""So many times as much does the very day, told by both, as days that may be the same."""
SEVERAL_PLACES = 1.5
"""So many times as much do two places as one."""


@dataclass(frozen=True)
class Weights:
    """How much each feature counts. Those named `no_…` are for contradictions."""

    taker: float
    no_taker: float
    giver: float
    no_giver: float
    other_way_round: float
    seizer: float
    no_seizer: float
    holder: float
    no_holder: float
    designation: float
    no_designation: float
    category: float
    no_category: float
    days: float
    no_days: float
    not_news: float
    lot: float
    no_lot: float
    part: float
    quantity: float
    no_quantity: float
    far_quantity: float
    tally: float
    carrier: float
    no_carrier: float
    spot: float
    country: float
    publication: float
    phase: float
    trigger: float


WITHIN = Weights(
    taker=0.5, no_taker=-6.0, giver=0.5, no_giver=-5.0, other_way_round=-0.5,
    seizer=0.5, no_seizer=-4.0, holder=0.5, no_holder=-2.0, designation=1.0, no_designation=-1.0,
    category=0.5, no_category=-3.5, days=0.5, no_days=-4.0, not_news=-4.0, lot=3.0,
    no_lot=-4.0, part=-6.0, quantity=0.5, no_quantity=-0.3, far_quantity=-0.3, tally=0.5,
    carrier=0.5, no_carrier=-1.0, spot=0.5, country=0.3,
    publication=0.0, phase=0.6, trigger=0.2,
)  # fmt: skip
ACROSS = Weights(
    taker=1.5, no_taker=-5.0, giver=1.2, no_giver=-4.0, other_way_round=0.0,
    seizer=1.2, no_seizer=-3.0, holder=1.0, no_holder=-2.0, designation=1.5, no_designation=-1.0,
    category=0.8, no_category=-4.0, days=1.5, no_days=-4.5, not_news=-2.5, lot=0.5,
    no_lot=-4.0, part=-5.0, quantity=0.8, no_quantity=-0.3, far_quantity=-1.2, tally=1.0,
    carrier=2.0, no_carrier=-2.0, spot=1.0, country=0.2,
    publication=0.8, phase=0.2, trigger=0.3,
)  # fmt: skip


FEW = 3
"""So many different values of a sort an entry may tell before one that fits counts less."""


def thinned(weight: float, values: int) -> float:
    """What a match tells against so many values: among many, one fits by chance."""
    return weight if values <= FEW else max(0.0, weight - log(values / FEW))


class Reason(NamedTuple):
    """One feature: its weight, its name, and the words for what it saw."""

    weight: float
    name: str
    seen: Collection[str] = ()

    def __str__(self) -> str:
        seen = f": {', '.join(sorted(self.seen))}" if self.seen else ""
        return f"{self.name}{seen} {self.weight:+.1f}"
