"""Who gives arms to whom in a transfer: pure, from the claims that assert it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from headstamp.ledger.columns import storable
from headstamp.ledger.facets import parties_of
from headstamp.model import Claim
from headstamp.model.transfer import ClaimRef, Transfer

_Party = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Supply:
    """A party gives to another, or takes from it. `direct` is false where the party only has part
    in it as what the giver or taker belongs to; the `other` is always named itself.
    """

    party: str
    gives: bool
    other: str
    direct: bool


def supplies(
    transfer: Transfer, claims: Mapping[ClaimRef, Claim], ids: Mapping[str, str]
) -> frozenset[Supply]:
    """Every supplier with every recipient of one claim; where no claim names both, those of all.
    `ids` are those of parties, by name.
    """
    asserting = [claims[m.claim] for m in transfer.members if m.stance == "asserts"]
    named = [
        (list(_named(claim, "supplier", ids)), list(_named(claim, "recipient", ids)))
        for claim in asserting
    ]
    paired = [pair for givers, takers in named for pair in product(givers, takers)]
    if not paired:
        givers, takers = ([p for sides in named for p in sides[side]] for side in (0, 1))
        paired = list(product(givers, takers))
    found = set[Supply]()
    for giver, taker in paired:
        found.update(_supplies(giver, True, taker))
        found.update(_supplies(taker, False, giver))
    return frozenset(s for s in found if s.direct or replace(s, direct=True) not in found)


def _named(claim: Claim, role: str, ids: Mapping[str, str]) -> Iterator[_Party]:
    for argument in claim.filling(role):
        yield from parties_of(argument, ids)


def _supplies(party: _Party, gives: bool, other: _Party) -> Iterator[Supply]:
    """What the party and all it belongs to have part in; not what stays within one of them."""
    own, _, parents = party
    for id in (own, *parents):
        if id not in (other[0], *other[2]):
            yield Supply(storable(id), gives, storable(other[0]), id == own)
