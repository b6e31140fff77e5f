"""The whole ledger linked: what its transfers are, whatever came in which order."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from headstamp.corroborate.entries import gathered, identity
from headstamp.corroborate.judged import judged
from headstamp.corroborate.linking import Entry, link
from headstamp.corroborate.outlets import Outlets
from headstamp.corroborate.threads import Apart
from headstamp.ledger.ledger import View, Writer
from headstamp.ledger.lookup import chunks
from headstamp.model.transfer import ClaimRef
from headstamp.relinking.parties import Parties, judged_parties
from headstamp.relinking.sheaves import Harvest, Reaping, Sheaf, finished, sheaved
from headstamp.relinking.workers import Workers

DOCUMENTS_A_TASK, CLAIMS_A_TASK = 100, 400
ALONE = 4_000
"""Claims; fewer are linked here before others have started."""


def relink_whole(writer: Writer, *, processes: int | None = None) -> None:
    """Build all transfers again from the claims and judgements that stand.

    Documents before linking, and entries after it, are shared out among `processes`: one for each
    core unless it is said, none but this one for a small ledger.
    """
    count = 1 if processes is None and writer.claims_read() <= ALONE else processes
    judgements = writer.judgements()
    verdicts, parties = judged(judgements), judged_parties(judgements)
    with without_collecting(), Workers(count) as workers:
        reapings = reap(writer, writer.document_ids(), verdicts.apart, parties)
        found = (sheaf for some in workers.map(sheaved, reapings) for sheaf in some)
        sheaves = {sheaf.masthead.document: sheaf for sheaf in found}
        strands = (strand for sheaf in sheaves.values() for strand in sheaf.strands)
        outlets = Outlets(sheaf.masthead for sheaf in sheaves.values())
        entries = link(strands, verdicts, outlets)
        writer.drop_derived()
        for ready in workers.map(finished, _harvests(entries, sheaves)):
            writer.store_transfers(ready)
    writer.mark_linked()


def reap(view: View, ids: Iterable[str], apart: Apart, parties: Parties) -> Iterator[Reaping]:
    """Documents as tasks, with what people judged of their claims."""
    by_document: dict[str, dict[ClaimRef, set[ClaimRef]]] = {}
    for ref, others in apart.items():
        by_document.setdefault(ref.document, {})[ref] = set(others)
    for parcels in chunks(view.parcels(ids), DOCUMENTS_A_TASK):
        theirs: dict[ClaimRef, set[ClaimRef]] = {}
        for parcel in parcels:
            theirs |= by_document.get(parcel.id, {})
        yield Reaping(parcels, theirs, parties)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keeps Python from looking for rings of dead values, again and again, among millions that
    live and make none: it took as long as the work.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _harvests(entries: Sequence[Entry], sheaves: Mapping[str, Sheaf]) -> Iterator[Harvest]:
    """Entries as tasks, each with what it needs of its documents."""
    ids = [identity(entry) for entry in entries]
    some: list[Entry] = []
    claims = 0
    for entry in entries:
        some.append(entry)
        claims += sum(len(strand.refs) for strand in entry.strands)
        if claims >= CLAIMS_A_TASK:
            yield _harvest(some, ids, sheaves)
            some, claims = [], 0
    if some:
        yield _harvest(some, ids, sheaves)


def _harvest(entries: Iterable[Entry], ids: Sequence[str], sheaves: Mapping[str, Sheaf]) -> Harvest:
    found = [gathered(entry, ids) for entry in entries]
    wanted: dict[str, set[str]] = {}
    for each in found:
        for strand in each.strands:
            wanted.setdefault(strand.document, set()).update(ref.claim for ref in strand.refs)
    return Harvest(found, {id: sheaves[id].only(names) for id, names in wanted.items()})
