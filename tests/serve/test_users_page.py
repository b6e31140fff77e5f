"""What admins do: users and the audit log."""

import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from headstamp.ledger.ledger import Ledger
from tests.serve.visiting import PASSWORD, come_in, say


@pytest.mark.parametrize("name", ["anna", "rita"])
def test_only_admins_keep_users(visit: Callable[..., TestClient], name: str) -> None:
    client = visit()
    come_in(client, name)
    assert client.get("/users").status_code == 403
    assert client.get("/audit").status_code == 403
    for path in ("/users", "/users/root/close", "/users/anna/role", "/users/root/password"):
        answer = say(client, path, name="x", role="admin", password=PASSWORD)
        assert answer.status_code == 403


def test_an_admin_keeps_users(visit: Callable[..., TestClient], held: Ledger) -> None:
    client = visit()
    come_in(client, "root")
    for path, fields in (
        ("/users", {"name": "Bela", "role": "analyst", "password": PASSWORD}),
        ("/users/rita/role", {"role": "admin"}),
        ("/users/anna/close", {}),
        ("/users/bela/password", {"password": "another long one"}),
    ):
        assert say(client, path, **fields).status_code == 303, path
    told = [(user.name, user.role, user.closed) for user in held.accounts.users()]
    assert told == [
        ("anna", "analyst", True), ("bela", "analyst", False),
        ("rita", "admin", False), ("root", "admin", False),
    ]  # fmt: skip
    assert say(client, "/users/anna/reopen").status_code == 303
    assert come_in(visit(), "bela", password="another long one").status_code == 303
    log = client.get("/audit").text
    assert "root gave the role admin to rita" in log
    assert "root gave the role admin to rita" not in client.get("/audit?name=bela").text


def test_what_cannot_be_is_told_on_the_page(visit: Callable[..., TestClient]) -> None:
    client = visit()
    come_in(client, "root")
    for path, fields, said in (
        ("/users", {"name": "anna", "password": PASSWORD}, "anna: is a user already"),
        ("/users", {"name": "zed", "password": "short"}, "the password: has 5 characters"),
        ("/users/root/role", {"role": "reader"}, "root: is the last admin"),
        ("/users/root/close", {}, "root: is the last admin"),
    ):
        answer = say(client, path, **fields)
        assert answer.status_code == 422
        assert said in answer.text


def test_the_log_is_paged(visit: Callable[..., TestClient], held: Ledger) -> None:
    for number in range(120):
        held.accounts.audit("anna", "exported", f"view {number}", "")
    client = visit()
    come_in(client, "root")
    first = client.get("/audit").text
    assert "view 119" in first
    assert "view 0<" not in first
    earlier = re.search(r"/audit\?before=\d+", first)
    assert earlier
    assert "view 0<" in client.get(earlier[0]).text


def test_what_a_stranger_wrote_is_shown_as_text(
    visit: Callable[..., TestClient], held: Ledger
) -> None:
    held.accounts.refused("<script>alert(1)</script>\u202e", "<img src=x>")
    client = visit()
    come_in(client, "root")
    log = client.get("/audit").text
    assert "<script>alert" not in log
    assert "<img src=x" not in log
    assert "\u202e" not in log


def test_without_accounts_nobody_logs_in(client: TestClient) -> None:
    assert client.get("/login", follow_redirects=False).headers["location"] == "/"
    page = client.get("/account")
    assert "asks nobody to log in" in page.text
    assert 'type="password"' not in page.text
