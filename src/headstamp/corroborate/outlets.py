"""The outlets of the documents held, by all their names."""

from collections.abc import Iterable, Iterator

from headstamp.corroborate.story import Story, plain, runs_of
from headstamp.corroborate.threads import Thread


class Outlets:
    """Which outlet a document is of, and which outlets a thread's speakers are.

    A name that two outlets share is the first one's, by the alphabet.
    """

    def __init__(self, stories: Iterable[Story] = ()) -> None:
        self._of: dict[str, str] = {}
        self._named: dict[str, str] = {}
        for story in sorted(stories, key=lambda story: story.outlet or "", reverse=True):
            if story.outlet:
                self._of[story.document] = story.outlet
                names = story.aliases | story.short_aliases
                self._named.update(dict.fromkeys(names, story.outlet))

    def of(self, document: str) -> str | None:
        """The outlet of a document; None where it is not known."""
        return self._of.get(document)

    def cited(self, thread: Thread) -> Iterator[str]:
        """The outlets that are named as the speakers of its claims, other than its own."""
        own = self.of(thread.gists[0].ref.document)
        for said in {voice.words for gist in thread.gists for voice in gist.voices}:
            for run in runs_of(plain(said)):
                outlet = self._named.get(run)
                if outlet and outlet != own:
                    yield outlet
