"""What a view can be narrowed by: values beside the table, each a link to the view with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from headstamp.ledger.counting import MOST_COUNTED
from headstamp.ledger.facets import CERTAINTIES, PARTY_ROLES, REVIEWED
from headstamp.ledger.listing import Filters
from headstamp.ledger.view import View
from headstamp.model.reading import ROLES
from headstamp.serve.asked import Asked
from headstamp.serve.naming import names_of
from headstamp.show.phrases import PARTS

SHOWN = 10
"""So many of the most frequent values are offered; the others are found by their names."""

_SOUGHT = 4 * SHOWN
"""Values among which those are chosen: not every party is one that is known."""

COUNTED = MOST_COUNTED
"""The most transfers of a narrowed view that are counted one by one."""

FIXED: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(ROLES),
    "certainty": tuple(reversed(CERTAINTIES)),
    "denied": ("yes", "no"),
    "reviewed": REVIEWED,
    "origins": ("2", "3", "5"),
}
"""Facets of which every value that some transfer has is offered, in this order."""

TITLES: Mapping[str, str] = {
    "kind": "Kind",
    "certainty": "How sure",
    "origins": "Origins",
    "denied": "Denials",
    "reviewed": "Review",
    "role": "The party is",
    "category": "Materiel",
    "party": "Party",
    "country": "Country",
    "designation": "Designation",
    "outlet": "Outlet",
}
"""The facets, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to narrow a view by, or to widen it again where it is `chosen`. `query` is the
    address's then. `number` is of the transfers that have it, None where they were not counted.
    """

    value: str
    words: str
    number: int | None
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A facet and its values."""

    name: str
    title: str
    choices: tuple[Choice, ...]


def groups(view: View, asked: Asked) -> tuple[Group, ...]:
    """What the view can be narrowed by. Facets without values are left out."""
    counts = _counts(view, asked.filters)
    made = (
        Group(name, title, tuple(_choices(view, asked, name, counts)))
        for name, title in TITLES.items()
    )
    return tuple(group for group in made if group.choices)


def total(view: View, filters: Filters, *, most: int) -> int:
    """How many transfers pass; `most` + 1 where filters leave more than that."""
    if filters == Filters():
        return sum(view.values("kind").values())
    return view.count(filters, most=most)


_Counts = Mapping[str, Mapping[str, int | None]]


def _counts(view: View, filters: Filters) -> _Counts:
    """The values offered of each facet, and how many transfers of the view have each."""
    names = [name for name in TITLES if name != "role"]
    if filters == Filters():
        return {name: view.values(name, limit=_SOUGHT) for name in names}
    roles = PARTY_ROLES if filters.party else frozenset[str]()
    counted = view.facet_counts(filters, [*names, *roles])
    if counted is None:
        there = {name: dict.fromkeys(view.values(name, limit=_SOUGHT)) for name in names}
        return there | {"role": dict.fromkeys(_in_order(roles))}
    played = {role: counted[role].get(filters.party or "", 0) for role in _in_order(roles)}
    return {**counted, "role": {role: number for role, number in played.items() if number}}


def _in_order(roles: Iterable[str]) -> list[str]:
    return sorted(roles, key=list(PARTS).index)


def _choices(view: View, asked: Asked, name: str, counts: _Counts) -> Iterable[Choice]:
    numbers, chosen = counts.get(name, {}), _chosen(asked, name)
    values = _offered(numbers)
    if name in FIXED:
        there = numbers if chosen is None else view.values(name)
        values = [value for value in FIXED[name] if value in there]
    if chosen is not None and chosen not in values:
        values.insert(0, chosen)
    names = names_of(view, name, values)
    for value in values:
        is_chosen = value == chosen
        query = asked.query(**_with(name, None if is_chosen else value))
        yield Choice(value, names[value], numbers.get(value), query, is_chosen)


def _offered(values: Iterable[str]) -> list[str]:
    """The first values, without words that nobody knows whom they name: `them`, `the army`."""
    return [value for value in values if not value.startswith("~")][:SHOWN]


def _chosen(asked: Asked, name: str) -> str | None:
    if name not in asked.given:
        return None
    if name == "denied":
        return asked.given[name]
    return str(getattr(asked.filters, name))


def _with(name: str, value: str | None) -> dict[str, str | None]:
    """What changes in an address; a role goes with its party."""
    return {name: value} | ({"role": None} if name == "party" and value is None else {})
