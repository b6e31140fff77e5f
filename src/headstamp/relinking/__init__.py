"""The ledger's claims into transfers: all of them, or what is near a change.

whole.py      everything linked anew, shared out among processes
near.py       what a change bears on
sheaves.py    one document, and one entry, as a worker does them
parties.py    what people judged of parties
"""

from headstamp.relinking.near import relink_near
from headstamp.relinking.whole import Watch, relink_whole, unwatched

__all__ = ("Watch", "relink_near", "relink_whole", "unwatched")
