"""`headstamp read`: what documents say, printed."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from headstamp import pipeline, show
from headstamp.cli.parties import parties_option
from headstamp.errors import HeadstampError
from headstamp.model import Extract


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "--format",
    "format",
    type=click.Choice(show.FORMATS),
    default=show.FORMATS[0],
    show_default=True,
    help="text for people, json or jsonl for programs, html for a browser.",
)
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day of publication, where you know it; the inputs' own dates give way.",
)
@parties_option
@click.option("--raw", is_flag=True, help="Print the words alone, not what they resolve to.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE instead of standard output.",
)
def read(
    sources: tuple[str, ...],
    format: str,
    published: datetime | None,
    parties: Path | None,
    raw: bool,
    output: Path | None,
) -> None:
    """Print every statement about arms flows in SOURCES, with who makes it and the exact words.

    A source is a file (HTML, text, PDF, DOCX, EML, JSON lines), a URL, or - for standard input.
    """
    day = published.date() if published else None
    failures = Failures()
    with _opened(output, sources) as out:
        extracts = failures.aside(_outcomes(sources, day, parties, out))
        show.write(format, map(show.in_words, extracts) if raw else extracts, out)
    if failures.count:
        sys.exit(1)


class Failures:
    """Counts what could not be read, and says it on standard error as it happens."""

    def __init__(self) -> None:
        self.count = 0

    def aside(self, outcomes: Iterable[Extract | HeadstampError]) -> Iterator[Extract]:
        """Only the extracts among `outcomes`; errors are told and counted."""
        for outcome in outcomes:
            if isinstance(outcome, Extract):
                yield outcome
            else:
                self.count += 1
                over_the_bar = "\r\x1b[K" if sys.stderr.isatty() else ""
                click.echo(over_the_bar + show.harmless(str(outcome)), err=True)


def _outcomes(
    sources: tuple[str, ...], day: date | None, parties: Path | None, out: TextIO
) -> Iterator[Extract | HeadstampError]:
    """What the sources yield, with a progress bar on standard error where it disturbs nothing."""
    hidden = len(sources) < 2 or not sys.stderr.isatty() or out.isatty()
    with click.progressbar(sources, label="Reading", file=sys.stderr, hidden=hidden) as bar:
        yield from pipeline.outcomes(bar, published=day, parties=parties)


@contextmanager
def _opened(output: Path | None, sources: tuple[str, ...]) -> Iterator[TextIO]:
    """Where to write: UTF-8; a lone surrogate becomes the escape that JSON has for it."""
    if output is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        return
    if any(
        os.path.exists(source) and output.exists() and output.samefile(source) for source in sources
    ):
        raise click.UsageError(f"{output} is one of the sources; write to another file.")
    try:
        file = output.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise click.UsageError(f"{output} cannot be written: {error.strerror}.") from error
    with file:
        yield file
