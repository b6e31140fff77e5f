"""What is near a change, linked again: the threads of the documents that it bears on.

The rest stays as it is. Threads that a change touches leave their transfers, and join those that
they fit best of the ones that share rare values with them, or begin their own, by the same weights
and judgements as when everything is linked. What is not looked at: transfers that share too little,
those of more than `LARGEST` claims, and whether others than the touched would now go elsewhere.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from headstamp.corroborate.arriving import MOST
from headstamp.corroborate.blocks import QUARTER_DAYS, Key
from headstamp.corroborate.entries import Gathered, gathered, identity
from headstamp.corroborate.judged import Judged, grouped, judged
from headstamp.corroborate.linking import Linking
from headstamp.corroborate.outlets import Outlets
from headstamp.corroborate.profile import ORDERING, Profile
from headstamp.corroborate.strands import Strand, in_order
from headstamp.ledger.ledger import View, Writer
from headstamp.ledger.nearby import Days
from headstamp.model.transfer import ClaimRef, Transfer
from headstamp.relinking.parties import Parties, judged_parties
from headstamp.relinking.sheaves import Harvest, Sheaf, finished, sheaved
from headstamp.relinking.whole import reap, without_collecting

CANDIDATES = 8
"""Transfers that a thread is compared with, those that share the rarest values. When everything is
linked they are 20, which share the most keys.
"""
LARGEST = 500
"""Claims; to read a larger transfer for each new report of it would take seconds. What may belong
to one begins its own, and joins it when everything is linked.
"""
FIRST, LATEST = 4, 12
"""Of a transfer's documents so many are read to compare it, the others only where it changes."""
BEFORE_DAYS, AFTER_DAYS = 273, 273
"""Three quarters of a year: what was reported further from a report, or from the day that it tells
of, shares no quarter with it.
"""
ORDERED_DAYS = 5 * 365
"""An order is spoken of for years."""
_FACETS: Mapping[str | int, str] = {"taker": "recipient", "giver": "supplier"}
_SAYS_NOTHING = {"kind", "certainty", "reviewed", "denied", "origins", "outlet", "speaker"}


def relink_near(writer: Writer, touched: Collection[str]) -> None:
    """Link the claims of these documents again, and all that are judged the same as one of them.

    Of a document of which people only spoke, the threads that they did not speak of stay.
    """
    judgements = writer.judgements()
    verdicts = judged(judgements)
    spoken = _with_the_same(writer.stated_on(), verdicts)
    reading = _Reading(writer, verdicts, judged_parties(judgements), spoken)
    with without_collecting():
        there, changed, gone = _settled(reading, frozenset(touched))
        whole = [_with_all(each, there) for each in changed]
        writer.remove_transfers(sorted(gone))
        writer.store_transfers(finished(Harvest(whole, {**there.fresh, **there.held})))
    writer.mark_linked(whole=False)


@dataclass(frozen=True, slots=True)
class _There:
    """What near linking looks at: transfers as stored, those `gone` that hold a claim of a touched
    or thread; documents `fresh`, with the threads that leave their transfers, `moving` their
    claims; and `held`, as far as they were read, with those that stay.
    """

    gone: frozenset[str]
    stored: Mapping[str, Transfer]
    fresh: Mapping[str, Sheaf]
    held: dict[str, Sheaf]
    moving: frozenset[ClaimRef]


@dataclass(frozen=True, slots=True)
class _Changed:
    """An entry that is not as it was stored, or is new."""

    gathered: Gathered
    was: Transfer | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """The ledger as near linking reads it."""

    view: View
    verdicts: Judged
    parties: Parties
    spoken: frozenset[ClaimRef]

    def there(self, touched: Collection[str], strays: Collection[str]) -> _There:
        """What is to be looked at where these documents are touched, and all of the `strays`."""
        view = self.view
        whole = ({*touched} - {ref.document for ref in self.spoken}) | {*strays}
        fresh, held, moving = self._moving(whole)
        gone = view.transfers_touching(whole)
        gone |= frozenset(view.transfers_holding(moving).values())
        changed = gone | view.parts_of(gone)
        ids = changed.union(_candidates(view, fresh))
        stored = {transfer.id: transfer for transfer in view.transfers(sorted(ids))}
        wanted: set[str] = set()
        for id, transfer in stored.items():
            theirs = list(dict.fromkeys(member.claim.document for member in transfer.members))
            wanted.update(theirs if id in changed else [*theirs[:FIRST], *theirs[-LATEST:]])
        held |= self.sheaves(sorted(wanted - fresh.keys() - whole))
        return _There(gone, stored, fresh, held, moving)

    def told(self, key: Key) -> int:
        """How many transfers of a party were last reported in a quarter or one beside it, by the
        party's key (`blocks.party_keys`).
        """
        _, quarter, side, party = key
        days = (int(quarter) - 1) * QUARTER_DAYS, (int(quarter) + 2) * QUARTER_DAYS - 1
        return self.view.transfers_told((_FACETS[side], str(party)), days, most=MOST)

    def _moving(
        self, whole: Collection[str]
    ) -> tuple[dict[str, Sheaf], dict[str, Sheaf], frozenset[ClaimRef]]:
        """Documents with the threads that leave their transfers, and with those that stay; all
        claims that leave: of the documents that are touched as a `whole`, those spoken of, those in
        one thread with them, and all that are judged the same as one of these.
        """
        spoken = {ref for ref in self.spoken if ref.document not in whole}
        read: dict[str, Sheaf] = {}
        while True:
            only = {ref.document for ref in spoken}
            read |= self.sheaves(sorted((only | {*whole}) - read.keys()))
            staying = self._staying([read[id] for id in sorted(only & read.keys())], spoken)
            fresh = {id: _part(sheaf, staying, stays=False) for id, sheaf in read.items()}
            held = {id: _part(read[id], staying, stays=True) for id in only & read.keys()}
            leaving = {r for sheaf in fresh.values() for s in sheaf.strands for r in s.refs}
            moving = frozenset(leaving | spoken)
            more = _with_the_same(moving, self.verdicts) - moving
            if not more:
                return fresh, held, moving
            spoken |= more

    def _staying(self, sheaves: Iterable[Sheaf], spoken: Collection[ClaimRef]) -> set[ClaimRef]:
        """The first claims of threads that nobody spoke of, and that stand in one transfer."""
        strands = [s for sheaf in sheaves for s in sheaf.strands if not {*s.refs} & {*spoken}]
        where = self.view.transfers_holding(ref for s in strands for ref in s.refs)
        return {
            s.refs[0]
            for s in strands
            if s.refs[0] in where and len({where.get(ref) for ref in s.refs}) == 1
        }

    def sheaves(self, ids: Iterable[str]) -> Iterator[tuple[str, Sheaf]]:
        """Documents, by id."""
        for reaping in reap(self.view, ids, self.verdicts.apart, self.parties):
            for sheaf in sheaved(reaping):
                yield sheaf.masthead.document, sheaf


def _settled(reading: _Reading, touched: frozenset[str]) -> tuple[_There, list[_Changed], set[str]]:
    """What is looked at, what changes, and the transfers to take away. Documents whose threads are
    not as they are stored, since what was judged of their parties makes others of them, are touched
    too.
    """
    strays: set[str] = set()
    while True:
        there = reading.there(touched, strays)
        changed, gone = _changed(there, reading)
        unread = {m.claim.document for each in changed if each.was for m in each.was.members}
        there.held.update(reading.sheaves(sorted(unread - there.fresh.keys() - there.held.keys())))
        more = _strays(there)
        if not more:
            return there, changed, gone
        strays |= more


def _changed(there: _There, reading: _Reading) -> tuple[list[_Changed], set[str]]:
    """The entries that change, and the transfers to take away for them."""
    sheaves = (*there.held.values(), *there.fresh.values())
    outlets = Outlets(sheaf.masthead for sheaf in sheaves)
    linking = Linking(reading.verdicts, outlets, reading.told)
    before: dict[int, tuple[Transfer, int]] = {}
    for transfer in there.stored.values():
        if strands := _strands_of(transfer, there):
            links = (link for link in transfer.links if link.claim not in there.moving)
            entry = linking.hold(strands, links)
            before[entry.number] = transfer, len(strands)
    fresh = in_order(strand for sheaf in there.fresh.values() for strand in sheaf.strands)
    linking.take(fresh, grouped(fresh, reading.verdicts))
    for entry in linking.entries:
        entry.strands = in_order(entry.strands)
    ids = [identity(entry) for entry in linking.entries]
    now = dict.fromkeys(there.gone) | {t.id: ids[number] for number, (t, _) in before.items()}
    gone, changed = set(there.gone), []
    for entry in linking.entries:
        was, strands_before = before.get(entry.number, (None, 0))
        deal = now.get(was.part_of, was.part_of) if was and was.part_of else None
        if was is None or was.id in there.gone or len(entry.strands) > strands_before:
            entry.part_of = linking.deal_of(entry)
        elif was.part_of == deal:
            continue
        found = gathered(entry, ids)
        if found.part_of is None and deal != found.id:
            found = replace(found, part_of=deal)
        changed.append(_Changed(found, was))
        gone |= {was.id} if was else set()
    return changed, gone


def _strands_of(transfer: Transfer, there: _There) -> list[Strand]:
    """The threads of a stored transfer that stay in it: those of documents that are not touched."""
    members = {member.claim for member in transfer.members}
    documents = dict.fromkeys(member.claim.document for member in transfer.members)
    sheaves = [there.held[document] for document in documents if document in there.held]
    strands = (strand for sheaf in sheaves for strand in sheaf.strands)
    return in_order(s for s in strands if s.refs[0] in members)


def _strays(there: _There) -> set[str]:
    """Documents of which a thread does not stand as a whole in one stored transfer."""
    strays: set[str] = set()
    for transfer in there.stored.values():
        stored = {m.claim for m in transfer.members if m.claim.document in there.held}
        stored -= there.moving
        found = {ref for strand in _strands_of(transfer, there) for ref in strand.refs}
        strays |= {ref.document for ref in stored ^ found}
    return strays


def _with_all(changed: _Changed, there: _There) -> Gathered:
    """The entry with the threads too that were not read to compare it, and the links between all
    of them; those within a thread come with it.
    """
    found = changed.gathered
    known = {strand.refs[0] for strand in found.strands}
    more = _strands_of(changed.was, there) if changed.was else []
    more = [strand for strand in more if strand.refs[0] not in known]
    strands = in_order([*found.strands, *more])
    first = {strand.refs[0] for strand in strands}
    staying = {ref for strand in strands for ref in strand.refs}
    links = [link for link in found.links if link.claim in first and link.other in staying]
    return replace(found, strands=strands, links=links)


def _part(sheaf: Sheaf, staying: Collection[ClaimRef], *, stays: bool) -> Sheaf:
    """The document with its threads that stay, or those that do not; `staying` are first claims."""
    chosen = (strand for strand in sheaf.strands if (strand.refs[0] in staying) is stays)
    return replace(sheaf, strands=tuple(chosen))


def _with_the_same(refs: Collection[ClaimRef], verdicts: Judged) -> frozenset[ClaimRef]:
    """The claims, and those that are judged the same as one of them."""
    roots = {verdicts.root(ref) for ref in refs if ref in verdicts.involved}
    return frozenset(refs) | {ref for ref in verdicts.involved if verdicts.root(ref) in roots}


def _candidates(view: View, fresh: Mapping[str, Sheaf]) -> Iterator[str]:
    """The transfers that each thread may be about."""
    for sheaf in fresh.values():
        alone = [Gathered("", [strand], [], None, None) for strand in sheaf.strands]
        made = finished(Harvest(alone, {sheaf.masthead.document: sheaf}))
        for strand, each in zip(sheaf.strands, made, strict=True):
            if strand.thread.is_open:
                under = [facet for facet in each.under if facet[0] not in _SAYS_NOTHING]
                days = _reported(strand.thread.profile())
                yield from view.transfers_near(under, days, limit=CANDIDATES, claims=LARGEST)


def _reported(profile: Profile) -> list[Days]:
    """When what a thread is about may have been reported last."""
    around = ORDERED_DAYS if profile.phases & ORDERING else BEFORE_DAYS
    days = [(0, 0)]
    if profile.first_published and profile.last_published:
        days.append((profile.first_published - around, profile.last_published + AFTER_DAYS))
    told = profile.moved | profile.seized | profile.held | profile.dealt
    days += [
        (start - BEFORE_DAYS, end + AFTER_DAYS)
        for start, end in sorted(told)
        if end - start <= ORDERED_DAYS
    ]
    return days
