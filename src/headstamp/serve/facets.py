"""What a view can be narrowed by: values beside the table, each a link to the view with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from headstamp.ledger.counting import Counted
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

AT_A_LOOK, IN_FULL = 500, 5_000
"""The most transfers of a narrowed view that are counted one by one, and by their values where
somebody asks for it: each is looked up, which takes longer than all else on a page.
"""

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

_NAMES = tuple(name for name in TITLES if name != "role")


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


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a view holds, `total` transfers, more than that where it `is_more`; and what it can be
    narrowed by, without facets that have no values.
    """

    total: int
    is_more: bool
    groups: tuple[Group, ...]


_Counts = Mapping[str, Mapping[str, int | None]]


def narrowing(view: View, asked: Asked, *, in_full: bool = False) -> Narrowing:
    """What a view holds; `in_full` counts all of it, however much that is."""
    most = IN_FULL if in_full else AT_A_LOOK
    counted = _counted(view, asked.filters, most)
    counts = _counts(view, asked.filters, counted)
    made = (
        Group(name, title, tuple(_choices(view, asked, name, counts)))
        for name, title in TITLES.items()
    )
    groups = tuple(group for group in made if group.choices)
    if counted.values is not None:
        return Narrowing(counted.total, False, groups)
    return Narrowing(view.count(asked.filters) if in_full else most, not in_full, groups)


def _counted(view: View, filters: Filters, most: int) -> Counted:
    """How many pass, and have each value; what all transfers have is at hand."""
    if filters == Filters():
        values = {name: view.values(name, limit=_SOUGHT) for name in _NAMES}
        return Counted(sum(view.values("kind").values()), values)
    return view.facet_counts(filters, [*_NAMES, *_roles(filters)], most=most)


def _counts(view: View, filters: Filters, counted: Counted) -> _Counts:
    """The values offered of each facet, and how many transfers of the view have each."""
    roles = _roles(filters)
    if counted.values is None:
        there = {name: dict.fromkeys(view.values(name, limit=_SOUGHT)) for name in _NAMES}
        return there | {"role": dict.fromkeys(roles)}
    played = {role: counted.values[role].get(filters.party or "", 0) for role in roles}
    return {**counted.values, "role": {role: number for role, number in played.items() if number}}


def _roles(filters: Filters) -> list[str]:
    """The parts that the party asked for may play, in the order in which they are offered."""
    return sorted(PARTY_ROLES, key=list(PARTS).index) if filters.party else []


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
