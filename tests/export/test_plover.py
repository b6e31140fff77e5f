"""PLOVER rows against the manual's table of fields."""

import json
from datetime import date
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from headstamp.export import Entry
from headstamp.export.plover import event
from headstamp.model.transfer import Member
from tests.export.conftest import DENIED, claim, document, entries, story, written
from tests.export.schemas import PLOVER


def only(stance: str, day: date | None, **fields: Any) -> Entry:
    """A transfer that one claim without roles speaks of."""
    whole = story()
    ref = whole.transfer.members[1].claim
    transfer = story(members=(Member(ref, stance),), denials=(), repeats=()).transfer  # type: ignore[arg-type]
    return Entry(
        transfer, {ref: claim(DENIED, "sent", **fields)}, {"two": document("two", DENIED, day)}
    )


def test_a_delivery_is_aid(entry: Entry) -> None:
    row = event(entry)
    assert row is not None
    assert (row["event"], row["quad_code"]) == (["AID"], 2)
    assert (row["date"], row["enddate"]) == ("2018-08-01", "2018-08-31")
    assert row["actor"] == [
        {"entity_text": "Iran", "identifier_id": "iran", "identifier_text": "Iran", "sector": "GOV"}
    ]
    assert row["event_loc"]["loc_text"] == "Bushehr"
    assert row["comment"] == "1 independent origins, 1 reports, 1 denials; certain"


@pytest.mark.parametrize(
    ("stance", "factuality", "time", "event_", "context"),
    [
        ("denies", "CT-", "past", "AID", ["negation"]),
        ("open", "UU", "past", "AGREE", ["hypothetical"]),
        ("asserts", "CT+", "future", "AGREE", ["future"]),
    ],
)
def test_doubt_is_told_in_plover_s_words(
    stance: str, factuality: str, time: str, event_: str, context: list[str]
) -> None:
    row = event(only(stance, date(2018, 10, 27), factuality=factuality, time=time))
    assert row is not None
    assert (row["event"], row["context"]) == ([event_], context)


def test_a_day_of_publication_is_never_silent() -> None:
    row = event(only("asserts", date(2018, 10, 27)))
    assert row is not None
    assert row["date"] == "2018-10-27"
    assert row["comment"].endswith("date is that of publication")


def test_without_any_day_there_is_no_row() -> None:
    assert event(only("asserts", None)) is None


@given(entries())
def test_every_row_is_as_the_manual_says(entry: Entry) -> None:
    for line in written("plover", entry).decode().splitlines():
        jsonschema.validate(json.loads(line), PLOVER)
