"""Lines on a screen: styled words wrapped to a width that counts columns, not characters."""

import os
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TextIO

WIDEST, NARROWEST = 120, 30


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide lines may be, in columns, and whether the screen shows colour and weight."""

    width: int = 80
    styled: bool = False


def screen_of(out: TextIO) -> Screen:
    """The screen behind `out`: a terminal's width and colours; 80 plain columns for a pipe.

    NO_COLOR (any value) takes the styles away, FORCE_COLOR brings them to a pipe (`| less -R`),
    COLUMNS sets the width.
    """
    columns = shutil.get_terminal_size((80, 24)).columns
    terminal = out.isatty() and os.environ.get("TERM") != "dumb"
    styled = terminal or bool(os.environ.get("FORCE_COLOR"))
    return Screen(
        width=max(NARROWEST, min(columns, WIDEST)),
        styled=styled and "NO_COLOR" not in os.environ,
    )


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one style: the parameters of an SGR sequence, empty for none."""

    words: str
    style: str = ""


Line = tuple[Run, ...]


def columns(words: str) -> int:
    """How many columns `words` take: East Asian wide characters two, marks and joiners none."""
    return len(words) if words.isascii() else sum(map(_columns_of, words))


def wrapped(runs: Iterable[Run], width: int) -> Iterator[Line]:
    """`runs` broken at spaces into lines of at most `width` columns; longer words are cut."""
    line: list[Run] = []
    free = width
    for word in _words(runs, width):
        needed = sum(columns(run.words) for run in word)
        if line and needed + 1 > free:
            yield tuple(line)
            line, free = [], width
        elif line:
            line.append(_space_between(line[-1], word[0]))
            free -= 1
        line += word
        free -= needed
    if line:
        yield tuple(line)


def dressed(line: Iterable[Run], screen: Screen) -> str:
    """One line as the screen takes it, without white space at its end."""
    told = ((style, "".join(run.words for run in runs)) for style, runs in groupby(line, _style))
    return "".join(
        f"\x1b[{style}m{words}\x1b[0m" if style and screen.styled else words
        for style, words in told
    ).rstrip()


def _words(runs: Iterable[Run], width: int) -> Iterator[list[Run]]:
    """What stands between spaces, each with its parts in their styles, none wider than `width`."""
    word: list[Run] = []
    for run in runs:
        for number, part in enumerate(run.words.split(" ")):
            if number and word:
                yield from _cut(word, width)
                word = []
            if part:
                word.append(Run(part, run.style))
    if word:
        yield from _cut(word, width)


def _cut(word: list[Run], width: int) -> Iterator[list[Run]]:
    """A word in pieces of at most `width` columns: mostly one, several for a long address."""
    if sum(columns(run.words) for run in word) <= width:
        yield word
        return
    piece: list[Run] = []
    used = 0
    for run in word:
        for character in run.words:
            if used + _columns_of(character) > width:
                yield piece
                piece, used = [], 0
            piece.append(Run(character, run.style))
            used += _columns_of(character)
    yield piece


def _style(run: Run) -> str:
    return run.style


def _space_between(before: Run, after: Run) -> Run:
    """A space that carries a style on from word to word, as an underline must be."""
    return Run(" ", before.style if before.style == after.style else "")


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
