"""Documents that come in with their readings: by how many processes ever, the same is kept."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from headstamp import incoming, keeping
from headstamp.ledger.adding import Added
from headstamp.ledger.ledger import Ledger
from headstamp.model import Extract
from headstamp.model.values import Party

PARTIES = """\
- id: x-1
  name: Green Banner
  kind: group
"""


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that some records are made ready here and the others are not, a few at a time."""
    monkeypatch.setattr(incoming, "ALONE", 3)
    monkeypatch.setattr(incoming, "AT_ONCE", 2)
    monkeypatch.setattr(keeping, "BATCH_DOCUMENTS", 2)


@pytest.fixture(params=[1, 2], ids=["here", "in processes"])
def processes(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    held = Ledger(tmp_path / "ledger.sqlite")
    yield held
    held.close()


def record(number: int, trigger: str = "sent") -> dict[str, Any]:
    claim = {"id": "c1", "kind": "transfer", "trigger": trigger, "factuality": "CT+"}
    claim |= {"time": "past", "roles": {"supplier": ["Iran"], "recipient": ["Green Banner"]}}
    text = f"Iran sent {number} rockets to Green Banner, and sold it mortars."
    return {"id": f"d{number}", "text": text, "language": "en", "claims": [claim]}


def take(
    ledger: Ledger, folder: Path, *records: dict[str, Any], **options: Any
) -> tuple[list[Added], list[str]]:
    """Add the records: what that changed, and what was said of those that do not fit."""
    file = folder / "readings.jsonl"
    file.write_text("".join(f"{json.dumps(each)}\n" for each in records), encoding="utf-8")
    outcomes = incoming.given_readings(ledger, str(file), **options)
    told = list(keeping.keep(ledger, outcomes, by="anna"))
    failed = [str(each).removeprefix(str(file)) for each in told if not isinstance(each, Added)]
    return [each for each in told if isinstance(each, Added)], failed


def extracts(ledger: Ledger) -> list[Extract]:
    with ledger.reading() as view:
        assert not list(view.verify())
        return list(view.extracts(view.document_ids()))


def test_what_does_not_fit_is_told_in_its_place_and_the_others_are_kept(
    processes: int, ledger: Ledger, tmp_path: Path
) -> None:
    unread = {"id": "d9", "text": "Words."}
    bad = {1: record(1, "shipped"), 4: {"text": " "}, 5: record(5, "gave"), 9: unread}
    records = [bad.get(number, record(number)) for number in range(12)]
    _, failed = take(ledger, tmp_path, *records, processes=processes)
    assert [sentence.partition(";")[0] for sentence in failed] == [
        ", record d1: the trigger of c1, 'shipped', is not in the text",
        ':5: has no words in a field "text"',
        ", record d5: the trigger of c1, 'gave', is not in the text",
        ": d9 has no claims",
    ]
    with ledger.reading() as view:
        ids = list(view.document_ids())
    assert ids == [f"d{number}" for number in range(12) if number not in bad]


def test_one_s_own_parties_are_known(processes: int, ledger: Ledger, tmp_path: Path) -> None:
    parties = tmp_path / "parties.yaml"
    parties.write_text(PARTIES, encoding="utf-8")
    records = [record(number) for number in range(8)]
    take(ledger, tmp_path, *records, parties=parties, processes=processes)
    held = [argument for each in extracts(ledger) for argument in each.claims[0].arguments]
    named = [each.value.id for each in held if isinstance(each.value, Party)]
    assert named.count("x-1") == len(records)


def test_a_further_reading_is_one_of_the_document_that_is_there(
    processes: int, ledger: Ledger, tmp_path: Path
) -> None:
    records = [record(number) for number in range(8)]
    again = [record(7, "sold"), record(7, "sold"), records[6]]
    added, failed = take(ledger, tmp_path, *records, *again, processes=processes)
    assert failed == []
    told = [reread for each in added for reread in each.rereadings]
    assert [(reread.document, reread.changed) for reread in told] == [("d7", ())]
    assert sum(each.known for each in added) == 2
    assert len(extracts(ledger)) == len(records)
