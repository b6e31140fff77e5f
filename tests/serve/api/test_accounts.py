"""Users, tokens and the audit log for programs: who may do what, and what is told."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from headstamp.ledger.ledger import Ledger
from headstamp.model.account import Scope, User
from headstamp.serve.accounts import hashed, new_token
from tests.serve.visiting import PASSWORD, come_in, say, word

Calls = Callable[..., TestClient]


@pytest.fixture
def program(visit: Calls, held: Ledger) -> Calls:
    """A program with a token of a user's."""

    def program(name: str, *scopes: Scope) -> TestClient:
        _, secret = new_token(
            held.accounts, name, "x", scopes, days=1, by=name, now=datetime.now(UTC)
        )
        client = visit()
        client.headers["authorization"] = f"Bearer {secret}"
        return client

    return program


def post(client: TestClient, path: str, **body: Any) -> Any:
    return client.post(f"/api/v1/{path}", json=body)


def test_who_shows_nothing_is_told_to_show_a_token(visit: Calls) -> None:
    answer = visit().get("/api/v1/tokens")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("secret", ["", "hst_", "hst_" + "x" * 43, "\u00e9"])
def test_a_wrong_token_is_none(visit: Calls, secret: str) -> None:
    headers = {"authorization": f"Bearer {secret}".encode()}
    assert visit().get("/api/v1/tokens", headers=headers).status_code == 401


def test_a_token_that_ends_or_whose_user_does_is_none(program: Calls, held: Ledger) -> None:
    anna, rita = program("anna", "read"), program("rita", "read")
    assert anna.get("/api/v1/tokens").status_code == 200
    held.accounts.revoke_token(1, by="root")
    held.accounts.close_user("rita", by="root")
    assert anna.get("/api/v1/tokens").status_code == 401
    assert rita.get("/api/v1/tokens").status_code == 401


@pytest.mark.parametrize("client", [("root", "read"), ("root", "write"), ("anna", "admin")])
def test_users_and_the_log_are_for_admins_with_the_scope(
    program: Calls, client: tuple[str, Scope]
) -> None:
    asked = program(*client)
    assert asked.get("/api/v1/users").status_code == 403
    assert asked.get("/api/v1/audit").status_code == 403
    assert post(asked, "users/anna/close").status_code == 403


def test_an_admin_s_program_keeps_users(program: Calls, held: Ledger) -> None:
    root = program("root", "admin")
    added = post(root, "users", name="bela", role="analyst", password=PASSWORD)
    assert added.status_code == 201
    assert added.json() == {"name": "bela", "role": "analyst", "closed": False}
    assert root.put("/api/v1/users/bela/role", json={"role": "admin"}).json()["role"] == "admin"
    password = {"password": "another long one"}
    assert root.put("/api/v1/users/bela/password", json=password).status_code == 200
    assert post(root, "users/bela/close").json()["closed"] is True
    assert held.accounts.user("bela") == User("bela", "admin", closed=True)
    assert post(root, "users/bela/reopen").json()["closed"] is False
    names = [user["name"] for user in root.get("/api/v1/users").json()["items"]]
    assert names == ["anna", "bela", "rita", "root"]
    assert "password" not in root.get("/api/v1/users").text


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("users", {"name": "anna", "password": PASSWORD}, 422),
        ("users", {"name": "An na", "password": PASSWORD}, 422),
        ("users", {"name": "bela", "password": "short"}, 422),
        ("users", {"name": "bela", "password": PASSWORD, "role": "owner"}, 422),
        ("users", {"name": "bela", "password": PASSWORD, "closed": True}, 422),
        ("users/root/close", {}, 422),
        ("users/nobody/close", {}, 404),
        ("tokens", {"name": "x", "scopes": []}, 422),
        ("tokens", {"name": "x", "scopes": ["all"]}, 422),
        ("tokens", {"name": "x", "scopes": ["read"], "days": 10_000}, 422),
        ("tokens/99/revoke", {}, 404),
        ("tokens/99999999999/revoke", {}, 422),
    ],
)
def test_what_cannot_be_is_a_problem(
    program: Calls, path: str, body: dict[str, Any], status: int
) -> None:
    answer = post(program("root", "admin"), path, **body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].endswith(".")


def test_an_admin_s_program_makes_tokens_and_others_do_not(program: Calls, held: Ledger) -> None:
    for other in (program("root", "write"), program("anna", "admin")):
        assert post(other, "tokens", name="y", scopes=["read"]).status_code == 403
    made = post(program("root", "admin"), "tokens", name="y", scopes=["read", "write"], days=3)
    assert made.status_code == 201
    token = held.accounts.token(hashed(made.json()["secret"]))
    assert token is not None
    assert (token.user.name, token.scopes) == ("root", ("read", "write"))


def test_a_person_s_page_may_ask_with_the_word_of_the_session(visit: Calls) -> None:
    client = visit()
    come_in(client)
    assert post(client, "tokens", name="y", scopes=["read"]).status_code == 403
    client.headers["x-csrf-token"] = word(client)
    assert post(client, "tokens", name="y", scopes=["admin"]).status_code == 403
    assert post(client, "tokens", name="y", scopes=["write"]).status_code == 201
    assert say(client, "/logout").status_code == 303
    assert client.get("/api/v1/tokens").status_code == 401


def test_tokens_are_listed_without_secrets_and_revoked_by_who_has_them(
    program: Calls, held: Ledger
) -> None:
    rita, anna, root = (
        program("rita", "read"), program("anna", "read"), program("root", "admin"),
    )  # fmt: skip
    (token,) = rita.get("/api/v1/tokens").json()["items"]
    assert (token["number"], token["scopes"], token["revoked"]) == (1, ["read"], False)
    assert "secret" not in token
    assert anna.get("/api/v1/tokens?user=rita").status_code == 403
    assert root.get("/api/v1/tokens?user=rita").json()["items"] == [token]
    assert post(anna, "tokens/1/revoke").status_code == 404
    assert post(anna, "tokens/2/revoke").json()["revoked"] is True
    assert post(root, "tokens/1/revoke").json()["revoked"] is True
    assert held.accounts.audited(limit=1)[0].subject == "rita"


def test_the_log_is_paged(program: Calls) -> None:
    root = program("root", "admin")
    first = root.get("/api/v1/audit?limit=3")
    numbers = [line["number"] for line in first.json()["items"]]
    assert numbers == [4, 3, 2]
    link = first.headers["link"]
    assert link.startswith("</api/v1/audit?limit=3&after=2>")
    rest = root.get(f"/api/v1/audit?limit=3&after={first.json()['next']}").json()
    assert [line["did"] for line in rest["items"]] == ["added the admin"]
    assert rest["next"] is None
    about = root.get("/api/v1/audit?name=anna").json()["items"]
    assert [line["did"] for line in about] == ["added the analyst"]
    assert root.get("/api/v1/audit?after=1.5").status_code == 422


def test_a_server_without_accounts_has_no_tokens_to_give(client: TestClient) -> None:
    assert client.get("/api/v1/tokens").json() == {"items": []}
    answer = client.post("/api/v1/tokens", json={"name": "x", "scopes": ["read"]})
    assert answer.status_code == 404
