"""One document's account of one entry: its claims about it, and how much they are its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from headstamp.corroborate.filling import FAR, Parties
from headstamp.corroborate.gist import Gist
from headstamp.corroborate.story import Story
from headstamp.corroborate.threads import Thread
from headstamp.corroborate.vocabulary import content_words
from headstamp.corroborate.voices import Voice
from headstamp.model import Span

LONG_PAST_DAYS = 365


@dataclass(frozen=True, slots=True)
class Account:
    """What a document tells of an entry.

    `gists` are its claims, in the order of the text; `is_main` whether this is what the document
    is mainly about, not a thing mentioned in passing.
    """

    story: Story
    gists: tuple[Gist, ...]
    is_main: bool

    @property
    def asserting(self) -> list[Gist]:
        """The claims that say it is so, or that it was withdrawn."""
        return [gist for gist in self.gists if not gist.negative]

    @property
    def paragraphs(self) -> set[Span]:
        """Where it tells of the entry."""
        return {gist.paragraph for gist in self.gists}

    @property
    def denying_passages(self) -> set[Span]:
        """Its quotations that stand in the paragraph of a denial."""
        denied = [gist.place_in_text for gist in self.gists if gist.negative]
        return {
            quoted
            for quoted in self.story.quoted
            if any(quoted.start <= place.start < quoted.end for place in denied)
        }

    @property
    def outermost(self) -> list[Voice]:
        """Whom the document itself had it from, claim by claim; each voice once."""
        return list(dict.fromkeys(gist.voices[0] for gist in self.asserting if gist.voices))

    @property
    def is_recalled(self) -> bool:
        """Whether a panel mentions in passing, naming nobody, what others seized."""
        in_passing = self.story.kind == "panel" and not self.is_main and not self.outermost
        return in_passing and all(gist.kind == "interdiction" for gist in self.gists)

    @property
    def recalls(self) -> bool:
        """Whether its outlet says that it told of it before."""
        return any(gist.recalls for gist in self.gists)

    @property
    def takes_back(self) -> bool:
        """Whether it withdraws what it tells."""
        return any(voice.takes_back for gist in self.gists for voice in gist.voices)


def accounts(threads: Iterable[Thread], stories: Mapping[str, Story]) -> list[Account]:
    """Every document's account of an entry, in the order of publication."""
    by_document: dict[str, list[Thread]] = {}
    for thread in threads:
        by_document.setdefault(thread.gists[0].ref.document, []).append(thread)
    made = [
        Account(
            stories[document],
            tuple(sorted((g for t in told for g in t.gists), key=lambda g: g.place_in_text)),
            is_main=any(thread.is_main for thread in told),
        )
        for document, told in by_document.items()
    ]
    return sorted(made, key=lambda a: (a.story.published or FAR, a.story.document))


def had_it_itself(account: Account, cited: set[str]) -> bool:
    """Whether somebody told the document itself when or where: a witness, not a commentator, nor
    one who denies the rest, nor one who remembers it long after. `cited` are words of speakers that
    stand for other documents.
    """
    if is_long_past(account, None):
        return False
    denying = {gist.voices[0].words for gist in account.gists if gist.negative and gist.voices}
    return any(
        gist.voices
        and gist.voices[0].kind in ("person", "authority", "post")
        and gist.voices[0].words not in denying | cited
        and not gist.open
        and (gist.days or gist.spots or gist.countries)
        for gist in account.asserting
    )


def speaks_for_itself(account: Account, cited: set[str]) -> bool:
    """Whether somebody who takes part in the matter says so: `we have signed a contract`; not in
    the words of a text that is held, `cited`.
    """
    own = (g for g in account.asserting if not g.voices or g.voices[0].words not in cited)
    return any(_is_party(gist) for gist in own)


def is_of_party(account: Account) -> bool:
    """Whether the outlet itself takes part in the matter: a maker, a force."""
    name = set(content_words(account.story.outlet or ""))
    sides = (parties for g in account.asserting for parties in (g.givers, g.takers, g.seizers))
    return bool(name) and any(name <= parties.words for parties in sides)


def _is_party(gist: Gist) -> bool:
    if not gist.voices or gist.voices[0].kind == "medium":
        return False
    voice = gist.voices[-1]
    told = voice.words.lower().split()
    for parties in (gist.givers, gist.takers, gist.seizers):
        if voice.ids & parties.kin or (told and _same_words(told, parties)):
            return True
    return False


def _same_words(told: list[str], parties: Parties) -> bool:
    return bool(parties.words) and set(told) == parties.words


def is_long_past(account: Account, last_day: int | None) -> bool:
    """Whether what is told was over a year and more before the document told it. `last_day` is the
    last that the entry tells of, for an account that tells none.
    """
    own = [gist.days[1] for gist in account.gists if gist.days]
    last = max(own) if own else last_day
    published = account.story.published
    return bool(last and published and last < published - LONG_PAST_DAYS)
