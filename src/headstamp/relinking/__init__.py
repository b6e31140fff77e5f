"""The ledger's claims into transfers: all of them, or what is near a change.

whole.py      everything linked anew, shared out among processes
near.py       what a change bears on
sheaves.py    one document, and one entry, as a worker does them
parties.py    what people judged of parties
workers.py    the processes
"""

from headstamp.relinking.near import relink_near
from headstamp.relinking.whole import relink_whole

__all__ = ("relink_near", "relink_whole")
