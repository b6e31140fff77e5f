"""What the filling layers are told about a word: how far it stands from the predicate.

A predicate is a trigger, cue or anaphor. The network sees `REACH` words each side of it.
"""

import numpy as np

from headstamp.read.tags import Numbers

REACH = 40

_EDGES = np.array([1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 29, 38])
"""Distances in words at which a new bucket begins; beyond 4 about a third wider each time."""

DISTANCES = 2 * len(_EDGES) + 1
SENTENCE_DISTANCES = 7
"""From three or more sentences before to three or more after."""


def distance_buckets(offsets: Numbers) -> Numbers:
    """Signed distances in words (0 inside the predicate) → buckets, 0 .. `DISTANCES` - 1."""
    sizes = np.searchsorted(_EDGES, np.abs(offsets), side="right")
    return np.sign(offsets) * sizes + len(_EDGES)


def sentence_buckets(offsets: Numbers) -> Numbers:
    """Signed distances in sentences → buckets, 0 .. `SENTENCE_DISTANCES` - 1."""
    return np.clip(offsets, -3, 3) + 3
