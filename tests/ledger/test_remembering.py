"""What is remembered of a version of the ledger is what that version says, to all who see it."""

import pytest
from sqlalchemy import Connection

from headstamp.ledger import valuing
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.remembering import MOST, Memory
from headstamp.model.transfer import Rating


def test_a_version_is_forgotten_with_the_next() -> None:
    memory = Memory()
    memory.of(1)["total"] = 7
    assert memory.of(1) == {"total": 7}
    assert memory.of(2) == {}
    assert memory.of(1) == {}


def test_not_more_is_kept_than_there_is_room_for() -> None:
    memory = Memory()
    memory.of(1).update((number, number) for number in range(MOST))
    assert memory.of(1) == {}


def test_the_same_is_asked_once_of_a_version(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def watched(_connection: Connection, name: str, *_more: object) -> dict[str, int]:
        asked.append(name)
        return {}

    monkeypatch.setattr(valuing, "_values", watched)
    for _ in range(2):
        with ledger.reading() as view:
            view.values("party")
            view.values("country")
    assert asked == ["party", "country"]
    with ledger.writing(by="ana") as writer:
        writer.state(Rating("source", "The Wire", "B"))
    with ledger.reading() as view:
        view.values("party")
    assert asked == ["party", "country", "party"]


def test_a_rating_is_seen_at_once(ledger: Ledger) -> None:
    for grade in "BC":
        with ledger.writing(by="ana") as writer:
            writer.state(Rating("source", "The Wire", grade))
        with ledger.reading() as view:
            assert view.ratings()["The Wire"].grade == grade
