"""Coming in and going out: the cookie, the word of the forms, where it leads, what fails."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from headstamp.ledger.ledger import Ledger
from headstamp.serve.accounts import hashed
from headstamp.serve.rights import COOKIE
from tests.serve.visiting import come_in, is_in, say, word


def test_who_is_not_known_is_asked_to_log_in_and_comes_back(
    visit: Callable[..., TestClient],
) -> None:
    client = visit()
    answer = client.get("/account?done=x")
    assert (answer.status_code, answer.headers["location"]) == (
        303, "/login?next=/account%3Fdone%3Dx",
    )  # fmt: skip
    assert 'value="/account?done=x"' in client.get(answer.headers["location"]).text
    assert come_in(client, next="/account?done=x").headers["location"] == "/account?done=x"
    assert is_in(client)


@pytest.mark.parametrize(
    "next", ["//other.example", "https://other.example", "/\\other.example", "other", "", "/\t/x"]
)
def test_a_log_in_leads_nowhere_else(visit: Callable[..., TestClient], next: str) -> None:
    assert come_in(visit(), next=next).headers["location"] == "/"


def test_the_cookie_is_for_this_site_no_script_and_no_open_way(
    visit: Callable[..., TestClient],
) -> None:
    cookie = come_in(visit()).headers["set-cookie"]
    attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert {"httponly", "secure", "samesite=lax", "path=/"} <= attributes
    assert not any(part.startswith("domain") for part in attributes)


def test_a_log_in_takes_no_secret_that_the_browser_brings(
    visit: Callable[..., TestClient], held: Ledger
) -> None:
    client = visit()
    client.cookies.set(COOKIE, "planted")
    come_in(client)
    first = client.cookies.get(COOKIE, domain="ledger.example")
    assert first not in (None, "planted")
    come_in(client)
    assert held.accounts.session(hashed(str(first))) is None
    assert held.accounts.session(hashed("planted")) is None


def test_logging_out_ends_the_session_itself(
    visit: Callable[..., TestClient], held: Ledger
) -> None:
    client = visit()
    come_in(client)
    secret = str(client.cookies.get(COOKIE))
    answer = say(client, "/logout")
    assert answer.headers["location"] == "/login"
    assert not is_in(client)
    assert held.accounts.session(hashed(secret)) is None


def test_a_closed_user_is_out_with_the_next_request(
    visit: Callable[..., TestClient], held: Ledger
) -> None:
    client = visit()
    come_in(client)
    assert is_in(client)
    held.accounts.close_user("anna", by="root")
    assert not is_in(client)
    assert come_in(client).status_code == 401


def test_a_session_that_ran_out_is_over(visit: Callable[..., TestClient], held: Ledger) -> None:
    past = datetime.now(UTC) - timedelta(seconds=1)
    held.accounts.begin_session("anna", hashed("old"), "csrf", until=past, address="")
    client = visit()
    client.cookies.set(COOKIE, "old")
    assert not is_in(client)


def test_a_session_that_is_used_is_renewed(visit: Callable[..., TestClient], held: Ledger) -> None:
    soon = datetime.now(UTC) + timedelta(hours=1)
    held.accounts.begin_session("anna", hashed("used"), "csrf", until=soon, address="")
    client = visit()
    client.cookies.set(COOKIE, "used")
    assert is_in(client)
    session = held.accounts.session(hashed("used"))
    assert session is not None
    assert session.until > soon + timedelta(hours=10)


@pytest.mark.parametrize("csrf", [None, "", "guess"])
@pytest.mark.parametrize("path", ["/logout", "/account/tokens", "/account/sessions"])
def test_a_form_without_the_session_s_word_is_refused(
    visit: Callable[..., TestClient], path: str, csrf: str | None
) -> None:
    client = visit()
    come_in(client)
    answer = client.post(path, data={"label": "x"} | ({} if csrf is None else {"csrf": csrf}))
    assert answer.status_code == 403
    assert is_in(client)


def test_a_word_of_another_session_is_no_word(visit: Callable[..., TestClient]) -> None:
    own, other = visit(), visit()
    come_in(own)
    come_in(other, "rita")
    answer = own.post("/logout", data={"csrf": word(other)})
    assert answer.status_code == 403


def test_failures_are_answered_on_the_page(visit: Callable[..., TestClient]) -> None:
    client = visit()
    for _ in range(5):
        answer = come_in(client, password="<b>wrong</b>")
        assert answer.status_code == 401
        assert "The name or the password is wrong." in answer.text
        assert "wrong</b>" not in answer.text
    held_back = come_in(client)
    assert held_back.status_code == 429
    assert 0 < int(held_back.headers["retry-after"]) <= 900
    assert "try again after" in held_back.text


def test_no_password_is_taken_on_an_open_way(visit: Callable[..., TestClient]) -> None:
    client = visit("http://ledger.example")
    assert 'type="password"' not in client.get("/login").text
    assert come_in(client).status_code == 403
    assert come_in(visit("http://localhost:8472")).status_code == 303
