"""The parties of one document: what its words name once the rest of the text is heard.

A text declares acronyms, shortens names it gave in full, speaks of some countries and not of
others, and has a date. Nothing here looks beyond the document.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from headstamp.model import Coreference, Mention, Span
from headstamp.model.reading import EntityType
from headstamp.model.values import Party, PartyKind, Unresolved
from headstamp.resolve.authority import Authority, shipped
from headstamp.resolve.parties.declarations import declarations
from headstamp.resolve.parties.naming import named_in_text
from headstamp.resolve.parties.persons import Person, persons
from headstamp.resolve.parties.resolving import resolve_all, searching
from headstamp.resolve.parties.search import Found, Search, bare, by
from headstamp.resolve.script import key

_NAME = re.compile(r"[A-Z][\w'’.-]*(?:\s+(?:(?:of|for|the|and|al|de|du|la)\s+)*[A-Z][\w'’.-]*)*")
_KINDS: Mapping[EntityType, frozenset[PartyKind]] = {
    "STATE": frozenset({"state"}),
    "GROUP": frozenset({"group"}),
    "FORCE": frozenset({"force", "agency"}),
    "ORG": frozenset({"firm", "organisation", "outlet", "agency"}),
}
_LONGEST = 6
"""Words of the longest name that a country or a full name is looked for by."""


def resolve_parties_in(
    text: str,
    spans: Sequence[Span],
    corefs: Sequence[Coreference] = (),
    published: date | None = None,
    *,
    mentions: Sequence[Mention] = (),
    authority: Authority | None = None,
) -> list[tuple[Party, ...] | Unresolved]:
    """For each span the parties that it names, several where words join them, or why none.

    `corefs` lead from pronouns and descriptions to names. `published` tells apart those who came
    one after another. `mentions` say what the reader takes words for; with them, persons come as
    parties of kind `person`, and names that are on no file as parties of their text alone, whose
    ids begin with `text:` and hold in this document only.
    """
    document = _Text(text, tuple(corefs), published, tuple(mentions), authority or shipped())
    return [document.parties(span) for span in spans]


@dataclass(frozen=True)
class _Text:
    """What one document gives a search."""

    text: str
    corefs: tuple[Coreference, ...]
    published: date | None
    mentions: tuple[Mention, ...]
    authority: Authority

    def parties(self, span: Span) -> tuple[Party, ...] | Unresolved:
        """What a span names by its own words, else by what they stand for."""
        found = self.by_words(span)
        if isinstance(found, tuple):
            return found
        antecedent = self.antecedents.get(self.core(span))
        seen = {self.core(span)}
        while antecedent and self.core(antecedent) not in seen:
            named = self.by_words(antecedent)
            if isinstance(named, tuple):
                return tuple(by("coreference", party, 0.95) for party in named)
            seen.add(self.core(antecedent))
            antecedent = self.antecedents.get(self.core(antecedent))
        return found

    def by_words(self, span: Span) -> tuple[Party, ...] | Unresolved:
        """What the words themselves name in this text."""
        words = span.of(self.text)
        person = self.person(span)
        if person:
            return (person,)
        found = resolve_all(words, self.search(span))
        if isinstance(found, tuple) and not self.only_people(span, found):
            return found
        full = self.full_name(words)
        if full:
            return (full,)
        named = named_in_text(self.text, span, self.mentions, self.search(span))
        if named:
            return (named,)
        if isinstance(found, tuple):
            return Unresolved("people of a country are not the country")
        return found

    def search(self, span: Span) -> Search:
        """A search that knows this document, and what the reader takes the span for."""
        types = [m.type for m in self.mentions if m.span.overlaps(span)]
        kinds = _KINDS.get(types[0], frozenset()) if len(set(types)) == 1 else frozenset()
        if kinds not in self.searches:
            self.searches[kinds] = replace(self.plain, kinds=kinds, countries=self.countries)
        return self.searches[kinds]

    @cached_property
    def searches(self) -> dict[frozenset[PartyKind], Search]:
        """Those that were needed, by what the reader takes words for."""
        return {}

    @cached_property
    def plain(self) -> Search:
        """A search that knows the document's acronyms and day."""
        return searching(
            declared=declarations(self.text), day=self.published, authority=self.authority
        )

    @cached_property
    def names(self) -> dict[str, Party]:
        """The names in the text that stand for one known party, and which."""
        found: dict[str, Found] = {}
        for match in _NAME.finditer(self.text):
            parts = match[0].split()
            for start in range(len(parts)):
                for end in range(min(len(parts), start + _LONGEST), start, -1):
                    name = bare(" ".join(parts[start:end]))
                    if name not in found:
                        found[name] = self.plain.named(name)
        return {name: party for name, party in found.items() if isinstance(party, Party)}

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries of the states, groups and forces that the text names."""
        kinds = ("state", "group", "force")
        of = (self.plain.of(p.id) for p in self.names.values() if p.kind in kinds)
        return frozenset(country for country in of if country)

    def full_name(self, words: str) -> Party | None:
        """`Guards`, `the Council` after `Revolutionary Guards`, `Security Council`: the one party
        of the text whose full name ends or begins so.
        """
        short = bare(words)
        if not short[:1].isupper() or not key(short):
            return None
        found: dict[str, Party] = {}
        for name, party in self.names.items():
            long = key(name)
            ends = long.endswith(" " + key(short)) or long.startswith(key(short) + " ")
            if ends and party.kind not in ("state", "outlet", "firm") and len(name) > len(short):
                found[party.id] = party
        if len(found) != 1:
            return None
        return by("short-form", next(iter(found.values())), 0.9)

    def only_people(self, span: Span, found: tuple[Party, ...]) -> bool:
        """Whether a people's name stands without `the`: some Liberians, not Liberia's side."""
        before = self.text[max(0, span.start - 4) : span.start].casefold()
        said = before.endswith("the ") or span.of(self.text).casefold().startswith("the ")
        return not said and any(party.rule.startswith("demonym") for party in found)

    def person(self, span: Span) -> Party | None:
        """The person that a span names or describes, as a party of this document."""
        for person in self.persons:
            if any(span.contains(name) for name in person.spans):
                return _party_of(person)
        return None

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        """The persons of the text."""
        if not any(mention.type == "PER" for mention in self.mentions):
            return ()
        search = replace(self.plain, countries=self.countries)
        return persons(self.text, self.mentions, self.corefs, search)

    @cached_property
    def antecedents(self) -> dict[Span, Span]:
        """From each anaphor to what it stands for, by the surest link."""
        ordered = sorted(self.corefs, key=lambda link: link.score)
        return {self.core(link.anaphor): link.antecedent for link in ordered}

    def core(self, span: Span) -> Span:
        """A span without a leading article or possessive."""
        match = _DETERMINER.match(self.text, span.start, span.end)
        return Span(match.end(), span.end) if match else span


_DETERMINER = re.compile(r"(?:the|an?|this|that|these|those|its|their|his|her)\s+", re.IGNORECASE)


def _party_of(person: Person) -> Party:
    above = (
        (person.affiliation.canonical, *person.affiliation.parents) if person.affiliation else ()
    )
    return Party(
        f"text:{person.id}", person.name, "person", above, 0.9, "person-in-text", person.role
    )
