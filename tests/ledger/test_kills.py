"""A run that is killed at any moment leaves a ledger that opens, is whole, and goes on."""

import sys

import pytest

from evaluation.kills import kill_and_look


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
def test_nothing_is_lost_or_doubled_by_kills(place: str) -> None:
    counts = list(kill_and_look(place, kills=5, batches=6))
    assert counts == sorted(counts)
