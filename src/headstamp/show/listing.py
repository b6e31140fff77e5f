"""The list of transfers for people, a few lines each, aligned so that the eye runs down a column.

    when             who → whom                 what                      origins   how sure
    2025-01          Libyan National Army       dozens                    2 of 7    certain
    transfer         → Rapid Support Forces     Kornet, Milan             reports   1 denial
    t0d1e2f3a4b5c                                                                   reviewed

On a narrow screen the columns stand below each other.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TextIO

from headstamp.model.transfer import Transfer
from headstamp.model.values import Interval
from headstamp.show.held import Listed
from headstamp.show.phrases import ACTING, RECEIVING
from headstamp.show.screen import Line, Run, Screen, columns, dressed, screen_of, wrapped
from headstamp.show.text import FAINT, STYLES, TITLE, safe
from headstamp.show.values import interval

_NARROW = 72
_WHEN, _ORIGINS, _SURE, _GAP = 13, 9, 10, 2
_NAMED = 2
"""So many values of one role are named; of the others how many there are."""
_NOT_CERTAIN, _DENIED = "33", "31"

Column = list[Line]


def write(found: Iterable[Listed], out: TextIO) -> None:
    """Each transfer as it comes, under one line of headings."""
    screen = screen_of(out)
    for number, listed in enumerate(found):
        if number:
            out.write("\n")
        elif screen.width >= _NARROW:
            _print(_row(_headings(), screen), screen, out)
        _print(_row(_columns(listed, screen), screen), screen, out)
    out.flush()


def heading(transfer: Transfer) -> list[Run]:
    """Who to whom, and what: a transfer in one line."""
    whole = [*_who(transfer), Run(": "), *_what(transfer)]
    return whole if len(whole) > 2 else [Run(transfer.kind)]


def given(transfer: Transfer, role: str) -> list[str]:
    """The values of a role, those that most claims give first; those of denials only where nobody
    else names any.
    """
    denied = {member.claim for member in transfer.members if member.stance == "denies"}
    givers = {v.value: len(set(v.claims) - denied) for v in transfer.variants if v.role == role}
    values = sorted(givers, key=lambda value: (-givers[value], value))
    return [value for value in values if givers[value]] or values


def period(listed: Listed) -> str:
    """When it is said to have happened."""
    if listed.earliest is None and listed.latest is None:
        return "undated"
    return interval(Interval(listed.earliest, listed.latest, "period", ""))


def counted(number: int, thing: str) -> str:
    """`1 denial`, `2 denials`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _print(lines: Iterable[Line], screen: Screen, out: TextIO) -> None:
    for line in lines:
        out.write(dressed(line, screen) + "\n")


def _headings() -> list[Column]:
    names = ("when", "who → whom", "what", "origins", "how sure")
    return [[(Run(name, FAINT),)] for name in names]


def _columns(listed: Listed, screen: Screen) -> list[Column]:
    """The five columns of one transfer, each a few lines."""
    transfer = listed.transfer
    who_width, what_width = _widths(screen)
    broken = _broken(period(listed)) if screen.width >= _NARROW else [period(listed)]
    when = [Run(words) for words in broken]
    return [
        [(run,) for run in (*when, Run(transfer.kind, TITLE), Run(transfer.id, FAINT))],
        list(wrapped(_who(transfer), who_width)),
        list(wrapped(_what(transfer), what_width)),
        [(run,) for run in _origins(transfer)],
        [(run,) for run in _sure(listed)],
    ]


def _widths(screen: Screen) -> tuple[int, int]:
    """What is left for who and what."""
    if screen.width < _NARROW:
        return screen.width, screen.width
    left = screen.width - _WHEN - _ORIGINS - _SURE - 4 * _GAP
    return left - left // 2, left // 2


def _row(cells: list[Column], screen: Screen) -> Iterator[Line]:
    """The columns beside each other, or below each other where there is no room."""
    if screen.width < _NARROW:
        when, who, what, origins, sure = cells
        yield from wrapped(_joined(when, " · "), screen.width)
        yield from (*who, *what)
        counts: Line = (*_joined(origins, " "), Run(" · ", FAINT), *_joined(sure, " · "))
        yield from wrapped(counts, screen.width)
        return
    widths = (_WHEN, *_widths(screen), _ORIGINS, _SURE)
    for lines in zip_longest(*cells, fillvalue=()):
        yield tuple(
            run
            for line, width in zip(lines, widths, strict=True)
            for run in (*line, Run(" " * (width + _GAP - _width(line))))
        )


def _joined(lines: Column, between: str) -> Line:
    runs = [run for line in lines for run in (*line, Run(between, FAINT))]
    return tuple(runs[:-1])


def _width(line: Line) -> int:
    return sum(columns(run.words) for run in line)


def _broken(words: str) -> list[str]:
    """A period in two lines where one is too narrow for it."""
    first, dots, last = words.partition("..")
    return [f"{first}..", last] if len(words) > _WHEN and dots and first else [words]


def _who(transfer: Transfer) -> list[Run]:
    giver, taker = ACTING[transfer.kind], RECEIVING.get(transfer.kind)
    who = _named(transfer, giver, STYLES["giver"])
    whom = _named(transfer, taker, STYLES["taker"]) if taker else []
    if not who and not whom:
        return []
    if not taker:
        return who
    arrow = Run(" ← " if transfer.kind == "interdiction" else " → ")
    return [*(who or [Run("?")]), arrow, *(whom or [Run("?")])]


def _what(transfer: Transfer) -> list[Run]:
    many = _named(transfer, "quantity", STYLES["amount"])
    goods = _named(transfer, "materiel", STYLES["thing"])
    return [*many, Run(" × "), *goods] if many and goods else [*many, *goods]


def _named(transfer: Transfer, role: str, style: str) -> list[Run]:
    """The first values of a role with commas between, and how many more there are."""
    values = given(transfer, role)
    runs: list[Run] = []
    for value in values[:_NAMED]:
        runs += [Run(", ")] if runs else []
        runs.append(Run(safe(value), style))
    if len(values) > _NAMED:
        runs.append(Run(f" and {len(values) - _NAMED} more", FAINT))
    return runs


def _origins(transfer: Transfer) -> Iterator[Run]:
    reports = len(transfer.reports)
    if not reports:
        yield Run("no report", FAINT)
        return
    yield Run(f"{len(transfer.origins)} of {reports}", TITLE)
    yield Run("reports" if reports > 1 else "report", FAINT)


def _sure(listed: Listed) -> Iterator[Run]:
    sure = listed.certainty == "certain"
    yield Run(listed.certainty, "" if sure else _NOT_CERTAIN)
    if listed.transfer.denials:
        yield Run(counted(len(listed.transfer.denials), "denial"), _DENIED)
    if listed.reviewed != "no":
        yield Run("reviewed" if listed.reviewed == "yes" else "part seen", STYLES["taker"])
