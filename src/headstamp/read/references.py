"""Where a reference to words stands in a text: `Iran@2` is the second `Iran` as a whole word.

A reference without `@n` means the occurrence nearest to an anchor where there is one, else the
only one. Offsets `[start, end]` are taken as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from headstamp.errors import InputError
from headstamp.model.document import Span

_NUMBERED = re.compile(r"(.*)@(\d+)", re.DOTALL)
_JOINED = re.compile(r"\w\w")
_MEND = "correct the reference or the text"


@dataclass(frozen=True, slots=True)
class Places:
    """The text that references point into. `place` names the record for errors."""

    text: str
    place: str

    def one(self, reference: object, what: str, near: Span | None = None) -> Span:
        """The span that `reference` means; `what` says whose it is, for the error.

        `near` settles which of several occurrences is meant.
        """
        if not isinstance(reference, str):
            return self._offsets(reference, what)
        found, words, number = self._found(reference, what)
        if number is not None:
            return found[number - 1]
        if near is not None:
            return min(found, key=lambda span: abs(span.start - near.start))
        if len(found) > 1:
            problem = f"{what}, {words!r}, stands {len(found)} times in the text"
            raise InputError(self.place, problem, "add @n for the one that is meant")
        return found[0]

    def first(self, reference: object, what: str) -> Span:
        """The span that `reference` means, the first occurrence where it does not say which."""
        return self.one(reference, what, Span(0, 0))

    def _found(self, reference: str, what: str) -> tuple[list[Span], str, int | None]:
        match = _NUMBERED.fullmatch(reference)
        words, number = (match[1], int(match[2])) if match else (reference, None)
        found = list(whole_words(self.text, words)) if words else []
        if not found:
            raise InputError(self.place, f"{what}, {words!r}, is not in the text", _MEND)
        if number is not None and not 1 <= number <= len(found):
            problem = f"{what}, {words!r}, stands {len(found)} times in the text, not {number}"
            raise InputError(self.place, problem, _MEND)
        return found, words, number

    def _offsets(self, pair: object, what: str) -> Span:
        match pair:
            case [int(start), int(end)] if 0 <= start < end <= len(self.text):
                return Span(start, end)
        problem = f"{what}, {pair!r}, is no stretch of the text"
        raise InputError(self.place, problem, f"give [start, end] within 0..{len(self.text)}")


def whole_words(text: str, words: str) -> Iterator[Span]:
    """Every place where `words` stand, not as part of a longer word."""
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if not _joined(text, start) and not _joined(text, end):
            yield Span(start, end)
        start = text.find(words, start + 1)


def _joined(text: str, offset: int) -> bool:
    """Whether a word runs on across `offset`."""
    around = text[max(0, offset - 1) : offset + 1] if offset else ""
    return bool(_JOINED.fullmatch(around))
