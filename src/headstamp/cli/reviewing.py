"""What a person says into the ledger: judge, review, rate, note; and undo."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, get_args

import click

from headstamp.cli.ledger import afterwards, at_ledger, misuse, opened, printed, signed
from headstamp.errors import InputError
from headstamp.model.transfer import (
    INFORMATION_GRADES,
    SOURCE_GRADES,
    Change,
    ClaimRef,
    Judgement,
    Note,
    Rating,
    Review,
    Verdict,
)
from headstamp.model.values import Party

if TYPE_CHECKING:
    from headstamp.ledger.ledger import Writer

because = click.option("--reason", default="", metavar="WORDS", help="Why.")


@click.command()
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.argument("verdict", type=click.Choice(get_args(Verdict)))
@because
@afterwards
@signed
@at_ledger
def judge(  # noqa: PLR0913 - one parameter an option
    *, left: str, right: str, verdict: Verdict, reason: str, later: bool, by: str, place: str
) -> None:
    """Say that A and B are the same, different, or that it is unsure.

    A and B are two claims (document/claim), or two parties.
    """
    if ("/" in left) != ("/" in right):
        raise click.UsageError("Judge two claims (document/claim) or two parties.")

    def say(writer: "Writer") -> Change:
        if "/" in left:
            return writer.state(Judgement("claim", left, right, verdict, reason))
        return writer.state(Judgement("party", _party(left), _party(right), verdict, reason))

    _change(say, by, place, later=later)


@click.command()
@click.argument("claim")
@click.argument("verdict", type=click.Choice(("accept", "correct", "reject")))
@because
@click.option("--role", metavar="FIELD",
              help="What to correct: a role, trigger, kind, factuality or time.")  # fmt: skip
@click.option("--words", metavar="WORDS", help="The right words, as the text has them.")
@click.option("--value", metavar="VALUE", help="What they mean; the right kind, factuality, time.")
@click.option("--instead-of", metavar="WORDS", help="The wrong words, where a role has several.")
@click.option("--remove", is_flag=True, help="Nothing is in that role.")
@afterwards
@signed
@at_ledger
def review(  # noqa: PLR0913 - one parameter an option
    *,
    claim: str,
    verdict: str,
    reason: str,
    role: str | None,
    words: str | None,
    value: str | None,
    instead_of: str | None,
    remove: bool,
    later: bool,
    by: str,
    place: str,
) -> None:
    """Accept, correct or reject a claim.

    CLAIM is written as document/claim. A rejection gives its --reason; a correction names a
    --role and its right --words, or what they mean.
    """
    from headstamp.correcting import Wish, accepted, corrected  # noqa: PLC0415 - `--help` needs no store

    ref = _claim(claim)
    wish = Wish(role or "", words, value, instead_of, remove)
    if (verdict == "correct") != bool(role) or (role and wish.is_empty):
        raise click.UsageError("A correction needs --role with --words, --value or --remove.")

    def say(writer: "Writer") -> Change:
        if verdict == "correct":
            return writer.state(corrected(writer, ref, [wish], reason))
        if verdict == "accept":
            return writer.state(accepted(writer, ref, reason))
        return writer.state(Review(ref, "reject", reason))

    _change(say, by, place, later=later)


@click.command()
@click.argument("subject")
@click.argument("grade", type=click.Choice((*SOURCE_GRADES, *INFORMATION_GRADES)), metavar="GRADE")
@signed
@at_ledger
def rate(subject: str, grade: str, by: str, place: str) -> None:
    """Grade a source A to F or a claim 1 to 6 (Admiralty scheme).

    A source is an outlet or speaker by name, a claim is document/claim. F and 6 say that it cannot
    be judged.
    """
    about: Literal["source", "claim"] = "source" if grade in SOURCE_GRADES else "claim"
    _change(lambda writer: writer.state(Rating(about, subject, grade)), by, place, later=True)


@click.command()
@click.argument("subject")
@click.argument("text")
@signed
@at_ledger
def note(subject: str, text: str, by: str, place: str) -> None:
    """Put a remark on a transfer, claim or document.

    TEXT has at most 1,500 characters.
    """
    _change(lambda writer: _note(writer, subject, text), by, place, later=True)


@click.command()
@click.argument("number", type=int)
@afterwards
@signed
@at_ledger
def undo(number: int, later: bool, by: str, place: str) -> None:
    """Take back a change; an undoing too.

    `headstamp history` tells the NUMBER. Where an undoing is undone, what it undid stands again.
    """
    _change(lambda writer: writer.undo(number), by, place, later=later)


def _change(say: "Callable[[Writer], Change]", by: str, place: str, *, later: bool) -> None:
    """Write what a person says, and print the change that it made."""
    from headstamp import keeping  # noqa: PLC0415 - `--help` needs no store
    from headstamp.show import statements  # noqa: PLC0415

    with opened(place) as ledger:
        try:
            change = keeping.change(ledger, say, by=by, later=later)
        except ValueError as error:
            raise misuse(error) from error
        statements.write([change], printed())


def _note(writer: "Writer", subject: str, text: str) -> Change:
    """A note on whatever goes by that id."""
    about: Literal["transfer", "claim", "document"]
    for about in ("transfer", "claim", "document"):
        try:
            return writer.state(Note(about, subject, text))
        except InputError:
            continue
    raise InputError(subject, "is no transfer, claim or document here", "see `headstamp list`")


def _claim(words: str) -> ClaimRef:
    try:
        return ClaimRef.parse(words)
    except ValueError as error:
        raise misuse(error) from error


def _party(words: str) -> str:
    from headstamp.resolve.authority import shipped  # noqa: PLC0415 - `--help` needs no tables
    from headstamp.resolve.lookup import look_up  # noqa: PLC0415

    if words in shipped().entries:
        return words
    found = look_up("party", words)
    if not isinstance(found, Party):
        raise InputError(words, "is no party that is known", "see `headstamp resolve party`")
    return found.id
