"""What might belong to a transfer: others to make one with it, and claims to bring in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from headstamp.ledger.folding import fold
from headstamp.ledger.ledger import View
from headstamp.ledger.listing import Filters
from headstamp.model import Claim, Extract
from headstamp.model.transfer import ClaimRef, Transfer
from headstamp.model.values import Party
from headstamp.show.held import Shown
from headstamp.show.marks import marked
from headstamp.show.phrases import Piece

SHOWN, LOOKED_AT = 6, 30
DOCUMENTS = 8
_ID = re.compile(r"t[0-9a-f]{12}")
_SIDES = ("recipient", "holder", "supplier", "seizer", "user", "target", "producer")
"""The roles whose parties tell one transfer from another, the most telling first."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A claim that stands outside the transfer: its sentence, and the transfer it stands in."""

    ref: ClaimRef
    sentence: tuple[Piece, ...]
    transfer: str | None


@dataclass(frozen=True, slots=True)
class Candidates:
    """Transfers to merge with, and claims to bring in."""

    transfers: tuple[Transfer, ...] = ()
    claims: tuple[Elsewhere, ...] = ()


def candidates(view: View, entry: Shown, words: str) -> Candidates:
    """What goes by an id, else what a search finds; without words, what is like the transfer."""
    own = entry.listed.transfer
    if not words:
        return Candidates(_alike(view, entry))
    if _ID.fullmatch(words):
        return Candidates(_others(view, [words], own))
    named = _named(view, words)
    if named:
        return Candidates(claims=_elsewhere(view, named, own))
    hits, _ = view.search(words, limit=DOCUMENTS)
    ids = dict.fromkeys(id for hit in hits for id in hit.entries)
    found = _speaking(view.extracts([hit.document for hit in hits]), fold(words).split())
    return Candidates(_others(view, ids, own), _elsewhere(view, found, own))


def _alike(view: View, entry: Shown) -> tuple[Transfer, ...]:
    """Transfers with one of its parties, those first that share most of what is told."""
    own = entry.listed.transfer
    told = {(variant.role, variant.value) for variant in own.variants}
    near: dict[str, Transfer] = {}
    for role, party in _parties(entry):
        page = view.table(Filters(party=party, role=role), limit=LOOKED_AT)
        near |= {listed.transfer.id: listed.transfer for listed in page.listed}
    near.pop(own.id, None)
    shared = {id: len(told & {(v.role, v.value) for v in t.variants}) for id, t in near.items()}
    return tuple(sorted(near.values(), key=lambda t: (-shared[t.id], t.id))[:SHOWN])


def _parties(entry: Shown) -> Iterable[tuple[str, str]]:
    """The first two parties that claims name in the roles that tell one transfer from another."""
    named = dict.fromkeys(
        (role, value.id)
        for role in _SIDES
        for claim in entry.claims.values()
        for argument in claim.filling(role)
        for value in argument.values
        if isinstance(value, Party)
    )
    return list(named)[:2]


def _others(view: View, ids: Iterable[str], own: Transfer) -> tuple[Transfer, ...]:
    order = [id for id in ids if id != own.id][:SHOWN]
    found = {transfer.id: transfer for transfer in view.transfers(order)}
    return tuple(found[id] for id in order if id in found)


Held = tuple[Extract, Claim]


def _named(view: View, words: str) -> list[Held]:
    """The claim that goes by `document/claim`, if there is one."""
    document, _, name = words.rpartition("/")
    return [
        (extract, claim)
        for extract in (view.extracts([document]) if document else ())
        for claim in extract.claims
        if claim.id == name
    ]


def _speaking(extracts: Iterable[Extract], sought: list[str]) -> list[Held]:
    """The claims that have some of the words in their sentence, those with most of them first."""
    counted = []
    for extract in extracts:
        for claim in extract.claims:
            sentence = fold(claim.sentence.of(extract.document.text))
            counted.append((sum(word in sentence for word in sought), (extract, claim)))
    ordered = sorted(counted, key=lambda each: -each[0])
    return [held for count, held in ordered if count]


def _elsewhere(view: View, found: list[Held], own: Transfer) -> tuple[Elsewhere, ...]:
    """Those that are not in the transfer, with where they stand."""
    inside = {member.claim for member in own.members}
    named = {ClaimRef(extract.document.id, claim.id): (extract, claim) for extract, claim in found}
    refs = [ref for ref in named if ref not in inside][:SHOWN]
    where = view.transfers_holding(refs)
    return tuple(
        Elsewhere(ref, tuple(marked(claim, extract.document.text)), where.get(ref))
        for ref in refs
        for extract, claim in [named[ref]]
    )
