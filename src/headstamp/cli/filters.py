"""Which transfers are meant: the filters of `headstamp list` and `headstamp export`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from headstamp.cli.ledger import day_option
from headstamp.errors import InputError
from headstamp.model.reading import ROLES
from headstamp.model.values import Category, Materiel, Party, Place, Unresolved

if TYPE_CHECKING:
    from headstamp.ledger.listing import Filters

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--party", metavar="NAME", help="A party to it, by any name, or one within it."),
    click.option(
        "--role", metavar="ROLE", help="What --party is in it: supplier, recipient, seizer, …"
    ),
    click.option(
        "--kind", type=click.Choice(tuple(ROLES)), metavar="KIND", help="What sort it is."
    ),
    click.option(
        "--category",
        type=click.Choice(get_args(Category)),
        metavar="CATEGORY",
        help="What sort of arms: rocket, uav, small arm, …",
    ),
    click.option("--designation", metavar="NAME", help="Which arms: Kornet, AKM, …"),
    click.option("--country", metavar="COUNTRY", help="A country by name or two-letter code."),
    day_option("--since", "Only what may have happened on this day or later."),
    day_option("--until", "Only what may have happened on this day or earlier."),
    click.option(
        "--certainty",
        type=click.Choice(("certain", "probable", "possible", "open", "denied")),
        help="How sure the surest is who asserts it.",
    ),
    click.option(
        "--origins", type=click.IntRange(0), metavar="N", help="At least N independent origins."
    ),
    click.option(
        "--reviewed",
        type=click.Choice(("no", "partly", "yes")),
        help="Whether people reviewed its claims.",
    ),
)


def filtered(command: Command) -> Command:
    """Adds the options that filter; `filters_of` takes what they give."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def filters_of(
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
