"""`headstamp list`: the transfers of the ledger, filtered and sorted."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

import click

from headstamp.cli.ledger import as_json, at_ledger, day_option, opened, printed, say
from headstamp.errors import InputError
from headstamp.model.reading import ROLES
from headstamp.model.values import Category, Materiel, Party, Place, Unresolved

if TYPE_CHECKING:
    from headstamp.ledger.ledger import View
    from headstamp.ledger.listing import Filters, Listed

_PAGE, _SCREENFUL = 500, 50


@click.command("list")
@click.option("--party", metavar="NAME", help="A party to it, by any of its names, or within it.")
@click.option(
    "--role", metavar="ROLE", help="What --party is in it: supplier, recipient, seizer, …"
)
@click.option("--kind", type=click.Choice(tuple(ROLES)), metavar="KIND", help="What sort of entry.")
@click.option("--category", type=click.Choice(get_args(Category)), metavar="CATEGORY",
              help="What sort of arms: rocket, uav, small arm, …")  # fmt: skip
@click.option("--designation", metavar="NAME", help="Which arms: Kornet, AKM, …")
@click.option("--country", metavar="COUNTRY", help="A country by name or two-letter code.")
@day_option("--since", "Only what may have happened on this day or later.")
@day_option("--until", "Only what may have happened on this day or earlier.")
@click.option(
    "--certainty",
    type=click.Choice(("certain", "probable", "possible", "open", "denied")),
    help="How sure the surest is who asserts it.",
)
@click.option(
    "--origins", type=click.IntRange(0), metavar="N", help="At least N independent origins."
)
@click.option("--reviewed", type=click.Choice(("no", "partly", "yes")), help="Whether people have.")
@click.option(
    "--sort",
    type=click.Choice(("reported", "period", "origins", "reports", "certainty")),
    default="reported",
    show_default=True,
    help="The latest, or the most, first.",
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
    """List transfers: when, who to whom, what, how many origins say so, how sure they are."""
    with opened(place) as ledger, ledger.reading() as view:
        filters = _filters(**asked)
        if not view.is_linked():
            say(f"{ledger.name}: not all is linked; `headstamp relink` does it.")
        found = _listed(view, filters, sort, limit if as_json else limit or _SCREENFUL)
        if as_json:
            _print_json(found)
        else:
            _print_text(view, found, filters, limit or _SCREENFUL)


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


def _filters(
    party: str | None,
    designation: str | None,
    country: str | None,
    role: str | None,
    **plain: Any,
) -> "Filters":
    """What was asked for, names looked up. Raises `InputError` for a role without its party."""
    from headstamp.ledger.facets import PARTY_ROLES  # noqa: PLC0415 - `--help` needs no store
    from headstamp.ledger.listing import Filters  # noqa: PLC0415

    if role is not None and party is None:
        raise click.UsageError("Say whose role it is: --party NAME.")
    if role is not None and role not in PARTY_ROLES:
        raise click.UsageError(
            f"No party is a {role}: choose one of {', '.join(sorted(PARTY_ROLES))}."
        )
    return Filters(
        party=_party(party) if party else None,
        role=role,
        designation=_designation(designation) if designation else None,
        country=_country(country) if country else None,
        **plain,
    )


def _party(words: str) -> str:
    """The id of a party, or what a party that nobody knows is listed under."""
    from headstamp.ledger.facets import unresolved  # noqa: PLC0415 - as above
    from headstamp.resolve.authority import shipped  # noqa: PLC0415

    found = _looked_up("party", words)
    if isinstance(found, Party):
        return found.id
    return words if words in shipped().entries else unresolved(words)


def _designation(words: str) -> str:
    found = _looked_up("materiel", words)
    return found.designation or words if isinstance(found, Materiel) else words


def _country(words: str) -> str:
    """A code as it is; a name as the code of what it names."""
    if len(words) == 2:
        return words.upper()
    found = _looked_up("place", words)
    if not isinstance(found, Place) or found.country is None:
        raise InputError(words, "is no country that is known", "give its two-letter code")
    return found.country


def _looked_up(thing: str, words: str) -> Any | Unresolved:
    from headstamp.resolve.lookup import look_up  # noqa: PLC0415 - `--help` needs no tables

    return look_up(thing, words)
