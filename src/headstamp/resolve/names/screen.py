"""Finds which of very many names may be the same as one, without comparing it with each."""

from collections.abc import Iterable
from functools import lru_cache
from heapq import nlargest

from rapidfuzz.distance.Indel import normalized_similarity as similarity

from headstamp.resolve.authority import shipped
from headstamp.resolve.names import Kind, Match, decided
from headstamp.resolve.names.cutting import group, person
from headstamp.resolve.names.kinds import EMPTY
from headstamp.resolve.names.skeleton import skeleton
from headstamp.resolve.script import key, words

_CROWDED = 400
"""A feature that more names share says too little to be followed."""
_LOOKED_AT = 12
_COMPARED = 5
_LEAST_LIKE = 0.5
"""Names whose consonants are less alike than this are not compared, unless on file as one."""


class Screen:
    """An index over names by their words' skeletons, by runs of four sounds of those joined, and by
    what is left of them as names of a group or a person.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        self._bones = [joined(name) for name in self.names]
        self._places: dict[str, list[int]] = {}
        for place, name in enumerate(self.names):
            for feature in features(name):
                self._places.setdefault(feature, []).append(place)

    def candidates(self, name: str, *, most: int = 10) -> list[str]:
        """The names most like `name`, best first; rare features count for more."""
        return [self.names[place] for place in self._nearest(name, most)]

    def matches(self, name: str, kind: Kind) -> list[tuple[str, Match]]:
        """The names that name the same as `name`, each with score and rule, the surest first.

        Only the few most alike are compared, so of very many spellings of one name not all are
        given.
        """
        found: list[tuple[str, Match]] = []
        for other in self._worth_comparing(name):
            decision = decided(name, other, kind)
            if decision and decision.same:
                found.append((other, decision))
        return sorted(found, key=lambda pair: -pair[1].score)

    def _worth_comparing(self, name: str) -> list[str]:
        bones = joined(name)
        told = {place for f in cores(name) for place in self._places.get(f, ())[:_CROWDED]}
        like = {
            place: 1.0 if place in told else similarity(bones, self._bones[place])
            for place in self._nearest(name, _LOOKED_AT)
        }
        best = nlargest(_COMPARED, like, key=like.__getitem__)
        return [self.names[place] for place in best if like[place] >= _LEAST_LIKE]

    def _nearest(self, name: str, most: int) -> list[int]:
        found = [places for f in features(name) if (places := self._places.get(f))]
        found.sort(key=len)
        tally: dict[int, int] = {}
        followed = 0
        for places in found:
            if followed and followed + len(places) > _CROWDED:
                break
            followed += len(places)
            weight = 1 + 100 // (1 + len(places))
            for place in places[: 4 * _CROWDED]:
                tally[place] = tally.get(place, 0) + weight
        return nlargest(most, tally, key=tally.__getitem__)


def joined(name: str) -> str:
    """The consonants of all words of a name as one."""
    return "".join(skeleton(word).strip("A") for word in words(name) if word not in EMPTY)


@lru_cache(maxsize=8192)
def features(name: str) -> frozenset[str]:
    """What a name is found by."""
    bones = [skeleton(word) for word in words(name) if word not in EMPTY]
    whole = "".join(bone.strip("A") for bone in bones)
    runs = {f"r{whole[i : i + 4]}" for i in range(len(whole) - 3)}
    return frozenset({f"w{bone}" for bone in bones} | {f"j{whole}"} | runs | cores(name))


@lru_cache(maxsize=8192)
def cores(name: str) -> frozenset[str]:
    """Features that two names seldom share unless they are one.

    The party on file that bears the name; what is left of it as the name of a group, words of sort
    off and meanings translated, or of a person, titles off; `dh` read as `d` and as `z`.
    """
    owners = shipped().owners(key(name))
    found = {f"k{owner}" for owner in owners} if len(owners) == 1 else set()
    for sort, cut in (("g", group(name)), ("p", person(name))):
        bones = "".join(sorted(skeleton(word).strip("A") for word in cut.content))
        found |= {sort + bones.replace("x", "h").replace("D", sound) for sound in "ds"}
    return frozenset(found - {"g", "p"})
