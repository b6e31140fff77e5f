"""Three records with readings, a ledger of them, and the commands run in a few words."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from headstamp import cli

FIRST = """\
Rockets for Yemen

Iran sent 40 rockets to the Houthis in January 2025, Halden Wire reported.

Iran denied having sent any rockets to the Houthis."""
SECOND = "Iran sent 40 rockets to the Houthis in January 2025, a diplomat said."
THIRD = "France delivered two helicopters to Chad in May 2019."


def claim(id: str, trigger: str, by: str | None = None, **fields: Any) -> dict[str, Any]:
    said = {"kind": "transfer", "factuality": "CT+", "time": "past"}
    said |= {name: fields.pop(name) for name in list(fields) if name in said}
    roles = {role: [words] for role, words in fields.items()}
    return {"id": id, "trigger": trigger, "roles": roles, "by": by} | said


ROCKETS = {"supplier": "Iran", "recipient": "the Houthis", "materiel": "rockets"}
COUNTED = ROCKETS | {"materiel": "40 rockets", "quantity": "40", "date": "January 2025"}


def record(id: str, text: str, day: str, outlet: str, *claims: dict[str, Any]) -> dict[str, Any]:
    named = {"id": id, "text": text, "published": day, "outlet": outlet, "language": "en"}
    return named | {"claims": list(claims), "attributions": []}


RECORDS = [
    record(
        "first",
        FIRST,
        "2025-02-02",
        "The Karst Courier",
        claim("c1", "sent@1", **(COUNTED | {"materiel": "rockets"})),
        claim("c2", "sent@2", **ROCKETS, factuality="CT-"),
    ),
    record(
        "second",
        SECOND,
        "2025-02-01",
        "Halden Wire",
        claim("c1", "sent", **(COUNTED | {"materiel": "rockets"})),
    ),
    record(
        "third",
        THIRD,
        "2019-06-01",
        "Sahel Post",
        claim("c1", "delivered", supplier="France", recipient="Chad", materiel="helicopters"),
    ),
]


def run(*arguments: object, ledger: Path | None = None, **options: Any) -> Result:
    words = [str(argument) for argument in arguments]
    words += ["--ledger", str(ledger)] if ledger else []
    return CliRunner().invoke(cli.main, words, **options)


def done(*arguments: object, **options: Any) -> str:
    """What a command prints that must succeed."""
    result = run(*arguments, **options)
    assert result.exit_code == 0, result.output
    return result.stdout


def listed(ledger: Path, *filters: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(done("list", "--json", *filters, ledger=ledger))
    return found


def whole(ledger: Path) -> list[dict[str, Any]]:
    return sorted(listed(ledger), key=lambda entry: str(entry["id"]))


def rockets(ledger: Path) -> dict[str, Any]:
    return next(entry for entry in listed(ledger) if "first" in entry["reports"])


def write(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(f"{json.dumps(each)}\n" for each in records), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("readings") / "readings.jsonl", *RECORDS)


@pytest.fixture(scope="session")
def made(readings: Path) -> Path:
    """A ledger of the three records, not to be written to."""
    path = readings.with_name("made.sqlite")
    done("add", "--readings", readings, "--by", "anna", ledger=path)
    return path


@pytest.fixture
def ledger(made: Path, tmp_path: Path) -> Path:
    """A ledger of the three records, to be changed."""
    return Path(shutil.copy(made, tmp_path / "ledger.sqlite"))
