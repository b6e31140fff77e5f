"""The whole ledger linked: what its transfers are, whatever came in which order.

Workers sheave documents in the order in which their threads are linked, so that this process links
those of one while they are at the next; then they finish entries, which it stores.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain

from headstamp.corroborate.entries import Gathered, gathered, identity
from headstamp.corroborate.judged import grouped, judged
from headstamp.corroborate.linking import Entry, Linking
from headstamp.corroborate.outlets import Outlets
from headstamp.corroborate.strands import Strand
from headstamp.corroborate.threads import Apart
from headstamp.ledger.ledger import View, Writer
from headstamp.ledger.lookup import chunks
from headstamp.ledger.making import Made
from headstamp.model.transfer import ClaimRef
from headstamp.relinking.parties import Parties, judged_parties
from headstamp.relinking.sheaves import Harvest, Reaping, Sheaf, finished, mastheads, sheaved
from headstamp.workers import Workers

HEADS_A_TASK, DOCUMENTS_A_TASK, CLAIMS_A_TASK = 1_000, 100, 400
ALONE = 4_000
"""Claims; fewer are linked here before others have started."""

Watch = Callable[[str, int, int], None]
"""Is told how many documents are linked, then how many transfers stored: a noun, how many, of how
many.
"""


def unwatched(noun: str, done: int, whole: int) -> None:
    """For a linking that nobody watches."""


def relink_whole(writer: Writer, *, processes: int | None = None, watch: Watch = unwatched) -> None:
    """Build all transfers again from the claims and judgements that stand.

    Documents before linking, and entries after it, are shared out among `processes`: one for each
    core unless it is said, none but this one for a small ledger.
    """
    count = 1 if processes is None and writer.claims_read() <= ALONE else processes
    judgements = writer.judgements()
    verdicts, parties = judged(judgements), judged_parties(judgements)
    with without_collecting(), Workers(count) as workers:

        def sheaves_of(ids: Iterable[str]) -> Iterator[list[Sheaf]]:
            return workers.map(sheaved, reap(writer, ids, verdicts.apart, parties))

        heads = chunks(writer.heads(writer.document_ids()), HEADS_A_TASK)
        known = [each for some in workers.map(mastheads, heads) for each in some]
        known.sort(key=lambda masthead: masthead.turn)
        spoken_of = sorted({ref.document for ref in verdicts.involved})
        judged_on = chain.from_iterable(sheaves_of(spoken_of))
        together = grouped((strand for sheaf in judged_on for strand in sheaf.strands), verdicts)
        sheaves: dict[str, Sheaf] = {}
        found = sheaves_of(masthead.document for masthead in known)
        linking = Linking(verdicts, Outlets(known))
        linking.take(_kept(found, sheaves, len(known), watch), together)
        writer.drop_derived()
        writer.store_transfers(_watched(_finished(linking, sheaves, workers), linking, watch))
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


def _kept(
    found: Iterable[Sequence[Sheaf]], sheaves: dict[str, Sheaf], whole: int, watch: Watch
) -> Iterator[Strand]:
    """The threads of documents as these come, which are kept in `sheaves`."""
    for some in found:
        for sheaf in some:
            sheaves[sheaf.masthead.document] = sheaf
            yield from sheaf.strands
        watch("document", len(sheaves), whole)


def _finished(
    linking: Linking, sheaves: Mapping[str, Sheaf], workers: Workers
) -> Iterator[list[Made]]:
    """The transfers of entries, a task at a time."""
    ids = [identity(entry) for entry in linking.entries]

    def harvest(entries: Sequence[Entry]) -> Harvest:
        for entry in entries:
            entry.part_of = linking.deal_of(entry)
        return _harvest([gathered(entry, ids) for entry in entries], sheaves)

    return workers.map(finished, map(harvest, _shares(linking.entries)))


def _watched(finished: Iterable[Sequence[Made]], linking: Linking, watch: Watch) -> Iterator[Made]:
    """The transfers one by one; a task is told of when all of it were taken."""
    stored = 0
    for ready in finished:
        yield from ready
        stored += len(ready)
        watch("transfer", stored, len(linking.entries))


def _shares(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Entries as tasks."""
    some: list[Entry] = []
    claims = 0
    for entry in entries:
        some.append(entry)
        claims += entry.profile.claims
        if claims >= CLAIMS_A_TASK:
            yield some
            some, claims = [], 0
    if some:
        yield some


def _harvest(found: Sequence[Gathered], sheaves: Mapping[str, Sheaf]) -> Harvest:
    """Entries with what they need of their documents."""
    wanted: dict[str, set[str]] = {}
    for each in found:
        for strand in each.strands:
            wanted.setdefault(strand.document, set()).update(ref.claim for ref in strand.refs)
    return Harvest(found, {id: sheaves[id].only(names) for id, names in wanted.items()})
