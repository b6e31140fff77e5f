"""Everything about every document, as one JSON object for programs.

    {"headstamp": version, "documents": [{"document", "reading", "claims", "findings"}, …]}

The fields are those of `headstamp.model`, under their own names. A span is
`{"start", "end", "words"}`: code points of the document's `text`, and the words that stand there.
What words resolve to says what it `is`: `Party`, `Materiel`, `Place`, `Interval`, `Quantity`, or
`Unresolved` with the reason.
"""

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from importlib.metadata import version
from typing import Any, TextIO

from headstamp.model import Extract, Span
from headstamp.model.values import Unresolved, Value


def write(extracts: Iterable[Extract], out: TextIO) -> None:
    """One object; each document is written as it comes."""
    out.write(f'{{"headstamp": {json.dumps(version("headstamp"))}, "documents": [')
    separator = "\n"
    for extract in extracts:
        out.write(separator + json.dumps(entry(extract), ensure_ascii=False))
        out.flush()
        separator = ",\n"
    out.write("\n]}\n")


def entry(extract: Extract) -> dict[str, Any]:
    """One document with what was found in it."""
    text = extract.document.text
    return {field.name: plain(getattr(extract, field.name), text) for field in fields(extract)}


def plain(value: object, text: str) -> Any:
    """`value` as JSON has it; spans with their words in `text`."""
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "words": value.of(text)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, tuple):
        return [plain(member, text) for member in value]
    if is_dataclass(value):
        named = {"is": type(value).__name__} if isinstance(value, Value | Unresolved) else {}
        return named | {f.name: plain(getattr(value, f.name), text) for f in fields(value)}
    return value
