"""What somebody just did, told on the page that he comes back to, to be undone there.

The address names one change; those that were made with it have the same moment and hand.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from fastapi.responses import RedirectResponse

from headstamp.ledger.ledger import View
from headstamp.model.transfer import Change, ClaimRef, Judgement, Transfer


@dataclass(frozen=True, slots=True)
class Done:
    """Changes made at once. `elsewhere`: claims that they judge and that stand in another transfer
    than the one that is shown, by its id.
    """

    changes: tuple[Change, ...]
    elsewhere: tuple[tuple[ClaimRef, str], ...] = ()


def done(
    view: View,
    changes: Iterable[Change],
    number: int | None,
    *,
    by: str,
    transfer: Transfer | None = None,
) -> Done | None:
    """What `by` did with the change of that number, one of `changes`; None where that is not his.

    `transfer` is the one that is shown.
    """
    named = next((change for change in changes if change.number == number), None)
    if named is None or named.by != by:
        return None
    # Of what was said at once, some may be about claims that another transfer holds now.
    some = [
        change
        for change in view.history(named.subject)
        if (change.at, change.by) == (named.at, named.by)
    ]
    judged = [change.statement for change in some if isinstance(change.statement, Judgement)]
    refs = dict.fromkeys(
        ClaimRef.parse(words)
        for judgement in judged
        if judgement.about == "claim"
        for words in (judgement.left, judgement.right)
    )
    own = {member.claim for member in transfer.members} if transfer else set()
    there = view.transfers_holding(ref for ref in refs if ref not in own)
    return Done(tuple(some), tuple((ref, there[ref]) for ref in refs if ref in there))


def at_once(changes: Iterable[Change]) -> list[tuple[Change, ...]]:
    """The changes, which come in order, those together that one person made at one moment."""
    return [tuple(some) for _, some in groupby(changes, key=lambda change: (change.at, change.by))]


def back(address: str, number: int, fragment: str = "") -> RedirectResponse:
    """To a page of the workbench that tells of this change."""
    mark = f"#{fragment}" if fragment else ""
    return RedirectResponse(f"{address}{'&' if '?' in address else '?'}done={number}{mark}", 303)
