"""A workbook saved so that the same cells are the same bytes: nothing in it tells the hour."""

import re
import shutil
from tempfile import TemporaryFile
from typing import BinaryIO, Protocol
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:\w+[^>]*>)[^<]*(</dcterms:)")


class Saves(Protocol):
    """A workbook of openpyxl, which writes a zip archive (ECMA-376)."""

    def save(self, filename: BinaryIO) -> None:
        """Write all of it."""


def save(book: Saves, out: BinaryIO) -> None:
    """Save `book` to `out`, every moment in it set to the first that a zip archive knows."""
    with TemporaryFile() as made:
        book.save(made)
        with ZipFile(made) as timed, ZipFile(out, "w", ZIP_DEFLATED) as timeless:
            for name in timed.namelist():
                member = ZipInfo(name, _EPOCH)
                member.compress_type = ZIP_DEFLATED
                if name == _PROPERTIES:
                    told = _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", timed.read(name))
                    timeless.writestr(member, told)
                    continue
                with timed.open(name) as old, timeless.open(member, "w", force_zip64=True) as new:
                    shutil.copyfileobj(old, new)
