"""What a text has named so far: its dates, for the phrases that count from them."""

from bisect import insort
from collections.abc import Iterator
from datetime import date

from headstamp.model.document import Span
from headstamp.model.values import Interval
from headstamp.resolve.dates.mentions import mentions
from headstamp.resolve.dates.resolving import resolve_date

_FAR = 1_500
"""Characters back; what a text named before that, it has left."""


class Told:
    """The dates that a text names, in its plain words and in the phrases read so far."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text, self.published = text, published
        self._known: list[tuple[Span, Interval]] = []
        self._is_read = False

    def add(self, span: Span, found: Interval) -> None:
        """Note what a phrase was found to mean, in the place of any part of it."""
        self._known = [each for each in self._known if not each[0].overlaps(span)]
        insort(self._known, (span, found), key=lambda each: each[0])

    def before(self, place: int) -> Iterator[tuple[Span, Interval]]:
        """The dates named before a character, the nearest first, as far back as matters."""
        if not self._is_read:
            self._read()
        for span, found in reversed(self._known):
            if place - _FAR <= span.end <= place:
                yield span, found

    def between(self, start: int, end: int) -> list[tuple[Span, Interval]]:
        """The dates named from one character to another, in order."""
        if not self._is_read:
            self._read()
        return [each for each in self._known if start <= each[0].start and each[0].end <= end]

    def is_fresh(self, anchor: Interval) -> bool:
        """Whether a day is that of the publication or the one before it."""
        if self.published is None or anchor.latest is None:
            return False
        return 0 <= (self.published - anchor.latest).days <= 1

    def _read(self) -> None:
        """Read the text's plain words; only a phrase that counts from them asks for it."""
        self._is_read = True
        phrases = list(self._known)
        for span in mentions(self.text):
            found = resolve_date(span.of(self.text), published=self.published, tense="past")
            if isinstance(found, Interval) and not any(span.overlaps(each) for each, _ in phrases):
                self._known.append((span, found))
        self._known.sort(key=lambda each: each[0])
