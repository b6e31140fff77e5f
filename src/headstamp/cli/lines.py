"""JSON lines in, JSON lines out: how commands answer in bulk."""

import json
import sys
from collections.abc import Callable
from typing import Any

import click

from headstamp.errors import InputError

LONGEST_LINE = 1_000_000
"""Characters; a longer line is no question."""


def each_line(respond: Callable[[Any], dict[str, Any]]) -> None:
    """Answer every line of standard input with one of JSON, in order; empty lines are skipped.

    A line that cannot be answered gets an object with an `error`, is told on standard error, and
    the others go on; the exit status is then 1.
    """
    if sys.stdin.isatty():
        raise click.UsageError("Name what to look up, or pipe lines of JSON in.")
    failed = False
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        try:
            found = respond(_parsed(line))
        except InputError as error:
            failed = True
            said = str(InputError(f"line {number}", error.problem, error.mend))
            found = {"error": said}
            click.echo(said, err=True)
        click.echo(json.dumps(found, ensure_ascii=False))
    if failed:
        sys.exit(1)


def _parsed(line: str) -> Any:
    if len(line) > LONGEST_LINE:
        raise InputError("the line", "is too long", f"keep it under {LONGEST_LINE:,} characters")
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise InputError("the line", "is not JSON", "write one JSON value a line") from None
