"""Where a page begins: after the sorted value and the number of the last row of the page before."""

import re

from headstamp.errors import InputError

_PLACE = re.compile(r"(-?[0-9]{1,9})\.([0-9]{1,9})")
"""Of numbers that both stores take."""


def page_after(place: int, number: int) -> str:
    """The `after` of the page that follows a row."""
    return f"{place}.{number}"


def place_of(after: str) -> tuple[int, int]:
    """The sorted value and the number of the row that a page follows.

    Raises `InputError` for what `page_after` does not write.
    """
    match = _PLACE.fullmatch(after)
    if match is None:
        raise InputError(f"page {after}", "is not one", "take it from the page before")
    return int(match[1]), int(match[2])
