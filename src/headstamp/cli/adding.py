"""`headstamp add`: documents into the ledger, and `headstamp relink`."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from headstamp.cli.ledger import (
    NOT_DONE,
    afterwards,
    at_ledger,
    day_option,
    opened,
    say,
    signed,
    tell_if_nearly_linked,
)
from headstamp.cli.parties import parties_option
from headstamp.errors import HeadstampError
from headstamp.show import harmless
from headstamp.show.listing import counted
from headstamp.show.rereading import reread

if TYPE_CHECKING:
    from headstamp.ledger.adding import Added
    from headstamp.ledger.ledger import Ledger
    from headstamp.ledger.readying import Ready
    from headstamp.ledger.rereading import Rereading


@click.command()
@click.argument("sources", nargs=-1)
@click.option(
    "--readings",
    multiple=True,
    metavar="FILE",
    help="JSON lines with readings made elsewhere: a person's, or another program's.",
)
@day_option("--published", "Day of publication, where you know it; the inputs' own dates give way.")
@parties_option
@afterwards
@signed
@at_ledger
def add(  # noqa: PLR0913 - one parameter an option
    *,
    sources: tuple[str, ...],
    readings: tuple[str, ...],
    published: date | None,
    parties: Path | None,
    later: bool,
    by: str,
    place: str,
) -> None:
    """Read SOURCES into the ledger, and link what they say.

    A source is what `headstamp read` takes. What the ledger has already changes nothing.
    """
    if not sources and not readings:
        raise click.UsageError(
            "Name what to add: files, URLs, - for standard input, or --readings."
        )
    from headstamp import incoming, keeping  # noqa: PLC0415 - `--help` needs no store

    with opened(place, create=True) as ledger:
        tally = Tally(len(sources) + len(readings))

        def outcomes() -> "Iterator[Ready | HeadstampError]":
            for source in sources:
                yield from tally.reading(
                    incoming.own_readings(ledger, source, published=published, parties=parties)
                )
            for file in readings:
                yield from tally.reading(
                    incoming.given_readings(ledger, file, published=published, parties=parties)
                )

        for outcome in keeping.keep(ledger, outcomes(), by=by):
            tally.take(outcome)
        tally.tell()
        _link(ledger, by, later=later)
    if tally.failed:
        sys.exit(NOT_DONE)


@click.command()
@signed
@at_ledger
def relink(by: str, place: str) -> None:
    """Build all transfers again from claims and judgements."""
    from headstamp import keeping  # noqa: PLC0415 - `--help` needs no store

    with opened(place) as ledger:
        _tell_linking(ledger, by, keeping.relink)


def _link(ledger: "Ledger", by: str, *, later: bool) -> None:
    """Link what is not linked yet, by this run or one that was cut off before it came to that."""
    from headstamp import keeping  # noqa: PLC0415 - `--help` needs no store

    with ledger.reading() as view:
        if view.is_linked():
            return
    if later:
        say("Not linked yet: `headstamp relink` does it.")
    else:
        _tell_linking(ledger, by, keeping.link)


def _tell_linking(ledger: "Ledger", by: str, link: "Callable[..., None]") -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[KLinking …", err=True, nl=False)
    with ledger.writing(by=by) as writer:
        link(writer, watch=_watched)
        transfers = writer.count()
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", err=True, nl=False)
    click.echo(f"The ledger {harmless(ledger.name)} has {counted(transfers, 'transfer')}.")
    with ledger.reading() as view:
        tell_if_nearly_linked(view)


def _watched(noun: str, done: int, whole: int) -> None:
    """Say on a terminal how far linking is."""
    if sys.stderr.isatty():
        told = f"Linking · {done:,} of {counted(whole, noun)}"
        click.echo(f"\r\x1b[K{told}", err=True, nl=False)


class Tally:
    """Counts what is read and kept; on a terminal, says so as it goes on."""

    def __init__(self, sources: int) -> None:
        self._sources, self._begun, self._read = sources, 0, 0
        self._new = self._known = self._claims = self.failed = 0
        self._rereadings: list[Rereading] = []

    def reading(
        self, outcomes: "Iterator[Ready | HeadstampError]"
    ) -> "Iterator[Ready | HeadstampError]":
        """The outcomes of one source, counted as they come."""
        self._begun += 1
        for outcome in outcomes:
            self._read += not isinstance(outcome, HeadstampError)
            if sys.stderr.isatty():
                told = f"Reading {self._begun} of {self._sources} · "
                click.echo(f"\r\x1b[K{told}{counted(self._read, 'document')}", err=True, nl=False)
            yield outcome

    def take(self, outcome: "Added | HeadstampError") -> None:
        """Count what a batch brought; say what failed."""
        if isinstance(outcome, HeadstampError):
            self.failed += 1
            say(str(outcome))
            return
        self._new += len(outcome.documents) - len(outcome.rereadings)
        self._known += outcome.known
        self._claims += outcome.claims
        self._rereadings += outcome.rereadings

    def tell(self) -> None:
        """Say what was added, and what a new reading of a document changed."""
        if sys.stderr.isatty():
            click.echo("\r\x1b[K", err=True, nl=False)
        added = f"{counted(self._new, 'document')} and {counted(self._claims, 'claim')}"
        again = f"; {len(self._rereadings):,} read again" if self._rereadings else ""
        known = f"; {self._known:,} known already" if self._known else ""
        click.echo(f"Added {added}{again}{known}.")
        for each in self._rereadings:
            click.echo(harmless(reread(each)))
