"""Why it is worth a person's while to look at a transfer: in the order in which it weighs.

The order of the review queue is a number (`ledger.facets.usefulness`); these are its reasons.
"""

from collections import Counter
from collections.abc import Iterator

from headstamp.show.held import Listed
from headstamp.show.listing import counted
from headstamp.show.phrases import Piece

_NAMED = 2
"""So many deniers are named; of the others how many there are."""
_UNSURE = {
    "probable": "nobody is surer than probable",
    "possible": "nobody is surer than possible",
    "open": "nobody asserts it",
    "denied": "nobody asserts it",
}


def doubts(listed: Listed) -> Iterator[list[Piece]]:
    """Each reason in a few words: `denied by Cairo and Moscow`, `one origin only`."""
    if listed.transfer.denials:
        yield list(_denied(listed))
    if listed.certainty in _UNSURE:
        yield [Piece(_UNSURE[listed.certainty])]
    yield from ([Piece(words)] for words in _differing(listed))
    if len(listed.transfer.origins) == 1:
        yield [Piece("one origin only")]
    if listed.reviewed == "partly":
        yield [Piece("some of its claims are reviewed")]


def _denied(listed: Listed) -> Iterator[Piece]:
    names = list(dict.fromkeys(denial.by for denial in listed.transfer.denials))
    yield Piece("denied by ")
    for place, name in enumerate(names[:_NAMED]):
        if place:
            yield Piece(", " if len(names) > _NAMED else " and ")
        yield Piece(name, "source")
    if len(names) > _NAMED:
        yield Piece(f" and {len(names) - _NAMED} more")


def _differing(listed: Listed) -> Iterator[str]:
    """The fields that claims tell differently, with how many values each has."""
    told = Counter(variant.role for variant in listed.transfer.variants)
    fields = [counted(some, f"{role} value") for role, some in told.items() if some > 1]
    if fields:
        yield f"told differently: {', '.join(fields)}"
