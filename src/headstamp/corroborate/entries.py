"""From entries to transfers: stances, links that explain themselves, denials, variants."""

import math

from headstamp.corroborate.accounts import accounts
from headstamp.corroborate.gist import Gist
from headstamp.corroborate.linking import BY_JUDGEMENT, Entry
from headstamp.corroborate.origins import provenance
from headstamp.corroborate.story import Story
from headstamp.corroborate.threads import Joining, Thread
from headstamp.corroborate.weighing import total
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

CALIBRE = 1.0
"""The slope by which the sum of a link's weights becomes a score between 0 and 1."""


def transfer(
    entry: Entry, stories: dict[str, Story], main: dict[str, Thread], ids: dict[int, str]
) -> Transfer:
    """The transfer that an entry shows. `ids` are those of all entries, by their number."""
    told = accounts(entry, stories, main)
    gists = [gist for account in told for gist in account.gists]
    found = provenance(told, entry, ids[entry.number])
    return Transfer(
        id=ids[entry.number],
        kind=_kind(gists),
        members=tuple(Member(gist.ref, _stance(gist)) for gist in gists),
        links=tuple(sorted(map(_link, entry.joinings), key=lambda link: (link.claim, link.other))),
        origins=found.origins,
        repeats=found.repeats,
        denials=tuple(_denial(gist) for gist in gists if gist.negative),
        variants=_variants(gists),
        part_of=ids[entry.part_of] if entry.part_of is not None else None,
    )


def identity(entry: Entry) -> str:
    """The entry's id: its first claim's, the first of its first thread."""
    return transfer_id(entry.threads[0].gists[0].ref)


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


def _link(joining: Joining) -> Link:
    score = 1.0
    if BY_JUDGEMENT not in joining.reasons:
        score = 1 / (1 + math.exp(-CALIBRE * total(list(joining.reasons))))
    weightiest = sorted(joining.reasons, key=lambda reason: -abs(reason.weight))
    return Link(joining.ref, joining.other, round(score, 3), tuple(map(str, weightiest)))


def _denial(gist: Gist) -> Denial:
    return Denial(gist.ref, gist.said_by, gist.said_by_party)


def _variants(gists: list[Gist]) -> tuple[Variant, ...]:
    given: dict[tuple[str, str], dict[ClaimRef, None]] = {}
    for gist in gists:
        for field in gist.fields:
            given.setdefault(field, {})[gist.ref] = None
    return tuple(Variant(role, value, tuple(refs)) for (role, value), refs in sorted(given.items()))
