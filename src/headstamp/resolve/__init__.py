"""Words → known things: parties, materiel, places, dates, quantities; unresolved when unknown.

reading.py        everything a reading names, each with its neighbours' help
antecedents.py    the name that a pronoun or plain description stands for
dates/ quantities/ materiel/ parties/ places/    one kind of thing each
names/            whether two names are names of one thing, across spellings and scripts
"""

from headstamp.resolve.reading import resolve

__all__ = ["resolve"]
