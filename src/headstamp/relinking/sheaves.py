"""One document, and one entry, as a worker does them: pure, from bytes to bytes.

Head → mastheads → Masthead     before linking: what the linking of others asks of a document
Parcel → sheaved → Sheaf        what its own linking asks of it
Sheaves → finished → Made       after it: what is stored of an entry
"""

import pickle
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from headstamp.corroborate import digest
from headstamp.corroborate.entries import Gathered, transfer
from headstamp.corroborate.outlets import Masthead, masthead
from headstamp.corroborate.story import Story
from headstamp.corroborate.strands import Strand
from headstamp.corroborate.threads import Apart
from headstamp.ledger.making import Made, Told, made
from headstamp.ledger.parcels import Head, Parcel, claim_in, document_in, unpacked
from headstamp.relinking.parties import Parties
from headstamp.resolve.authority import shipped


class Kept(NamedTuple):
    """A claim as it is kept: its number, its packed body, and whether it was reviewed."""

    number: int
    body: bytes
    is_reviewed: bool


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A document as it is held while all are linked: mostly bytes, some 8 kB."""

    masthead: Masthead
    story: bytes
    strands: tuple[Strand, ...]
    claims: Mapping[str, Kept]

    def only(self, claims: Collection[str]) -> "Sheaf":
        """What is needed to finish entries that hold some of its claims."""
        kept = {id: self.claims[id] for id in claims}
        return Sheaf(self.masthead, self.story, (), kept)


@dataclass(frozen=True, slots=True)
class Harvest:
    """Entries to be finished, and the sheaves of their documents."""

    gathered: Sequence[Gathered]
    sheaves: Mapping[str, Sheaf]


class Reaping(NamedTuple):
    """Documents to be sheaved, the claims judged apart, and what people say of parties."""

    parcels: Sequence[Parcel]
    apart: Apart
    parties: Parties


def mastheads(heads: Sequence[Head]) -> list[Masthead]:
    """What linking asks of each document before the first."""
    return [masthead(document_in(head)) for head in heads]


def sheaved(reaping: Reaping) -> list[Sheaf]:
    """What linking asks of each document."""
    return [_sheaf(parcel, reaping) for parcel in reaping.parcels]


def finished(harvest: Harvest) -> list[Made]:
    """The transfers of the entries, ready to be stored."""
    stories = _Stories(harvest.sheaves)
    return [_made(gathered, harvest, stories) for gathered in harvest.gathered]


def _sheaf(parcel: Parcel, reaping: Reaping) -> Sheaf:
    held = unpacked(parcel)
    document = held.extract.document
    found = digest(reaping.parties.settle(held.extract), reaping.apart)
    return Sheaf(
        masthead(document),
        pickle.dumps(found.story, pickle.HIGHEST_PROTOCOL),
        tuple(strand.packed() for strand in found.strands),
        {
            id: Kept(number, held.bodies[id], id in held.reviewed)
            for id, number in held.numbers.items()
        },
    )


class _Stories(dict[str, Story]):
    """Stories by document, unpacked when they are first asked for."""

    def __init__(self, sheaves: Mapping[str, Sheaf]) -> None:
        super().__init__()
        self._sheaves = sheaves

    def __missing__(self, document: str) -> Story:
        story: Story = pickle.loads(self._sheaves[document].story)  # noqa: S301 - packed here
        self[document] = story
        return story


def _made(gathered: Gathered, harvest: Harvest, stories: Mapping[str, Story]) -> Made:
    refs = [ref for strand in gathered.strands for ref in strand.refs]
    kept = {ref: harvest.sheaves[ref.document].claims[ref.claim] for ref in refs}
    held = {ref.document: harvest.sheaves[ref.document] for ref in refs}
    told = Told(
        claims={ref: claim_in(claim.body) for ref, claim in kept.items()},
        numbers={ref: claim.number for ref, claim in kept.items()},
        reviewed={claim.number for claim in kept.values() if claim.is_reviewed},
        outlets={document: sheaf.masthead.outlet for document, sheaf in held.items()},
        published={document: sheaf.masthead.published for document, sheaf in held.items()},
        countries=_countries(),
        ids=_ids(),
    )
    return made(transfer(gathered, stories), told)


@cache
def _countries() -> dict[str, str]:
    """The country of each known party that has one."""
    return {id: party.country for id, party in shipped().entries.items() if party.country}


@cache
def _ids() -> dict[str, str]:
    """The id of each known party, by its name."""
    return {party.name: id for id, party in shipped().entries.items()}
