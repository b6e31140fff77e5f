"""The ledger from the command line: what is added, listed, said, undone, and what goes wrong."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from headstamp import cli, keeping
from headstamp.ledger.ledger import Ledger
from tests.conftest import EveryRocket

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


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("readings") / "readings.jsonl", *RECORDS)


@pytest.fixture(scope="module")
def made(readings: Path) -> Path:
    """A ledger of the three records, not to be written to."""
    path = readings.with_name("made.sqlite")
    done("add", "--readings", readings, "--by", "anna", ledger=path)
    return path


@pytest.fixture
def ledger(made: Path, tmp_path: Path) -> Path:
    """A ledger of the three records, to be changed."""
    return Path(shutil.copy(made, tmp_path / "ledger.sqlite"))


def test_readings_made_elsewhere_become_transfers(made: Path) -> None:
    entry = rockets(made)
    assert {(c["document"], c["source_claim_id"]) for c in entry["claims"]} == {
        ("first", "c1"),
        ("first", "c2"),
        ("second", "c1"),
    }
    assert [denial["claim"] for denial in entry["denials"]] == ["first/c2"]
    assert [(r["document"], r["repeats"]) for r in entry["repeats"]] == [("first", "second")]
    assert len(listed(made)) == 2


def test_adding_twice_changes_nothing(ledger: Path, readings: Path) -> None:
    before, log = whole(ledger), done("history", "first", ledger=ledger)
    assert "3 known already" in done("add", "--readings", readings, ledger=ledger)
    assert whole(ledger) == before
    assert done("history", "first", ledger=ledger) == log


def test_the_order_of_adding_does_not_matter(made: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    for number, each in enumerate(reversed(RECORDS)):
        file = write(tmp_path / f"{number}.jsonl", each)
        done("add", "--readings", file, ledger=path)
    assert whole(path) == whole(made)


def test_a_run_cut_off_before_linking_is_mended_by_the_next(
    made: Path, readings: Path, tmp_path: Path
) -> None:
    path = tmp_path / "ledger.sqlite"
    assert "Not linked yet" in run("add", "--readings", readings, "--later", ledger=path).stderr
    assert "not all is linked" in run("list", ledger=path).stderr
    assert run("export", "jsonl", "--output", tmp_path / "out.jsonl", ledger=path).exit_code == 1
    done("add", "--readings", readings, ledger=path)
    assert whole(path) == whole(made)


def test_what_does_not_fit_is_named_and_the_others_are_kept(tmp_path: Path) -> None:
    bad = record("bad", SECOND, "2025-02-01", "Halden Wire", claim("c1", "shipped"))
    file = write(tmp_path / "readings.jsonl", bad, RECORDS[2], {"id": "none", "text": "Words."})
    result = run("add", "--readings", file, ledger=tmp_path / "ledger.sqlite")
    assert result.exit_code == 1
    assert "record bad: the trigger of c1, 'shipped', is not in the text" in result.stderr
    assert "none has no claims" in result.stderr
    assert "Added 1 document and 1 claim." in result.stdout


def test_own_reading_keeps_the_bytes_and_gives_way_to_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "shipped_reader", EveryRocket)
    path, article = tmp_path / "ledger.sqlite", tmp_path / "article.txt"
    article.write_text(FIRST, encoding="utf-8")
    missing = tmp_path / "missing.txt"
    result = run("add", article, missing, "--published", "2025-02-02", ledger=path)
    assert result.exit_code == 1
    assert "missing.txt: is not there" in result.stderr
    held = Ledger(path)
    with held.reading() as view:
        (id,) = view.document_ids()
        assert view.original(id) == article.read_bytes()
    held.close()
    assert "1 known already" in done("add", article, "--published", "2025-02-02", ledger=path)
    text = json.loads(done("show", f"{id}/c1", "--json", ledger=path))
    assert text["reports"] == [id]
    given = RECORDS[0] | {"id": id}
    again = done("add", "--readings", write(tmp_path / "given.jsonl", given), ledger=path)
    assert f"{id} was read again" in again
    assert {c["source_claim_id"] for e in listed(path) for c in e["claims"]} == {"c1", "c2"}


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


def test_a_whole_ledger_is_verified_and_copied(made: Path, tmp_path: Path) -> None:
    assert "is whole (3 documents)" in done("verify", ledger=made)
    copy = tmp_path / "copy.sqlite"
    done("backup", copy, ledger=made)
    assert whole(copy) == whole(made)
    assert run("backup", copy, ledger=made).exit_code == 1


def test_building_again_gives_the_same(ledger: Path) -> None:
    before = whole(ledger)
    assert "has 2 transfers" in done("relink", ledger=ledger)
    assert whole(ledger) == before


def test_transfers_are_exported(made: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    done("export", "register", "--output", out, "--party", "Houthis", ledger=made)
    heading, row = out.read_text(encoding="utf-8").splitlines()
    assert heading.startswith("recipient,supplier,")
    assert row.startswith("Ansar Allah,Iran,")


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["show", "t1"], ["search", "x"], ["history", "x"], ["verify"], ["undo", "1"],
     ["backup", "copy"], ["relink"], ["judge", "a/1", "b/1", "same"], ["note", "a", "b"]],
)  # fmt: skip
def test_a_ledger_that_is_not_there_is_misuse(arguments: list[str], tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    result = run(*arguments, ledger=path)
    assert result.exit_code == 2
    assert result.stderr == f"{path}: is no ledger; make one with `headstamp add`.\n"
    assert not path.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["add"],
        ["list", "--role", "supplier"],
        ["list", "--party", "Iran", "--role", "owner"],
        ["judge", "first/c1", "Iran", "same"],
        ["judge", "first/c1", "first/c1", "same"],
        ["review", "first/c1", "reject"],
        ["review", "first/c1", "correct"],
        ["review", "first", "accept"],
        ["rate", "first/c1", "G"],
        ["note", "first", ""],
    ],
)
def test_misuse_ends_with_2(made: Path, arguments: list[str]) -> None:
    assert run(*arguments, ledger=made).exit_code == 2


def test_the_environment_names_the_ledger(made: Path) -> None:
    assert "2 transfers" in done("list", env={"HEADSTAMP_LEDGER": str(made)})


def test_help_needs_no_store() -> None:
    loaded = "import sys, headstamp.cli; print('sqlalchemy' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert told.stdout == "False\n"
