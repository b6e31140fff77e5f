"""`headstamp parties`: parties of your own, beside the shipped ones."""

from pathlib import Path

import click

from headstamp.errors import HeadstampError
from headstamp.show import harmless


def _known(_context: click.Context, _parameter: click.Parameter, path: Path | None) -> Path | None:
    """The file, once it has been read as one of parties."""
    if path is not None:
        from headstamp.resolve.reading import authority  # noqa: PLC0415 - `--help` needs none

        try:
            authority(path)
        except HeadstampError as error:
            raise click.BadParameter(harmless(str(error))) from error
    return path


parties_option = click.option(
    "--parties",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    envvar="HEADSTAMP_PARTIES",
    callback=_known,
    metavar="FILE",
    help="A file of your own parties, known beside the shipped ones.",
)


@click.group()
def parties() -> None:
    """Know parties of your own: states, groups, forces, firms, persons."""


@parties.command("import")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--output",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    required=True,
    metavar="FILE",
    help="The file of parties to write.",
)
def import_(source: Path, output: Path) -> None:
    """Make a file of parties from SOURCE, FollowTheMoney entities as JSON lines.

    OpenSanctions and others publish such files. Give what is written to --parties.
    """
    from headstamp.resolve.parties.followthemoney import (  # noqa: PLC0415 - `--help` needs none
        import_followthemoney,
        write_parties,
    )

    try:
        with source.open(encoding="utf-8") as lines:
            found = import_followthemoney(lines, source=source.name)
        write_parties(found, output)
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{source}: is not in UTF-8; save it as UTF-8.") from error
    except HeadstampError as error:
        raise click.ClickException(harmless(str(error))) from error
    click.echo(f"{len(found):,} parties are in {output}.")
