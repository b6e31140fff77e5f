"""The outlets of the documents held, by all their names."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from headstamp.corroborate.filling import ordinal_day
from headstamp.corroborate.story import aliases, plain, runs_of, short_aliases
from headstamp.corroborate.strands import Turn, turn
from headstamp.corroborate.threads import Thread
from headstamp.model import Document


class Masthead(NamedTuple):
    """A document, its outlet, its day, and the names that the outlet goes by, lower case."""

    document: str
    outlet: str | None
    published: date | None
    names: frozenset[str]

    @property
    def turn(self) -> Turn:
        """When the threads of the document are linked."""
        return turn(ordinal_day(self.published), self.document)


def masthead(document: Document) -> Masthead:
    """The masthead of a document; its blocks do not matter."""
    names = aliases(document) | short_aliases(document)
    return Masthead(document.id, document.outlet, document.published.day, names)


class Outlets:
    """Which outlet a document is of, and which outlets a thread's speakers are.

    A name that two outlets share is the first one's, by the alphabet.
    """

    def __init__(self, mastheads: Iterable[Masthead] = ()) -> None:
        self._of: dict[str, str] = {}
        self._named: dict[str, str] = {}
        self._spoken: dict[str, tuple[str, ...]] = {}
        for masthead in mastheads:
            if outlet := masthead.outlet:
                self._of[masthead.document] = outlet
                for name in masthead.names:
                    self._named[name] = min(outlet, self._named.get(name, outlet))

    def of(self, document: str) -> str | None:
        """The outlet of a document; None where it is not known."""
        return self._of.get(document)

    def own(self, thread: Thread) -> Iterator[str]:
        """The outlet whose thread it is, where that is known."""
        outlet = self.of(thread.gists[0].ref.document)
        if outlet:
            yield outlet

    def recalled(self, thread: Thread) -> Iterator[str]:
        """Its own outlet, where it says that it told of the matter before."""
        if any(gist.recalls for gist in thread.gists):
            yield from self.own(thread)

    def cited(self, thread: Thread) -> Iterator[str]:
        """The outlets that are named as the speakers of its claims, other than its own."""
        own = self.of(thread.gists[0].ref.document)
        for said in {voice.words for gist in thread.gists for voice in gist.voices}:
            yield from (outlet for outlet in self._outlets_in(said) if outlet != own)

    def _outlets_in(self, said: str) -> tuple[str, ...]:
        """The outlets that a speaker's words name; looked up once, for few speak often."""
        found = self._spoken.get(said)
        if found is None:
            runs = runs_of(plain(said))
            found = tuple(self._named[run] for run in runs if run in self._named)
            self._spoken[said] = found
        return found
