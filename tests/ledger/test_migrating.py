"""A ledger that an older Headstamp made becomes one of today's when it is opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, inspect, text

from headstamp.errors import InputError
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.schema import MIGRATIONS
from headstamp.ledger.transactions import writing


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


def make(place: str, version: str) -> None:
    """A ledger as the migration `version` left it, with one line in its log."""
    config = Config()
    config.set_main_option("script_location", "headstamp.ledger:migrations")
    engine = engine_of(place)
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        connection.execute(
            text(
                'INSERT INTO changes (number, at, "by", act, subject) '
                "VALUES (1, '2026-01-01T00:00:00.000000+00:00', 'anna', 'undo', 'Courier')"
            )
        )
    engine.dispose()


@pytest.mark.parametrize("version", MIGRATIONS)
def test_an_older_ledger_is_made_new_and_keeps_what_it_held(empty: str, version: str) -> None:
    make(empty, version)
    ledger = Ledger(empty, create=False)
    with ledger.reading() as view:
        assert [change.by for change in view.history("Courier")] == ["anna"]
    assert ledger.accounts.users() == ()
    assert ledger.jobs.recent(limit=1) == ()
    ledger.close()


def test_the_first_migration_makes_no_accounts(tmp_path: Path) -> None:
    """Else the test above would show nothing."""
    place = str(tmp_path / "old.sqlite")
    make(place, MIGRATIONS[0])
    engine = engine_of(place)
    assert "users" not in inspect(engine).get_table_names()
    engine.dispose()


def test_an_empty_place_is_no_older_ledger(empty: str) -> None:
    with pytest.raises(InputError, match="is no ledger; make one"):
        Ledger(empty, create=False)
