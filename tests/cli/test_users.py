"""Users, tokens and the audit log from the command line."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from headstamp.ledger import open_ledger
from headstamp.model.account import User
from headstamp.serve.accounts import hashed
from tests.cli.conftest import done, run

PASSWORD = "correct horse battery"


def add(ledger: Path, name: str, *options: str, password: str = PASSWORD) -> Result:
    words = ["users", "add", name, "--password-file", "-", "--by", "shell", *options]
    return run(*words, ledger=ledger, input=f"{password}\n")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A new ledger with an admin, root, and a reader, anna."""
    path = tmp_path / "ledger.sqlite"
    assert add(path, "root", "--role", "admin").exit_code == 0
    assert add(path, "anna").exit_code == 0
    return path


def users(ledger: Path) -> tuple[User, ...]:
    held = open_ledger(ledger, create=False)
    found = held.accounts.users()
    held.close()
    return found


def test_users_are_added_and_listed(ledger: Path) -> None:
    assert users(ledger) == (User("anna", "reader"), User("root", "admin"))
    assert done("users", "list", ledger=ledger) == "anna  reader\nroot  admin\n"
    told = json.loads(done("users", "list", "--json", ledger=ledger))
    assert told[0] == {"name": "anna", "role": "reader", "closed": False}


def test_a_password_is_asked_for_twice_and_not_shown(ledger: Path) -> None:
    words = ("users", "add", "bela", "--role", "analyst")
    result = run(*words, ledger=ledger, input=f"{PASSWORD}\n{PASSWORD}\n")
    assert result.exit_code == 0
    assert result.stdout == "bela may log in as analyst.\n"
    assert PASSWORD not in result.output
    assert run("users", "add", "cora", ledger=ledger, input="one\ntwo\n").exit_code == 1


@pytest.mark.parametrize("password", ["short", "anna12345678", "", "x" * 201])
def test_a_bad_password_is_refused_with_a_sentence(ledger: Path, password: str) -> None:
    result = add(ledger, "anna1234", password=password)
    assert result.exit_code == 1
    assert result.stderr.startswith("the password: ")
    assert len(users(ledger)) == 2


def test_a_password_is_changed(ledger: Path) -> None:
    def kept() -> str | None:
        held = open_ledger(ledger)
        found = held.accounts.password_hash("anna")
        held.close()
        return found

    before = kept()
    words = ("users", "password", "anna", "--password-file", "-")
    assert done(*words, ledger=ledger, input="another long one\n") == "anna has another password.\n"
    assert before != kept()


def test_roles_change_and_the_last_admin_stays(ledger: Path) -> None:
    assert done("users", "role", "anna", "analyst", ledger=ledger) == "anna is analyst.\n"
    result = run("users", "role", "root", "reader", ledger=ledger)
    assert result.exit_code == 1
    assert result.stderr == "root: is the last admin; make somebody else admin first.\n"
    assert run("users", "close", "root", ledger=ledger).exit_code == 1
    assert run("users", "role", "anna", "owner", ledger=ledger).exit_code == 2


def test_users_are_closed_and_reopened(ledger: Path) -> None:
    done("users", "close", "anna", ledger=ledger)
    assert "anna  reader   closed" in done("users", "list", ledger=ledger)
    done("users", "reopen", "anna", ledger=ledger)
    assert users(ledger)[0] == User("anna", "reader")


def test_a_token_is_printed_once_and_revoked(ledger: Path) -> None:
    words = ("users", "token", "anna", "--label", "export", "--scope", "read", "--days", "9")
    result = run(*words, ledger=ledger)
    assert result.exit_code == 0
    secret = result.stdout.strip()
    assert secret.startswith("hst_")
    assert "Token 1 is good until" in result.stderr
    held = open_ledger(ledger)
    assert held.accounts.token(hashed(secret))
    held.close()
    listed = done("users", "tokens", "anna", ledger=ledger)
    assert "    1  export (read), good until" in listed
    assert secret not in listed + done("users", "tokens", "anna", "--json", ledger=ledger)
    assert done("users", "revoke", 1, ledger=ledger) == "Token 1 of anna is revoked.\n"
    assert "export (read), revoked" in done("users", "tokens", "anna", ledger=ledger)
    assert run("users", "revoke", 2, ledger=ledger).exit_code == 1


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_token_lasts_between_a_day_and_a_year(ledger: Path, days: int) -> None:
    words = ("users", "token", "anna", "--label", "export", "--days", days)
    assert "choose 1 to 366" in run(*words, ledger=ledger).stderr


def test_the_log_tells_who_did_what(ledger: Path) -> None:
    done("users", "close", "anna", "--by", "root", ledger=ledger)
    lines = done("users", "audit", ledger=ledger).splitlines()
    said = [line.partition(" UTC  ")[2] for line in lines]
    assert said == ["root closed anna", "shell added the reader anna", "shell added the admin root"]
    assert len(done("users", "audit", "--name", "anna", ledger=ledger).splitlines()) == 2
    assert len(json.loads(done("users", "audit", "--json", "--limit", 1, ledger=ledger))) == 1


def test_who_is_not_there_is_told(ledger: Path) -> None:
    for words in (("role", "bela", "admin"), ("close", "bela"), ("reopen", "bela")):
        result = run("users", *words, ledger=ledger)
        assert result.exit_code == 1
        assert result.stderr == "bela: is no user here; see `headstamp users list`.\n"


def test_a_ledger_without_users_says_how_to_add_one(made: Path) -> None:
    assert "headstamp users add" in done("users", "list", ledger=made)


def test_no_secret_stands_in_the_file(ledger: Path) -> None:
    words = ("users", "token", "anna", "--label", "export")
    secret = run(*words, ledger=ledger).stdout.strip()
    data = b"".join(path.read_bytes() for path in ledger.parent.glob("ledger.sqlite*"))
    assert PASSWORD.encode() not in data
    assert secret.encode() not in data
    assert b"$argon2id$" in data
