"""Finds which of very many names may be the same as one, without comparing it with each."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from headstamp.resolve.names.kinds import EMPTY
from headstamp.resolve.names.skeleton import skeleton
from headstamp.resolve.script import words

_CROWDED = 600
"""A feature that more names share says too little to be followed."""


class Screen:
    """An index over names by their words' skeletons, and by runs of four sounds of those joined."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        self._places: dict[str, list[int]] = {}
        for place, name in enumerate(self.names):
            for feature in features(name):
                self._places.setdefault(feature, []).append(place)

    def candidates(self, name: str, *, most: int = 10) -> list[str]:
        """The names most like `name`, best first; rare features count for more."""
        found = [places for f in features(name) if (places := self._places.get(f))]
        found.sort(key=len)
        tally: Counter[int] = Counter()
        followed = 0
        for places in found:
            if followed and followed + len(places) > _CROWDED:
                break
            followed += len(places)
            weight = 1 + 100 // (1 + len(places))
            for place in places[: 4 * _CROWDED]:
                tally[place] += weight
        return [self.names[place] for place, _ in tally.most_common(most)]


@lru_cache(maxsize=8192)
def features(name: str) -> frozenset[str]:
    """What a name is found by."""
    bones = [skeleton(word) for word in words(name) if word not in EMPTY]
    joined = "".join(bone.strip("A") for bone in bones)
    runs = {f"r{joined[i : i + 4]}" for i in range(len(joined) - 3)}
    return frozenset({f"w{bone}" for bone in bones} | {f"j{joined}"} | runs)
