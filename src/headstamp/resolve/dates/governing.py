"""Finds the preposition that bounds a date: `until` before `31 December` in a text."""

import re

_BOUNDING = re.compile(
    r"\b(?:ever since|since|until|till|by|before|after|prior to|ahead of|within|through|as of"
    r"|(?:no|not) later than|(?:no|not) earlier than|from)"
    r"(?: (?:at least|about|around|shortly))?\s+(?:the\s+|an?\s+|this\s+)?$",
    re.IGNORECASE,
)
_LONGEST = 32
"""Characters that a preposition and its article may take."""
_RANGE_GOES_ON = re.compile(r"\s+(?:to|until|till|through|up to)\b|\s*[-–—]", re.IGNORECASE)


def governed(text: str, start: int, end: int) -> str:
    """The date at `start` to `end` of `text`, with the preposition before it if that bounds it.

    A date's span leaves its preposition out; `since November` means more than `November`. `from` is
    left out where the other end of a range follows.
    """
    before = text[max(0, start - _LONGEST) : start]
    found = _BOUNDING.search(before)
    if found is None:
        return text[start:end]
    if found[0].lower().startswith("from") and _RANGE_GOES_ON.match(text, end):
        return text[start:end]
    return found[0] + text[start:end]
