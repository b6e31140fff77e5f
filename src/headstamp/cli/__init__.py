"""The command line: the only part that prints. One module a command or family of commands.

Results go to standard output, what could not be done to standard error, a sentence each. Exit
status 0: all was done; 1: something was found wrong or could not be read; 2: the command was
misused.
"""

import click

from headstamp.cli.parties import parties
from headstamp.cli.read import read
from headstamp.cli.resolve import match, resolve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="headstamp", message="headstamp %(version)s")
def main() -> None:
    """Read news and reports; print who says what about arms flows, and how sure they are."""


for command in (read, resolve, match, parties):
    main.add_command(command)
