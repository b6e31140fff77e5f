"""Which parties words name: by the authority file, with the reason, or not at all.

resolving     one phrase, by rules from the surest to the loosest
document      all phrases of one text, which declares, shortens, and speaks of some countries
persons       the persons of one text, their names merged, their roles and affiliations
"""

from headstamp.resolve.parties.declarations import declarations
from headstamp.resolve.parties.document import resolve_parties_in
from headstamp.resolve.parties.persons import Person, persons
from headstamp.resolve.parties.resolving import resolve_all, resolve_party, searching

__all__ = [
    "Person",
    "declarations",
    "persons",
    "resolve_all",
    "resolve_parties_in",
    "resolve_party",
    "searching",
]
