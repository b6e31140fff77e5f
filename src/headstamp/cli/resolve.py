"""`headstamp resolve` and `headstamp match`: what words mean, and whether two names are one."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import click

from headstamp.cli.lines import each_line
from headstamp.cli.parties import parties_option
from headstamp.errors import InputError
from headstamp.model.values import Unresolved, Value
from headstamp.show import harmless
from headstamp.show.answers import FIELDS, answer, sentence

THINGS = tuple(FIELDS)
NAMES = ("group", "person", "weapon", "place")


class Question(NamedTuple):
    """Words, the day they were published, the country their text is about, whom to know."""

    words: str
    on: date | None
    country: str | None
    parties: Path | None


@click.command()
@click.argument("kind", type=click.Choice(THINGS))
@click.argument("text", required=False)
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day of publication: what relative dates count from.",
)
@parties_option
@click.option("--country", metavar="CC", help="Two-letter code of the country the text is about.")
@click.option("--json", "as_json", is_flag=True, help="Print an object instead of a sentence.")
def resolve(
    kind: str,
    text: str | None,
    on: datetime | None,
    parties: Path | None,
    country: str | None,
    as_json: bool,
) -> None:
    """Say which party, materiel, place, date or quantity TEXT means, and by which rule.

    Without TEXT, lines of JSON are read from standard input: a string, or an object with `text`
    and, where they differ, `on` and `country`. One object a line comes out, in the same order.
    """
    day, code = on.date() if on else None, country.upper() if country else None
    general = Question(text or "", day, code, parties)
    if text is None:
        each_line(lambda line: _resolved(kind, _question(line, general)))
    elif as_json:
        click.echo(json.dumps(_resolved(kind, general), ensure_ascii=False))
    else:
        click.echo(harmless(sentence(_found(kind, general))))


@click.command()
@click.argument("pair", nargs=-1, metavar="[A B]")
@click.option("--kind", type=click.Choice(NAMES), help="What they are names of.")
@click.option("--json", "as_json", is_flag=True, help="Print an object instead of a sentence.")
def match(pair: tuple[str, ...], kind: str | None, as_json: bool) -> None:
    """Say whether A and B are names of one group, person, weapon or place.

    Without names, lines of JSON are read from standard input: objects with `a`, `b` and, where
    it differs, `kind`. One object a line comes out, in the same order.
    """
    if not pair:
        each_line(lambda line: _matched(line, kind))
        return
    if len(pair) != 2:
        raise click.UsageError(f"Give two names, each in quotation marks; {len(pair)} were given.")
    if kind is None:
        raise click.UsageError(f"Say what they are names of: --kind {'|'.join(NAMES)}.")
    found = _matched({"a": pair[0], "b": pair[1]}, kind)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        word = "the same" if found["same"] else "not the same"
        click.echo(f"{word} (rule {found['rule']}, score {found['score']:.2f})")


def _found(kind: str, question: Question) -> Value | Unresolved:
    from headstamp.resolve.lookup import look_up  # noqa: PLC0415 - `--help` needs no tables

    words, on, country, parties = question
    return look_up(kind, words, on=on, country=country, parties=parties)


def _resolved(kind: str, question: Question) -> dict[str, Any]:
    return {"text": question.words, **answer(kind, _found(kind, question))}


def _question(line: Any, general: Question) -> Question:
    """What a line of standard input asks; what it leaves out is as on the command line."""
    asked = {"text": line} if isinstance(line, str) else line
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise InputError("the line", "has no `text`", 'write {"text": "…"}')
    country = asked.get("country") or general.country
    on = asked.get("on")
    return general._replace(
        words=asked["text"],
        on=_day(on) if on else general.on,
        country=str(country).upper() if country else None,
    )


def _day(words: Any) -> date:
    try:
        return date.fromisoformat(words)
    except (TypeError, ValueError):
        raise InputError("the line", f"`on` is {words!r}, no day", "write YYYY-MM-DD") from None


def _matched(line: Any, general: str | None) -> dict[str, Any]:
    asked = line if isinstance(line, dict) else {}
    a, b, kind = asked.get("a"), asked.get("b"), asked.get("kind", general)
    if not isinstance(a, str) or not isinstance(b, str):
        raise InputError("the line", "has no `a` and `b`", 'write {"a": "…", "b": "…"}')
    if kind not in NAMES:
        raise InputError("the line", f"`kind` is {kind!r}", f"write one of {', '.join(NAMES)}")
    from headstamp.resolve import names  # noqa: PLC0415 - as above

    found = names.match(a, b, kind=kind)
    score = round(found.score, 3)
    return {"a": a, "b": b, "same": found.same, "score": score, "rule": found.rule}
