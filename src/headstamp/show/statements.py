"""What people said and did, a line each: `3  2026-11-28 18:31 anna: graded Courier B`."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from headstamp.model.transfer import Change, Correction, Judgement, Note, Rating, Review, Statement
from headstamp.model.values import Value
from headstamp.show.screen import Line, Run, dressed, screen_of, wrapped
from headstamp.show.text import FAINT, safe
from headstamp.show.values import shown

_VERDICTS = {"same": "the same as", "different": "another than", "unsure": "perhaps the same as"}
_STRUCK = "9;2"


def write(changes: Iterable[Change], out: TextIO) -> None:
    """Each change, with its number for `headstamp undo`; the earliest first."""
    screen = screen_of(out)
    for change in changes:
        for line in lines(change, screen.width):
            out.write(dressed(line, screen) + "\n")


def lines(change: Change, width: int) -> Iterator[Line]:
    """One change; what was undone says by which."""
    number = f"{change.number:>5}  "
    signed = Run(f"{change.at:%Y-%m-%d %H:%M}  {safe(change.by)}: ", FAINT)
    told = Run(safe(sentence(change)), "" if change.stands else _STRUCK)
    undone = [] if change.stands else [Run(f" (undone by {change.undone_by})")]
    margin = number
    for line in wrapped([signed, told, *undone], width - len(number)):
        yield Run(margin), *line
        margin = " " * len(number)


def sentence(change: Change) -> str:
    """What was done to what."""
    if change.act == "undo":
        return f"undid change {change.undoes} on {change.subject}"
    if change.statement is None:
        return f"added a reading of {change.subject}"
    return _said(change.statement, change.subject)


def _said(statement: Statement, subject: str) -> str:
    match statement:
        case Judgement():
            told = f"judged {statement.left} {_VERDICTS[statement.verdict]} {statement.right}"
            return told + _because(statement.reason)
        case Review(verdict="correct"):
            put_right = "; ".join(map(_correction, statement.corrections))
            return f"corrected {subject}: {put_right}{_because(statement.reason)}"
        case Review():
            return f"{statement.verdict}ed {subject}{_because(statement.reason)}"
        case Rating():
            return f"graded {subject} {statement.grade}"
        case Note():
            return f"noted on {subject}: {statement.text}"


def _because(reason: str) -> str:
    return f" ({reason})" if reason.strip() else ""


def _correction(correction: Correction) -> str:
    """`recipient at 120..125 → 300..310 (Syria)`, `time is past`."""
    value = correction.value
    if isinstance(value, str):
        return f"{correction.field} is {value}"
    was, span = correction.was, correction.span
    before = f" at {was.start}..{was.end}" if was else ""
    if span is None:
        return f"no {correction.field}{before}"
    after = f" at {span.start}..{span.end}" if span != was else " as it stands"
    means = f" ({shown(value)})" if isinstance(value, Value) else ""
    return f"{correction.field}{before} →{after}{means}"
