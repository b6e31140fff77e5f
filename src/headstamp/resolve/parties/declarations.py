"""Acronyms that a text declares: `the Quds Force (IRGC-QF)` binds `IRGC-QF` for that text."""

import re

_PARENTHESIS = re.compile(r"\(\s*[\"“]?([A-Z][A-Za-z0-9/-]{1,11})[\"”]?\s*\)")
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.-](?=[^\W_]))*")
_END = re.compile(r"[.!?;:)(\n,]\s")


def declarations(text: str) -> dict[str, str]:
    """Each acronym in parentheses → the nearest words before it that begin with its letters.

    What does not fit its letters is left out: a translation's acronym, a place, a unit. The first
    declaration holds.
    """
    found: dict[str, str] = {}
    for match in _PARENTHESIS.finditer(text):
        acronym = match[1]
        if sum(letter.isupper() for letter in acronym) < 2:
            continue
        before = _END.split(text[max(0, match.start() - 160) : match.start()])[-1]
        name = _expansion(acronym, before)
        if name:
            found.setdefault(acronym, name)
    return found


def _expansion(acronym: str, before: str) -> str | None:
    """The shortest run of words at the end of `before` whose beginnings hold all the letters."""
    letters = [letter.casefold() for letter in acronym if letter.isupper() or letter.isdigit()]
    spans = list(_WORD.finditer(before))[-(2 * len(letters) + 3) :]
    for start in range(len(spans) - 1, -1, -1):
        first = spans[start]
        if not first[0][0].isupper() or first[0][0].casefold() != letters[0]:
            continue
        run = [part for span in spans[start:] for part in span[0].split("-") if part]
        if _holds([part[0].casefold() for part in run], letters) and len(run) > 1:
            return before[first.start() :].strip(" \"“'’")
    return None


def _holds(beginnings: list[str], letters: list[str]) -> bool:
    """Whether the letters stand among the beginnings in their order."""
    rest = iter(beginnings)
    return all(letter in rest for letter in letters)
