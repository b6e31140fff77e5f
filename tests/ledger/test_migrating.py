"""A ledger that an older Headstamp made becomes one of today's when it is opened.

`old/0001.sql` is such a ledger: the program of the first migration wrote its rows.
"""

import json
import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from click.testing import CliRunner
from fastapi.testclient import TestClient
from sqlalchemy import Engine, create_engine, text

from headstamp import cli, keeping
from headstamp.errors import InputError
from headstamp.ledger.folding import searched
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.schema import MIGRATIONS
from headstamp.ledger.searching import index_words
from headstamp.ledger.transactions import writing
from headstamp.model.transfer import Judgement, Rating
from headstamp.serve.app import workbench
from headstamp.serve.settings import Settings

FIRST = (Path(__file__).parent / "old" / "0001.sql").read_text(encoding="utf-8")
TEXTS = (
    "Zhorda sent rockets to the Green Banner in 2023, the envoy said.",
    "In 2023 Zhorda delivered rockets to the Green Banner and rifles to Orlan.",
)
TRANSFER = "td0b6f6ab8d2d"
THIRD = {
    "id": "third",
    "text": "Orlan sold mines to Zhorda.",
    "entities": [],
    "attributions": [],
    "claims": [
        {
            "id": "c1",
            "kind": "transfer",
            "trigger": "sold",
            "roles": {"supplier": ["Orlan"], "recipient": ["Zhorda"], "materiel": ["mines"]},
            "factuality": "CT+",
            "time": "past",
        }
    ],
}


def engine_of(place: str) -> Engine:
    """The store as it is, without making it newer."""
    if "://" in place:
        return create_engine(place.replace("postgresql://", "postgresql+psycopg://"))
    return create_engine(f"sqlite:///{place}")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place with nothing in it, not even tables."""
    if request.param == "sqlite":
        yield str(tmp_path / "old.sqlite")
        return
    server = engine_of(request.getfixturevalue("server"))
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CREATE DATABASE old_ledger"))
        yield server.url.set(drivername="postgresql", database="old_ledger").render_as_string(
            hide_password=False
        )
        connection.execute(text("DROP DATABASE old_ledger WITH (FORCE)"))
    server.dispose()


def make(place: str, version: str, *rows: str) -> None:
    """A ledger as the migration `version` left it, with rows that these statements write."""
    config = Config()
    config.set_main_option("script_location", "headstamp.ledger:migrations")
    engine = engine_of(place)
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        for row in rows:
            connection.exec_driver_sql(row)
    engine.dispose()


@pytest.fixture
def old(empty: str) -> str:
    """The ledger of the first program; in PostgreSQL the tables are of the first migration."""
    if "://" in empty:
        rows = re.findall(r"^INSERT INTO (?!ledger_version).*", FIRST, re.MULTILINE)
        make(empty, "0001", *(re.sub(r"X'(\w*)'", r"'\\x\1'", row) for row in rows))
    else:
        file = sqlite3.connect(empty)
        file.executescript(FIRST)
        file.execute("CREATE VIRTUAL TABLE words USING fts5(folded, content='')")
        file.close()
    engine = engine_of(empty)
    with engine.begin() as connection:
        index_words(connection, {n: searched(words) for n, words in enumerate(TEXTS, 1)})
    engine.dispose()
    return empty


def run(place: str, *arguments: str) -> str:
    """What a command prints, errors too."""
    by = ["--by", "bela"] if arguments[0] in {"add", "relink"} else []
    result = CliRunner().invoke(cli.main, [*arguments, *by, "--ledger", place])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_first_migration_makes_what_it_always_made(tmp_path: Path) -> None:
    """What changes comes in a migration of its own."""
    made, was = str(tmp_path / "made.sqlite"), sqlite3.connect(":memory:")
    make(made, "0001")
    was.executescript(FIRST)

    def tables(connection: sqlite3.Connection) -> set[str]:
        names = "name NOT LIKE 'words%' AND sql IS NOT NULL"
        query = f"SELECT sql FROM sqlite_master WHERE {names}"
        return {" ".join(sql.split()) for (sql,) in connection.execute(query)}

    with sqlite3.connect(made) as connection:
        assert tables(connection) == tables(was)
    connection.close()
    was.close()


def test_what_an_old_ledger_keeps_stands(old: str) -> None:
    ledger = Ledger(old, create=False)
    with ledger.reading() as view:
        assert list(view.verify()) == []
        assert not view.is_linked()
        assert view.count() == 0
        published = {each.id: each.published for each in view.documents(limit=9).listed}
        assert published == {"first": date(2024, 2, 29), "second": None}
        assert [hit.document for hit in view.search("rifles")[0]] == ["second"]
        said = [(change.number, change.act, change.stands) for change in view.history("first")]
        assert said == [
            (1, "add", True), (3, "judge", True), (4, "review", True),
            (8, "review", False), (9, "undo", True),
        ]  # fmt: skip
        grade = view.history("The Karst Courier")[0].statement
        assert grade == Rating("source", "The Karst Courier", "B")
        (judged,) = (change.statement for change in view.history("iran"))
        assert judged == Judgement("party", "iran", "russia", "different", "two states")
        first, second = view.extracts(["first", "second"])
        assert (first.document.text, second.document.text) == TEXTS
        materiel = [each for each in second.claims[0].arguments if each.role == "materiel"]
        assert [each.words for each in materiel] == ["rifles"]
    assert ledger.accounts.users() == ()
    ledger.close()


def test_the_transfers_of_an_old_ledger_are_made_anew(old: str) -> None:
    assert "not all is linked; `headstamp relink` does it" in run(old, "list")
    assert "has 1 transfer" in run(old, "relink")
    listed = run(old, "list")
    assert TRANSFER in listed
    assert "not all is linked" not in listed
    assert "the envoy" in run(old, "show", TRANSFER)
    assert "Ask the envoy." in run(old, "history", TRANSFER)
    assert "Look again." in run(old, "history", "second")
    assert TRANSFER in run(old, "search", "rifles")
    assert "is whole (2 documents)" in run(old, "verify")
    ledger = Ledger(old, create=False)
    with ledger.reading() as view:
        assert view.is_wholly_linked()
    ledger.close()


def test_adding_to_an_old_ledger_links_all_of_it(old: str, tmp_path: Path) -> None:
    third = tmp_path / "third.jsonl"
    third.write_text(json.dumps(THIRD))
    assert "has 2 transfers" in run(old, "add", "--readings", str(third))


def test_the_workbench_shows_an_old_ledger(old: str) -> None:
    pages = [
        "/", "/map", "/network", "/timeline", "/documents", "/documents/first",
        "/documents/second", "/parties", "/sources", "/review", "/search?words=rockets",
        f"/history?subject={TRANSFER}", "/add",
    ]  # fmt: skip

    def refused() -> list[str]:
        return [page for page in pages if client.get(page).status_code != 200]

    with TestClient(workbench(Settings(old, by="ana", secret="word"))) as client:
        assert "Some of what was added is still to be linked" in client.get("/").text
        assert refused() == []
        ledger = Ledger(old)
        with ledger.writing(by="ana") as writer:
            keeping.relink(writer)
        ledger.close()
        pages += [f"/transfers/{TRANSFER}", "/export/jsonl"]
        assert refused() == []


@pytest.mark.parametrize("version", MIGRATIONS)
def test_a_ledger_of_each_version_is_opened(empty: str, version: str) -> None:
    make(
        empty,
        version,
        'INSERT INTO changes (number, at, "by", act, subject) '
        "VALUES (1, '2026-01-01T00:00:00.000000+00:00', 'anna', 'undo', 'Courier')",
    )
    ledger = Ledger(empty, create=False)
    with ledger.reading() as view:
        assert [change.by for change in view.history("Courier")] == ["anna"]
    assert ledger.accounts.users() == ()
    assert ledger.jobs.recent(limit=1) == ()
    ledger.close()


@pytest.mark.parametrize(
    "harm",
    ["UPDATE ledger_version SET version_num = '0002'", "ALTER TABLE entries RENAME TO things"],
)
def test_tables_that_are_not_of_their_version_are_told(empty: str, harm: str) -> None:
    make(empty, MIGRATIONS[-1], harm)
    result = CliRunner().invoke(cli.main, ["list", "--ledger", empty])
    assert isinstance(result.exception, SystemExit)
    assert "has not the tables of its version; take the last backup" in result.output


def test_the_workbench_tells_of_such_tables(empty: str) -> None:
    make(empty, MIGRATIONS[-1], "ALTER TABLE entries RENAME TO things")
    with TestClient(workbench(Settings(empty, by="ana", secret="word"))) as client:
        assert "has not the tables of its version" in client.get("/").text


def test_an_empty_place_is_no_older_ledger(empty: str) -> None:
    with pytest.raises(InputError, match="is no ledger; make one"):
        Ledger(empty, create=False)
