"""How values lie in a column: packed bytes and text, moments, values of the model as JSON."""

import json
import zlib
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Dialect, LargeBinary, String, Table, TableClause, Text, column, table
from sqlalchemy.types import TypeDecorator

from headstamp.model.plain import decode, encode
from headstamp.model.transfer import Transfer


class Packed(TypeDecorator[bytes]):
    """Bytes, compressed with zlib."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Compress."""
        return None if value is None else packed(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Unpack. Raises `zlib.error` for damaged bytes."""
        return None if value is None else zlib.decompress(value)


class PackedText(TypeDecorator[str]):
    """Text, compressed: any code points, lone surrogates and NUL among them."""

    impl = Packed
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Encode; `Packed` compresses."""
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Decode what `Packed` unpacked."""
        return None if value is None else value.decode("utf-8", "surrogatepass")


class Moment(TypeDecorator[datetime]):
    """A moment with its zone, as words in UTC: they sort and compare as the moments do."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read."""
        return None if value is None else datetime.fromisoformat(value)


class Plain(TypeDecorator[Any]):
    """JSON text that a person can read in the database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write."""
        return None if value is None else written(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        """Read."""
        return None if value is None else json.loads(value)


class PackedPlain(TypeDecorator[Any]):
    """JSON text, compressed: what is only ever read whole."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Write."""
        return None if value is None else packed_plain(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        """Read. Raises `ValueError` or `zlib.error` for damaged bytes."""
        return None if value is None else unpacked_plain(value)


class PackedTransfer(TypeDecorator[Transfer]):
    """A transfer as `PackedPlain` has its plain form, read by the dozen for every page: the library
    makes it in a seventh of the time that `decode` takes.
    """

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Transfer | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Write."""
        return None if value is None else packed_plain(encode(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> Transfer | None:  # noqa: ARG002
        """Read. Raises `ValueError` or `zlib.error` for damaged bytes."""
        return None if value is None else _transfer(value)


def _transfer(data: bytes) -> Transfer:
    try:
        return _TRANSFERS.decode(zlib.decompress(data))
    except msgspec.DecodeError:  # words with a lone surrogate, which it refuses
        return decode(Transfer, unpacked_plain(data))


_TRANSFERS = msgspec.json.Decoder(Transfer)


def packed(data: bytes) -> bytes:
    """What `Packed` writes."""
    return zlib.compress(data)


def packed_text(text: str) -> bytes:
    """What `PackedText` writes."""
    return packed(text.encode("utf-8", "surrogatepass"))


def packed_plain(value: Any) -> bytes:
    """What `PackedPlain` writes."""
    return packed_text(written(value))


def unpacked_text(data: bytes) -> str:
    """What `PackedText` reads."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def unpacked_plain(data: bytes) -> Any:
    """What `PackedPlain` reads."""
    words = zlib.decompress(data)
    try:
        return msgspec.json.decode(words)
    except msgspec.DecodeError:  # words with a lone surrogate, which it refuses
        return json.loads(words.decode("utf-8", "surrogatepass"))


def taking_packed(stored: Table) -> TableClause:
    """A table for whose rows what lies packed is packed already."""
    return table(
        stored.name,
        *(
            column(each.name, LargeBinary if isinstance(each.type, _PACKED) else each.type)
            for each in stored.c
        ),
    )


_PACKED = (Packed, PackedText, PackedPlain, PackedTransfer)


def written(value: Any) -> str:
    """Compact JSON in letters; in escapes where a lone surrogate would not fit into UTF-8."""
    words = _IN_LETTERS.encode(value)
    return words if storable(words) == words else json.dumps(value, separators=(",", ":"))


_IN_LETTERS = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def storable(words: str) -> str:
    """`words` as both stores take them: U+FFFD in the place of NUL and of lone surrogates."""
    return words.replace("\0", "\ufffd").encode("utf-8", "surrogatepass").decode("utf-8", "replace")
