"""What a person asks for, in words, as filters of the ledger: names looked up, roles checked."""

from typing import Any

from headstamp.errors import InputError
from headstamp.ledger.facets import PARTY_ROLES, unresolved
from headstamp.ledger.listing import Filters
from headstamp.model.values import Materiel, Party, Place
from headstamp.resolve.authority import shipped
from headstamp.resolve.lookup import look_up


def filters(
    *,
    party: str | None = None,
    role: str | None = None,
    designation: str | None = None,
    country: str | None = None,
    **plain: Any,
) -> Filters:
    """The filters that these words mean; `plain` are fields of `Filters` as they are.

    Raises `ValueError` for a role without a party, or that no party has, and `InputError` for a
    country that is not known.
    """
    if role is not None and party is None:
        raise ValueError("Say whose role it is: name a party.")
    if role is not None and role not in PARTY_ROLES:
        raise ValueError(f"No party is a {role}: choose one of {', '.join(sorted(PARTY_ROLES))}.")
    return Filters(
        party=_party(party) if party else None,
        role=role,
        designation=_designation(designation) if designation else None,
        country=_country(country) if country else None,
        **plain,
    )


def _party(words: str) -> str:
    """The id of a party, or what a party that nobody knows is listed under; either as it is."""
    if words.startswith("~"):
        return words
    found = look_up("party", words)
    if isinstance(found, Party):
        return found.id
    return words if words in shipped().entries else unresolved(words)


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
