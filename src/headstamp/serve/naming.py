"""What the values that transfers are listed under are called, for people to read and to choose."""

from collections.abc import Collection
from dataclasses import fields

from headstamp.ledger.facets import PARTY_ROLES
from headstamp.ledger.folding import fold
from headstamp.ledger.listing import Filters
from headstamp.ledger.view import View
from headstamp.resolve.authority import shipped
from headstamp.resolve.places import gazetteer
from headstamp.show.telling import REVIEWED

SUGGESTED = ("party", "country", "designation", "category", "outlet", "speaker")
"""What is sought by the beginning of a name."""

_NAMED = PARTY_ROLES | {"party", "speaker"}
_DENIED = {"yes": "denied", "no": "not denied"}


def names_of(view: View, name: str, values: Collection[str]) -> dict[str, str]:
    """What some values of a facet are called: parties by their names, countries in English."""
    if name in _NAMED:
        return _parties(view, name, values)
    return {value: _word(name, value) for value in values}


def called(view: View, filters: Filters) -> dict[str, str]:
    """The filters that are set, by name, in the words that people have for their values."""
    told = {field.name: getattr(filters, field.name) for field in fields(filters)}
    answers = {True: "yes", False: "no"}
    return {
        name: names_of(view, name, [words])[words]
        for name, value in told.items()
        if value is not None
        for words in [answers[value] if isinstance(value, bool) else str(value)]
    }


def suggestions(view: View, name: str, words: str, *, limit: int) -> dict[str, str]:
    """The values of a facet of which a word begins so, the most frequent first, and their names."""
    if name == "country":
        there = names_of(view, name, list(view.values(name)))
        fitting = (code for code, said in there.items() if _begins(said, words))
        return {code: there[code] for code in list(fitting)[:limit]}
    found = view.values(name, like=words, limit=limit)
    return names_of(view, name, list(found))


def country(code: str) -> str:
    """The English name of a country, by its code; the code where it has none."""
    entry = gazetteer.country(code)
    return entry.name if entry else code


def _parties(view: View, name: str, values: Collection[str]) -> dict[str, str]:
    known = shipped().entries
    labels = view.labels(name, [value for value in values if value not in known])
    return {
        value: known[value].name if value in known else labels.get(value, value.lstrip("~"))
        for value in values
    }


def _word(name: str, value: str) -> str:
    match name:
        case "country":
            return f"{country(value)} ({value})"
        case "reviewed":
            return REVIEWED.get(value, value)
        case "denied":
            return _DENIED.get(value, value)
        case "origins":
            return f"{value} or more"
    return value


def _begins(said: str, words: str) -> bool:
    begun, folded = fold(words), fold(said)
    return folded.startswith(begun) or f" {begun}" in folded
