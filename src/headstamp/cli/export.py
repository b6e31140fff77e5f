"""`headstamp export`: transfers of the ledger in the formats of other programs."""

from pathlib import Path
from typing import Any

import click

from headstamp.cli.filters import filtered, filters_of
from headstamp.cli.ledger import at_ledger, opened
from headstamp.errors import InputError
from headstamp.export import FORMATS
from headstamp.export import export as write
from headstamp.show import harmless
from headstamp.show.listing import counted


@click.command()
@click.argument("format", type=click.Choice(FORMATS), metavar="FORMAT")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="Where to write; the end of the name tells the form (.csv, .xlsx).",
)
@filtered
@at_ledger
def export(format: str, output: Path, place: str, **asked: Any) -> None:
    """Write transfers to a file for other programs.

    FORMAT is register, jsonl, parquet, ftm, stix, geojson, graphml, annotation, plover or text.
    """
    from headstamp import keeping  # noqa: PLC0415 - `--help` needs no store

    with opened(place) as ledger, ledger.reading() as view:
        if not view.is_linked():
            raise InputError(ledger.name, "is not all linked", "run `headstamp relink` first")
        ids = keeping.ids_of(view, filters_of(view, **asked))
        write(format, keeping.entries(view, ids), output)
        click.echo(f"{counted(len(ids), 'transfer')} written to {harmless(str(output))}.")
