"""Coming in and going out."""

from datetime import UTC, datetime
from math import ceil
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from headstamp.errors import Refused
from headstamp.serve.accounts import HeldBack, hashed, log_in
from headstamp.serve.addresses import own
from headstamp.serve.rendering import page
from headstamp.serve.rights import COOKIE, Reader
from headstamp.serve.state import accounts_of, settings_of

router = APIRouter()
HERE = ("localhost", "127.0.0.1", "::1")


@router.get("/login")
def ask(request: Request, next: str = "/") -> Response:
    """Ask for name and password, where the way here is one that nobody can listen to."""
    if not settings_of(request).accounts:
        return RedirectResponse("/", 303)
    return page(request, "accounts/login.html", sealed=_is_sealed(request), next=own(next))


@router.post("/login")
def come_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Begin a session; one that the browser showed before ends."""
    if not settings_of(request).accounts:
        return RedirectResponse("/", 303)
    accounts, now = accounts_of(request), datetime.now(UTC)
    told = {"sealed": _is_sealed(request), "next": own(next), "name": name}
    if not told["sealed"]:
        return page(request, "accounts/login.html", status=403, **told)
    try:
        session, secret = log_in(accounts, name, password, address=address_of(request), now=now)
    except Refused as error:
        return page(request, "accounts/login.html", status=401, problem=str(error), **told)
    except HeldBack as error:
        answer = page(request, "accounts/login.html", status=429, problem=str(error), **told)
        answer.headers["Retry-After"] = str(ceil((error.until - now).total_seconds()))
        return answer
    end_session(request, by=session.user.name)
    return with_session(RedirectResponse(own(next), 303), secret)


@router.post("/logout")
def go_out(request: Request, visitor: Reader) -> Response:
    """End the session."""
    end_session(request, by=visitor.name)
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE, httponly=True, secure=True, samesite="lax")
    return answer


def with_session(answer: Response, secret: str) -> Response:
    """The answer, with the cookie of a session: for this site, no script, no open way."""
    answer.set_cookie(COOKIE, secret, httponly=True, secure=True, samesite="lax")
    return answer


def end_session(request: Request, *, by: str) -> None:
    """End the session that the browser shows, if it shows one that goes on."""
    secret = request.cookies.get(COOKIE)
    if secret and accounts_of(request).session(hashed(secret)):
        accounts_of(request).end_session(hashed(secret), by=by, address=address_of(request))


def address_of(request: Request) -> str:
    """Where a request comes from, as the server or a proxy that it believes saw it."""
    return request.client.host if request.client else ""


def _is_sealed(request: Request) -> bool:
    """Whether nobody on the way can read a password: TLS, or no way at all."""
    return request.url.scheme == "https" or request.url.hostname in HERE
