"""What people judged of parties, said in claims: parties judged the same count as one.

Claims are settled so before they are linked; what the ledger keeps and shows of them stays as it
was read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from headstamp.ledger.facets import PARTY_ROLES, unresolved
from headstamp.model import Argument, Claim, Extract, Speaker
from headstamp.model.transfer import Judgement
from headstamp.model.values import Party, Value
from headstamp.resolve.authority import shipped


@dataclass(frozen=True, slots=True)
class Parties:
    """Parties of whom people judged. `stands_for` is the one that each counts as; `kin` what that
    one belongs to besides what is said of it; `apart` what a party does not belong to after all.

    A party that nothing resolved goes by its words, after `~`; judged of, it counts as a party.
    """

    stands_for: Mapping[str, str] = field(default_factory=dict)
    kin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def settle(self, extract: Extract) -> Extract:
        """The extract as the judgements have it."""
        if not self.stands_for and not self.apart:
            return extract
        return replace(extract, claims=tuple(map(self._claim, extract.claims)))

    def _claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            arguments=tuple(map(self._argument, claim.arguments)),
            speakers=tuple(map(self._speaker, claim.speakers)),
        )

    def _argument(self, argument: Argument) -> Argument:
        if argument.values:
            value = argument.value
            if isinstance(value, Party):
                value = self._party(value)
            return replace(argument, value=value, also=tuple(map(self._value, argument.also)))
        words = argument.stands_for_words or argument.words
        if argument.role in PARTY_ROLES and self._is_judged(unresolved(words)):
            unknown = Party(unresolved(words), words, "group", (), 0.0, "judged")
            return replace(argument, value=self._party(unknown))
        return argument

    def _speaker(self, speaker: Speaker) -> Speaker:
        if isinstance(speaker.party, Party):
            return replace(speaker, party=self._party(speaker.party))
        return speaker

    def _value(self, value: Value) -> Value:
        return self._party(value) if isinstance(value, Party) else value

    def _is_judged(self, id: str) -> bool:
        return id in self.stands_for or id in self.apart

    def _party(self, party: Party) -> Party:
        if not self._is_judged(party.id):
            return party
        apart = self.apart.get(party.id, frozenset())
        kin = dict.fromkeys((*party.parents, *self.kin.get(party.id, ())))
        parents = tuple(name for name in kin if name not in apart)
        return replace(party, id=self.stands_for.get(party.id, party.id), parents=parents)


def judged_parties(judgements: Iterable[Judgement]) -> Parties:
    """What the judgements that stand say of parties.

    "same" carries over. "different" cannot take apart what one entry of the authority file has as
    two names; it keeps two that are not resolved from being one for the like of their words, and a
    party from counting as part of the other.
    """
    said = [each for each in judgements if each.about == "party"]
    classes: dict[str, frozenset[str]] = {}
    for each in said:
        if each.verdict == "same":
            left, right = (classes.get(id, frozenset({id})) for id in (each.left, each.right))
            classes |= dict.fromkeys(left | right, left | right)
    apart: dict[str, set[str]] = {}
    for each in said:
        if each.verdict == "different" and each.right not in classes.get(each.left, ()):
            for one, other in ((each.left, each.right), (each.right, each.left)):
                apart.setdefault(one, set()).update(_names(other))
    return Parties(
        {id: _first(same) for id, same in classes.items()},
        {id: tuple(name for other in sorted(same) for name in _kin(other))
         for id, same in classes.items()},
        {id: frozenset(others) for id, others in apart.items()},
    )  # fmt: skip


def _first(same: frozenset[str]) -> str:
    """The one that stands for all: one that is resolved before one that is not."""
    return min(same, key=lambda id: (id.startswith("~"), id))


def _kin(id: str) -> Iterable[str]:
    """What a party goes by and belongs to, as the authority file has it."""
    known = shipped()
    if id not in known.entries:
        return (id,)
    return (id, *(known.entries[other].name for other in (id, *known.ancestors(id))))


def _names(id: str) -> Iterable[str]:
    party = shipped().entries.get(id)
    return (id,) if party is None else (id, party.name)
