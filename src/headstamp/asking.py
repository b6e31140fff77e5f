"""What a person asks for, in words, as filters of the ledger: names looked up, roles checked."""

from typing import Any

from headstamp.errors import InputError
from headstamp.ledger.facets import PARTY_ROLES, unresolved
from headstamp.ledger.listing import Filters
from headstamp.ledger.view import View
from headstamp.model.values import Materiel, Party, Place
from headstamp.resolve.authority import shipped
from headstamp.resolve.lookup import look_up


def filters(
    *,
    view: View | None = None,
    party: str | None = None,
    role: str | None = None,
    **asked: Any,
) -> Filters:
    """The filters that these words mean; `asked` are further fields of `Filters`. Parties,
    speakers, outlets, designations and countries may go by any name, those that `view` has in any
    spelling.

    Raises `ValueError` for a role without a party, or that no party has, and `InputError` for a
    country that is not known.
    """
    if role is not None and party is None:
        raise ValueError("Say whose role it is: name a party.")
    if role is not None and role not in PARTY_ROLES:
        raise ValueError(f"No party is a {role}: choose one of {', '.join(sorted(PARTY_ROLES))}.")
    meant = {
        name: _meaning(name, words, view) if isinstance(words, str) else words
        for name, words in {"party": party, **asked}.items()
    }
    return Filters(role=role, **meant)


def _meaning(name: str, words: Any, view: View | None) -> Any:
    """What is asked for of one field, as the ledger has it."""
    match name:
        case "party" | "speaker":
            return _party(words, name, view)
        case "outlet":
            return (view.called(name, words) if view else None) or words
        case "designation":
            return _designation(words)
        case "country":
            return _country(words)
    return words


def _party(words: str, name: str, view: View | None) -> str:
    """The id of a party, or what one that nobody knows is listed under; either as it is."""
    if words.startswith("~"):
        return words
    held = view.called(name, words) if view else None
    if held is not None and not held.startswith("~"):
        return held
    if words in shipped().entries:
        return words
    for written in _written(words):
        found = look_up("party", written)
        if isinstance(found, Party):
            return found.id
    return unresolved(words)


def _written(words: str) -> tuple[str, ...]:
    """A name as it may be written in a text, where a word in small letters names nobody."""
    return (words, words.title(), words.upper()) if words.islower() else (words,)


def _designation(words: str) -> str:
    found = look_up("materiel", words)
    return found.designation or words if isinstance(found, Materiel) else words


def _country(words: str) -> str:
    """A code as it is; a name as the code of what it names."""
    if len(words) == 2:
        return words.upper()
    found = look_up("place", words)
    if not isinstance(found, Place) or found.country is None:
        raise InputError(words, "is no country that is known", "give its two-letter code")
    return found.country
