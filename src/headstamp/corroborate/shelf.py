"""The accounts of one entry, found by outlet, by name and by wording.

What a document repeats is looked up here, not compared with each of the others: an entry may hold
thousands.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from headstamp.corroborate.accounts import Account
from headstamp.corroborate.copies import Wording
from headstamp.corroborate.descriptions import Named, Sort, sort_of_name
from headstamp.corroborate.story import Story, names_in, plain, runs_of
from headstamp.corroborate.voices import Voice, is_named

AT_THE_TIME_DAYS = 10
"""`Reuters reported` means what it told in these days, where it told of it several times."""
LATEST = 10
"""Of an outlet's documents in these days no more than so many are meant."""
SAME_START = 4
"""Letters: `Turkey`, `Turkish`."""

_PAPERS = frozenset({"paper", "document", "statement", "report", "filing", "record", "ruling"})
_MANY_OF_A_SORT = frozenset(
    {"ministry", "government", "army", "military", "force", "office", "official", "state"}
)
"""Words that alone do not tell which body is meant."""
_PROSECUTION = frozenset({"attorney", "court", "indictment", "prosecution", "prosecutor"})
"""Words that stand for one another in the news of one case."""


class Shelf:
    """All accounts of an entry, and among them those told so far, which grow."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self.told: dict[str | None, list[Account]] = {}
        self._mainly: dict[str | None, list[Account]] = {}
        """Those of accounts told so far that their documents are mainly about."""
        self.wording = Wording()
        self._outlets: dict[str, str] = {}
        self._short: dict[str, str] = {}
        self._sorts: dict[str, Sort] = {}
        self._official = [a for a in accounts if a.story.kind in ("official", "panel")]
        for account in accounts:
            story = account.story
            if story.outlet:
                self._outlets.update(dict.fromkeys(story.aliases, story.outlet))
                self._short.update(dict.fromkeys(story.short_aliases, story.outlet))
                self._sorts[story.outlet] = _sort_of(story)

    def add(self, account: Account) -> None:
        """Put an account with those told so far."""
        self.told.setdefault(account.story.outlet, []).append(account)
        if account.is_main:
            self._mainly.setdefault(account.story.outlet, []).append(account)
        self.wording.add(account.story, account.denying_passages)

    @property
    def first(self) -> Account | None:
        """The earliest told."""
        return next((told[0] for told in self.told.values()), None)

    def outlet_said(self, words: str) -> str | None:
        """The outlet that a speaker's words name: `daily Diario Sabana Alta`."""
        for run in runs_of(plain(words)):
            if run in self._outlets or run in self._short:
                return self._outlets.get(run) or self._short[run]
        return None

    def outlets_in_text(self, account: Account) -> Iterator[tuple[str, str]]:
        """The outlets named anywhere in a text by a full name, with the words."""
        for name in account.story.names:
            for run in runs_of(name):
                if run in self._outlets:
                    yield self._outlets[run], name

    def named_in(self, story: Story) -> Iterator[Named]:
        """Every outlet where a text names it: those on the shelf, and speakers that are media."""
        for at, name in names_in(story.text):
            for run in runs_of(name):
                if run in self._outlets:
                    yield Named(at, self._outlets[run], self.sort_of(self._outlets[run]))
        for at, words in story.media:
            if is_named(words) and not self.outlet_said(words):
                yield Named(at, words, sort_of_name(words))

    def is_on(self, outlet: str) -> bool:
        """Whether an account of this outlet is among all, told or yet to be."""
        return outlet in self._sorts

    def sort_of(self, outlet: str) -> Sort:
        """What sort of outlet one on the shelf is."""
        return self._sorts.get(outlet, "any")

    def bodies_meant(self, voice: Voice) -> Iterator[Account]:
        """The accounts, told or yet to be, of the authority that speaks."""
        if voice.kind not in ("authority", "panel"):
            return
        said = voice.words.replace("UN ", "United Nations ").lower().split()
        words = {word.strip(",.").removesuffix("'s").rstrip("s") for word in said} - _PAPERS
        for account in self._official:
            names = (account.story.outlet or "").lower().replace("'s", "").split()
            outlet = {word.rstrip("s") for word in names}
            same = words and words <= outlet and not words <= _MANY_OF_A_SORT
            if (
                same
                or (words & _PROSECUTION and outlet & _PROSECUTION)
                or _is_named_by(voice, names)
            ):
                yield account

    def at_the_time(self, outlet: str | None, account: Account) -> list[Account]:
        """What an outlet told shortly before `account`, else the last that it told; not in
        passing, if it told it otherwise.
        """
        told = (self._mainly.get(outlet) or self.told.get(outlet, []))[-LATEST:]
        day = account.story.published or 0
        near = [a for a in told if day - (a.story.published or 0) <= AT_THE_TIME_DAYS]
        return near or told[-1:]

    def others_first(self, outlet: str | None, most: int, sort: Sort = "any") -> Iterable[Account]:
        """The first account of each other outlet of a sort, of the latest `most` to tell it."""
        firsts = [
            told[0]
            for other, told in self.told.items()
            if (other != outlet or not outlet)
            and (sort == "any" or self.sort_of(other or "") in (sort, "any"))
        ]
        return firsts[-most:]


def _is_named_by(voice: Voice, names: list[str]) -> bool:
    """Whether an authority's key, `turkey/embassy`, has its words in an outlet's name; those for
    a country and its people begin alike.
    """
    starts = {name[:SAME_START] for name in names}
    keys = (re.findall(r"[a-z]{3,}", key) for key in voice.ids)
    return any(
        len(words) > 1 and all(word[:SAME_START] in starts for word in words) for words in keys
    )


def _sort_of(story: Story) -> Sort:
    return "agency" if story.kind == "agency" else sort_of_name(story.outlet or "")
