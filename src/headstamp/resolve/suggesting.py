"""Which known parties words may mean, for a person to choose from: never a resolution by itself."""

from collections.abc import Iterator
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import Indel

from headstamp.model.values import Party
from headstamp.resolve.authority import Entry, shipped
from headstamp.resolve.lookup import look_up
from headstamp.resolve.names.known import owners
from headstamp.resolve.script import key

LEAST_LIKE = 0.75
"""Of letters that two names share in order; below it, what is alike is mostly `army` or `front`."""
_TRIED = 40
"""Names that are likest; several of them may be one party's."""


def suggested(words: str, *, limit: int = 5) -> tuple[Entry, ...]:
    """Known parties that `words` may mean, the likeliest first: by the rules, by spelling, then by
    letters that are alike.
    """
    entries = shipped().entries
    found = dict.fromkeys(id for id in _candidates(words) if id in entries)
    return tuple(entries[id] for id in list(found)[:limit])


def _candidates(words: str) -> Iterator[str]:
    resolved = look_up("party", words)
    if isinstance(resolved, Party):
        yield resolved.id.split("/", maxsplit=1)[0]
    if not words.islower():
        yield from sorted(owners(words))
    alike = process.extract(
        key(words),
        _names(),
        scorer=Indel.normalized_similarity,
        score_cutoff=LEAST_LIKE,
        limit=_TRIED,
    )
    for name, _, _ in alike:
        yield from sorted(shipped().owners(name))


@cache
def _names() -> tuple[str, ...]:
    """The keys of all names of parties."""
    titles = shipped().titles.items()
    return tuple(name for name, theirs in titles if any(t.sort == "name" for t in theirs))
