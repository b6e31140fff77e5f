"""A user's own account: the password, the sessions, the tokens."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from headstamp.errors import HeadstampError, InputError, Missing, Refused
from headstamp.model.account import SCOPES, Scope, Token
from headstamp.serve.accounts import (
    HeldBack,
    begin_session,
    change_password,
    check_identity,
    check_scopes,
    new_token,
)
from headstamp.serve.pages.login import address_of, with_session
from headstamp.serve.rendering import page
from headstamp.serve.rights import Reader, Visitor
from headstamp.serve.state import accounts_of, settings_of
from headstamp.show.accounts import standing

router = APIRouter(prefix="/account")
DONE = {
    "password": "The password is changed, and you are logged out everywhere else.",
    "sessions": "You are logged out everywhere else.",
    "revoked": "The token is revoked.",
}
STATUSES = {InputError: 422, Refused: 403, HeldBack: 429}


@router.get("")
def account(request: Request, visitor: Reader, done: str = "") -> HTMLResponse:
    """What is known of the user, and how to change it."""
    return _page(request, visitor, done=DONE.get(done, ""))


@router.post("/password")
def password(
    request: Request,
    visitor: Reader,
    current: Annotated[str, Form()] = "",
    new: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Take another password; this session goes on under another secret, the others end."""
    accounts, address, now = accounts_of(request), address_of(request), datetime.now(UTC)
    try:
        if new != again:
            raise InputError("the password", "is not the same twice", "type it again")
        check_identity(accounts, visitor.name, current, address=address, now=now)
        change_password(accounts, visitor.name, new, by=visitor.name, address=address)
    except (InputError, Refused, HeldBack) as error:
        return _page(request, visitor, error=error)
    _, secret = begin_session(accounts, visitor.name, address=address, now=now)
    return with_session(RedirectResponse("/account?done=password", 303), secret)


@router.post("/sessions")
def sessions(request: Request, visitor: Reader) -> Response:
    """End all sessions but this one, which goes on under another secret."""
    accounts, address = accounts_of(request), address_of(request)
    accounts.end_sessions_of(visitor.name, by=visitor.name, address=address)
    _, secret = begin_session(accounts, visitor.name, address=address, now=datetime.now(UTC))
    return with_session(RedirectResponse("/account?done=sessions", 303), secret)


@router.post("/tokens")
def token(
    request: Request,
    visitor: Reader,
    label: Annotated[str, Form()] = "",
    scope: Annotated[Scope, Form()] = "read",
    days: Annotated[int, Form()] = 90,
) -> HTMLResponse:
    """Make a token, and show its secret this once."""
    try:
        check_scopes([scope], visitor.role)
        made, secret = new_token(
            accounts_of(request),
            visitor.name,
            label,
            [scope],
            days=days,
            by=visitor.name,
            address=address_of(request),
            now=datetime.now(UTC),
        )
    except (InputError, Refused) as error:
        return _page(request, visitor, error=error)
    return _page(request, visitor, made=made, secret=secret)


@router.post("/tokens/{number}/revoke")
def revoke(request: Request, visitor: Reader, number: int) -> Response:
    """Make a token of one's own useless."""
    accounts = accounts_of(request)
    if number not in {each.number for each in accounts.tokens_of(visitor.name)}:
        raise Missing(f"token {number}", "is not yours", "see your account")
    accounts.revoke_token(number, by=visitor.name, address=address_of(request))
    return RedirectResponse("/account?done=revoked", 303)


def _page(
    request: Request,
    visitor: Visitor,
    *,
    error: HeadstampError | None = None,
    made: Token | None = None,
    **told: Any,
) -> HTMLResponse:
    """The account as it is now; with what was wrong, the token that was made, or what was done."""
    now = datetime.now(UTC)
    accounts, asks = accounts_of(request), settings_of(request).accounts
    tokens = accounts.tokens_of(visitor.name) if asks else ()
    return page(
        request,
        "accounts/account.html",
        status=STATUSES[type(error)] if error else 200,
        problem=str(error or ""),
        tokens=[(token, standing(token, now)) for token in tokens],
        made=made,
        scopes=[scope for scope, role in SCOPES.items() if visitor.may(role)],
        **{"secret": "", "done": ""} | told,
    )
