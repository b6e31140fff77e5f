"""`headstamp show`, `search`, `history`: one transfer, words in texts, what happened to a thing."""

import json
from typing import TYPE_CHECKING

import click

from headstamp.cli.ledger import as_json, at_ledger, opened, printed, tell_if_unlinked
from headstamp.model.plain import encode
from headstamp.model.transfer import ClaimRef
from headstamp.show import harmless

if TYPE_CHECKING:
    from headstamp.ledger.ledger import View


@click.command()
@click.argument("id")
@as_json
@at_ledger
def show(id: str, as_json: bool, place: str) -> None:
    """Show a transfer: who says so, who denies it, when, and why.

    ID is a transfer's, or that of one of its claims (document/claim).
    """
    from headstamp.show import entry, transfers  # noqa: PLC0415 - `--help` needs neither

    with opened(place) as ledger, ledger.reading() as view:
        tell_if_unlinked(ledger, view)
        shown = view.show(_transfer(view, id))
        if as_json:
            printed().write(json.dumps(transfers.whole(shown), ensure_ascii=False) + "\n")
        else:
            entry.write(shown, printed())


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    metavar="N",
    help="The most documents to name.",
)
@as_json
@at_ledger
def search(words: tuple[str, ...], limit: int, as_json: bool, place: str) -> None:
    """Find documents by their words, and the transfers they tell of.

    All WORDS must stand there; '"two words"' in a row, rock* begins a word. Case, accents and
    spellings of a letter do not matter. The last added come first.
    """
    from headstamp.show import hits  # noqa: PLC0415 - as above

    with opened(place) as ledger, ledger.reading() as view:
        found, rest = view.search(" ".join(words), limit=limit)
        if as_json:
            told = [encode(hit) for hit in found]
            printed().write(json.dumps(told, ensure_ascii=False) + "\n")
            return
        hits.write(found, printed())
        if not found:
            click.echo("No document has these words.")
        elif rest is not None:
            click.echo(f"\nThere are more: --limit {2 * limit}")


@click.command()
@click.argument("id")
@as_json
@at_ledger
def history(id: str, as_json: bool, place: str) -> None:
    """Tell what happened to a thing, with the numbers that `undo` takes.

    ID is that of a transfer, claim, document or party, or the name of a source.
    """
    from headstamp.show import statements  # noqa: PLC0415 - as above

    with opened(place) as ledger, ledger.reading() as view:
        changes = view.history(id)
        if as_json:
            told = [encode(change) for change in changes]
            printed().write(json.dumps(told, ensure_ascii=False) + "\n")
            return
        statements.write(changes, printed())
        if not changes:
            click.echo(f"No change bears on {harmless(id)}.")


def _transfer(view: "View", id: str) -> str:
    """The transfer of that id, or the one that a claim is part of."""
    try:
        ref = ClaimRef.parse(id)
    except ValueError:
        return id
    return view.transfers_holding([ref]).get(ref, id)
