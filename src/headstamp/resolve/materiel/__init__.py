"""Materiel: designations and generic words as news writes them → what sort of arms they are.

designation   takes designations apart, so that spellings and scripts compare
catalogue     what is known of each designation (compiling makes it from reviewed YAML)
naming        the designation in a phrase
grammar       the head noun of a phrase and what its modifiers make of it
resolving     both together
several       all that one phrase names
antecedents   what words that only point mean in their text
document      a whole text at once
registers     the UN Register, SIPRI, the MTCR
"""

from headstamp.resolve.materiel.document import resolve_materiel_in
from headstamp.resolve.materiel.resolving import resolve_materiel

__all__ = ["resolve_materiel", "resolve_materiel_in"]
