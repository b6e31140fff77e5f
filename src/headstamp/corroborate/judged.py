"""What people have judged of claims: which belong together, and which must stay apart."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from headstamp.model.transfer import ClaimRef, Judgement


@dataclass(slots=True)
class Judged:
    """Standing judgements on claims.

    "same" carries over: a same b and b same c put a with c. Where "different" on two claims
    meets a chain of "same" between them, "same" holds, for taking one apart would break another.
    """

    apart: dict[ClaimRef, set[ClaimRef]] = field(default_factory=dict)
    involved: set[ClaimRef] = field(default_factory=set)
    group_of: dict[ClaimRef, ClaimRef] = field(default_factory=dict)

    def root(self, ref: ClaimRef) -> ClaimRef:
        """The claim that stands for all that are judged the same as `ref`."""
        while (above := self.group_of.get(ref, ref)) != ref:
            ref = above
        return ref

    def forbids(self, refs: Iterable[ClaimRef], others: set[ClaimRef]) -> bool:
        """Whether one of `refs` was judged different from one of `others`."""
        return any(not others.isdisjoint(self.apart.get(ref, ())) for ref in refs)


def judged(judgements: Iterable[Judgement]) -> Judged:
    """The judgements on claims; of two on the same pair the later holds."""
    latest: dict[frozenset[str], Judgement] = {}
    for judgement in judgements:
        if judgement.about == "claim":
            latest[frozenset((judgement.left, judgement.right))] = judgement
    made = Judged()
    pairs = {
        tuple(sorted((ClaimRef.parse(j.left), ClaimRef.parse(j.right)))): j.verdict
        for j in latest.values()
    }
    for (left, right), verdict in sorted(pairs.items()):
        if verdict == "same":
            made.involved |= {left, right}
            low, high = sorted((made.root(left), made.root(right)))
            made.group_of[high] = low
    for (left, right), verdict in sorted(pairs.items()):
        if verdict == "different" and made.root(left) != made.root(right):
            made.apart.setdefault(left, set()).add(right)
            made.apart.setdefault(right, set()).add(left)
    return made
