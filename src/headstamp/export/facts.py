"""What an entry says, role by role: each thing that its claims give, once, with who gives it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from headstamp.export.entry import Entry
from headstamp.model import Argument
from headstamp.model.transfer import ClaimRef
from headstamp.model.values import Interval, Materiel, Party, Place, Quantity, Value

ACTING = ("supplier", "producer", "trainer", "funder", "seizer", "user", "actor")
RECEIVING = ("recipient", "trainee", "target", "addressee")
PARTIES = (*ACTING, *RECEIVING, "intermediary", "backer", "holder")
PLACES = ("place", "origin", "destination", "route")


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that claims give for a role. `value` is None for words that nothing resolves.

    `sure`: a claim that is certain of what it says gives it.
    """

    role: str
    words: str
    value: Value | None
    sure: bool
    claims: tuple[ClaimRef, ...]

    @property
    def name(self) -> str:
        """What people call it: a resolved thing's own name, else the words."""
        match self.value:
            case Party():
                return party_name(self.value)
            case Place(name=name):
                return name
            case Materiel(designation=str(name)):
                return name
            case Interval():
                return interval(self.value)
            case Quantity():
                return quantity(self.value)
            case _:
                return self.words


def given(entry: Entry, *roles: str, claims: Iterable[ClaimRef] | None = None) -> tuple[Given, ...]:
    """What the telling claims, or `claims`, give for the roles: what most of them give first."""
    asked = [member.claim for member in entry.telling] if claims is None else list(claims)
    found: dict[tuple[str, object], list[tuple[ClaimRef, Argument, Value | None]]] = {}
    for ref in asked:
        for argument in entry.claims[ref].arguments:
            if argument.role in roles:
                for value in argument.values or (None,):
                    key = (argument.role, _identity(argument, value))
                    found.setdefault(key, []).append((ref, argument, value))
    made = [_given(entry, role, given) for (role, _), given in found.items()]
    return tuple(sorted(made, key=lambda g: (roles.index(g.role), -len(g.claims), g.name)))


def resolved(found: Iterable[Given]) -> tuple[Given, ...]:
    """Those that are resolved; all of them where none is."""
    everything = tuple(found)
    return tuple(g for g in everything if g.value is not None) or everything


def period(entry: Entry) -> tuple[date | None, date | None]:
    """From the first day to the last that the telling claims give; None for an open end."""
    intervals = [g.value for g in given(entry, "date") if isinstance(g.value, Interval)]
    first = [interval.earliest for interval in intervals]
    last = [interval.latest for interval in intervals]
    return (
        min((day for day in first if day), default=None) if None not in first else None,
        max((day for day in last if day), default=None) if None not in last else None,
    )


def certainty(entry: Entry) -> str:
    """How sure the surest telling claim is: certain, probable, possible, open or denied."""
    stances = {member.stance for member in entry.telling}
    if not stances & {"asserts", "withdrawn"}:
        return "denied" if stances == {"denies"} else "open"
    held = {entry.claims[member.claim].factuality for member in entry.telling}
    words = {"CT+": "certain", "PR+": "probable", "PS+": "possible"}
    return next((word for mark, word in words.items() if mark in held), "open")


def party_name(party: Party) -> str:
    """`Grey Lanterns`; with whom it belongs to where it has no name of its own: `Iran › navy`."""
    if party.canonical[:1].islower():
        return " › ".join([*reversed(party.parents), party.canonical])
    return party.canonical


def interval(value: Interval) -> str:
    """ISO 8601: `2018-08-25`, `2018-08-01/2018-08-31`, `2018-08-01/..` where an end is open."""
    first, last = value.earliest, value.latest
    if first is not None and first == last:
        return first.isoformat()
    return f"{first or '..'}/{last or '..'}"


def quantity(value: Quantity) -> str:
    """`20`, `40–60 tonne`, `at least 301`, `30 %`."""
    low, high = value.low, value.high
    factor, unit = (100, " %") if value.unit == "share" else (1, f" {value.unit}")
    ends = [_number(end * factor) for end in (low, high) if end is not None]
    if low is None or high is None:
        ends = [f"{'at least' if high is None else 'at most'} {end}" for end in ends]
    amount = "–".join(dict.fromkeys(ends)) or "some"
    return amount + (unit if value.unit else "")


def _number(amount: float) -> str:
    return f"{amount:.0f}" if amount == round(amount) else f"{amount:.10g}"


def _given(entry: Entry, role: str, found: list[tuple[ClaimRef, Argument, Value | None]]) -> Given:
    _, argument, value = found[0]
    refs = tuple(sorted({ref for ref, _, _ in found}))
    sure = any(entry.claims[ref].factuality == "CT+" for ref in refs)
    return Given(role, argument.stands_for_words or argument.words, value, sure, refs)


def _identity(argument: Argument, value: Value | None) -> object:
    """What makes two values the same thing, whatever rule gave them and however sure it is."""
    match value:
        case Party(id=id):
            return "party", id
        case Materiel(designation=str(designation)):
            return "materiel", designation
        case Place(name=name, country=country, kind=kind):
            return "place", name, country, kind
        case Interval(earliest=earliest, latest=latest, approximate=approximate):
            return "interval", earliest, latest, approximate
        case Quantity(low=low, high=high, unit=unit, approximate=approximate):
            return "quantity", low, high, unit, approximate
    return "words", (argument.stands_for_words or argument.words).casefold()
