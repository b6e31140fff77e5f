"""Which transfers are meant: the filters of `headstamp list` and `headstamp export`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from headstamp.cli.ledger import day_option, misuse
from headstamp.model.reading import ROLES
from headstamp.model.values import Category

if TYPE_CHECKING:
    from headstamp.ledger.ledger import View
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
    click.option("--denied", type=click.Choice(("yes", "no")), help="Whether anybody denies it."),
    click.option("--outlet", metavar="NAME", help="An outlet that tells of it."),
    click.option("--speaker", metavar="NAME", help="Somebody who says so, or says it is not so."),
)


def filtered(command: Command) -> Command:
    """Adds the options that filter; `filters_of` takes what they give."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def filters_of(view: "View", *, denied: str | None, **asked: Any) -> "Filters":
    """What was asked for, names looked up. Raises `InputError` for a country nobody knows."""
    from headstamp.asking import filters  # noqa: PLC0415 - `--help` needs no store

    try:
        return filters(view=view, denied=None if denied is None else denied == "yes", **asked)
    except ValueError as error:
        raise misuse(error) from None
