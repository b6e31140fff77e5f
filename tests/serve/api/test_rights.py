"""Who may ask the API for what: nobody without a token, and none for more than it is good for."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from headstamp.ledger.ledger import Ledger
from headstamp.model.account import Scope
from headstamp.serve.accounts import new_token
from headstamp.serve.api import ROUTERS
from tests.serve.conftest import both_stores

BASE = "/api/v1"
CLAIM = "washington-post-2023-04-10/c3"
OPERATIONS = sorted(
    (method, f"{BASE}{route.path.replace(':path', '')}".replace("{number}", "1"))
    for router in ROUTERS
    for route in router.routes
    for method in route.methods
)
Token = Callable[..., TestClient]


@pytest.fixture
def token(visit: Callable[..., TestClient], held: Ledger) -> Token:
    """A program with a token of a user's, good for these scopes."""

    def token(name: str, *scopes: Scope) -> TestClient:
        now = datetime.now(UTC)
        _, secret = new_token(held.accounts, name, "test", scopes, days=1, by=name, now=now)
        client = visit()
        client.headers["Authorization"] = f"Bearer {secret}"
        return client

    return token


def test_without_a_token_nothing_is_answered(visit: Callable[..., TestClient]) -> None:
    client = visit()
    for method, path in OPERATIONS:
        answer = client.request(method, path)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer"), path
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_token_to_read_changes_nothing(token: Token) -> None:
    client = token("anna", "read")
    changing = [each for each in OPERATIONS if each[0] != "GET" and "/tokens" not in each[1]]
    assert len(changing) > 8
    for method, path in changing:
        assert client.request(method, path).status_code == 403, path
    assert client.get(f"{BASE}/claims/{CLAIM}").status_code == 200


@both_stores
def test_what_a_program_says_is_signed_by_its_user(token: Token) -> None:
    client = token("anna", "write")
    seen = client.get(f"{BASE}/claims/{CLAIM}").headers["etag"]
    body = {"verdict": "accept", "claim": CLAIM}
    made = client.post(f"{BASE}/reviews", json=body, headers={"If-Match": seen})
    assert (made.status_code, made.json()["by"]) == (201, "anna")
    assert client.get(BASE).json()["visitor"] == {"name": "anna", "role": "analyst"}


def test_what_one_has_seen_is_not_what_another_has(token: Token) -> None:
    address = f"{BASE}/transfers"
    tag = token("anna", "read").get(address).headers["etag"]
    assert token("anna", "read").get(address, headers={"If-None-Match": tag}).status_code == 304
    assert token("rita", "read").get(address, headers={"If-None-Match": tag}).status_code == 200
