"""Lists, transfers and finds as people and programs see them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import done, listed, rockets


def test_a_transfer_is_shown_for_people(made: Path) -> None:
    told = done("show", rockets(made)["id"], ledger=made)
    assert "Who says so: 1 independent origin in 2 reports" in told
    assert "Denied by" in told
    assert "\x1b" not in told
    assert all(len(line) <= 80 for line in told.splitlines())


def test_a_list_is_shown_for_people(made: Path) -> None:
    told = done("list", ledger=made)
    assert "1 of 2" in told
    assert "1 denial" in told
    assert told.endswith("2 transfers\n")
    assert "1 more with --limit 2" in done("list", "--limit", "1", ledger=made)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (["--party", "Houthis"], 1),
        (["--party", "the Iranians", "--role", "recipient"], 0),
        (["--category", "helicopter"], 1),
        (["--kind", "transfer", "--origins", "1"], 2),
        (["--country", "Chad"], 1),
        (["--since", "2025-01-15", "--until", "2025-02-01"], 1),
        (["--certainty", "denied"], 0),
        (["--reviewed", "no", "--sort", "origins"], 2),
        (["--denied", "yes", "--sort", "queue"], 1),
        (["--denied", "no"], 1),
        (["--outlet", "sahel POST"], 1),
        (["--speaker", "nobody at all"], 0),
        (["--limit", "1"], 1),
    ],
)
def test_filters_keep_what_passes(made: Path, filters: list[str], count: int) -> None:
    assert len(listed(made, *filters)) == count


def test_words_are_searched(made: Path) -> None:
    assert "second" in done("search", "diplomat", ledger=made)
    hits = json.loads(done("search", "houthis", "iran", "--json", ledger=made))
    assert {hit["document"] for hit in hits} == {"first", "second"}
    assert "No document" in done("search", "submarine", ledger=made)
