"""What every exporter is handed: a transfer with the claims and documents it is made of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from headstamp.model import Claim, Document
from headstamp.model.transfer import ClaimRef, Member, Stance, Transfer

_TELLING: tuple[Stance, ...] = ("asserts", "withdrawn", "open", "denies")


@dataclass(frozen=True, slots=True)
class Entry:
    """One transfer, the claims of all its members, and the documents they stand in, by id.

    Raises `ValueError` where a member has no claim or a claim no document.
    """

    transfer: Transfer
    claims: Mapping[ClaimRef, Claim]
    documents: Mapping[str, Document]

    def __post_init__(self) -> None:
        for member in self.transfer.members:
            if member.claim not in self.claims or member.claim.document not in self.documents:
                raise ValueError(f"transfer {self.transfer.id} comes without {member.claim}")

    @property
    def telling(self) -> tuple[Member, ...]:
        """The members that say what happened: those that assert it; where nobody does, those that
        took it back, else those that leave it open, else those that deny it.
        """
        members = self.transfer.members
        for stance in _TELLING:
            found = tuple(member for member in members if member.stance == stance)
            if found:
                return found
        return ()

    @property
    def sources(self) -> tuple[Document, ...]:
        """Its documents, from the earliest published; those without a day come last."""
        used = {member.claim.document for member in self.transfer.members}
        return tuple(sorted((self.documents[id] for id in used), key=_published))

    def words_of(self, ref: ClaimRef) -> str:
        """The trigger of a claim, as its document has it."""
        return self.claims[ref].trigger.of(self.documents[ref.document].text)


def in_order(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, checked to come by rising id: so exports of one ledger are the same bytes, and
    none of them need hold a million entries to sort them. Raises `ValueError` where they do not.
    """
    last = ""
    for entry in entries:
        if entry.transfer.id <= last:
            raise ValueError(f"entries come by rising id: {entry.transfer.id} came after {last}")
        last = entry.transfer.id
        yield entry


def _published(document: Document) -> tuple[date, str]:
    return document.published.day or date.max, document.id
