"""`headstamp list`: the transfers of the ledger, filtered and sorted."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from headstamp.cli.filters import filtered, filters_of
from headstamp.cli.ledger import (
    as_json,
    at_ledger,
    opened,
    printed,
    tell_if_nearly_linked,
    tell_if_unlinked,
)

if TYPE_CHECKING:
    from headstamp.ledger.ledger import View
    from headstamp.ledger.listing import Filters, Listed

_PAGE, _SCREENFUL = 500, 50


@click.command("list")
@filtered
@click.option(
    "--sort",
    type=click.Choice(("reported", "period", "origins", "reports", "certainty", "queue")),
    default="reported",
    show_default=True,
    help="The latest, or the most, first; with queue what needs a review most.",
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    metavar="N",
    help=f"The most to list.  [default: {_SCREENFUL}; all with --json]",
)
@as_json
@at_ledger
def list_(place: str, as_json: bool, sort: Any, limit: int | None, **asked: Any) -> None:
    """List the transfers that claims add up to.

    When, who to whom, what; how many independent origins in how many reports; how sure they are.
    """
    with opened(place) as ledger, ledger.reading() as view:
        filters = filters_of(view, **asked)
        tell_if_unlinked(ledger, view)
        found = _listed(view, filters, sort, limit if as_json else limit or _SCREENFUL)
        if as_json:
            _print_json(found)
        else:
            _print_text(view, found, filters, limit or _SCREENFUL)
            tell_if_nearly_linked(view)


def _listed(view: "View", filters: "Filters", sort: Any, limit: int | None) -> "Iterator[Listed]":
    """The transfers asked for, fetched page by page."""
    after, left = None, limit
    while left is None or left > 0:
        size = _PAGE if left is None else min(left, _PAGE)
        page = view.list(filters, sort=sort, limit=size, after=after)
        yield from page.listed
        after, left = page.next, None if left is None else left - size
        if after is None:
            return


def _print_json(found: "Iterator[Listed]") -> None:
    from headstamp.show.transfers import entry_of  # noqa: PLC0415 - only for JSON

    out, separator = printed(), "[\n"
    for listed in found:
        out.write(separator + json.dumps(entry_of(listed), ensure_ascii=False))
        separator = ",\n"
    out.write("[]\n" if separator == "[\n" else "\n]\n")


def _print_text(view: "View", found: "Iterator[Listed]", filters: "Filters", limit: int) -> None:
    from headstamp.show import listing  # noqa: PLC0415 - only for people

    listing.write(found, printed())
    there = view.count(filters)
    rest = f"; {there - limit:,} more with --limit {there}" if there > limit else ""
    click.echo(f"\n{listing.counted(there, 'transfer')}{rest}")
