"""People at a workbench that asks them to log in: an admin, an analyst and a reader."""

import re
from functools import cache

from fastapi.testclient import TestClient
from httpx import Response

from headstamp.ledger.accounts import Accounts
from headstamp.model.account import Role
from headstamp.serve.accounts import password_hash

PASSWORD = "correct horse battery"
USERS: tuple[tuple[str, Role], ...] = (("root", "admin"), ("anna", "analyst"), ("rita", "reader"))

kept = cache(password_hash)


def admit(accounts: Accounts) -> Accounts:
    """The accounts, with the three users."""
    for name, role in USERS:
        accounts.add_user(name, role, kept(PASSWORD), by="shell")
    return accounts


def come_in(client: TestClient, name: str = "anna", **fields: str) -> Response:
    return client.post("/login", data={"name": name, "password": PASSWORD} | fields)


def word(client: TestClient) -> str:
    """The word that the forms of this session carry."""
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/account").text)
    assert found
    return found[1]


def say(client: TestClient, path: str, **fields: str) -> Response:
    return client.post(path, data=fields | {"csrf": word(client)})


def is_in(client: TestClient) -> bool:
    return client.get("/account").status_code == 200
