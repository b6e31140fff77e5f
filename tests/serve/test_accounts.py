"""Logging in, without the web around it: for how long, how often, and what a guesser learns."""

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from headstamp.errors import InputError, Refused
from headstamp.ledger.accounts import Accounts
from headstamp.ledger.ledger import Ledger
from headstamp.model.account import Role, Scope
from headstamp.serve import accounts as serving
from headstamp.serve.accounts import (
    HeldBack,
    check_password,
    check_scopes,
    hashed,
    log_in,
    new_token,
    password_hash,
    renewal,
)
from tests.serve.visiting import PASSWORD, admit

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Clock:
    """A clock that stands until it is put forward."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> Iterator[Accounts]:
    """Those of an empty ledger, with a clock to be put forward."""
    ledger = Ledger(tmp_path / "empty.sqlite", now=clock)
    yield admit(ledger.accounts)
    ledger.close()


def try_in(
    accounts: Accounts, name: str, password: str = "wrong", address: str = "10.0.0.1"
) -> str:
    """What somebody who fails to log in is told."""
    with pytest.raises((Refused, HeldBack)) as refused:
        log_in(accounts, name, password, address=address, now=accounts._now())
    return str(refused.value)


def test_a_log_in_begins_a_session_whose_secret_is_not_kept(accounts: Accounts) -> None:
    session, secret = log_in(accounts, " Anna ", PASSWORD, address="10.0.0.1", now=NOW)
    assert accounts.session(hashed(secret)) == session
    assert accounts.session(secret) is None
    assert (session.user.name, session.until) == ("anna", NOW + timedelta(hours=12))
    assert len(secret) >= 43 <= len(session.csrf) != secret


def test_each_log_in_has_a_secret_of_its_own(accounts: Accounts) -> None:
    secrets = {log_in(accounts, "anna", PASSWORD, address="a", now=NOW)[1] for _ in range(3)}
    assert len(secrets) == 3


def test_the_same_letters_are_the_same_password(accounts: Accounts) -> None:
    accounts.add_user("zoé".replace("é", "e"), "reader", password_hash("crème brûlée 12"), by="x")
    decomposed = "cre\u0300me bru\u0302le\u0301e 12"
    assert log_in(accounts, "zoe", decomposed, address="a", now=NOW)


def test_a_wrong_name_is_answered_like_a_wrong_password(accounts: Accounts) -> None:
    accounts.close_user("rita", by="root")
    told = {
        try_in(accounts, "anna"),
        try_in(accounts, "nobody"),
        try_in(accounts, "rita", PASSWORD),
    }
    assert told == {"The name or the password is wrong."}


def test_a_wrong_name_costs_as_much_as_a_wrong_password(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One hash each, under the same parameters: nothing that a clock could tell apart."""
    checked: list[str] = []
    verify = PasswordHasher.verify

    def counted(self: PasswordHasher, hash: str, password: bytes) -> bool:
        checked.append(hash.rsplit("$", 2)[0])
        return verify(self, hash, password)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    for name in ("anna", "nobody", "no name!", "x" * 10_000):
        try_in(accounts, name)
    assert len(checked) == 4
    assert len(set(checked)) == 1


def test_a_name_that_failed_five_times_waits(accounts: Accounts, clock: Clock) -> None:
    for minute in range(5):
        clock.time = NOW + timedelta(minutes=minute)
        try_in(accounts, "anna", address=f"10.0.0.{minute}")
    told = "Too many log-ins failed; try again after 12:15 UTC."
    assert try_in(accounts, "anna", PASSWORD, "10.0.0.9") == told
    log_in(accounts, "root", PASSWORD, address="10.0.0.9", now=clock.time)
    clock.time = NOW + timedelta(minutes=15)
    assert log_in(accounts, "anna", PASSWORD, address="10.0.0.9", now=clock.time)


def test_a_name_that_nobody_has_waits_as_well(accounts: Accounts) -> None:
    for _ in range(5):
        try_in(accounts, "nobody")
    assert "Too many" in try_in(accounts, "nobody", address="10.0.0.9")


def test_an_address_that_failed_twenty_times_waits(accounts: Accounts) -> None:
    for number in range(20):
        accounts.refused(f"user{number}", "10.0.0.1")
    assert "Too many" in try_in(accounts, "anna", PASSWORD)
    assert log_in(accounts, "anna", PASSWORD, address="10.0.0.2", now=NOW)


def test_who_waits_is_not_kept_waiting_by_trying(accounts: Accounts, clock: Clock) -> None:
    for _ in range(5):
        try_in(accounts, "anna")
    clock.time = NOW + timedelta(minutes=10)
    assert "Too many" in try_in(accounts, "anna")
    clock.time = NOW + timedelta(minutes=15)
    assert log_in(accounts, "anna", PASSWORD, address="10.0.0.1", now=clock.time)


def test_many_tries_at_once_count_as_many(accounts: Accounts) -> None:
    told: list[str] = []
    threads = [
        threading.Thread(target=lambda: told.append(try_in(accounts, "anna"))) for _ in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum("wrong" in each for each in told) == 5


def test_what_cannot_be_a_name_is_not_written_down(accounts: Accounts) -> None:
    """It may be a password, typed into the wrong field."""
    try_in(accounts, "My secret pass phrase!")
    assert accounts.audited(limit=1)[0].subject == "?"


def test_a_password_is_hashed_anew_when_parameters_change(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, secret = log_in(accounts, "anna", PASSWORD, address="a", now=NOW)
    before = accounts.password_hash("anna")
    monkeypatch.setattr(serving, "_HASHER", PasswordHasher(time_cost=4))
    log_in(accounts, "anna", PASSWORD, address="a", now=NOW)
    after = accounts.password_hash("anna")
    assert before is not None
    assert after is not None
    assert ("t=3" in before, "t=4" in after) == (True, True)
    assert accounts.session(hashed(secret)) == session


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "has 5 characters; choose one of 12 to 200"),
        ("x" * 201, "has 201 characters"),
        ("anna-catharina", "is hardly more than the name"),
        ("Anna-Catharina12", "is hardly more than the name"),
    ],
)
def test_an_easy_password_is_refused(password: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        check_password(password, "anna-catharina")


def test_a_session_is_renewed_as_it_is_used_but_seldom(accounts: Accounts, clock: Clock) -> None:
    session, secret = log_in(accounts, "anna", PASSWORD, address="a", now=NOW)
    assert renewal(session, NOW + timedelta(minutes=59)) is None
    later = NOW + timedelta(minutes=60)
    assert renewal(session, later) == later + timedelta(hours=12)
    serving.renew(accounts, secret, later + timedelta(hours=12))
    renewed = accounts.session(hashed(secret))
    assert renewed is not None
    assert renewed.until == later + timedelta(hours=12)
    clock.time = renewed.until
    assert accounts.session(hashed(secret)) is None


def test_a_session_that_is_always_used_ends_after_a_week(accounts: Accounts) -> None:
    session, _ = log_in(accounts, "anna", PASSWORD, address="a", now=NOW)
    for hour in range(1, 7 * 24 + 1):
        until = renewal(session, NOW + timedelta(hours=hour))
        session = replace(session, until=until or session.until)
    assert session.until == NOW + timedelta(days=7)


def test_a_token_is_known_by_its_beginning_and_its_hash(accounts: Accounts) -> None:
    token, secret = new_token(
        accounts, "anna", "export", ["read", "read"], days=30, by="anna", now=NOW
    )
    assert re.fullmatch(r"hst_[\w-]{43}", secret)
    assert accounts.token(hashed(secret)) == token
    assert (token.scopes, token.until) == (("read",), NOW + timedelta(days=30))


@pytest.mark.parametrize(
    ("scope", "role", "allowed"),
    [("read", "reader", True), ("write", "reader", False), ("write", "analyst", True),
     ("admin", "analyst", False), ("admin", "admin", True)],
)  # fmt: skip
def test_nobody_makes_a_token_for_more_than_they_may(
    scope: Scope, role: Role, allowed: bool
) -> None:
    if allowed:
        check_scopes([scope], role)
        return
    with pytest.raises(Refused, match=f"A token to {scope} is for"):
        check_scopes([scope], role)
