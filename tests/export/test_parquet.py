"""Parquet as pyarrow reads it."""

import io
from datetime import date

import pyarrow.parquet
from hypothesis import given

from headstamp.export import Entry, parquet
from tests.export.conftest import entries, written


def test_a_row_a_claim_with_typed_values(entry: Entry) -> None:
    first, second = pyarrow.parquet.read_table(io.BytesIO(written("parquet", entry))).to_pylist()
    assert (first["stance"], second["stance"]) == ("asserts", "denies")
    assert (first["transfer"], first["origins"], first["denials"]) == ("t01", 1, 1)
    assert first["published"] == date(2018, 10, 25)
    by_role = {argument["role"]: argument for argument in first["arguments"]}
    assert by_role["quantity"]["low"] == 20
    assert by_role["date"]["latest"] == date(2018, 8, 31)
    assert by_role["recipient"]["party"] == "grey-lanterns"


@given(entries())
def test_every_row_comes_back(entry: Entry) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(written("parquet", entry)))
    assert table.to_pylist() == list(parquet.rows(entry))
