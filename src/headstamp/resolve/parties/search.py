"""One search for a party: what is known, what the document says, and the rules that look."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from headstamp.model.values import Party, PartyKind, Unresolved
from headstamp.resolve.authority import Authority, Title, shipped
from headstamp.resolve.names.known import owners as spelled
from headstamp.resolve.names.skeleton import skeleton
from headstamp.resolve.parties.words import (
    ACRONYM,
    ARTICLE,
    FIGHTERS,
    GOVERNMENT,
    NOBODY,
    ORGANS,
    PEOPLE,
)
from headstamp.resolve.script import key, script

_EDGES = " \t\n\"“”‘’'`.,;:!?«»"
_SCORES = {"name": 0.98, "adjective": 0.8, "demonym": 0.75, "capital": 0.85}
_DEEP = 6
"""Rules follow one another at most so often; longer phrases name nobody that can be told."""

Found = Party | Unresolved | None
Rule = Callable[["Search", str, int], Found]


@dataclass(frozen=True, slots=True)
class Search:
    """What a search knows.

    `declared` are the document's acronyms, `countries` those it is about (ISO alpha-2), `day`
    its date, `kinds` what the reader takes the words for (empty: nothing is said).
    """

    rules: tuple[Rule, ...]
    authority: Authority
    declared: Mapping[str, str] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()
    day: date | None = None
    kinds: frozenset[PartyKind] = frozenset()

    def find(self, words: str, depth: int = 0) -> Found:
        """The party, a reason why it cannot be told, or None where no rule fits."""
        words = bare(words)
        if not words or depth > _DEEP:
            return None
        if words.casefold() in NOBODY and (words != words.upper() or len(words) == 1):
            return Unresolved("a pronoun names nobody by itself")
        if words in self.declared and self.declared[words] != words:
            expanded = self.find(self.declared[words], depth + 1)
            if isinstance(expanded, Party):
                return by("declared", expanded, 1.0)
        exact = self.named(words)
        if exact:
            return exact
        for rule in self.rules:
            found = rule(self, words, depth + 1)
            if found:
                return found
        return self.spelled(words) or _general(words)

    def named(self, words: str) -> Found:
        """By a name, a capital, a people, an adjective alone."""
        if ACRONYM.fullmatch(words):
            words = words.replace(".", "")
        titles = [
            title
            for title in self.authority.titles.get(key(words), ())
            if title.exact in (None, words) or _softened(title.exact, words)
        ]
        if not titles or (words.islower() and words.isascii() and " " not in words):
            return None
        best = min(titles, key=lambda title: list(_SCORES).index(title.sort)).sort
        return self.chosen(words, [title for title in titles if title.sort == best])

    def chosen(self, words: str, titles: list[Title]) -> Party | Unresolved:
        """The one bearer of a name; of several, the one of the country, the kind, the day."""
        titles = list({title.id: title for title in reversed(titles)}.values())
        if len(titles) == 1 and not titles[0].ambiguous:
            return self.party(titles[0].id, titles[0].sort, _SCORES[titles[0].sort])
        entries = self.authority.entries
        living = [t for t in titles if self.day and entries[t.id].existed(self.day)]
        several = len(titles) > 1
        titles = living or titles
        for told_by, fits in (
            ("country", [t for t in titles if self.of(t.id) in self.countries]),
            ("kind", [t for t in titles if entries[t.id].kind in self.kinds]),
            ("day", living if several else []),
            ("day", [t for t in titles if several and entries[t.id].until is None]),
            ("use", [t for t in titles if several and not t.ambiguous]),
        ):
            if len(fits) == 1:
                sort = fits[0].sort
                return self.party(fits[0].id, f"{sort}-of-{told_by}", _SCORES[sort] - 0.08)
        return Unresolved(f"several parties or things are called {words}")

    def inside(self, country: str | None) -> "Search":
        """The same search in a text about that country alone."""
        return replace(self, countries=frozenset({country} if country else ()))

    def of(self, party: str) -> str | None:
        """The country of a party, or of whoever it stands under."""
        entries = self.authority.entries
        party = party.split("/", maxsplit=1)[0]
        if party not in entries:
            return None
        above = (party, *self.authority.ancestors(party))
        return next((entries[one].country for one in above if entries[one].country), None)

    def party(self, party: str, rule: str, score: float) -> Party:
        """A known party as a value."""
        entry = self.authority.entries[party]
        above = tuple(self.authority.entries[one].name for one in self.authority.ancestors(party))
        return Party(entry.id, entry.name, entry.kind, above, round(score, 3), rule)

    def spelled(self, words: str) -> Found:
        """By another spelling of a group's or force's name, where it can be only one."""
        if not _is_named(words) or words.casefold() in ORGANS:
            return None
        if len(skeleton(key(words))) < 5 or self.authority is not shipped():
            return None
        found = spelled(words)
        if len(found) == 1:
            return self.party(next(iter(found)), "spelling", 0.9)
        return Unresolved(f"several parties may be spelled {words}") if found else None


@lru_cache(16_384)
def bare(words: str) -> str:
    """Words without the articles, marks and the possessive at their edges."""
    shorn = words.strip(_EDGES)
    while (less := ARTICLE.sub("", shorn)) != shorn:
        shorn = less
    if shorn.endswith(("'s", "’s")):
        shorn = shorn[:-2]
    return shorn


def by(rule: str, party: Party, factor: float) -> Party:
    """The same party, found by one rule more."""
    return replace(party, rule=rule, score=round(party.score * factor, 3))


_WORDS = frozenset(("Model", "Plan", "Rand", "Mend", "Sadat", "Nimr", "Elta", "Ansa", "Tolo"))
"""Plain words that are some party's letters too."""


def _softened(acronym: str | None, words: str) -> bool:
    """Whether `words` are the acronym as British papers write it: `Farc`, `Nato`, `Isis`."""
    return acronym is not None and len(words) > 3 and acronym.capitalize() == words not in _WORDS


def _general(words: str) -> Unresolved | None:
    low = words.casefold()
    general = low in FIGHTERS or low in GOVERNMENT or low in PEOPLE or low in ORGANS
    if general or not _is_named(words):
        return Unresolved("a general word names no party")
    return None


def _is_named(words: str) -> bool:
    """Whether words may be a name: they hold a capital, or are of a script that has none."""
    return any(letter.isupper() for letter in words) or script(words) not in ("Latn", "none")
