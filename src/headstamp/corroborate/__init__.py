"""Claims → what they add up to: entries, their origins, repeats, denials and variants.

gist.py, profile.py     what a claim, and several together, say, in sets that compare fast
threads.py              claims of one document about the same movement
blocks.py, linking.py   threads of many documents into entries
weighing.py, timing.py  what speaks for and against a link; weights.py says how much
judged.py               what people have judged
story.py, voices.py     a document's wording, and who speaks in it; outlets.py
shelf.py, turns.py      accounts of one entry, and in which turn they were told
copies.py, repeats.py   whom a document repeats; fingerprints.py, descriptions.py
accounts.py, origins.py independent origins
entries.py              transfers
"""

from collections.abc import Iterable

from headstamp.corroborate.accounts import main_threads
from headstamp.corroborate.blocks import keys
from headstamp.corroborate.entries import identity, transfer
from headstamp.corroborate.gist import Gist, gist
from headstamp.corroborate.judged import judged
from headstamp.corroborate.linking import link
from headstamp.corroborate.outlets import Outlets
from headstamp.corroborate.story import Story, story
from headstamp.corroborate.threads import Thread, threads
from headstamp.model import Extract
from headstamp.model.transfer import ClaimRef, Judgement, Transfer

__all__ = ["corroborate", "found_by"]


def corroborate(
    extracts: Iterable[Extract], judgements: Iterable[Judgement] = ()
) -> tuple[Transfer, ...]:
    """What the claims of all `extracts` add up to, by the judgements that stand.

    The order of the extracts does not matter, and a document given twice counts once. Extracts are
    taken one by one and may come from a generator: of each only its gists and its wording are kept.
    """
    verdicts = judged(judgements)
    stories: dict[str, Story] = {}
    found: list[Thread] = []
    for extract in extracts:
        document = extract.document
        if document.id not in stories:
            stories[document.id] = story(document, extract.reading)
            found += threads(_gists(extract), verdicts.apart)
    entries = link(found, verdicts, Outlets(stories.values()))
    main = main_threads(found)
    ids = {entry.number: identity(entry) for entry in entries}
    return tuple(transfer(entry, stories, main, ids) for entry in entries)


def found_by(extract: Extract) -> dict[ClaimRef, frozenset[str]]:
    """The keys by which a document's claims are found when they are linked.

    Each thread's keys stand with its first claim. Only threads that share a key are compared, so
    that a ledger can find what a new document may bear on, and corroborate that alone. Done with
    all documents of the entries concerned, and theirs in turn, it gives what corroborating
    everything gives.
    """
    return {
        thread.refs[0]: frozenset(
            " ".join(map(str, key)) for key in keys(thread.gists[0].family, thread.profile())
        )
        for thread in threads(_gists(extract))
        if thread.is_open
    }


def _gists(extract: Extract) -> list[Gist]:
    """A document's gists, in the order of its text."""
    ordered = sorted(extract.claims, key=lambda claim: (claim.trigger, claim.kind, claim.id))
    return [gist(extract.document, claim) for claim in ordered]
