"""Files sent while they are written: who stops listening stops the writing, faults are told."""

import threading
import time
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import pytest

from headstamp.errors import InputError
from headstamp.export import Entry, Form
from headstamp.ledger.ledger import Filters, Ledger
from headstamp.serve.exported import streamed


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    held = Ledger(place)
    yield held
    held.close()


def test_who_stops_listening_stops_the_writing(ledger: Ledger) -> None:
    def endless(_entries: Iterable[Entry], out: BinaryIO) -> None:
        while True:
            out.write(b"a" * 4096)

    before = threading.active_count()
    pieces = streamed(ledger, Form(".txt", endless), Filters())
    assert next(pieces).startswith(b"a")
    pieces.close()
    until = time.monotonic() + 10
    while threading.active_count() > before and time.monotonic() < until:
        time.sleep(0.01)
    assert threading.active_count() == before


def test_a_fault_is_raised_where_the_pieces_are_taken(ledger: Ledger) -> None:
    def broken(_entries: Iterable[Entry], out: BinaryIO) -> None:
        out.write(b"begun")
        raise InputError("the disk", "is full", "make room")

    pieces = streamed(ledger, Form(".txt", broken), Filters())
    assert next(pieces) == b"begun"
    with pytest.raises(InputError, match="is full"):
        next(pieces)
