"""Who must log in to the workbench that `headstamp serve` opens, and how many processes answer."""

from pathlib import Path
from typing import Any

import pytest

from headstamp.cli.serve import fitting
from headstamp.serve import running
from headstamp.serve.settings import Settings
from tests.cli.conftest import run

PASSWORD = "correct horse battery"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """The settings of the servers that would have started."""
    started: list[Settings] = []

    def run(settings: Settings, **_options: Any) -> None:
        started.append(settings)

    monkeypatch.setattr(running, "run", run)
    return started


@pytest.mark.parametrize(
    ("options", "must_log_in"),
    [
        ([], False),
        (["--host", "localhost"], False),
        (["--host", "::1"], False),
        (["--name", "localhost"], False),
        (["--accounts"], True),
        (["--host", "0.0.0.0"], True),
        (["--host", "192.0.2.7"], True),
        (["--name", "ledger.example"], True),
    ],
)
def test_people_log_in_wherever_others_can_reach_it(
    made: Path, started: list[Settings], options: list[str], must_log_in: bool
) -> None:
    result = run("serve", *options, ledger=made)
    assert result.exit_code == 0, result.output
    assert [settings.accounts for settings in started] == [must_log_in]
    assert ("headstamp users add" in result.stderr) == must_log_in


@pytest.mark.parametrize("options", [["--host", "0.0.0.0"], ["--name", "ledger.example"]])
def test_nobody_opens_it_to_others_without_a_login(
    made: Path, started: list[Settings], options: list[str]
) -> None:
    result = run("serve", "--no-accounts", *options, ledger=made)
    assert result.exit_code == 2
    assert "people must log in there" in result.stderr
    assert started == []


def test_where_there_are_users_none_is_asked_for(ledger: Path, started: list[Settings]) -> None:
    words = ("users", "add", "anna", "--password-file", "-")
    assert run(*words, ledger=ledger, input=PASSWORD).exit_code == 0
    assert run("serve", "--accounts", ledger=ledger).stderr == ""
    assert len(started) == 1


@pytest.mark.parametrize(
    ("claims", "cores", "count"), [(20_000, 8, 1), (20_001, 2, 2), (1_000_000, 8, 4)]
)
def test_a_large_ledger_is_answered_from_by_several(claims: int, cores: int, count: int) -> None:
    assert fitting(claims, cores=cores) == count
