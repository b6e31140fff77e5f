"""An input before anybody knows what it is: its name, its first bytes, and the rest to come."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from headstamp.errors import InputError

HEAD_BYTES = 4096
"""Enough to tell the formats apart, and for a page to have named its encoding."""


@dataclass(frozen=True, slots=True)
class Raw:
    """One input as it came in.

    `source` is its name as the user gave it. `head` holds the first bytes, already taken from
    `stream`. `media_type`, `charset` and `url` are what a web server said, None otherwise. `kept`
    gathers the bytes of each document by their digest; None where nobody wants them.
    """

    source: str
    head: bytes
    stream: BinaryIO
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    kept: dict[str, bytes] | None = None

    @classmethod
    def of_stream(cls, source: str, stream: BinaryIO) -> "Raw":
        """Begin to read an open file or standard input."""
        return cls(source, stream.read(HEAD_BYTES), stream)

    @classmethod
    def of_bytes(
        cls,
        source: str,
        data: bytes,
        *,
        media_type: str | None = None,
        charset: str | None = None,
        url: str | None = None,
    ) -> "Raw":
        """Wrap bytes that are already in memory."""
        stream = BytesIO(data)
        return cls(source, stream.read(HEAD_BYTES), stream, media_type, charset, url)

    def whole(self, limit_bytes: int) -> bytes:
        """All the bytes, once. `InputError` when there are none, or more than the limit."""
        data = self.head + self.stream.read(limit_bytes + 1 - len(self.head))
        if not data.strip():
            raise InputError(self.source, "is empty", "give an input with text in it")
        if len(data) > limit_bytes:
            raise InputError(
                self.source,
                f"is larger than {limit_bytes // 1_000_000} MB, the most that is read in one piece",
                "give the article alone, or cut the file into parts",
            )
        return data

    def lines(self, limit_bytes: int) -> Iterator[bytes]:
        """The lines one by one, without holding the whole; one over the limit comes cut off."""
        *full, rest = self.head.split(b"\n")
        for line in full:
            yield line + b"\n"
        yield rest + self.stream.readline(limit_bytes)
        while line := self.stream.readline(limit_bytes):
            yield line

    def digest(self, data: bytes) -> str:
        """The SHA-256, in hex, of the bytes that one document comes from: all, or one record."""
        digest = hashlib.sha256(data).hexdigest()
        if self.kept is not None:
            self.kept[digest] = data
        return digest
