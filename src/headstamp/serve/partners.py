"""With whom a party's arms went to and fro, by year: what its page draws and tells in a table."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode

from headstamp.ledger.flows import Direction, Flow

NAMED = 6
"""Partners with a colour of their own, the largest; all others share one."""
CLOSE_YEARS = 100
"""Years without a transfer keep their room in a drawing of no more years than that."""
_ROLES: Mapping[Direction, str] = {"in": "recipient", "out": "supplier"}
_SIDES: Mapping[Direction, Literal["received", "supplied"]] = {"in": "received", "out": "supplied"}


@dataclass(frozen=True, slots=True)
class Partner:
    """Another party: so many transfers from it and to it. `hue` is the number of its colour from
    1, 0 for the one that all small partners share.
    """

    id: str
    name: str
    hue: int
    received: int
    supplied: int


@dataclass(frozen=True, slots=True)
class Side:
    """What was received or supplied in a year: transfers by partner, the largest partners first.
    `address` is the ledger with the party in that role in that year.
    """

    address: str
    partners: tuple[tuple[Partner, int], ...]

    @property
    def transfers(self) -> int:
        """All of them; a transfer of several partners counts with each."""
        return sum(number for _, number in self.partners)


@dataclass(frozen=True, slots=True)
class Year:
    """What came in and went out in a year; None for what is undated."""

    year: int | None
    received: Side
    supplied: Side


@dataclass(frozen=True, slots=True)
class Partners:
    """The partners of a party, the largest first, and its years in order, the undated last."""

    largest: tuple[Partner, ...]
    years: tuple[Year, ...]


def partners(party: str, flows: Iterable[Flow], names: Mapping[str, str]) -> Partners:
    """A party's flows by partner and by year. `names` are those of the partners, by id."""
    flows = tuple(flows)
    sums: Counter[tuple[str, str]] = Counter()
    for flow in flows:
        sums[flow.other, _SIDES[flow.direction]] += flow.transfers
    ordered = sorted(
        {flow.other for flow in flows},
        key=lambda id: (-sums[id, "received"] - sums[id, "supplied"], names[id]),
    )
    largest = tuple(
        Partner(
            id,
            names[id],
            place if place <= NAMED else 0,
            sums[id, "received"],
            sums[id, "supplied"],
        )
        for place, id in enumerate(ordered, start=1)
    )
    years = {flow.year for flow in flows}
    dated = sorted(year for year in years if year is not None)
    told = [*dated, *([None] if None in years else [])]
    return Partners(largest, tuple(_year(party, year, flows, largest) for year in told))


def drawn(told: Partners) -> dict[str, Any]:
    """The same as `static/flows.js` draws it, years without a transfer among them."""
    years = {each.year: each for each in told.years}
    dated = [year for year in years if year is not None]
    close = bool(dated) and dated[-1] - dated[0] < CLOSE_YEARS
    every: list[int | None] = [*range(dated[0], dated[-1] + 1)] if close else [*dated]
    if None in years:
        every.append(None)
    nothing = Side("", ())
    return {
        "years": [
            {
                "name": "undated" if year is None else str(year),
                "received": _parts(years[year].received if year in years else nothing),
                "supplied": _parts(years[year].supplied if year in years else nothing),
            }
            for year in every
        ]
    }


def _year(
    party: str, year: int | None, flows: tuple[Flow, ...], largest: tuple[Partner, ...]
) -> Year:
    def side(direction: Direction) -> Side:
        numbers = {
            flow.other: flow.transfers
            for flow in flows
            if flow.year == year and flow.direction == direction
        }
        query = {"party": party, "role": _ROLES[direction]}
        if year is not None:
            query |= {"since": f"{year:04}-01-01", "until": f"{year:04}-12-31"}
        theirs = tuple((each, numbers[each.id]) for each in largest if each.id in numbers)
        return Side(f"/?{urlencode(query)}", theirs)

    return Year(year, side("in"), side("out"))


def _parts(side: Side) -> dict[str, Any]:
    """The parts of a bar: partners with a colour of their own, then all others as one."""
    parts = [
        {"name": partner.name, "hue": partner.hue, "transfers": number}
        for partner, number in side.partners
        if partner.hue
    ]
    rest = [number for partner, number in side.partners if not partner.hue]
    if rest:
        name = "1 other" if len(rest) == 1 else f"{len(rest)} others"
        parts.append({"name": name, "hue": 0, "transfers": sum(rest)})
    return {"parts": parts, "address": side.address}
