"""For admins: the users, and the log of what was done with accounts."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from headstamp.errors import InputError
from headstamp.model.account import RIGHTS, Role
from headstamp.serve.accounts import add_user, change_password
from headstamp.serve.pages.login import address_of
from headstamp.serve.rendering import page
from headstamp.serve.rights import Admin
from headstamp.serve.state import accounts_of
from headstamp.show.accounts import doing

router = APIRouter()
LINES = 100


@router.get("/users")
def users(request: Request, _visitor: Admin) -> HTMLResponse:
    """Everybody, with what may be done to each."""
    return _page(request)


@router.post("/users")
def add(
    request: Request,
    visitor: Admin,
    name: Annotated[str, Form()] = "",
    role: Annotated[Role, Form()] = "reader",
    password: Annotated[str, Form()] = "",
) -> Response:
    """Add a user, who takes another password then."""
    name = name.strip().lower()
    address = address_of(request)
    try:
        add_user(accounts_of(request), name, role, password, by=visitor.name, address=address)
    except InputError as error:
        return _page(request, error, name=name, role=role)
    return RedirectResponse("/users", 303)


@router.post("/users/{name}/role")
def give_role(
    request: Request, visitor: Admin, name: str, role: Annotated[Role, Form()]
) -> Response:
    """Give a user another role."""
    try:
        accounts_of(request).set_role(name, role, by=visitor.name, address=address_of(request))
    except InputError as error:
        return _page(request, error)
    return RedirectResponse("/users", 303)


@router.post("/users/{name}/password")
def give_password(
    request: Request, visitor: Admin, name: str, password: Annotated[str, Form()] = ""
) -> Response:
    """Give a user who lost it another password."""
    address = address_of(request)
    try:
        change_password(accounts_of(request), name, password, by=visitor.name, address=address)
    except InputError as error:
        return _page(request, error)
    return RedirectResponse("/users", 303)


@router.post("/users/{name}/close")
def close(request: Request, visitor: Admin, name: str) -> Response:
    """Shut a user out at once."""
    try:
        accounts_of(request).close_user(name, by=visitor.name, address=address_of(request))
    except InputError as error:
        return _page(request, error)
    return RedirectResponse("/users", 303)


@router.post("/users/{name}/reopen")
def reopen(request: Request, visitor: Admin, name: str) -> Response:
    """Let a closed user in again."""
    accounts_of(request).reopen_user(name, by=visitor.name, address=address_of(request))
    return RedirectResponse("/users", 303)


@router.get("/audit")
def audit(
    request: Request, _visitor: Admin, before: int | None = None, name: str = ""
) -> HTMLResponse:
    """The log, the latest first; of one user where a name is given."""
    name = name.strip()
    found = accounts_of(request).audited(limit=LINES + 1, before=before, name=name or None)
    lines = [(line, doing(line)) for line in found[:LINES]]
    more = found[LINES - 1].number if len(found) > LINES else None
    return page(request, "accounts/audit.html", lines=lines, more=more, name=name)


def _page(request: Request, error: InputError | None = None, **typed: Any) -> HTMLResponse:
    """The users as they are now; with what was wrong, and what was typed."""
    return page(
        request,
        "accounts/users.html",
        status=422 if error else 200,
        problem=str(error or ""),
        users=accounts_of(request).users(),
        roles=RIGHTS,
        typed={"name": "", "role": "reader"} | typed,
    )
