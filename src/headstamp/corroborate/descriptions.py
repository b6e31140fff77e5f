"""Which outlet a plain description means: `the newspaper`, `the agency`.

It is one that the same text names, of that sort: the nearest named before, else the first after.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Sort = Literal["agency", "newspaper", "broadcaster", "any"]

_SORTS: tuple[tuple[Sort, str], ...] = (
    ("agency", r"agency|newswire|wire|(?:news|press|wire) service"),
    ("newspaper", r"newspaper|daily|weekly|magazine|tabloid"),
    ("broadcaster", r"broadcaster|channel|television|tv|radio|station"),
    ("any", r"outlet|portal|website|site"),
)
_DESCRIPTIONS = tuple(
    (sort, re.compile(rf"\b(?:{nouns})(?:$|['’]s\b)", re.I)) for sort, nouns in _SORTS
)
_NAMES: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("broadcaster", re.compile(r"\b(?:tv|television|radio|channel|broadcasting|fm)\b", re.I)),
    ("agency", re.compile(r"\b(?:agency|wire|newswire|news service)\b"
                          r"|^(?:reuters|afp|ap|efe|ansa|tass|dpa|anadolu|xinhua)$", re.I)),
    ("newspaper", re.compile(r"\b(?:post|times|herald|gazette|tribune|courier|chronicle|journal"
                             r"|mail|telegraph|daily|weekly|dispatch|observer|ledger)\b", re.I)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet where a text names it: the place, the words, and what sort it is."""

    at: int
    words: str
    sort: Sort


def sort_described(words: str) -> Sort | None:
    """The sort that words describe without naming one: `U.S. newspaper`; None for others."""
    if len([word for word in words.split() if word[:1].isupper()]) > 1:
        return None
    for sort, pattern in _DESCRIPTIONS:
        if pattern.search(words):
            return sort
    return None


def sort_of_name(name: str) -> Sort:
    """The sort that an outlet is by its name, "any" where that does not tell."""
    return next((sort for sort, pattern in _NAMES if pattern.search(name)), "any")


def meant(sort: Sort, at: int, named: Iterable[Named]) -> Named | None:
    """Which of the outlets `named` a description of that `sort` means that stands `at`."""
    fitting = [n for n in named if sort == n.sort or "any" in (sort, n.sort)]
    before = [n for n in fitting if n.at < at]
    if before:
        return max(before, key=lambda n: n.at)
    return min(fitting, key=lambda n: n.at, default=None)
