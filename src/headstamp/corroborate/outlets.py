"""The outlets of the documents held, by all their names."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from headstamp.corroborate.story import Story, plain, runs_of
from headstamp.corroborate.threads import Thread


class Masthead(NamedTuple):
    """A document, its outlet, and the names that the outlet goes by, lower case."""

    document: str
    outlet: str | None
    names: frozenset[str]


def masthead(story: Story) -> Masthead:
    """The masthead of a story."""
    return Masthead(story.document, story.outlet, story.aliases | story.short_aliases)


class Outlets:
    """Which outlet a document is of, and which outlets a thread's speakers are.

    A name that two outlets share is the first one's, by the alphabet.
    """

    def __init__(self, mastheads: Iterable[Masthead] = ()) -> None:
        self._of: dict[str, str] = {}
        self._named: dict[str, str] = {}
        for document, outlet, names in sorted(
            mastheads, key=lambda masthead: masthead.outlet or "", reverse=True
        ):
            if outlet:
                self._of[document] = outlet
                self._named.update(dict.fromkeys(names, outlet))

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
            for run in runs_of(plain(said)):
                outlet = self._named.get(run)
                if outlet and outlet != own:
                    yield outlet
