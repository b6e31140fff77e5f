"""Pages that were made already: kept by their tags, so that what many look at is made once.

A tag names who asks for which address of which version of the ledger (`fresh.py`), so what is kept
under it is what would be made again.
"""

from collections import OrderedDict
from threading import Lock

MOST_CHARACTERS = 32_000_000
"""Of all pages kept: some hundreds of pages."""


class Answers:
    """The pages that were asked for last, up to a number of characters."""

    def __init__(self, most_characters: int = MOST_CHARACTERS) -> None:
        self._most = most_characters
        self._held = 0
        self._pages: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def get(self, tag: str) -> str | None:
        """The page of a tag; None where it is not kept."""
        with self._lock:
            if tag in self._pages:
                self._pages.move_to_end(tag)
            return self._pages.get(tag)

    def keep(self, tag: str, page: str) -> None:
        """Keep a page; those that nobody asked for longest go."""
        with self._lock:
            self._held += len(page) - len(self._pages.pop(tag, ""))
            self._pages[tag] = page
            while self._held > self._most:
                _, gone = self._pages.popitem(last=False)
                self._held -= len(gone)
