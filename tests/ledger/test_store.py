"""The store under the ledger: opened anywhere, shared, checked, copied; one schema in both."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from evaluation import synthetic
from headstamp.errors import InputError, Retryable
from headstamp.ledger import open_ledger, transactions
from headstamp.ledger.columns import storable, written
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.opening import opened
from headstamp.ledger.schema import METADATA
from headstamp.model.transfer import Rating


def test_the_migrations_make_the_schema(place: str) -> None:
    engine = opened(place)

    def ours(_object: Any, name: str | None, type_: str, *_: Any) -> bool:
        return type_ != "table" or not (name or "").startswith(("words", "ledger_version"))

    with transactions.reading(engine) as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": ours, "version_table": "ledger_version"}
        )
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_a_ledger_is_made_where_none_is_and_only_then(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    with pytest.raises(InputError, match="is no ledger; make one with `headstamp add`"):
        Ledger(path, create=False)
    assert not path.exists()
    open_ledger(path).close()
    assert open_ledger(path, create=False).name == str(path)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("mysql://somewhere/ledger", "is no place for a ledger"),
        ("postgresql://host:port/ledger", "is no URL"),
        ("postgresql://[broken", "does not answer"),
        ("postgresql://nobody@localhost:1/none", "does not answer"),
    ],
)
def test_a_place_that_cannot_be_is_told(where: str, said: str) -> None:
    with pytest.raises((InputError, Retryable), match=said):
        Ledger(where)


def test_a_file_that_is_something_else_is_told(tmp_path: Path) -> None:
    words, other = tmp_path / "words.txt", tmp_path / "other.sqlite"
    words.write_text("These are words. " * 100)
    with pytest.raises(InputError, match="is no ledger"):
        Ledger(words)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE things (name)")
    with pytest.raises(InputError, match="holds other tables"):
        Ledger(other)
    with pytest.raises(InputError, match="cannot be opened"):
        Ledger(tmp_path / "nowhere" / "ledger.sqlite")


def test_a_newer_ledger_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    Ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE ledger_version SET version_num = '9999'")
    with pytest.raises(InputError, match="newer Headstamp"):
        Ledger(path)


def test_two_write_at_once_and_do_no_harm(
    place: str, ledger: Ledger, make: SimpleNamespace
) -> None:
    """Half of what each adds the other adds too."""
    failures: list[BaseException] = []

    def work(first: int) -> None:
        try:
            own = Ledger(place)
            for number in range(first, first + 12):
                make.add(own, synthetic.extract(number))
            own.close()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(first,)) for first in (0, 6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    held = {extract.document.id: extract for extract in make.held(ledger)}
    assert held == {f"synthetic-{n}": synthetic.extract(n) for n in range(18)}
    assert make.faults(ledger) == []


def test_a_writer_that_waits_too_long_may_try_again(
    place: str, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("headstamp.ledger.transactions.WAIT_S", 0.1)
    monkeypatch.setattr("headstamp.ledger.opening.WAIT_S", 1)
    other = Ledger(place)
    with (
        ledger.writing(by="anna"),
        pytest.raises(Retryable, match="others have been writing"),
        other.writing(by="bela"),
    ):
        pass
    with other.writing(by="bela"):
        pass


def test_a_reader_sees_one_moment(place: str, ledger: Ledger, make: SimpleNamespace) -> None:
    make.add(ledger, synthetic.extract(1))
    other = Ledger(place)
    with ledger.reading() as view:
        assert len(list(view.document_ids())) == 1
        make.add(other, synthetic.extract(2))
        assert len(list(view.document_ids())) == 1
    with ledger.reading() as view:
        assert len(list(view.document_ids())) == 2


def test_what_fails_leaves_nothing(ledger: Ledger, make: SimpleNamespace) -> None:
    def fails() -> None:
        with ledger.writing(by="anna") as writer:
            writer.add([make.addition(synthetic.extract(1))])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert make.held(ledger) == []


def test_a_backup_is_a_ledger(ledger: Ledger, make: SimpleNamespace, tmp_path: Path) -> None:
    make.add(ledger, *map(synthetic.extract, range(5)))
    path = tmp_path / "backup.sqlite"
    with ledger.writing(by="anna") as writer:
        writer.add([make.addition(synthetic.extract(9))])
        ledger.backup(path)
    with pytest.raises(InputError, match="is there already"):
        ledger.backup(path)
    copy = Ledger(path, create=False)
    assert make.held(copy) == [synthetic.extract(number) for number in range(5)]
    with copy.reading() as view:
        assert view.search("consignment")[0]
    assert make.faults(copy) == []
    make.add(copy, synthetic.extract(9))
    assert sorted(item.name for item in tmp_path.glob("*unfinished*")) == []


def test_a_backup_holds_what_was_undone(
    ledger: Ledger, make: SimpleNamespace, tmp_path: Path
) -> None:
    make.add(ledger, synthetic.extract(0))
    (said,) = make.state(ledger, Rating("source", "Courier", "B"))
    make.undo(ledger, said.number)
    ledger.backup(tmp_path / "backup.sqlite")
    copy = Ledger(tmp_path / "backup.sqlite", create=False)
    with copy.reading() as view:
        assert [change.stands for change in view.history("Courier")] == [False, True]
    assert make.faults(copy) == []


def test_a_backup_that_cannot_be_written_is_told(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be"):
        ledger.backup(tmp_path / "nowhere" / "backup.sqlite")


FIRST = "WHERE digest = (SELECT min(digest) FROM originals)"
SECOND = "(SELECT text FROM editions WHERE number = 2)"
OTHER = "(SELECT body FROM claims ORDER BY number DESC LIMIT 1)"
HARMS = {
    f"UPDATE originals SET size_bytes = 1 {FIRST}": "original",
    f"UPDATE originals SET data = :damaged {FIRST}": "original",
    "UPDATE editions SET fingerprint = 'x' WHERE number = 1": "edition",
    f"UPDATE editions SET text = {SECOND} WHERE number = 1": "edition",
    "UPDATE editions SET text = :damaged WHERE number = 1": "unreadable",
    f"UPDATE claims SET body = {OTHER} WHERE number = 1": "offsets",
    "UPDATE claims SET body = :damaged WHERE number = 1": "unreadable",
    "UPDATE readings SET current = false WHERE number = 1": "current",
    "UPDATE changes SET undone_by = 1 WHERE number = 2": "undone",
    "UPDATE changes SET claim = 9999 WHERE number = 2": "reference",
    "DELETE FROM members WHERE claim = 1": "derived",
    "UPDATE facet_values SET entries = 9999 WHERE number = 1": "derived",
    "UPDATE facet_values SET repeated = 9999 WHERE number = 1": "derived",
    "UPDATE entries SET claims = 9999 WHERE number = 1": "derived",
}


@pytest.mark.parametrize("harm", HARMS)
def test_verify_finds_the_harm(
    place: str, ledger: Ledger, make: SimpleNamespace, harm: str
) -> None:
    extracts = [synthetic.extract(number) for number in range(4)]
    with ledger.writing(by="anna") as writer:
        writer.add(map(make.addition, extracts))
        held = {extract.document.id: extract for extract in extracts}
        writer.replace_transfers([], synthetic.transfers(extracts), held, {})
    assert make.faults(ledger) == []
    engine = opened(place)
    with transactions.writing(engine) as connection:
        connection.execute(text(harm), {"damaged": b"\0"} if ":damaged" in harm else {})
    engine.dispose()
    assert HARMS[harm] in {finding.code for finding in make.faults(ledger)}


def test_the_store_s_library_is_loaded_when_a_ledger_is_opened() -> None:
    code = "import sys, headstamp, headstamp.ledger; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_plain_text_fits_every_store() -> None:
    assert storable("a\0b\ud800c") == "a\ufffdb\ufffdc" or storable("\ud800").count("\ufffd") == 3
    assert written({"a": "كتائب"}) == '{"a":"كتائب"}'
    assert written("\ud800\0") == '"\\ud800\\u0000"'
