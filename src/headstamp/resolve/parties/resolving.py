"""Finds the party that words name, by rules from the surest to the loosest."""

import re
from collections.abc import Mapping
from dataclasses import replace

from headstamp.model.values import Party, Unresolved
from headstamp.resolve.authority import Authority, Title, shipped
from headstamp.resolve.names.known import owners as spelled
from headstamp.resolve.names.skeleton import skeleton
from headstamp.resolve.parties.words import (
    APPOSED,
    BACKED,
    FIGHTERS,
    GOVERNMENT,
    NOBODY,
    OF,
    ORGANS,
    PEOPLE,
    PLACE,
    POSSESSIVE,
    SO_CALLED,
)
from headstamp.resolve.script import key

_EDGES = " \t\n\"“”‘’'`.,;:!?«»"
_ARTICLE = re.compile(r"(?i)^(?:the|a|an|both|its|their|our|some|all|many)\s+(?=\S)")
_SCORES = {"name": 0.98, "adjective": 0.8, "demonym": 0.75, "capital": 0.85}
_DEEP = 6
"""Rules follow one another at most so often; longer phrases name nobody that can be told."""


def resolve_party(
    words: str,
    *,
    declared: Mapping[str, str] | None = None,
    country: str | None = None,
    authority: Authority | None = None,
) -> Party | Unresolved:
    """The state, group, force, agency, firm or organisation that `words` name.

    `declared` are the acronyms of the document, from `declarations`. `country` (ISO alpha-2) is
    where the text is about; it tells apart those who share a name. `rule` of the result says how
    it was found; the score falls with each step away from the very name.
    """
    search = _Search(authority or shipped(), declared or {}, country)
    found = search.find(words.strip(_EDGES), 0)
    if isinstance(found, Party):
        return found
    return found or Unresolved("no known party has this name")


class _Search:
    """One search: what is known, and what the document says."""

    def __init__(
        self, authority: Authority, declared: Mapping[str, str], country: str | None
    ) -> None:
        self.authority = authority
        self.declared = declared
        self.country = country

    def find(self, words: str, depth: int) -> Party | Unresolved | None:
        """The party, a reason why it cannot be told, or None where no rule fits."""
        words = _bare(words)
        if not words or depth > _DEEP:
            return None
        if words.casefold() in NOBODY and (words != words.upper() or len(words) == 1):
            return Unresolved("a pronoun names nobody by itself")
        if words in self.declared and self.declared[words] != words:
            expanded = self.find(self.declared[words], depth + 1)
            if isinstance(expanded, Party):
                return _by("declared", expanded, 1.0)
        exact = self.named(words)
        if exact:
            return exact
        for rule in (self.apposed, self.owned, self.national, self.qualified, self.placed):
            found = rule(words, depth + 1)
            if found:
                return found
        return self.spelled(words) or _general(words)

    def named(self, words: str) -> Party | Unresolved | None:
        """By a name, a capital, a people, an adjective alone."""
        titles = [
            title
            for title in self.authority.titles.get(key(words), ())
            if title.exact in (None, words) or (title.exact == words.upper() and "." in words)
        ]
        if not titles:
            return None
        if not words[:1].isupper() and words.isascii() and " " not in words:
            return None
        best = min(titles, key=lambda title: list(_SCORES).index(title.sort)).sort
        titles = [title for title in titles if title.sort == best]
        return self.chosen(words, titles)

    def chosen(self, words: str, titles: list[Title]) -> Party | Unresolved:
        """The one bearer of a name; where there are several, the one of the country."""
        titles = list({title.id: title for title in reversed(titles)}.values())
        sure = titles if len(titles) == 1 and not titles[0].ambiguous else []
        fits = sure or [t for t in titles if self.country and self.country == self.of(t.id)]
        if not fits and len(titles) > 1:
            entries = self.authority.entries
            lasting = [title for title in titles if entries[title.id].until is None]
            plain = [title for title in titles if not title.ambiguous]
            fits = lasting if len(lasting) == 1 < len(titles) else plain
        if len(fits) == 1:
            rule = fits[0].sort if sure else f"{fits[0].sort}-of-country"
            return self.party(fits[0].id, rule, _SCORES[fits[0].sort] - (0.0 if sure else 0.08))
        return Unresolved(f"several parties or things are called {words}")

    def of(self, party: str) -> str | None:
        """The country of a party, or of whoever it stands under."""
        entries = self.authority.entries
        above = (party, *self.authority.ancestors(party))
        return next((entries[one].country for one in above if entries[one].country), None)

    def party(self, party: str, rule: str, score: float) -> Party:
        """A known party as a value."""
        entry = self.authority.entries[party]
        above = tuple(self.authority.entries[one].name for one in self.authority.ancestors(party))
        return Party(entry.id, entry.name, entry.kind, above, round(score, 3), rule)

    def apposed(self, words: str, depth: int) -> Party | Unresolved | None:
        """`Quds Force (IRGC-QF)`, `Hezbollah, the Lebanese group`: the part that is known."""
        match = APPOSED.match(words)
        if not match:
            return None
        for part in (match["name"], match["inside"] or match["more"]):
            found = self.find(part, depth)
            if isinstance(found, Party) and (part == match["name"] or found.kind != "state"):
                return _by("apposition", found, 0.97)
        return None

    def owned(self, words: str, depth: int) -> Party | Unresolved | None:
        """`IRGC's Quds Force`, `Quds Force of the IRGC`: a child by its name or its organ."""
        doubt: Unresolved | None = None
        for pattern in (POSSESSIVE, OF):
            match = pattern.match(words)
            owner = self.find(match["owner"], depth) if match else None
            if match and isinstance(owner, Party):
                found = self.child(owner, match["owned"], depth)
                if isinstance(found, Party):
                    return found
                doubt = found
        return doubt

    def child(self, owner: Party, words: str, depth: int) -> Party | Unresolved:
        """What `words` are under `owner`."""
        words = _bare(words)
        low = words.casefold()
        owner = replace(owner, score=max(owner.score, 0.95))
        if owner.kind == "state":
            derived = self.derived(owner, low)
            if derived:
                return derived
        elif low in FIGHTERS:
            return _by("people", owner, 0.9)
        inner = _Search(self.authority, self.declared, self.of(owner.id.split("/")[0]))
        found = inner.find(words, depth)
        if isinstance(found, Party) and self.under(found, owner):
            return _by("owner", found, 1.0)
        return Unresolved(f"not known what {words} of {owner.canonical} is")

    def under(self, party: Party, owner: Party) -> bool:
        """Whether a party stands under another, or in the state that it is."""
        if party.id == owner.id or owner.canonical in party.parents:
            return True
        same = self.of(party.id.split("/")[0]) == self.of(owner.id)
        return owner.kind == "state" and same and party.kind != "state"

    def derived(self, state: Party, low: str) -> Party | None:
        """A state's government, people who speak for it, or an organ with no entry of its own."""
        if low in GOVERNMENT:
            return _by("government", state, 0.98)
        if low in PEOPLE or (low.rsplit(maxsplit=1)[-1] in PEOPLE and len(low.split()) == 2):
            return _by("officials", state, 0.75)
        organ = ORGANS.get(low)
        if not organ:
            return None
        names = (f"{state.canonical} {organ}", f"{organ} of {state.canonical}")
        kind = "agency" if "ministry" in organ else "force"
        for name in names:
            known = [t for t in self.authority.titles.get(key(name), ()) if t.sort == "name"]
            if len(known) == 1:
                return self.party(known[0].id, "organ", 0.9)
        return Party(
            f"{state.id}/{organ.replace(' ', '-')}", organ, kind,  # type: ignore[arg-type]
            (state.canonical, *state.parents), 0.85, "organ",
        )  # fmt: skip

    def national(self, words: str, depth: int) -> Party | Unresolved | None:
        """`Russian army`, `US officials`, `Kabul government`: a state's word before another."""
        parts = words.split()
        for cut in range(min(3, len(parts) - 1), 0, -1):
            titles = [
                title
                for title in self.authority.titles.get(key(" ".join(parts[:cut])), ())
                if self.authority.entries[title.id].kind == "state"
                and title.exact in (None, " ".join(parts[:cut]))
            ]
            owner = self.chosen(words, titles) if titles and parts[0][:1].isupper() else None
            if isinstance(owner, Party):
                return self.child(owner, " ".join(parts[cut:]), depth)
        return None

    def qualified(self, words: str, depth: int) -> Party | Unresolved | None:
        """`Iran-backed Kata'ib Hizballah`, `Houthi rebels`, `rebel group M23`."""
        for pattern in (BACKED, SO_CALLED):
            rest = pattern.sub("", words, count=1)
            if rest != words:
                found = self.find(rest, depth)
                return _by("qualified", found, 0.98) if isinstance(found, Party) else found
        parts = words.split()
        if len(parts) < 2:
            return None
        if parts[0].casefold() in FIGHTERS:
            found = self.find(" ".join(parts[1:]), depth)
            return _by("qualified", found, 0.98) if isinstance(found, Party) else None
        if parts[-1].casefold() in FIGHTERS:
            found = self.find(" ".join(parts[:-1]), depth)
            if isinstance(found, Party) and found.kind != "state":
                return _by("people", found, 0.95)
            return found if isinstance(found, Unresolved) else None
        return None

    def placed(self, words: str, depth: int) -> Party | Unresolved | None:
        """`Hezbollah in Lebanon`: the place is the country that tells homonyms apart."""
        match = PLACE.match(words)
        if not match:
            return None
        state = self.named(match["place"])
        country = self.of(state.id) if isinstance(state, Party) else self.country
        inner = _Search(self.authority, self.declared, country)
        found = inner.find(match["name"], depth)
        return _by("placed", found, 0.98) if isinstance(found, Party) else found

    def spelled(self, words: str) -> Party | Unresolved | None:
        """By another spelling of a group's or force's name, where it can be only one."""
        if not any(letter.isupper() or not letter.isascii() for letter in words):
            return None
        if len(skeleton(key(words))) < 5 or self.authority is not shipped():
            return None
        found = spelled(words)
        if len(found) == 1:
            return self.party(next(iter(found)), "spelling", 0.9)
        return Unresolved(f"several parties may be spelled {words}") if found else None


def _bare(words: str) -> str:
    """Words without the articles and marks at their edges."""
    shorn = words.strip(_EDGES)
    while (less := _ARTICLE.sub("", shorn)) != shorn:
        shorn = less
    return shorn


def _by(rule: str, party: Party, factor: float) -> Party:
    """The same party, found by one rule more."""
    return replace(party, rule=rule, score=round(party.score * factor, 3))


def _general(words: str) -> Unresolved | None:
    low = words.casefold()
    general = low in FIGHTERS or low in GOVERNMENT or low in PEOPLE or low in ORGANS
    if general or not any(letter.isupper() or not letter.isascii() for letter in words):
        return Unresolved("a general word names no party")
    return None
