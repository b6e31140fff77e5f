"""Entries of the ledger → files that the rest of the world reads: one module and one line a format.

An exporter is a function of entries and nothing else: the same entries give the same bytes.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from headstamp.errors import InputError
from headstamp.export import (
    annotation,
    ftm,
    geojson,
    graphml,
    jsonl,
    parquet,
    plover,
    register,
    stix,
    text,
)
from headstamp.export.entry import Entry, in_order
from headstamp.export.exporter import Exporter, Form

__all__ = ["EXPORTERS", "FORMATS", "Entry", "Exporter", "Form", "export"]

EXPORTERS: tuple[Exporter, ...] = (
    Exporter(
        "register",
        (Form(".csv", register.write_csv), Form(".xlsx", register.write_xlsx, "openpyxl")),
    ),
    Exporter("jsonl", (Form(".jsonl", jsonl.write),)),
    Exporter("parquet", (Form(".parquet", parquet.write, "pyarrow"),)),
    Exporter("ftm", (Form(".ftm.json", ftm.write),)),
    Exporter("stix", (Form(".json", stix.write),)),
    Exporter("geojson", (Form(".geojson", geojson.write),)),
    Exporter("graphml", (Form(".graphml", graphml.write),)),
    Exporter("annotation", (Form(".jsonld", annotation.write),)),
    Exporter("plover", (Form(".jsonl", plover.write),)),
    Exporter("text", (Form(".txt", text.write),)),
)
FORMATS: tuple[str, ...] = tuple(exporter.name for exporter in EXPORTERS)


def export(format: str, entries: Iterable[Entry], output: Path) -> None:
    """Write `entries`, which come by rising id of their transfers, to `output` in one of `FORMATS`.

    The end of the name tells the form where a format has several (`.xlsx`). The file is whole or
    not there: it takes its name only when all is written. Raises `InputError` where it cannot be
    written, `Permanent` where a library is not installed, `ValueError` for entries out of order.
    """
    exporter = next(exporter for exporter in EXPORTERS if exporter.name == format)
    form = exporter.form(output.suffix)
    try:
        with _arriving(output) as out:
            form.write(in_order(entries), out)
    except OSError as error:
        problem = f"cannot be written: {error.strerror or error}"
        raise InputError(str(output), problem, "write to another file") from error


@contextmanager
def _arriving(output: Path) -> Iterator[BinaryIO]:
    """A file beside `output` that takes its name at the end, and is gone after a failure."""
    made = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        with made.open("xb") as out:
            yield out
        made.replace(output)
    finally:
        made.unlink(missing_ok=True)
