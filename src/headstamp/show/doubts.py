"""Why it is worth a person's while to look at a transfer: in the order in which it weighs.

The order of the review queue is a number (`ledger.facets.usefulness`); these are its reasons.
"""

from collections.abc import Iterator

from headstamp.show.held import Listed
from headstamp.show.phrases import Piece
from headstamp.show.telling import by_role, deniers

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
    names = [denier.names[0] for denier in deniers(listed.transfer)]
    yield Piece("denied by ")
    for place, name in enumerate(names[:_NAMED]):
        if place:
            yield Piece(", " if len(names) > _NAMED else " and ")
        yield Piece(name, "source")
    if len(names) > _NAMED:
        yield Piece(f" and {len(names) - _NAMED} more")


def _differing(listed: Listed) -> Iterator[str]:
    """The fields that claims tell differently, with how many values each has."""
    told = ((role, len(values)) for role, values in by_role(listed.transfer))
    fields = [f"{role} ({number})" for role, number in told if number > 1]
    if fields:
        yield f"told differently: {', '.join(fields)}"
