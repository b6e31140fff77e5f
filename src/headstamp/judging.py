"""What a person wants of transfers, as judgements on their claims: one taken out, one brought in,
two made one.

Transfers are made of claims anew whenever a judgement is added, so a judgement names claims; the
first claim of a transfer is the one that it goes by.
"""

from collections.abc import Iterable, Iterator

from headstamp.errors import InputError, Missing
from headstamp.ledger.ledger import View
from headstamp.model.transfer import ClaimRef, Judgement, Transfer, transfer_id


def taken_out(
    view: View, transfer: str, ref: ClaimRef, *, other: ClaimRef | None = None, reason: str
) -> tuple[Judgement, ...]:
    """Judgements that part a claim from one other of its transfer, or from all others.

    Raises `InputError` where they do not stand in it together.
    """
    held = _held(view, transfer)
    if ref not in held:
        raise InputError(str(ref), f"does not stand in {transfer}", "look where it stands now")
    others = [each for each in held if each != ref]
    if other is not None and other not in others:
        raise InputError(str(other), f"does not stand in {transfer}", "look where it stands now")
    if not others:
        raise InputError(str(ref), "stands in its transfer alone", "there is nothing to part")
    apart = others if other is None else [other]
    return tuple(Judgement("claim", str(ref), str(each), "different", reason) for each in apart)


def brought_in(view: View, transfer: str, ref: ClaimRef, *, reason: str) -> tuple[Judgement, ...]:
    """Judgements that put a claim into a transfer, in the place of those that kept it out."""
    held = _held(view, transfer)
    if ref in held:
        raise InputError(str(ref), f"stands in {transfer} already", "choose another")
    return tuple(_together(view, held, [ref], reason))


def merged(view: View, transfer: str, other: str, *, reason: str) -> tuple[Judgement, ...]:
    """Judgements that make two transfers one, in the place of those that kept them apart."""
    if transfer == other:
        raise InputError(transfer, "is that transfer itself", "choose another")
    return tuple(_together(view, _held(view, transfer), _held(view, other), reason))


def _together(
    view: View, held: list[ClaimRef], coming: list[ClaimRef], reason: str
) -> Iterator[Judgement]:
    """First to first, and every pair that was judged different."""
    here, there = {str(ref) for ref in held}, {str(ref) for ref in coming}
    pairs = {(str(held[0]), str(coming[0]))}
    for judged in view.judgements():
        if judged.about == "claim" and judged.verdict == "different":
            both = ((judged.left, judged.right), (judged.right, judged.left))
            pairs.update(pair for pair in both if pair[0] in here and pair[1] in there)
    for left, right in sorted(pairs):
        yield Judgement("claim", left, right, "same", reason)


def whereabouts(view: View, claims: Iterable[ClaimRef]) -> str | None:
    """The id of the transfer that holds most of these claims today; None where none does."""
    there = list(view.transfers_holding(claims).values())
    return max(sorted(set(there)), key=there.count) if there else None


def moved(view: View, gone: str) -> str | None:
    """Where the claims went of a transfer that is there no more, as far as judgements tell."""
    judged = (ref for j in view.judgements() if j.about == "claim" for ref in (j.left, j.right))
    named = {ref for ref in map(ClaimRef.parse, judged) if transfer_id(ref) == gone}
    return whereabouts(view, named)


def _held(view: View, transfer: str) -> list[ClaimRef]:
    """The claims of a transfer, the one that it goes by first."""
    found: Transfer | None = next(iter(view.transfers([transfer])), None)
    if found is None:
        raise Missing(transfer, "is no transfer of the ledger", "see `headstamp list`")
    refs = [member.claim for member in found.members]
    return sorted(refs, key=lambda ref: transfer_id(ref) != transfer)
