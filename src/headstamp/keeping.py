"""Readings into the ledger, and the ledger's claims into transfers: the stages around the store.

What is read is kept in batches, a transaction each, so that a run killed at any moment loses no
more than its last batch. Linking is a transaction of its own; the ledger knows when it is due.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from headstamp.errors import HeadstampError
from headstamp.export.entry import Entry
from headstamp.ledger.adding import Added
from headstamp.ledger.ledger import Ledger, View, Writer
from headstamp.ledger.listing import Filters
from headstamp.ledger.readying import Ready
from headstamp.model.transfer import Change, ClaimRef
from headstamp.relinking import Watch, relink_near, relink_whole, unwatched

BATCH_DOCUMENTS, BATCH_S = 200, 5.0
"""A batch ends with so many documents, or after so many seconds of reading."""
LISTED_AT_ONCE, READ_AT_ONCE = 500, 100
"""Transfers."""
ALL_AT_ONCE = 4_000
"""Claims; so many are all linked again in some two seconds."""
IN_A_MINUTE = 50_000
"""Claims; linking so many keeps others from writing for less than they wait."""
CLAIMS_A_DOCUMENT = 1_000
"""It takes as long to link what is near one document as to link so many claims anew."""
LATEST_OF_A_PARTY = 50
"""Documents that name a party of whom people judged, linked again at once in a large ledger."""


def keep(
    ledger: Ledger, outcomes: Iterable[Ready | HeadstampError], *, by: str
) -> Iterator[Added | HeadstampError]:
    """Write what was read to the ledger, a batch at a time; errors are handed on."""
    batch: list[Ready] = []
    due = time.monotonic() + BATCH_S
    for outcome in outcomes:
        if isinstance(outcome, HeadstampError):
            yield outcome
            continue
        batch.append(outcome)
        if len(batch) >= BATCH_DOCUMENTS or time.monotonic() >= due:
            yield _kept(ledger, batch, by)
            batch, due = [], time.monotonic() + BATCH_S
    if batch:
        yield _kept(ledger, batch, by)


def change(ledger: Ledger, say: Callable[[Writer], Change], *, by: str, later: bool) -> Change:
    """What a person says or takes back, and the transfers as they are then: both, or neither.

    Where `later`, transfers stay as they are until the next linking.
    """
    with ledger.writing(by=by) as writer:
        was_linked, was_whole = writer.is_linked(), writer.is_wholly_linked()
        made = say(writer)
        bears = writer.touched or writer.parties_judged()
        if bears and not later:
            link(writer)
        elif was_linked and not bears:
            writer.mark_linked(whole=was_whole)
    return made


def link(writer: Writer, *, watch: Watch = unwatched) -> None:
    """Link what is not linked yet: all of a small ledger, else what is near the changes.

    Then `relink` may yet put some claims elsewhere; `View.is_wholly_linked` tells. How far linking
    all is goes to `watch`.
    """
    unlinked, claims = writer.unlinked(), writer.claims_read()
    most = claims // CLAIMS_A_DOCUMENT
    if parties := writer.parties_judged():
        some = LATEST_OF_A_PARTY if claims > IN_A_MINUTE else most + 1
        unlinked |= frozenset(writer.documents_naming(parties, limit=some))
    if claims <= ALL_AT_ONCE or len(unlinked) > most:
        relink_whole(writer, watch=watch)
    else:
        relink_near(writer, unlinked)


def relink(writer: Writer, *, watch: Watch = unwatched) -> None:
    """Build all transfers again from the claims and judgements that stand."""
    relink_whole(writer, watch=watch)


def ids_of(view: View, filters: Filters) -> list[str]:
    """The ids of the transfers that pass the filters, rising."""
    ids: list[str] = []
    after: str | None = None
    while True:
        page = view.table(filters, limit=LISTED_AT_ONCE, after=after)
        ids += [listed.transfer.id for listed in page.listed]
        after = page.next
        if after is None:
            return sorted(ids)


def entries(view: View, ids: Sequence[str]) -> Iterator[Entry]:
    """Transfers with their claims, as reviewed, and documents, to be handed on; in that order."""
    for start in range(0, len(ids), READ_AT_ONCE):
        some = {each.id: each for each in view.transfers(ids[start : start + READ_AT_ONCE])}
        wanted = dict.fromkeys(m.claim.document for each in some.values() for m in each.members)
        told = {each.document.id: each for each in view.extracts(wanted)}
        claims = {
            ClaimRef(id, claim.id): claim
            for id, extract in told.items()
            for claim in extract.claims
        }
        for transfer in (some[id] for id in ids[start : start + READ_AT_ONCE] if id in some):
            refs = [member.claim for member in transfer.members]
            yield Entry(
                transfer,
                {ref: claims[ref] for ref in refs},
                {ref.document: told[ref.document].document for ref in refs},
            )


def _kept(ledger: Ledger, batch: list[Ready], by: str) -> Added:
    with ledger.writing(by=by) as writer:
        return writer.add_ready(batch)
