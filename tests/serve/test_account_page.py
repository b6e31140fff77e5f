"""A user's own account: password, sessions, tokens."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from fastapi.testclient import TestClient

from headstamp.ledger.ledger import Ledger
from headstamp.serve.accounts import hashed, new_token
from tests.serve.visiting import PASSWORD, come_in, is_in, say


def test_a_password_is_changed_by_who_knows_it(
    visit: Callable[..., TestClient],
) -> None:
    client, elsewhere = visit(), visit()
    come_in(client)
    come_in(elsewhere)
    new = "another long one"
    refused = say(client, "/account/password", current="wrong", new=new, again=new)
    assert refused.status_code == 403
    for current, first, second in ((PASSWORD, new, new + "r"), (PASSWORD, "short", "short")):
        answer = say(client, "/account/password", current=current, new=first, again=second)
        assert answer.status_code == 422
    assert is_in(elsewhere)
    answer = say(client, "/account/password", current=PASSWORD, new=new, again=new)
    assert answer.status_code == 303
    assert is_in(client)
    assert not is_in(elsewhere)
    assert come_in(elsewhere).status_code == 401
    assert come_in(elsewhere, password=new).status_code == 303


def test_guessing_the_password_in_a_session_is_held_back(
    visit: Callable[..., TestClient],
) -> None:
    client = visit()
    come_in(client)
    for _ in range(5):
        say(client, "/account/password", current="wrong", new="x" * 12, again="x" * 12)
    answer = say(client, "/account/password", current=PASSWORD, new="x" * 12, again="x" * 12)
    assert answer.status_code == 429


def test_other_sessions_end_on_request(visit: Callable[..., TestClient]) -> None:
    client, elsewhere = visit(), visit()
    come_in(client)
    come_in(elsewhere)
    say(client, "/account/sessions")
    assert is_in(client)
    assert not is_in(elsewhere)


def test_a_token_is_shown_once_and_revoked(visit: Callable[..., TestClient], held: Ledger) -> None:
    client = visit()
    come_in(client)
    made = say(client, "/account/tokens", label="<i>export</i>", scope="write", days="9")
    secret = re.search(r"hst_[\w-]{43}", made.text)
    assert secret
    assert "<i>" not in made.text
    token = held.accounts.token(hashed(secret[0]))
    assert token is not None
    assert secret[0] not in client.get("/account").text
    assert say(client, f"/account/tokens/{token.number}/revoke").status_code == 303
    assert held.accounts.token(hashed(secret[0])) is None


def test_a_token_is_made_within_one_s_role_and_revoked_by_its_owner(
    visit: Callable[..., TestClient], held: Ledger
) -> None:
    anna, rita = visit(), visit()
    come_in(anna)
    come_in(rita, "rita")
    assert say(rita, "/account/tokens", label="x", scope="write").status_code == 403
    say(anna, "/account/tokens", label="x", scope="write")
    assert say(rita, "/account/tokens/1/revoke").status_code == 404
    assert not held.accounts.tokens_of("anna")[0].revoked


def test_a_token_opens_no_page(visit: Callable[..., TestClient], held: Ledger) -> None:
    _, secret = new_token(
        held.accounts, "root", "x", ["admin"], days=1, by="root", now=datetime.now(UTC)
    )
    client = visit()
    client.headers["authorization"] = f"Bearer {secret}"
    assert not is_in(client)
    assert client.post("/account/tokens", data={"label": "y"}).headers["location"][:6] == "/login"
