"""Roles in their order, and what a token may do."""

from datetime import UTC, datetime

import pytest

from headstamp.model.account import Role, Scope, Token, User, may

START, LATER = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("role", "scopes", "acts_as"),
    [
        ("admin", ("read",), "reader"),
        ("admin", ("write", "read"), "analyst"),
        ("admin", ("read", "admin"), "admin"),
        ("analyst", ("admin",), "analyst"),
        ("reader", ("write",), "reader"),
    ],
)
def test_a_token_may_no_more_than_its_user_and_its_scopes(
    role: Role, scopes: tuple[Scope, ...], acts_as: Role
) -> None:
    assert Token(1, User("anna", role), "x", scopes, START, LATER).role == acts_as


def test_each_role_may_do_what_those_before_it_may() -> None:
    order: list[Role] = ["reader", "analyst", "admin"]
    allowed = [[may(role, needed) for needed in order] for role in order]
    assert allowed == [[True, False, False], [True, True, False], [True, True, True]]
