"""What people have judged of claims: which belong together, and which must stay apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from headstamp.corroborate.strands import Strand, in_order
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


def grouped(strands: Iterable[Strand], judged: Judged) -> list[list[Strand]]:
    """Threads with claims judged the same, put together in their order; those alone left out."""
    spoken_of = in_order(s for s in strands if not judged.involved.isdisjoint(s.refs))
    leader = list(range(len(spoken_of)))

    def lead(index: int) -> int:
        while leader[index] != index:
            index = leader[index]
        return index

    first_with: dict[ClaimRef, int] = {}
    for index, strand in enumerate(spoken_of):
        for ref in strand.refs:
            if ref in judged.involved:
                low, high = sorted(
                    (lead(index), lead(first_with.setdefault(judged.root(ref), index)))
                )
                leader[high] = low
    groups: dict[int, list[Strand]] = {}
    for index, strand in enumerate(spoken_of):
        groups.setdefault(lead(index), []).append(strand)
    return [group for group in groups.values() if len(group) > 1]


def in_groups(
    strands: Iterable[Strand], together: Iterable[Sequence[Strand]]
) -> Iterator[Sequence[Strand]]:
    """Threads in their order, alone or, where the first of a group stands, all of that group."""
    group_of = {strand.refs[0]: group for group in together for strand in group}
    for strand in strands:
        group = group_of.get(strand.refs[0])
        if group is None:
            yield (strand,)
        elif group[0].refs[0] == strand.refs[0]:
            yield group
