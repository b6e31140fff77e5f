"""What every command of the ledger has in common: where it is, who signs, how errors end."""

import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from headstamp.errors import HeadstampError
from headstamp.ledger import open_ledger
from headstamp.show import harmless

if TYPE_CHECKING:
    from headstamp.ledger.ledger import Ledger, View

Command = TypeVar("Command", bound=Callable[..., Any])

LEDGER = "headstamp.sqlite"
NOT_DONE, MISUSED = 1, 2

at_ledger = click.option(
    "--ledger",
    "place",
    envvar="HEADSTAMP_LEDGER",
    default=LEDGER,
    show_default=True,
    metavar="PLACE",
    help="A file, or a postgresql:// URL; HEADSTAMP_LEDGER names another default.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
afterwards = click.option(
    "--later", is_flag=True, help="Leave linking to the next `headstamp relink` or `add`."
)


def signed(command: Command) -> Command:
    """Adds `--by`, who signs what is changed: the login name where nobody says."""
    return click.option(
        "--by",
        metavar="NAME",
        callback=lambda _context, _option, name: name or _login(),
        help="Who signs the change.  [default: your login name]",
    )(command)


def day_option(name: str, help: str) -> Callable[[Command], Command]:
    """An option that is a day, or None."""
    return click.option(
        name,
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        callback=lambda _context, _option, value: _day(value),
        help=help,
    )


@contextmanager
def opened(place: str, *, create: bool = False) -> Iterator["Ledger"]:
    """The ledger, open; what is wrong with it or with a request is said, and ends the command.

    A ledger that is not there, or is none, is misuse (2), what it cannot do is not (1).
    """
    try:
        ledger = open_ledger(place, create=create)
    except HeadstampError as error:
        say(str(error))
        sys.exit(MISUSED)
    try:
        yield ledger
    except HeadstampError as error:
        say(str(error))
        sys.exit(NOT_DONE)
    finally:
        ledger.close()


def say(sentence: str) -> None:
    """Tell a person something that is no result."""
    over = "\r\x1b[K" if sys.stderr.isatty() else ""
    click.echo(over + harmless(sentence), err=True)


def tell_if_unlinked(ledger: "Ledger", view: "View") -> None:
    """Say so where transfers are not made of all that the ledger holds."""
    if not view.is_linked():
        say(f"{ledger.name}: not all is linked; `headstamp relink` does it.")


def tell_if_nearly_linked(view: "View") -> None:
    """Say so where only what is near the last changes was linked."""
    if view.is_linked() and not view.is_wholly_linked():
        say("Only what is near the last changes was linked; `headstamp relink` links the whole.")


def printed() -> TextIO:
    """Standard output, in UTF-8; a lone surrogate becomes the escape that JSON has for it."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    return sys.stdout


def misuse(error: ValueError) -> click.UsageError:
    """What a value of the model refuses, as misuse of the command."""
    words = str(error).rstrip(".")
    return click.UsageError(f"{words[:1].upper()}{words[1:]}.")


def _day(value: datetime | None) -> date | None:
    return value.date() if value else None


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise click.UsageError("Say who signs the change: --by NAME.") from None
