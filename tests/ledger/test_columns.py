"""Columns that a library reads hold what our own plain form holds, whatever words come in."""

import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from headstamp.ledger.columns import PackedTransfer, packed_plain, unpacked_plain
from headstamp.model.transfer import ClaimRef, Denial, Member, Origin, Repeat, Transfer, Variant

COLUMN, DIALECT = PackedTransfer(), sqlite.dialect()
REF = ClaimRef("a/b", "c1")
TRANSFER = Transfer(
    id="t1",
    kind="transfer",
    members=(Member(REF, "asserts"),),
    links=(),
    origins=(Origin("o1", "An Agency", "agency", None, ("a/b",)),),
    repeats=(),
    denials=(Denial(REF, "a minister", None),),
    variants=(Variant("supplier", "Iran", (REF,)),),
)


@given(st.text(st.characters(codec=None)), st.none() | st.text())
def test_what_is_written_is_read(words: str, part_of: str | None) -> None:
    """Among all words are lone surrogates, which the library refuses and our own form keeps."""
    told = Repeat("a/b", "o1", "citation", words)
    transfer = replace(TRANSFER, repeats=(told,), part_of=part_of)
    stored = COLUMN.process_bind_param(transfer, DIALECT)
    assert COLUMN.process_result_value(stored, DIALECT) == transfer


@pytest.mark.parametrize("damaged", [b"{", b'{"id": 5}', b"\xff"])
def test_damage_is_told(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r"char|decode|Transfer"):
        COLUMN.process_result_value(zlib.compress(damaged), DIALECT)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
                    | st.text(st.characters(codec=None)), st.lists))  # fmt: skip
def test_what_is_packed_is_unpacked(value: object) -> None:
    assert repr(unpacked_plain(packed_plain(value))) == repr(value)
