"""Who says so, as a tree folded to origins: each origin, and below it who tells it after whom.

└─ Halden Wire (agency): 3 documents
   └─ Halden Wire · 2025-02-13 · kufra-01
      │  c1 certain: … *sent* …
      └─ The Karst Courier · 2025-02-14 · kufra-02, which cites “Halden Wire reported”
"""

from collections.abc import Iterator

from headstamp.model import Document
from headstamp.model.transfer import ClaimRef, Member, Origin, Repeat, Transfer
from headstamp.show.held import Shown
from headstamp.show.listing import counted
from headstamp.show.phrases import Piece, said_by, sureness
from headstamp.show.screen import Run, Screen
from headstamp.show.text import DOUBT, FAINT, SURENESS_STYLES, TITLE, quote, runs, safe
from headstamp.show.tree import Node

_HOW = {
    "citation": "cites it",
    "near-duplicate": "in the same words",
    "shared-quote": "with the same quotation",
    "same-outlet": "the outlet goes on",
    "same-source": "had it from the same authority",
    "no-source": "names nobody",
}


def origins(shown: Shown, screen: Screen) -> list[Node]:
    """A node for each independent origin, the documents that carry it below."""
    transfer = shown.listed.transfer
    return [_Tree(shown, screen, origin).node() for origin in transfer.origins]


def document_line(document: Document) -> list[Run]:
    """What a document is called, in one line."""
    day = document.published.day
    name = safe(document.outlet or document.title or document.source)
    facts = [str(day) if day else "no date", safe(document.id)]
    return [Run(name, TITLE), Run(f" · {' · '.join(facts)}", FAINT)]


def claim_lines(shown: Shown, member: Member, screen: Screen) -> Iterator[list[Run]]:
    """What one claim says, in how sure a voice, in whose words."""
    ref = member.claim
    claim, document = shown.claims.get(ref), shown.documents.get(ref.document)
    if claim is None or document is None:
        return
    sure = sureness(claim)
    said = [Run(f"{claim.id} ", FAINT), Run(sure, SURENESS_STYLES.get(sure, DOUBT))]
    if member.stance == "withdrawn":
        said.append(Run(", withdrawn", DOUBT))
    yield [*said, *runs([Piece(", says "), *said_by(claim, document)])]
    yield list(quote(claim, document.text, screen))


class _Tree:
    """One origin's documents, each shown once, below the first it repeats."""

    def __init__(self, shown: Shown, screen: Screen, origin: Origin) -> None:
        self._shown, self._screen, self._origin = shown, screen, origin
        self._transfer: Transfer = shown.listed.transfer
        self._told: set[str] = set()

    def node(self) -> Node:
        """The origin; documents that no other leads to stand right below it."""
        origin = self._origin
        head = [Run(safe(origin.who), TITLE), Run(f" · {origin.kind}")]
        head.append(Run(f" · {counted(len(origin.documents), 'document')}", FAINT))
        if origin.withdrawn_by:
            head.append(Run(f", withdrawn in {safe(origin.withdrawn_by)}", DOUBT))
        below = [self._document(origin.root, None)] if origin.root else []
        below += self._after(origin.id)
        left = [id for id in origin.documents if id not in self._told]
        while left:
            below.append(self._document(left[0], self._first_repeat(left[0])))
            left = [id for id in left if id not in self._told]
        return Node([head], below)

    def _after(self, what: str) -> list[Node]:
        """The documents of this origin that repeat it or one of its documents."""
        return [
            self._document(repeat.document, repeat)
            for repeat in self._transfer.repeats
            if repeat.repeats == what
            and repeat.document in self._origin.documents
            and repeat.document not in self._told
        ]

    def _document(self, id: str, repeat: Repeat | None) -> Node:
        self._told.add(id)
        document = self._shown.documents.get(id)
        head = document_line(document) if document else [Run(safe(id), TITLE)]
        if repeat:
            head.append(Run(f" · {_HOW[repeat.evidence]}"))
            head += [Run(f" “{safe(repeat.words)}”")] if repeat.words else []
        said = [
            line
            for member in self._members(id)
            for line in claim_lines(self._shown, member, self._screen)
        ]
        return Node([head, *said], self._after(id))

    def _members(self, id: str) -> list[Member]:
        """The claims of a document that do not deny it: denials are told elsewhere."""
        return [
            m for m in self._transfer.members if m.claim.document == id and m.stance != "denies"
        ]

    def _first_repeat(self, id: str) -> Repeat | None:
        return next((r for r in self._transfer.repeats if r.document == id), None)


def untold(transfer: Transfer) -> tuple[Member, ...]:
    """The members that stand below no origin and deny nothing: plans, questions, asides."""
    told = {id for origin in transfer.origins for id in origin.documents}
    return tuple(
        m for m in transfer.members if m.claim.document not in told and m.stance != "denies"
    )


def refs(claims: tuple[ClaimRef, ...]) -> str:
    """Claims by name, those of a document together: `kufra-01/c1,c2 kufra-04/c1`."""
    theirs: dict[str, list[str]] = {}
    for ref in claims:
        theirs.setdefault(ref.document, []).append(ref.claim)
    return " ".join(f"{document}/{','.join(names)}" for document, names in theirs.items())
