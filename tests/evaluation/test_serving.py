"""What measures the workbench: a real server, asked for a second what people ask of it."""

from pathlib import Path

import pytest

from evaluation import serving
from tests.serve.made import crowd


def test_every_request_of_the_measurement_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = crowd(tmp_path / "ledger.sqlite", documents=60)
    for name, few in (("RATE", 20), ("FIRST_VIEWS", 5), ("REVIEWERS", 4), ("REVIEWS_EACH", 2)):
        monkeypatch.setattr(serving, name, few)
    first, mixed, reviewers = serving.measured(str(place), seconds=1)
    assert first["page_kb"]
    assert (mixed["requests"], mixed["statuses"]) == (20, {"200": 20})
    assert reviewers["lost"] == 0
    assert reviewers["kept"]
