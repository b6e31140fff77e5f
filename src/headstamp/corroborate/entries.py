"""From entries to transfers: stances, links that explain themselves, denials, variants."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headstamp.corroborate.accounts import accounts
from headstamp.corroborate.gist import Gist
from headstamp.corroborate.linking import Entry, link_of
from headstamp.corroborate.origins import provenance
from headstamp.corroborate.story import Story
from headstamp.corroborate.strands import Strand
from headstamp.model.reading import Kind
from headstamp.model.transfer import (
    ClaimRef,
    Denial,
    Link,
    Member,
    Stance,
    Transfer,
    Variant,
    transfer_id,
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What an entry gathered, all that its transfer is made of beside the stories of its documents.

    `links` are those between its threads, `last_day` is the last of the days that it tells of,
    `part_of` the id of the order that it is a part-delivery of.
    """

    id: str
    strands: Sequence[Strand]
    links: Sequence[Link]
    last_day: int | None
    part_of: str | None


def gathered(entry: Entry, ids: Sequence[str]) -> Gathered:
    """What `entry` gathered. `ids` are those of all entries, by their number."""
    deal = None if entry.part_of is None else ids[entry.part_of]
    return Gathered(ids[entry.number], entry.strands, entry.links, entry.last_day, deal)


def transfer(gathered: Gathered, stories: Mapping[str, Story]) -> Transfer:
    """The transfer that an entry shows."""
    threads = [strand.thread for strand in gathered.strands]
    told = accounts(threads, stories)
    gists = [gist for account in told for gist in account.gists]
    found = provenance(told, gathered.last_day, gathered.id)
    links = [*gathered.links, *(link_of(each) for thread in threads for each in thread.joinings)]
    return Transfer(
        id=gathered.id,
        kind=_kind(gists),
        members=tuple(Member(gist.ref, _stance(gist)) for gist in gists),
        links=tuple(sorted(links, key=lambda link: (link.claim, link.other))),
        origins=found.origins,
        repeats=found.repeats,
        denials=tuple(_denial(gist) for gist in gists if gist.negative),
        variants=_variants(gists),
        part_of=gathered.part_of,
    )


def identity(entry: Entry) -> str:
    """The entry's id: its first claim's, the first of its first thread."""
    return transfer_id(entry.strands[0].refs[0])


def _kind(gists: list[Gist]) -> Kind:
    """A movement is a transfer if any claim says so, else what its first claim is."""
    kinds = [gist.kind for gist in gists]
    return "transfer" if "transfer" in kinds else kinds[0]


def _stance(gist: Gist) -> Stance:
    if any(voice.takes_back for voice in gist.voices):
        return "withdrawn"
    if gist.negative:
        return "denies"
    return "open" if gist.open else "asserts"


def _denial(gist: Gist) -> Denial:
    return Denial(gist.ref, gist.said_by, gist.said_by_party)


def _variants(gists: list[Gist]) -> tuple[Variant, ...]:
    given: dict[tuple[str, str], dict[ClaimRef, None]] = {}
    for gist in gists:
        for field in gist.fields:
            given.setdefault(field, {})[gist.ref] = None
    return tuple(Variant(role, value, tuple(refs)) for (role, value), refs in sorted(given.items()))
