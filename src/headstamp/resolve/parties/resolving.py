"""Finds the parties that words name, by rules from the surest to the loosest."""

import re
from collections.abc import Mapping
from datetime import date

from headstamp.model.values import Party, PartyKind, Unresolved
from headstamp.resolve.authority import Authority, shipped
from headstamp.resolve.parties.belonging import national, owned, partly
from headstamp.resolve.parties.describing import (
    apposed,
    broadcast,
    formerly,
    members,
    people,
    placed,
    qualified,
)
from headstamp.resolve.parties.search import Rule, Search

RULES: tuple[Rule, ...] = (
    apposed, formerly, broadcast, members, owned, national, qualified, people, placed, partly,
)  # fmt: skip
"""In this order; the first that finds something, or a reason against it, decides."""

_LISTED = re.compile(r"\s+(?:and|as well as|together with|along with)\s+|\s*[;&]\s*")
_COMMAS = re.compile(r",\s+(?:and\s+|both\s+)?")


def searching(
    *,
    declared: Mapping[str, str] | None = None,
    countries: frozenset[str] = frozenset(),
    day: date | None = None,
    kinds: frozenset[PartyKind] = frozenset(),
    authority: Authority | None = None,
) -> Search:
    """A search by all rules; see `Search` for what it may know."""
    return Search(RULES, authority or shipped(), declared or {}, countries, day, kinds)


def resolve_party(
    words: str,
    *,
    declared: Mapping[str, str] | None = None,
    country: str | None = None,
    day: date | None = None,
    authority: Authority | None = None,
) -> Party | Unresolved:
    """The state, group, force, agency, firm or organisation that `words` name.

    `declared` are the acronyms of the document, from `declarations`. `country` (ISO alpha-2) is
    where the text is about; it tells apart those who share a name, as `day` does for those who
    came one after another (`Moscow`). `rule` of the result says how it was found; the score falls
    with each step away from the very name.
    """
    countries = frozenset({country} if country else ())
    search = searching(declared=declared, countries=countries, day=day, authority=authority)
    return search.find(words) or Unresolved("no known party has this name")


def resolve_all(words: str, search: Search) -> tuple[Party, ...] | Unresolved:
    """Each party of a phrase that joins several: `Iran and Syria`, `French and American ships`.

    What is one name (`Bosnia and Herzegovina`) stays one. Where the first can be told and a later
    one cannot, those that can are given.
    """
    parts = _parts(words)
    exact = search.named(words) if len(parts) > 1 else None
    if isinstance(exact, Party):
        return (exact,)
    told = [search.find(part) for part in parts] if len(parts) > 1 else []
    parties = tuple(dict.fromkeys(found for found in told if isinstance(found, Party)))
    if parties and len(parties) == len(parts):
        return parties
    whole = search.find(words) or Unresolved("no known party has this name")
    if isinstance(whole, Party):
        return (whole,)
    return parties if told and isinstance(told[0], Party) else whole


def _parts(words: str) -> list[str]:
    """The phrases that `and` joins, each with the noun they share: `Iraqi (and) Syrian troops`."""
    joined = _LISTED.split(words)
    if len(joined) < 2:
        return [words]
    parts = [part for piece in joined[:-1] for part in _COMMAS.split(piece)] + joined[-1:]
    parts = [part.strip() for part in parts if part.strip()]
    shared = parts[-1].partition(" ")[2]
    if not shared or not shared.islower():
        return parts
    return [f"{part} {shared}" if _alone(part) else part for part in parts]


def _alone(part: str) -> bool:
    """Whether a part is one word that says whose, as `Iraqi` does."""
    titles = shipped().titles.get(part.casefold(), ())
    return bool(titles) and all(title.sort == "adjective" for title in titles)
