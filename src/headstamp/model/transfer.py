"""What claims add up to: reported transfers, who first said so, who repeats whom, who denies;
and what people say of claims: judgements, reviews, ratings, notes.

Nothing here is edited. Transfers are a pure function of claims and judgements: drop them, build
them again, get the same. What people say is withdrawn, not deleted.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal

from headstamp.model.document import Span
from headstamp.model.reading import Kind
from headstamp.model.values import Unresolved, Value

Stance = Literal["asserts", "denies", "open", "withdrawn"]
OriginKind = Literal[
    "agency", "official", "panel", "own-reporting", "outlet", "social-media", "anonymous"
]
Evidence = Literal[
    "citation", "near-duplicate", "shared-quote", "same-outlet", "same-source", "no-source"
]


@dataclass(frozen=True, slots=True, order=True)
class ClaimRef:
    """One claim among many documents: the document's id and the claim's id within it."""

    document: str
    claim: str

    def __str__(self) -> str:
        return f"{self.document}/{self.claim}"

    @classmethod
    def parse(cls, words: str) -> "ClaimRef":
        """The claim that `str` writes as `words`. Raises `ValueError` where there is no `/`."""
        document, slash, claim = words.rpartition("/")
        if not (document and slash and claim):
            raise ValueError(f"not a claim: {words}; write it as document/claim")
        return cls(document, claim)


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

    `repeats` is a document's id, or an origin's id where the origin lies outside those held.
    `words` are those that show it: the citation, the shared quotation, the longest shared passage.
    "same-outlet": an outlet goes on with its own account; "same-source": both were told by one
    authority; "no-source": it tells, naming nobody, what others told before.
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


def transfer_id(first: ClaimRef) -> str:
    """The id of the transfer that begins with this claim: it stays while the claim stays first."""
    return "t" + sha256(str(first).encode()).hexdigest()[:12]


Verdict = Literal["same", "different", "unsure"]
ReviewVerdict = Literal["accept", "correct", "reject"]

NOTE_CHARACTERS = 1_500
SOURCE_GRADES = ("A", "B", "C", "D", "E", "F")
INFORMATION_GRADES = ("1", "2", "3", "4", "5", "6")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on whether two claims speak of one transfer, or two names of one party.

    `left` and `right` are claims written as `document/claim`, or parties by their ids. A later
    judgement of the same two takes the place of an earlier one.
    """

    about: Literal["claim", "party"]
    left: str
    right: str
    verdict: Verdict
    reason: str = ""

    def __post_init__(self) -> None:
        if self.left == self.right:
            raise ValueError(f"a {self.about} is judged against another, not itself: {self.left}")


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of a claim put right.

    `field` is a role, or `trigger`, `kind`, `factuality`, `time`. For a role, `was` is the span of
    the argument that is wrong (None: one is added) and `span` the right one (None: it is taken
    away); `value` is what the words mean, for `kind`, `factuality` and `time` the right word.
    """

    field: str
    was: Span | None = None
    span: Span | None = None
    value: Value | Unresolved | str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A person's verdict on one claim. It stays with the claim's words when the document is read
    again. A rejection gives its `reason`.
    """

    claim: ClaimRef
    verdict: ReviewVerdict
    reason: str = ""
    corrections: tuple[Correction, ...] = ()

    def __post_init__(self) -> None:
        if self.verdict == "reject" and not self.reason.strip():
            raise ValueError(f"a rejection of {self.claim} needs a reason")
        if (self.verdict == "correct") != bool(self.corrections):
            raise ValueError(f"corrections of {self.claim} come with `correct`, and only then")


@dataclass(frozen=True, slots=True)
class Rating:
    """A person's grade after the Admiralty scheme: how reliable a source is, A (completely) to E
    (not), F (cannot be judged); how credible one claim, 1 (confirmed) to 5 (improbable), 6 (cannot
    be judged). `subject` is an outlet or speaker by name, or a claim as `document/claim`.
    """

    about: Literal["source", "claim"]
    subject: str
    grade: str

    def __post_init__(self) -> None:
        grades = SOURCE_GRADES if self.about == "source" else INFORMATION_GRADES
        if self.grade not in grades:
            raise ValueError(f"a {self.about} is graded {grades[0]} to {grades[-1]}: {self.grade}")


@dataclass(frozen=True, slots=True)
class Note:
    """A person's remark of at most 1,500 characters. `subject` is the id of what it is about."""

    about: Literal["document", "claim", "transfer"]
    subject: str
    text: str

    def __post_init__(self) -> None:
        if not 0 < len(self.text.strip()) <= len(self.text) <= NOTE_CHARACTERS:
            raise ValueError(f"a note has 1 to {NOTE_CHARACTERS} characters, not {len(self.text)}")


Statement = Judgement | Review | Rating | Note
"""What a person adds to the ledger, signed and dated, to be undone but never edited."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the ledger's history: who did what, and when (UTC).

    `act` is `add`, `undo`, or the statement's word: `judge`, `review`, `rate`, `note`. `subject` is
    the id of what it is about. `undoes` is the number of the change an `undo` takes back,
    `undone_by` that of the standing `undo` of this one.
    """

    number: int
    at: datetime
    by: str
    act: Literal["add", "judge", "review", "rate", "note", "undo"]
    subject: str
    statement: Statement | None = None
    undoes: int | None = None
    undone_by: int | None = None

    @property
    def stands(self) -> bool:
        """Whether nobody has undone it."""
        return self.undone_by is None
