"""Claims → what they add up to: entries, their origins, repeats, denials and variants.

gist.py, profile.py     what a claim, and several together, say, in sets that compare fast
threads.py, strands.py  claims of one document about the same movement, and how they are held
blocks.py, linking.py   threads of many documents into entries; arriving.py: those that look for one
weighing.py, timing.py  what speaks for and against a link; weights.py says how much, bounds.py
                        how much at most
judged.py               what people have judged
story.py, voices.py     a document's wording, and who speaks in it; outlets.py
shelf.py, turns.py      accounts of one entry, and in which turn they were told
copies.py, repeats.py   whom a document repeats; fingerprints.py, descriptions.py
accounts.py, origins.py independent origins
entries.py              transfers
"""

from collections.abc import Iterable
from dataclasses import dataclass

from headstamp.corroborate.entries import gathered, identity, transfer
from headstamp.corroborate.gist import Gist, gist
from headstamp.corroborate.judged import grouped, judged
from headstamp.corroborate.linking import link
from headstamp.corroborate.outlets import Masthead, Outlets, masthead
from headstamp.corroborate.story import Story, story
from headstamp.corroborate.strands import Strand, in_order, strand
from headstamp.corroborate.threads import NONE_APART, Apart, threads
from headstamp.model import Extract
from headstamp.model.transfer import Judgement, Transfer

__all__ = ["Digest", "corroborate", "digest"]


@dataclass(frozen=True, slots=True)
class Digest:
    """What of a document is needed to link it: its wording and its threads, in their order."""

    story: Story
    strands: tuple[Strand, ...]


def corroborate(
    extracts: Iterable[Extract], judgements: Iterable[Judgement] = ()
) -> tuple[Transfer, ...]:
    """What the claims of all `extracts` add up to, by the judgements that stand.

    The order of the extracts does not matter, and a document given twice counts once. Extracts are
    taken one by one and may come from a generator: of each only its digest is kept.
    """
    verdicts = judged(judgements)
    digests: dict[str, Digest] = {}
    mastheads: list[Masthead] = []
    for extract in extracts:
        if extract.document.id not in digests:
            digests[extract.document.id] = digest(extract, verdicts.apart)
            mastheads.append(masthead(extract.document))
    stories = {document: held.story for document, held in digests.items()}
    strands = in_order(strand for held in digests.values() for strand in held.strands)
    entries = link(strands, grouped(strands, verdicts), verdicts, Outlets(mastheads))
    ids = [identity(entry) for entry in entries]
    return tuple(transfer(gathered(entry, ids), stories) for entry in entries)


def digest(extract: Extract, apart: Apart = NONE_APART) -> Digest:
    """A document's wording and threads. Claims judged `apart` are never put into one thread."""
    found = threads(_gists(extract), apart)
    return Digest(story(extract.document, extract.reading), tuple(in_order(map(strand, found))))


def _gists(extract: Extract) -> list[Gist]:
    """A document's gists, in the order of its text."""
    ordered = sorted(extract.claims, key=lambda claim: (claim.trigger, claim.kind, claim.id))
    return [gist(extract.document, claim) for claim in ordered]
