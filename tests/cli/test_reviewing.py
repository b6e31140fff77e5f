"""What people say of claims, and take back."""

import json
from pathlib import Path

from tests.cli.conftest import done, listed, rockets, run, whole


def test_a_judgement_parts_and_undoing_joins_again(ledger: Path) -> None:
    before = whole(ledger)
    said = done("judge", "first/c1", "second/c1", "different", "--by", "anna", ledger=ledger)
    number = said.split()[0]
    assert len(listed(ledger)) > len(before)
    assert f"undid change {number}" in done("undo", number, "--by", "bela", ledger=ledger)
    assert whole(ledger) == before
    assert "bela" in done("history", "first/c1", ledger=ledger)
    again = run("undo", number, ledger=ledger)
    assert again.exit_code == 1
    assert "undone already" in again.stderr


def test_reviews_correct_reject_and_are_undone(ledger: Path) -> None:
    before = whole(ledger)
    done("review", "first/c1", "accept", ledger=ledger)
    assert rockets(ledger)["reviewed"] == "partly"
    value = ("--role", "supplier", "--value", "Syria", "--reason", "a slip")
    said = done("review", "first/c1", "correct", *value, ledger=ledger)
    assert "Syria" in said
    done(
        "review", "first/c1", "correct", "--role", "date", "--words", "January 2025", ledger=ledger
    )
    told = json.loads(done("show", "first/c1", "--json", ledger=ledger))
    roles = {a["role"]: a for a in told["said"]["first/c1"]["arguments"]}
    assert roles["supplier"]["value"]["canonical"] == "Syria"
    done("review", "first/c2", "reject", "--reason", "not of this", ledger=ledger)
    assert all(c["id"] != "first/c2" for e in listed(ledger) for c in e["claims"])
    for number in (7, 6, 5, 4):  # the three documents are changes 1 to 3
        done("undo", number, ledger=ledger)
    assert whole(ledger) == before


def test_grades_and_notes_stand_in_the_history(ledger: Path) -> None:
    id = rockets(ledger)["id"]
    done("rate", "Halden Wire", "B", ledger=ledger)
    done("rate", "first/c1", "2", ledger=ledger)
    for subject in (id, "first/c1", "first"):
        done("note", subject, f"about {subject}", ledger=ledger)
    assert "graded Halden Wire B" in done("history", "Halden Wire", ledger=ledger)
    told = done("show", id, ledger=ledger)
    assert "about first/c1" in told
    assert "graded first/c1 2" in told
    assert run("note", "nothing", "words", ledger=ledger).exit_code == 1
