"""Who asks, and what he may: every route names the least role that it answers to."""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import BackgroundTasks, Depends, Request
from fastapi.concurrency import run_in_threadpool

from headstamp.errors import Refused
from headstamp.model.account import Role, may
from headstamp.serve.accounts import hashed, renew, renewal
from headstamp.serve.guard import SAFE
from headstamp.serve.state import accounts_of, settings_of

COOKIE = "headstamp_session"
FORM_WORD, HEADER_WORD = "csrf", "X-CSRF-Token"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks. `csrf` is the word that his forms must carry, empty for a program with a token."""

    name: str
    role: Role
    csrf: str

    @property
    def is_program(self) -> bool:
        """Whether a program asks in his stead, with a token."""
        return not self.csrf

    def may(self, needed: Role) -> bool:
        """Whether he may do what that role is needed for."""
        return may(self.role, needed)


def _owner(request: Request) -> Visitor:
    """Whoever asks a server without accounts."""
    settings = settings_of(request)
    return Visitor(settings.by, "admin", settings.secret)


def _known(request: Request, later: BackgroundTasks) -> Visitor | None:
    """Who asks, a program by token or a person by session; None where nobody who is known does.

    A session that is used is renewed, `later`: no page waits for that.
    """
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and is_for_programs(request):
        token = accounts_of(request).token(hashed(secret.strip()))
        return Visitor(token.user.name, token.role, "") if token else None
    secret = request.cookies.get(COOKIE, "")
    session = accounts_of(request).session(hashed(secret)) if secret else None
    if session is None:
        return None
    if until := renewal(session, datetime.now(UTC)):
        later.add_task(renew, accounts_of(request), secret, until)
    return Visitor(session.user.name, session.user.role, session.csrf)


def is_for_programs(request: Request) -> bool:
    """Whether a request is of the API. Pages take no tokens: what a person does there, no program
    should do.
    """
    return request.url.path.startswith("/api/")


class Right:
    """A dependency of a route: a visitor of at least that role, whose form is his own."""

    def __init__(self, needed: Role) -> None:
        self.needed = needed

    async def __call__(self, request: Request, later: BackgroundTasks) -> Visitor:
        """The visitor. Raises `Refused`."""
        visitor = (
            await run_in_threadpool(_known, request, later)
            if settings_of(request).accounts
            else _owner(request)
        )
        if visitor is None:
            raise Refused("Log in first.", unknown=True)
        if not visitor.may(self.needed):
            raise Refused(f"That is for {self.needed}s; {visitor.name} is a {visitor.role}.")
        if request.method not in SAFE and not await _is_his_own(request, visitor):
            raise Refused("The page was old or not ours: load it again, and repeat what you did.")
        request.state.visitor = visitor
        return visitor


READER, ANALYST, ADMIN = Right("reader"), Right("analyst"), Right("admin")
Reader = Annotated[Visitor, Depends(READER)]
Analyst = Annotated[Visitor, Depends(ANALYST)]
Admin = Annotated[Visitor, Depends(ADMIN)]


async def _is_his_own(request: Request, visitor: Visitor) -> bool:
    """Whether the request carries the visitor's word, in a header or a form.

    A program with a token needs none, nor does one that asks a server without accounts: the guard
    has refused other sites' pages.
    """
    is_api = is_for_programs(request)
    if visitor.is_program or (is_api and not settings_of(request).accounts):
        return True
    word = request.headers.get(HEADER_WORD)
    if word is None and not is_api:
        word = str((await request.form()).get(FORM_WORD, ""))
    return hmac.compare_digest((word or "").encode(), visitor.csrf.encode())
