"""Where a page begins: after the sorted value and the number of the last row of the page before."""

from headstamp.errors import InputError


def page_after(place: int, number: int) -> str:
    """The `after` of the page that follows a row."""
    return f"{place}.{number}"


def place_of(after: str) -> tuple[int, int]:
    """The sorted value and the number of the row that a page follows.

    Raises `InputError` for what `page_after` does not write.
    """
    place, _, number = after.rpartition(".")
    try:
        return int(place), int(number)
    except ValueError:
        raise InputError(f"page {after}", "is not one", "take it from the page before") from None
