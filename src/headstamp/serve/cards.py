"""Claims as a reviewer sees them: as they stand, as they were read, and what was said of them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from headstamp.errors import Missing
from headstamp.ledger.contents import AsRead
from headstamp.ledger.view import View
from headstamp.model import Claim
from headstamp.model.transfer import Change, ClaimRef, Note, Rating, Review
from headstamp.serve.usefulness import is_usefulness
from headstamp.show.differences import Difference, differences

State = Literal["unreviewed", "accepted", "corrected", "rejected"]
_STATES: Mapping[str, State] = {
    "accept": "accepted",
    "correct": "corrected",
    "reject": "rejected",
}


@dataclass(frozen=True, slots=True)
class Card:
    """A claim to decide on. `claim` is as it stands, or as it was read where it was rejected.

    `seen` is the number of the last change of it: who decides says it. `transfer` is the id of the
    entry that it is part of.
    """

    ref: ClaimRef
    claim: Claim
    review: Change | None
    differences: tuple[Difference, ...]
    seen: int
    transfer: str | None
    notes: tuple[Change, ...]
    grade: Change | None

    @property
    def state(self) -> State:
        """What its last standing review makes of it."""
        return state_of(self.review)

    @property
    def reason(self) -> str:
        """Why it was reviewed so."""
        said = self.review.statement if self.review else None
        return said.reason.strip() if isinstance(said, Review) else ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with all that people said of it and its claims, the earliest first."""

    told: AsRead
    changes: tuple[Change, ...]
    transfers: Mapping[ClaimRef, str]

    @property
    def notes(self) -> tuple[Change, ...]:
        """The standing remarks on the document itself."""
        return tuple(c for c in self._on_the_document() if not is_usefulness(c))

    @property
    def usefulness(self) -> tuple[Change, ...]:
        """What people said of whether the article was useful, and what stands of it."""
        return tuple(c for c in self._on_the_document() if is_usefulness(c))

    def last_of(self, name: str) -> Change | None:
        """The last that somebody said here and that stands: what he would undo."""
        own = (c for c in self.changes if c.by == name and c.stands and c.statement is not None)
        return max(own, key=lambda change: change.number, default=None)

    def _on_the_document(self) -> Iterable[Change]:
        for change in self.changes:
            said = change.statement
            if isinstance(said, Note) and said.about == "document" and change.stands:
                yield change


def opened(view: View, id: str) -> Opened:
    """The document of that id. Raises `Missing`."""
    told = view.as_read(id)
    if told is None:
        raise Missing(id, "is no document of the ledger", "see the list of documents")
    return Opened(told, view.history(id), view.entries_of(id))


def cards(view: View, opened: Opened, ids: Collection[str]) -> dict[str, Card]:
    """Some claims of a document, by their ids. Raises `Missing` for one that it does not have."""
    told = opened.told
    document = told.extract.document
    claims = {claim.id: claim for claim in told.extract.claims}
    seen = view.stated_of_claims(document.id, ids)
    found = {}
    for id in ids:
        ref = ClaimRef(document.id, id)
        if id not in claims:
            raise Missing(str(ref), "is no claim of the ledger", "see the document")
        now = told.now(claims[id])
        found[id] = Card(
            ref,
            now or claims[id],
            told.reviews.get(id),
            differences(claims[id], now, document.text) if now else (),
            seen[id],
            opened.transfers.get(ref),
            told.notes.get(id, ()),
            told.grades.get(id),
        )
    return found


def standing(told: AsRead) -> list[Claim]:
    """The claims as they stand; rejected ones as they were read, to be looked at again."""
    return [told.now(claim) or claim for claim in told.extract.claims]


def state_of(review: Change | None) -> State:
    """What a review makes of a claim."""
    said = review.statement if review else None
    return _STATES[said.verdict] if isinstance(said, Review) else "unreviewed"


def grade_of_source(view: View, name: str | None) -> Change | None:
    """The standing grade of an outlet."""
    graded = (
        change
        for change in (view.history(name) if name else ())
        if isinstance(change.statement, Rating) and change.stands and change.subject == name
    )
    return max(graded, key=lambda change: change.number, default=None)
