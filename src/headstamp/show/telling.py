"""Who tells of a transfer, laid out but not dressed: what the screen and the page both say.

Origins with the documents that carry them, each below the first that it repeats; those who deny;
the values of each role. Only what stands in the transfer: the words of claims are others' to add.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from headstamp.model.transfer import ClaimRef, Member, Origin, Repeat, Stance, Transfer, Variant
from headstamp.show.listing import counted
from headstamp.show.phrases import PARTS

HOW = {
    "citation": "cites it",
    "near-duplicate": "in the same words",
    "shared-quote": "with the same quotation",
    "same-outlet": "the outlet goes on",
    "same-source": "had it from the same authority",
    "no-source": "names nobody",
}
"""Why a document is no origin of its own, by the evidence of its repeat."""
REVIEWED = {"no": "not reviewed", "partly": "partly reviewed", "yes": "reviewed"}


@dataclass(frozen=True, slots=True)
class Telling:
    """A document that carries an origin's account: its claims that do not deny it, what it repeats
    (None for a root, or where that is not known), and those that tell it after this one.
    """

    document: str
    members: tuple[Member, ...]
    repeat: Repeat | None
    after: tuple["Telling", ...]


@dataclass(frozen=True, slots=True)
class Denier:
    """One who denies it, by all the names that he goes by here, and his denials."""

    names: tuple[str, ...]
    members: tuple[Member, ...]


def tellings(transfer: Transfer, origin: Origin) -> tuple[Telling, ...]:
    """The documents of an origin, each once; those that no other leads to stand on top."""
    return tuple(_Carried(transfer, origin).tellings())


def walked(told: Iterable[Telling], depth: int = 0) -> Iterator[tuple[int, Telling]]:
    """The tellings in the order of reading, with how deep each stands below a root."""
    for telling in told:
        yield depth, telling
        yield from walked(telling.after, depth + 1)


def untold(transfer: Transfer) -> tuple[Member, ...]:
    """The members that stand below no origin and deny nothing: plans, questions, asides."""
    told = {id for origin in transfer.origins for id in origin.documents}
    return tuple(
        m for m in transfer.members if m.claim.document not in told and m.stance != "denies"
    )


def deniers(transfer: Transfer) -> list[Denier]:
    """Who denies it, those that are one party together; who denies it most often first."""
    members = {member.claim: member for member in transfer.members}
    denials = sorted(transfer.denials, key=lambda denial: (denial.party or denial.by, denial.claim))
    found = []
    for _, group in groupby(denials, key=lambda denial: denial.party or denial.by):
        some = list(group)
        names = dict.fromkeys(denial.by for denial in some)
        found.append(Denier(tuple(names), tuple(members[denial.claim] for denial in some)))
    return sorted(found, key=lambda denier: -len(denier.members))


def by_document(members: Iterable[Member]) -> list[tuple[str, tuple[Member, ...]]]:
    """The members with the document they stand in, neighbours of one document together."""
    grouped = groupby(members, key=lambda member: member.claim.document)
    return [(document, tuple(group)) for document, group in grouped]


def by_role(transfer: Transfer) -> list[tuple[str, list[Variant]]]:
    """The roles in the order of telling, each with its values, those most claims give first."""
    order = list(PARTS)
    told = sorted(transfer.variants, key=lambda v: (order.index(v.role), -len(v.claims), v.value))
    return [(role, list(group)) for role, group in groupby(told, key=lambda variant: variant.role)]


def stances(transfer: Transfer) -> dict[str, tuple[Stance, ...]]:
    """How each document stands to it, each stance once, in the order of its claims."""
    found: dict[str, dict[Stance, None]] = {}
    for member in transfer.members:
        found.setdefault(member.claim.document, {})[member.stance] = None
    return {document: tuple(some) for document, some in found.items()}


def carriers(transfer: Transfer) -> str:
    """Origins beside reports; of what is only planned or asked, origins beside texts."""
    told = counted(len(transfer.origins), "independent origin")
    if transfer.reports:
        return f"{told} in {counted(len(transfer.reports), 'report')}"
    texts = {document for origin in transfer.origins for document in origin.documents}
    return f"{told} in {counted(len(texts), 'text')}; none asserts that it happened"


def refs(claims: Iterable[ClaimRef]) -> str:
    """Claims by name, those of a document together: `kufra-01/c1,c2 kufra-04/c1`."""
    theirs: dict[str, list[str]] = {}
    for ref in claims:
        theirs.setdefault(ref.document, []).append(ref.claim)
    return " ".join(f"{document}/{','.join(names)}" for document, names in theirs.items())


class _Carried:
    """One origin's documents, each told once, below the first that it repeats."""

    def __init__(self, transfer: Transfer, origin: Origin) -> None:
        self._transfer, self._origin = transfer, origin
        self._told: set[str] = set()

    def tellings(self) -> Iterator[Telling]:
        if self._origin.root:
            yield self._telling(self._origin.root, None)
        yield from self._after(self._origin.id)
        for id in self._origin.documents:
            if id not in self._told:
                first = next((r for r in self._transfer.repeats if r.document == id), None)
                yield self._telling(id, first)

    def _after(self, what: str) -> Iterator[Telling]:
        """Those of this origin that repeat it or one of its documents."""
        for repeat in self._transfer.repeats:
            id = repeat.document
            is_next = repeat.repeats == what and id in self._origin.documents
            if is_next and id not in self._told:
                yield self._telling(id, repeat)

    def _telling(self, id: str, repeat: Repeat | None) -> Telling:
        self._told.add(id)
        said = (m for m in self._transfer.members if m.claim.document == id)
        members = tuple(member for member in said if member.stance != "denies")
        return Telling(id, members, repeat, tuple(self._after(id)))
