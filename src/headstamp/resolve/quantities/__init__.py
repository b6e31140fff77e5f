"""How many or how much: the bounds that words set, and the unit they are set in.

docs/quantities.md holds the tables. A number inside a designation (`AK-47`) or a calibre
(`7.62mm`) counts nothing. `resolve_quantity` reads one phrase, `resolve_quantities` those of a
text, each where it stands.
"""

from headstamp.resolve.quantities.resolving import resolve_quantity
from headstamp.resolve.quantities.standing import resolve_quantities

__all__ = ["resolve_quantities", "resolve_quantity"]
