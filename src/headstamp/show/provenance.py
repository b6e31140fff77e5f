"""Who says so, as a tree folded to origins: each origin, and below it who tells it after whom.

└─ Halden Wire (agency): 3 documents
   └─ Halden Wire · 2025-02-13 · kufra-01
      │  c1 certain: … *sent* …
      └─ The Karst Courier · 2025-02-14 · kufra-02, which cites “Halden Wire reported”
"""

from collections.abc import Iterator

from headstamp.model import Document
from headstamp.model.transfer import Member, Origin
from headstamp.show.held import Shown
from headstamp.show.listing import counted
from headstamp.show.phrases import Piece, said_by, sureness
from headstamp.show.screen import Run, Screen
from headstamp.show.telling import HOW, Telling, tellings
from headstamp.show.text import DOUBT, FAINT, SURENESS_STYLES, TITLE, quote, runs, safe
from headstamp.show.tree import Node


def origins(shown: Shown, screen: Screen) -> list[Node]:
    """A node for each independent origin, the documents that carry it below."""
    transfer = shown.listed.transfer
    return [
        Node(
            [_origin_line(origin)],
            [_node(shown, telling, screen) for telling in tellings(transfer, origin)],
        )
        for origin in transfer.origins
    ]


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


def _origin_line(origin: Origin) -> list[Run]:
    head = [Run(safe(origin.who), TITLE), Run(f" · {origin.kind}")]
    head.append(Run(f" · {counted(len(origin.documents), 'document')}", FAINT))
    if origin.withdrawn_by:
        head.append(Run(f", withdrawn in {safe(origin.withdrawn_by)}", DOUBT))
    return head


def _node(shown: Shown, telling: Telling, screen: Screen) -> Node:
    document = shown.documents.get(telling.document)
    head = document_line(document) if document else [Run(safe(telling.document), TITLE)]
    if telling.repeat:
        head.append(Run(f" · {HOW[telling.repeat.evidence]}"))
        head += [Run(f" “{safe(telling.repeat.words)}”")] if telling.repeat.words else []
    said = [line for member in telling.members for line in claim_lines(shown, member, screen)]
    return Node([head, *said], [_node(shown, after, screen) for after in telling.after])
