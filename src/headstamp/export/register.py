"""A register of arms transfers as researchers keep it: one row a transfer or seizure, CSV or XLSX.

The first nine columns are those of arms-transfer registers; the others are what a register loses:
how many independent origins, reports and denials, who they are, and where to read them. Brackets
stand around an estimate: an approximate or open number or period, and anything of which no claim is
certain. What no claim gives is `unknown`. Entries of other kinds are no transfers and have no row.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from headstamp.errors import Permanent
from headstamp.export.entry import Entry
from headstamp.export.exporter import lacking
from headstamp.export.facts import Given, certainty, given, resolved
from headstamp.export.naming import web_address
from headstamp.export.words import cell
from headstamp.export.workbook import save
from headstamp.model.transfer import ClaimRef
from headstamp.model.values import Interval, Materiel, Quantity

COLUMNS = (
    "recipient", "supplier", "number ordered", "designation", "description", "year of order",
    "years of delivery", "number delivered", "comments", "origins", "reports", "denials",
    "origins named", "denied by", "sources", "certainty", "kind", "id",
)  # fmt: skip
KINDS = ("transfer", "interdiction")
UNKNOWN = "unknown"
SHEET_ROWS, CELL_CHARACTERS = 1_048_576, 32_767
"""What a sheet of XLSX holds (Excel specifications and limits)."""
ORDERING = frozenset({
    "agreed", "agreement", "bought", "buy", "buying", "contract", "contracts", "deal", "order",
    "ordered", "orders", "procured", "procurement", "purchase", "purchased", "purchases", "sale",
    "sales", "sell", "selling", "sells", "signed", "sold",
})  # fmt: skip
"""Triggers that speak of an order or sale, not of goods on the way."""

Cell = str | int
_ASIDE = ("destination", "origin", "route", "place", "intermediary", "means", "value",
          "specification", "seizer", "holder")  # fmt: skip
_FORMULA = re.compile(r"'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]")


def write_csv(entries: Iterable[Entry], out: BinaryIO) -> None:
    """Comma-separated values (RFC 4180) in UTF-8."""
    text = io.TextIOWrapper(out, "utf-8", newline="", write_through=True)
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    writer.writerows(rows(entries))
    text.detach()


def write_xlsx(entries: Iterable[Entry], out: BinaryIO) -> None:
    """A workbook with one sheet, `register`. Raises `Permanent` for more rows than a sheet has."""
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - an extra
    except ImportError:
        raise lacking("register as XLSX", "openpyxl") from None
    book = Workbook(write_only=True)
    sheet = book.create_sheet("register")
    sheet.freeze_panes = "A2"
    sheet.append(COLUMNS)
    for number, row in enumerate(rows(entries), start=2):
        if number > SHEET_ROWS:
            raise Permanent(
                f"The register has more than the {SHEET_ROWS:,} rows of a sheet; "
                "write it to a file that ends in .csv."
            )
        sheet.append([_fitting(value) for value in row])
    save(book, out)


def rows(entries: Iterable[Entry]) -> Iterator[tuple[Cell, ...]]:
    """The cells under `COLUMNS`, safe to open in a spreadsheet."""
    for entry in entries:
        if entry.transfer.kind in KINDS:
            yield tuple(v if isinstance(v, int) else guarded(cell(v)) for v in _row(entry))


def guarded(words: str) -> str:
    """`words` with an apostrophe before what a spreadsheet would take for a formula.

    What would look guarded gets one more, so that `unguarded` always gives back the words.
    """
    return f"'{words}" if _FORMULA.match(words) else words


def unguarded(words: str) -> str:
    """The words that `guarded` was given."""
    return words[1:] if words.startswith("'") and _FORMULA.match(words) else words


def _row(entry: Entry) -> tuple[Cell, ...]:
    transfer = entry.transfer
    ordering, delivering = _phases(entry)
    goods = resolved(given(entry, "materiel"))
    return (
        _listed(resolved(given(entry, "recipient"))),
        _listed(resolved(given(entry, "supplier"))),
        _listed(given(entry, "quantity", claims=ordering)),
        _listed(g for g in goods if isinstance(g.value, Materiel) and g.value.designation),
        _joined(_bracketed(_category(g), sure=g.sure) for g in goods),
        _years(given(entry, "date", claims=ordering)),
        _years(given(entry, "date", claims=delivering)),
        _listed(given(entry, "quantity", claims=delivering)),
        "; ".join(_comments(entry)),
        len(transfer.origins),
        len(transfer.reports),
        len(transfer.denials),
        "; ".join(sorted(f"{origin.who} ({origin.kind})" for origin in transfer.origins)),
        "; ".join(sorted({denial.by for denial in transfer.denials})),
        "; ".join(_sources(entry)),
        certainty(entry),
        transfer.kind,
        transfer.id,
    )


def _phases(entry: Entry) -> tuple[list[ClaimRef], list[ClaimRef]]:
    """The claims that speak of an order or plan, and those that speak of goods handed over."""
    ordering: list[ClaimRef] = []
    delivering: list[ClaimRef] = []
    for member in entry.telling:
        claim = entry.claims[member.claim]
        if claim.kind != "transfer":
            continue
        is_order = entry.words_of(member.claim).casefold() in ORDERING
        is_plan = claim.factuality == "UU" or claim.time in ("future", "hypothetical")
        (ordering if is_order or is_plan else delivering).append(member.claim)
    return ordering, delivering


def _listed(found: Iterable[Given]) -> str:
    return _joined(_bracketed(g.name, sure=g.sure and not _is_estimate(g)) for g in found)


def _years(found: Iterable[Given]) -> str:
    return _joined(
        _bracketed(_year(g.value), sure=g.sure and not _is_estimate(g))
        for g in found
        if isinstance(g.value, Interval)
    )


def _joined(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(values)) or UNKNOWN


def _bracketed(words: str, *, sure: bool) -> str:
    return words if sure else f"({words})"


def _is_estimate(found: Given) -> bool:
    match found.value:
        case Quantity(low=low, high=high, approximate=approximate):
            return approximate or low is None or low != high
        case Interval(earliest=earliest, latest=latest, approximate=approximate):
            return approximate or earliest is None or latest is None
        case None:
            return found.role == "quantity"
    return False


def _year(value: Interval) -> str:
    first = str(value.earliest.year) if value.earliest else ""
    last = str(value.latest.year) if value.latest else ""
    return first if first == last else f"{first}–{last}"


def _category(found: Given) -> str:
    if not isinstance(found.value, Materiel):
        return found.words
    return found.value.category


def _comments(entry: Entry) -> Iterator[str]:
    for role in _ASIDE:
        if found := given(entry, role):
            yield f"{role}: {', '.join(dict.fromkeys(g.name for g in found))}"
    if entry.transfer.kind == "interdiction" and (found := given(entry, "quantity")):
        yield f"seized: {', '.join(dict.fromkeys(g.name for g in found))}"
    if entry.transfer.part_of is not None:
        yield f"part of {entry.transfer.part_of}"
    if any(origin.withdrawn_by for origin in entry.transfer.origins):
        yield "withdrawn by an origin"


def _sources(entry: Entry) -> Iterator[str]:
    for document in entry.sources:
        day = document.published.day
        where = web_address(document) or document.id
        told = (document.outlet, day.isoformat() if day else None, where)
        yield ", ".join(word for word in told if word)


def _fitting(value: Cell) -> Cell:
    """The value, cut where a cell of a sheet ends."""
    if isinstance(value, int) or len(value) <= CELL_CHARACTERS:
        return value
    return f"{value[: CELL_CHARACTERS - 1]}…"
