"""One transfer for people: what it is, who says so, who denies it, what varies, when, and why.

Sections without anything in them are left out.
"""

from collections.abc import Iterator
from typing import TextIO

from headstamp.model.transfer import Member, Transfer, Variant
from headstamp.model.values import Interval
from headstamp.show import statements
from headstamp.show.held import Shown
from headstamp.show.listing import counted, heading, period
from headstamp.show.phrases import PARTS
from headstamp.show.provenance import claim_lines, document_line, origins
from headstamp.show.screen import Line, Run, Screen, columns, dressed, screen_of, wrapped
from headstamp.show.telling import (
    REVIEWED,
    by_document,
    by_role,
    carriers,
    deniers,
    refs,
    stances,
    untold,
)
from headstamp.show.text import DOUBT, FAINT, STYLES, TITLE, safe
from headstamp.show.tree import Node, drawn
from headstamp.show.values import interval

_ROLE, _DAY = 14, 25
_LEAST = 24
"""Columns that words beside a name need."""


def write(shown: Shown, out: TextIO) -> None:
    """The whole entry."""
    screen = screen_of(out)
    for line in _entry(shown, screen):
        out.write(dressed(line, screen) + "\n")
    out.flush()


def _entry(shown: Shown, screen: Screen) -> Iterator[Line]:
    transfer = shown.listed.transfer
    yield (Run("━" * screen.width, FAINT),)
    yield from wrapped([Run(f"{transfer.kind} ", TITLE), *heading(transfer)], screen.width)
    yield from wrapped(_facts(shown), screen.width)
    sections = (
        (f"Who says so: {carriers(transfer)}", drawn(_sayers(shown, screen), screen.width)),
        ("Denied by", drawn(_deniers(shown, screen), screen.width)),
        ("What is told of it", _variants(transfer, screen)),
        ("In time", _timeline(shown, screen)),
        ("Why these claims stand together", _links(transfer, screen)),
        ("What people said of it", _said(shown, screen)),
    )
    for title, lines in sections:
        yield from _section(title, list(lines), screen)


def _section(title: str, lines: list[Line], screen: Screen) -> Iterator[Line]:
    if lines:
        yield ()
        yield from wrapped([Run(title, TITLE)], screen.width)
        yield from lines


def _facts(shown: Shown) -> list[Run]:
    """Id, period, certainty, review; the deal it is part of, and its own parts."""
    listed, transfer = shown.listed, shown.listed.transfer
    facts = [transfer.id, period(listed), listed.certainty, REVIEWED[listed.reviewed]]
    if transfer.part_of:
        facts.append(f"part of {transfer.part_of}")
    if shown.parts:
        facts.append(f"parts: {', '.join(shown.parts)}")
    return [Run(" · ".join(facts), FAINT)]


def _sayers(shown: Shown, screen: Screen) -> list[Node]:
    """The tree of origins, and what stands below none: plans, questions."""
    left = untold(shown.listed.transfer)
    return [*origins(shown, screen), *_by_document(shown, left, screen)]


def _deniers(shown: Shown, screen: Screen) -> list[Node]:
    """Who denies it, each in the documents that carry the denial."""
    return [
        Node(
            [[Run(", ".join(map(safe, denier.names)), TITLE)]],
            _by_document(shown, denier.members, screen),
        )
        for denier in deniers(shown.listed.transfer)
    ]


def _by_document(shown: Shown, members: tuple[Member, ...], screen: Screen) -> list[Node]:
    nodes = []
    for id, theirs in by_document(members):
        document = shown.documents.get(id)
        head = document_line(document) if document else [Run(safe(id), TITLE)]
        said = [line for member in theirs for line in claim_lines(shown, member, screen)]
        nodes.append(Node([head, *said]))
    return nodes


def _variants(transfer: Transfer, screen: Screen) -> Iterator[Line]:
    """Role by role, each value with the claims that give it."""
    for role, given in by_role(transfer):
        yield from _beside(Run(role, FAINT), _ROLE, list(map(_variant, given)), screen)


def _beside(name: Run, column: int, told: list[list[Run]], screen: Screen) -> Iterator[Line]:
    """Paragraphs beside a name in a column, or below it where there is no room."""
    width = screen.width - column - 2
    if width < _LEAST:
        yield Run("  "), name
        column, width = 2, screen.width - 4
        margin: Line = (Run(" " * 4),)
    else:
        margin = (Run("  "), name, Run(" " * (column - columns(name.words))))
    for paragraph in told:
        for line in wrapped(paragraph, width):
            yield *margin, *line
            margin = (Run(" " * (column + 2)),)


def _variant(variant: Variant) -> list[Run]:
    style = STYLES.get(PARTS[variant.role], "")
    return [Run(safe(variant.value), style), Run(f" ({safe(refs(variant.claims))})", FAINT)]


def _timeline(shown: Shown, screen: Screen) -> Iterator[Line]:
    """When it is said to have happened, and when each document said so."""
    for _, day, told in sorted(_events(shown), key=lambda event: event[:2]):
        yield from _beside(Run(day), _DAY, [told], screen)


def _events(shown: Shown) -> Iterator[tuple[str, str, list[Run]]]:
    """For each event: what it is sorted by, its day, and what is told of it."""
    told_as = stances(shown.listed.transfer)
    for id, document in shown.documents.items():
        day = document.published.day
        told = ", ".join(told_as.get(id, ()))
        line = [*document_line(document)[:1], Run(f": {told} ({safe(id)})")]
        yield f"{day or '9999'}~", str(day or "no date"), line
    for first, when, words in _told_periods(shown):
        yield first, when, [Run("as told: ", FAINT), Run(", ".join(words))]


def _told_periods(shown: Shown) -> Iterator[tuple[str, str, list[str]]]:
    """Each period that claims tell: its first day, itself, and the words, with their claims."""
    told: dict[str, list[str]] = {}
    first: dict[str, str] = {}
    for ref, claim in shown.claims.items():
        for argument in claim.filling("date"):
            for value in argument.values:
                if isinstance(value, Interval):
                    words = f"“{safe(argument.words)}” ({safe(str(ref))})"
                    told.setdefault(interval(value), []).append(words)
                    first[interval(value)] = str(value.earliest or value.latest or "")
    for when, some in told.items():
        yield first[when], when, some


def _links(transfer: Transfer, screen: Screen) -> Iterator[Line]:
    """The links between documents with their scores, and what speaks for and against each."""
    across = [link for link in transfer.links if link.claim.document != link.other.document]
    for link in across:
        pair = Run(f"{safe(str(link.claim))} – {safe(str(link.other))}:")
        why = Run(f" {'; '.join(map(safe, link.reasons))}", FAINT)
        margin = Run("  ")
        sure = "" if link.score >= 0.5 else DOUBT
        for line in wrapped([Run(f"{link.score:.2f} ", sure), pair, why], screen.width - 7):
            yield margin, *line
            margin = Run(" " * 7)
    within = len(transfer.links) - len(across)
    if within:
        told = f"and {counted(within, 'link')} within one document each: --json"
        for line in wrapped([Run(told, FAINT)], screen.width - 2):
            yield Run("  "), *line


def _said(shown: Shown, screen: Screen) -> Iterator[Line]:
    for change in shown.changes:
        if change.act != "add":
            yield from statements.lines(change, screen.width)
