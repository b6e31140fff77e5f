"""What claims add up to: reported transfers, who first said so, who repeats whom, who denies.

Nothing here is edited. Transfers are a pure function of claims and judgements: drop them, build
them again, get the same.
"""

from dataclasses import dataclass
from typing import Literal

from headstamp.model.reading import Kind

Stance = Literal["asserts", "denies", "open", "withdrawn"]
OriginKind = Literal[
    "agency", "official", "panel", "own-reporting", "outlet", "social-media", "anonymous"
]
Evidence = Literal["citation", "near-duplicate", "shared-quote"]


@dataclass(frozen=True, slots=True, order=True)
class ClaimRef:
    """One claim among many documents: the document's id and the claim's id within it."""

    document: str
    claim: str

    def __str__(self) -> str:
        return f"{self.document}/{self.claim}"


@dataclass(frozen=True, slots=True)
class Link:
    """Why two claims stand in one transfer: a score between 0 and 1, and what speaks for it.

    `reasons` are phrases for a person to read (`same recipient: Hezbollah +2.1`), weightiest
    first, those that speak against the link included. A person's judgement has the score 1.
    """

    claim: ClaimRef
    other: ClaimRef
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A claim of a transfer and how it stands to it.

    "asserts", "denies" (certain, probable or possible that it is not so), "open" (asked, planned,
    left open), "withdrawn" (by the origin that first said so).
    """

    claim: ClaimRef
    stance: Stance


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an account of a transfer comes from, however many documents carry it.

    `root` is the document that is the origin, None where the origin lies outside those held.
    `who` names it in words. `documents` are all that carry its account, the root among them.
    `withdrawn_by` is the document in which the origin itself takes its account back.
    """

    id: str
    who: str
    kind: OriginKind
    root: str | None
    documents: tuple[str, ...]
    withdrawn_by: str | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """One document tells what another, or an origin outside those held, told before.

    `repeats` is a document's id or an origin's id. `words` are those that show it: the citation,
    the shared quotation, or the longest shared passage.
    """

    document: str
    repeats: str
    evidence: Evidence
    words: str


@dataclass(frozen=True, slots=True)
class Denial:
    """A claim that the transfer did not happen, and who says so. `party` is the id of a party
    in the authority file, None where the speaker is not known there.
    """

    claim: ClaimRef
    by: str
    party: str | None


@dataclass(frozen=True, slots=True)
class Variant:
    """One value that a role of the transfer is given, and the claims that give it."""

    role: str
    value: str
    claims: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """An entry of the ledger: the claims about one movement of the same goods, and what they
    show together. What is not about a movement makes entries of its own `kind`.

    `members` run from the earliest published. `origins` are the independent ones. `part_of` is
    the id of the deal that a part-delivery belongs to.
    """

    id: str
    kind: Kind
    members: tuple[Member, ...]
    links: tuple[Link, ...]
    origins: tuple[Origin, ...]
    repeats: tuple[Repeat, ...]
    denials: tuple[Denial, ...]
    variants: tuple[Variant, ...]
    part_of: str | None = None

    @property
    def reports(self) -> tuple[str, ...]:
        """The documents in which some claim asserts it, in the order of the members."""
        asserting = (m.claim.document for m in self.members if m.stance in ("asserts", "withdrawn"))
        return tuple(dict.fromkeys(asserting))
