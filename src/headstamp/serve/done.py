"""What somebody just did, told on the page that he comes back to, to be undone there.

Changes of one transaction have numbers in a row; the address carries the first and the last.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi.responses import RedirectResponse

from headstamp.ledger.ledger import View
from headstamp.model.transfer import Change, ClaimRef, Judgement, Transfer

_NUMBERS = re.compile(r"(\d{1,15})(?:-(\d{1,15}))?")


@dataclass(frozen=True, slots=True)
class Done:
    """Changes that stand together. `elsewhere`: claims they are about that another transfer, by its
    id, holds now.
    """

    changes: tuple[Change, ...]
    elsewhere: tuple[tuple[ClaimRef, str], ...] = ()


def done(
    view: View, changes: Iterable[Change], numbers: str, transfer: Transfer | None = None
) -> Done | None:
    """Those of `changes` that an address tells with `numbers`, on the page of a transfer or of no
    one; None where it tells none.
    """
    match = _NUMBERS.fullmatch(numbers)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    some = tuple(change for change in changes if first <= change.number <= last)
    if not some:
        return None
    own = {member.claim for member in transfer.members} if transfer else set()
    judged = [c.statement for c in some if isinstance(c.statement, Judgement)]
    named = dict.fromkeys(
        ClaimRef.parse(words)
        for judgement in judged
        if judgement.about == "claim"
        for words in (judgement.left, judgement.right)
    )
    there = view.transfers_holding(ref for ref in named if ref not in own)
    return Done(some, tuple((ref, there[ref]) for ref in named if ref in there))


def back(address: str, numbers: Sequence[int], fragment: str = "") -> RedirectResponse:
    """To a page of the workbench that tells these changes."""
    told = f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else f"{numbers[0]}"
    mark = f"#{fragment}" if fragment else ""
    return RedirectResponse(f"{address}{'&' if '?' in address else '?'}done={told}{mark}", 303)


def own(address: str) -> str:
    """The address within the workbench; its first page for one that leads elsewhere."""
    parts = urlsplit(address)
    is_own = address.startswith("/") and not (parts.scheme or parts.netloc or "\\" in address)
    return address if is_own and address.isprintable() else "/"
