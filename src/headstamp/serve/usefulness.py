"""Whether an article was useful: a note on the document in a fixed form, `useful: yes — why`.

It needs no table of its own: a note is signed, dated, kept in the history and undone like any
other, goes wherever the ledger goes, and can be read by a person as it stands. Whoever answers
again is counted by the last answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from headstamp.model.transfer import Change, Note

_SAYS = {True: "useful: yes", False: "useful: no"}
_BECAUSE = " — "


@dataclass(frozen=True, slots=True)
class Usefulness:
    """How many people said so, and the reasons that they gave, with who gave them."""

    yes: int
    no: int
    reasons: tuple[tuple[bool, str, str], ...]
    """Whether it was useful, by whom, and why."""


def usefulness_note(document: str, useful: bool, reason: str) -> Note:
    """What somebody says. Raises `ValueError` where the reason is longer than a note may be."""
    because = f"{_BECAUSE}{reason.strip()}" if reason.strip() else ""
    return Note("document", document, f"{_SAYS[useful]}{because}")


def is_usefulness(change: Change) -> bool:
    """Whether a change is a note of this form."""
    return _parsed(change) is not None


def usefulness(changes: Iterable[Change]) -> Usefulness:
    """What people said, each by the last answer; the earliest change first."""
    last = {change.by: parsed for change in changes if (parsed := _parsed(change))}
    return Usefulness(
        sum(useful for useful, _ in last.values()),
        sum(not useful for useful, _ in last.values()),
        tuple((useful, by, reason) for by, (useful, reason) in last.items() if reason),
    )


def _parsed(change: Change) -> tuple[bool, str] | None:
    text = change.statement.text if isinstance(change.statement, Note) else ""
    says, _, reason = text.partition(_BECAUSE)
    for useful, said in _SAYS.items():
        if says == said:
            return useful, reason
    return None
