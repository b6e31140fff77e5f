"""Bytes to text: which encoding they are in, and a clear refusal when they are no text."""

import codecs

from headstamp.errors import InputError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, source: str, *, declared: str | None = None) -> str:
    """The text of the bytes.

    A byte order mark is believed first, then what the server or the page declares, then UTF-8.
    """
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    for name in filter(None, (marked, declared, "utf-8")):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise InputError(source, "is not in UTF-8", "save it as UTF-8")
