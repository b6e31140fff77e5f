"""The command line: the only part that prints. One module a command or family of commands.

Results go to standard output, what could not be done to standard error, a sentence each. Exit
status 0: all was done; 1: something was found wrong or could not be read; 2: the command was
misused.
"""

import click

from headstamp.cli.adding import add, relink
from headstamp.cli.export import export
from headstamp.cli.listing import list_
from headstamp.cli.parties import parties
from headstamp.cli.read import read
from headstamp.cli.resolve import match, resolve
from headstamp.cli.reviewing import judge, note, rate, review, undo
from headstamp.cli.serve import serve
from headstamp.cli.upkeep import backup, verify
from headstamp.cli.users import users
from headstamp.cli.viewing import history, search, show


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="headstamp", message="headstamp %(version)s")
def main() -> None:
    """Read news and reports; print who says what about arms flows, and how sure they are."""


COMMANDS = (
    read, add, list_, show, search, history, judge, review, rate, note, undo,
    export, resolve, match, parties, verify, backup, relink, serve, users,
)  # fmt: skip

for command in COMMANDS:
    main.add_command(command)
