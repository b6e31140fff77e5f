"""Apache Parquet for analysis: one row a claim, with what its transfer comes to beside it.

Group by `transfer` and count `origins`, not rows: eight claims that retell one agency are one
origin. `arguments` holds every role with its words and what they resolve to; days are dates,
quantities numbers, so that a query needs no parsing.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from headstamp.export.entry import Entry
from headstamp.export.exporter import lacking
from headstamp.export.facts import certainty, party_name
from headstamp.export.words import whole
from headstamp.model import Argument, Claim
from headstamp.model.transfer import Member
from headstamp.model.values import Interval, Materiel, Party, Place, Quantity

GROUP_ROWS = 20_000
"""Rows held at a time: some 50 MB."""


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """A file of row groups. Raises `Permanent` where pyarrow is not installed."""
    try:
        import pyarrow  # noqa: PLC0415 - an extra
        import pyarrow.parquet  # noqa: PLC0415 - an extra
    except ImportError:
        raise lacking("parquet", "pyarrow") from None
    schema = _schema(pyarrow)
    found = (row for entry in entries for row in rows(entry))
    with pyarrow.parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while group := list(islice(found, GROUP_ROWS)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))


def rows(entry: Entry) -> Iterator[dict[str, Any]]:
    """A row for each claim of the entry, in the order of its members."""
    transfer = entry.transfer
    shared = {
        "transfer": transfer.id,
        "transfer_kind": transfer.kind,
        "part_of": transfer.part_of,
        "certainty": certainty(entry),
        "origins": len(transfer.origins),
        "reports": len(transfer.reports),
        "denials": len(transfer.denials),
    }
    for member in transfer.members:
        yield _whole(shared | _claim(entry, member))


def _claim(entry: Entry, member: Member) -> dict[str, Any]:
    claim = entry.claims[member.claim]
    document = entry.documents[member.claim.document]
    return {
        "document": document.id,
        "claim": claim.id,
        "stance": member.stance,
        "outlet": document.outlet,
        "url": document.url,
        "published": document.published.day,
        "language": document.language,
        "kind": claim.kind,
        "trigger": entry.words_of(member.claim),
        "start": claim.trigger.start,
        "end": claim.trigger.end,
        "sentence": claim.sentence.of(document.text),
        "factuality": claim.factuality,
        "time": claim.time,
        "score": claim.score,
        "speakers": _speakers(claim),
        "arguments": [row for argument in claim.arguments for row in _argument(argument)],
    }


def _speakers(claim: Claim) -> list[dict[str, Any]]:
    return [
        {
            "kind": speaker.kind,
            "words": speaker.stands_for_words or speaker.words,
            "party": speaker.party.id if isinstance(speaker.party, Party) else None,
        }
        for speaker in claim.speakers
    ]


def _argument(argument: Argument) -> Iterator[dict[str, Any]]:
    shared = {
        "role": argument.role,
        "words": argument.words,
        "start": argument.span.start,
        "end": argument.span.end,
        "stands_for": argument.stands_for_words,
    }
    for value in argument.values or (None,):
        row: dict[str, Any] = dict.fromkeys(_VALUES) | shared
        match value:
            case Party():
                row |= {"party": value.id, "name": party_name(value)}
            case Materiel():
                row |= {"name": value.designation, "category": value.category}
                row |= {"un_register": value.un_register}
            case Place():
                row |= {"name": value.name, "country": value.country}
                row |= {"latitude": value.latitude, "longitude": value.longitude}
            case Interval():
                row |= {"earliest": value.earliest, "latest": value.latest}
                row |= {"approximate": value.approximate}
            case Quantity():
                row |= {"low": value.low, "high": value.high, "unit": value.unit}
                row |= {"approximate": value.approximate}
        yield row


_VALUES = {
    "party": "string", "name": "string", "category": "string", "un_register": "string",
    "country": "string", "latitude": "float64", "longitude": "float64", "earliest": "date32",
    "latest": "date32", "low": "float64", "high": "float64", "unit": "string",
    "approximate": "bool_",
}  # fmt: skip
_ARGUMENT = {
    "role": "string", "words": "string", "start": "int32", "end": "int32", "stands_for": "string",
    **_VALUES,
}  # fmt: skip
_SPEAKER = {"kind": "string", "words": "string", "party": "string"}
_COLUMNS = {
    "transfer": "string", "transfer_kind": "string", "part_of": "string", "certainty": "string",
    "origins": "int32", "reports": "int32", "denials": "int32", "document": "string",
    "claim": "string", "stance": "string", "outlet": "string", "url": "string",
    "published": "date32", "language": "string", "kind": "string", "trigger": "string",
    "start": "int32", "end": "int32", "sentence": "string", "factuality": "string",
    "time": "string", "score": "float64",
}  # fmt: skip


def _schema(pyarrow: Any) -> Any:
    """The columns and their types."""

    def typed(names: dict[str, str]) -> list[tuple[str, Any]]:
        return [(name, getattr(pyarrow, type_)()) for name, type_ in names.items()]

    return pyarrow.schema([
        *typed(_COLUMNS),
        ("speakers", pyarrow.list_(pyarrow.struct(typed(_SPEAKER)))),
        ("arguments", pyarrow.list_(pyarrow.struct(typed(_ARGUMENT)))),
    ])  # fmt: skip


def _whole(value: Any) -> Any:
    """The row without lone surrogates, which Parquet's UTF-8 cannot hold."""
    match value:
        case str():
            return whole(value)
        case list():
            return [_whole(each) for each in value]
        case dict():
            return {name: _whole(each) for name, each in value.items()}
    return value
