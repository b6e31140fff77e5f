"""`headstamp users`: who may log in to the workbench, with which rights; their tokens; the log."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TextIO

import click

from headstamp.cli.ledger import Command, as_json, at_ledger, opened, printed, say, signed
from headstamp.model.account import RIGHTS, SCOPES, Role, Scope

password_file = click.option(
    "--password-file",
    type=click.File(encoding="utf-8"),
    metavar="FILE",
    help="The file whose first line is the password, - for standard input.  [default: ask for it]",
)
NAME = click.argument("name")
ROLE = click.Choice(RIGHTS)


def changing(command: Command) -> Command:
    """The options of what changes accounts, and the name of whose."""
    return NAME(signed(at_ledger(command)))


@click.group()
def users() -> None:
    """Keep the users of a workbench that people log in to."""


@users.command("list")
@as_json
@at_ledger
def list_(as_json: bool, place: str) -> None:
    """List the users, the closed ones too."""
    from headstamp.show.accounts import user_lines  # noqa: PLC0415 - `--help` needs no words

    with opened(place) as ledger:
        found = ledger.accounts.users()
        _print(found, user_lines(found), as_json, "There are no users: `headstamp users add`.")


@users.command()
@click.option("--role", type=ROLE, default="reader", show_default=True, help="What they may do.")
@password_file
@changing
def add(name: str, role: Role, password_file: TextIO | None, by: str, place: str) -> None:
    """Add a user, and make the ledger where there is none.

    A reader looks, an analyst also changes, an admin also keeps the users.
    """
    from headstamp.serve.accounts import add_user  # noqa: PLC0415 - `--help` hashes nothing

    with opened(place, create=True) as ledger:
        add_user(ledger.accounts, name, role, _password(password_file), by=by)
        click.echo(f"{name} may log in as {role}.")


@users.command()
@changing
@click.argument("role", type=ROLE)
def role(name: str, role: Role, by: str, place: str) -> None:
    """Give a user another role, from now on."""
    with opened(place) as ledger:
        ledger.accounts.set_role(name, role, by=by)
        click.echo(f"{name} is {role}.")


@users.command()
@password_file
@changing
def password(name: str, password_file: TextIO | None, by: str, place: str) -> None:
    """Give a user another password; all their sessions end."""
    from headstamp.serve.accounts import change_password  # noqa: PLC0415 - as above

    with opened(place) as ledger:
        change_password(ledger.accounts, name, _password(password_file), by=by)
        click.echo(f"{name} has another password.")


@users.command()
@changing
def close(name: str, by: str, place: str) -> None:
    """Shut a user out at once; what they signed stays.

    Sessions end and tokens are revoked.
    """
    with opened(place) as ledger:
        ledger.accounts.close_user(name, by=by)
        click.echo(f"{name} is closed.")


@users.command()
@changing
def reopen(name: str, by: str, place: str) -> None:
    """Let a closed user log in again, with the old password."""
    with opened(place) as ledger:
        ledger.accounts.reopen_user(name, by=by)
        click.echo(f"{name} may log in again.")


@users.command()
@click.option("--label", required=True, metavar="WORDS", help="What the token is for.")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(tuple(SCOPES)),
    multiple=True,
    default=("read",),
    show_default=True,
    help="What it is good for; may be given more than once.",
)
@click.option("--days", type=int, default=90, show_default=True, metavar="N", help="How long.")
@changing
def token(
    *, name: str, label: str, scopes: tuple[Scope, ...], days: int, by: str, place: str
) -> None:
    """Make a token that a program of a user shows to the API.

    It is printed once, and allows no more than its user may do.
    """
    from headstamp.serve.accounts import new_token  # noqa: PLC0415 - as above

    with opened(place) as ledger:
        now = datetime.now(UTC)
        made, secret = new_token(ledger.accounts, name, label, scopes, days=days, by=by, now=now)
        click.echo(secret)
        say(f"Token {made.number} is good until {made.until:%Y-%m-%d}; it is not shown again.")


@users.command()
@as_json
@at_ledger
@NAME
def tokens(name: str, as_json: bool, place: str) -> None:
    """List the tokens of a user, without their secrets."""
    from headstamp.show.accounts import token_lines  # noqa: PLC0415 - as above

    with opened(place) as ledger:
        found = ledger.accounts.tokens_of(name)
        lines = token_lines(found, datetime.now(UTC))
        _print(found, lines, as_json, f"{name} has no tokens.")


@users.command()
@click.argument("number", type=int)
@signed
@at_ledger
def revoke(number: int, by: str, place: str) -> None:
    """Make the token of a number useless at once."""
    with opened(place) as ledger:
        revoked = ledger.accounts.revoke_token(number, by=by)
        click.echo(f"Token {number} of {revoked.user.name} is revoked.")


@users.command()
@click.option("--name", metavar="NAME", help="Only what this user did, or had done to them.")
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=50,
    show_default=True,
    metavar="N",
    help="The most lines to print.",
)
@as_json
@at_ledger
def audit(name: str | None, limit: int, as_json: bool, place: str) -> None:
    """Tell what was done with accounts, the latest first.

    What was said of documents, claims and transfers is in `headstamp history`.
    """
    from headstamp.show.accounts import audit_lines  # noqa: PLC0415 - as above

    with opened(place) as ledger:
        found = ledger.accounts.audited(limit=limit, name=name)
        _print(found, audit_lines(found), as_json, "Nothing was done yet.")


def _password(file: TextIO | None) -> str:
    """The first line of the file; else what a person types twice, unseen."""
    if file is not None:
        return file.readline().rstrip("\r\n")
    asked: str = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return asked


def _print(found: Sequence[Any], lines: Iterable[str], as_json: bool, nothing: str) -> None:
    """What was found, as JSON or in lines; or that there is nothing."""
    if as_json:
        from headstamp.show.json import plain  # noqa: PLC0415 - as above

        told = [plain(each, "") for each in found]
        printed().write(json.dumps(told, ensure_ascii=False) + "\n")
        return
    for line in lines:
        click.echo(line)
    if not found:
        click.echo(nothing)
