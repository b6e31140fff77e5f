"""`headstamp verify` and `headstamp backup`: whether the ledger is whole, and a copy of it."""

import sys
from pathlib import Path

import click

from headstamp.cli.ledger import NOT_DONE, at_ledger, opened, tell_if_nearly_linked
from headstamp.show import harmless


@click.command()
@at_ledger
def verify(place: str) -> None:
    """Check the ledger: bytes, offsets, references, the log."""
    wrong = 0
    with opened(place) as ledger, ledger.reading() as view:
        for finding in view.verify():
            wrong += 1
            click.echo(harmless(f"{finding.code}: {finding.message}"))
        if wrong:
            sys.exit(NOT_DONE)
        documents = sum(1 for _ in view.document_ids())
        noun = "document" if documents == 1 else "documents"
        linked = "" if view.is_linked() else "; not all is linked: `headstamp relink` does it"
        click.echo(f"The ledger {harmless(ledger.name)} is whole ({documents:,} {noun}){linked}.")
        tell_if_nearly_linked(view)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@at_ledger
def backup(file: Path, place: str) -> None:
    """Copy the ledger to a new FILE, while others use it.

    FILE is a ledger too, whichever store the ledger is in.
    """
    with opened(place) as ledger:
        ledger.backup(file)
        click.echo(f"The ledger {harmless(ledger.name)} is copied to {harmless(str(file))}.")
