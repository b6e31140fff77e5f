"""One phrase by itself, away from any text: what a person or a program asks about."""

from datetime import date
from pathlib import Path

from headstamp.model.values import Unresolved, Value
from headstamp.resolve.dates import resolve_date
from headstamp.resolve.materiel import resolve_materiel
from headstamp.resolve.parties import resolve_party
from headstamp.resolve.places import resolve_place
from headstamp.resolve.quantities import resolve_quantity
from headstamp.resolve.reading import authority


def look_up(
    thing: str,
    words: str,
    *,
    on: date | None = None,
    country: str | None = None,
    parties: Path | None = None,
) -> Value | Unresolved:
    """What `words` mean, published on a day, in a text about a country (ISO 3166 alpha-2).

    `thing` is party, materiel, place, date or quantity. `parties` is a user's file of them.
    """
    match thing:
        case "party":
            return resolve_party(words, country=country, day=on, authority=authority(parties))
        case "materiel":
            return resolve_materiel(words)
        case "place":
            return resolve_place(words, countries=(country,) if country else ())
        case "date":
            return resolve_date(words, published=on)
        case "quantity":
            return resolve_quantity(words)
    raise ValueError(f"{thing} is nothing that can be looked up")
