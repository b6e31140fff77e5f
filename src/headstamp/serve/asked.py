"""What an address asks for: the same filters as on the command line, and what is shown of them.

The query of an address is the view: whoever has the address sees the same, so a view is saved by
keeping its address, and a table, a map and a network of one view differ in their path alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Request

from headstamp.asking import filters
from headstamp.errors import InputError
from headstamp.ledger.listing import SORTS, Filters, Sort
from headstamp.serve.state import Viewed

WORDS = (
    "party", "role", "kind", "category", "designation", "country", "certainty", "reviewed",
    "outlet", "speaker",
)  # fmt: skip
DAYS = ("since", "until")
NUMBERS = ("origins",)
ANSWERS = ("denied",)
NAMES = (*WORDS, *DAYS, *NUMBERS, *ANSWERS)
"""The filters, by the names that they have in an address."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A view: `given` are its filters in the address's own words, in the order of NAMES; a role
    stands there only with its party.
    """

    filters: Filters
    given: Mapping[str, str]
    sort: Sort

    def query(self, **changed: str | None) -> str:
        """The address's query with some of it changed, or None taken away; `?` included."""
        sort = {"sort": self.sort} if self.sort != SORTS[0] else {}
        told = {n: v for n, v in {**self.given, **sort, **changed}.items() if v}
        return f"?{urlencode(told)}" if told else ""


def asked(request: Request, view: Viewed) -> Asked:
    """The view that an address asks for. Raises `InputError` for what cannot be."""
    query = request.query_params
    given = {name: query[name].strip() for name in NAMES if query.get(name, "").strip()}
    if "party" not in given:
        given.pop("role", None)
    told: dict[str, Any] = {name: given[name] for name in WORDS if name in given}
    told |= {name: _day(name, given[name]) for name in DAYS if name in given}
    told |= {name: _number(name, given[name]) for name in NUMBERS if name in given}
    told |= {name: _answer(name, given[name]) for name in ANSWERS if name in given}
    sort = query.get("sort") or SORTS[0]
    if sort not in SORTS:
        raise InputError(f"sort {sort}", "is not known", f"choose one of {', '.join(SORTS)}")
    try:
        return Asked(filters(view=view, **told), given, sort)
    except ValueError as error:
        raise InputError("the filters", str(error).rstrip("."), "change them") from None


View = Annotated[Asked, Depends(asked)]


def _day(name: str, words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise InputError(f"{name} {words}", "is no day", "write it as 2024-05-31") from None


def _number(name: str, words: str) -> int:
    if not (words.isascii() and words.isdecimal() and len(words) < 7):
        raise InputError(f"{name} {words}", "is no number", "write one such as 2")
    return int(words)


def _answer(name: str, words: str) -> bool:
    if words not in ("yes", "no"):
        raise InputError(f"{name} {words}", "is no answer", "write yes or no")
    return words == "yes"
