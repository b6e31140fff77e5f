"""Claims → what they add up to: entries, their origins, repeats, denials and variants.

gist.py, profile.py     what a claim, and several together, say, in sets that compare fast
threads.py              claims of one document about the same movement
blocks.py, linking.py   threads of many documents into entries
weighing.py, timing.py  what speaks for and against a link; weights.py says how much
judged.py               what people have judged
story.py, voices.py     a document's wording, and who speaks in it; outlets.py
copies.py, repeats.py   whom a document repeats; fingerprints.py
accounts.py, origins.py independent origins
entries.py              transfers
"""

from collections.abc import Iterable

from headstamp.corroborate.accounts import main_threads
from headstamp.corroborate.entries import identity, transfer
from headstamp.corroborate.gist import gist
from headstamp.corroborate.judged import judged
from headstamp.corroborate.linking import link
from headstamp.corroborate.outlets import Outlets
from headstamp.corroborate.story import Story, story
from headstamp.corroborate.threads import Thread, threads
from headstamp.model import Extract
from headstamp.model.transfer import Judgement, Transfer

__all__ = ["corroborate"]


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
        if document.id in stories:
            continue
        stories[document.id] = story(document, extract.reading)
        ordered = sorted(extract.claims, key=lambda claim: (claim.trigger, claim.kind, claim.id))
        found += threads([gist(document, claim) for claim in ordered], verdicts.apart)
    entries = link(found, verdicts, Outlets(stories.values()))
    main = main_threads(found)
    ids = {entry.number: identity(entry) for entry in entries}
    return tuple(transfer(entry, stories, main, ids) for entry in entries)
