"""Accounts: users and the audit log, for admins; a user's own tokens."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field, StringConstraints

from headstamp.errors import Missing, Refused
from headstamp.ledger.accounts import Accounts
from headstamp.model.account import Role, Scope
from headstamp.serve.accounts import (
    TOKEN_DAYS,
    add_user,
    change_password,
    check_scopes,
    new_token,
)
from headstamp.serve.api.answers import answer, paged
from headstamp.serve.api.asking import LARGEST, WITHOUT_NUL, Asking, Nothing, Paging
from headstamp.serve.api.describing import problems
from headstamp.serve.api.schemas import accounts as schemas
from headstamp.serve.api.stating import WHOLE, Body
from headstamp.serve.pages.login import address_of
from headstamp.serve.rights import Admin, Reader, Visitor
from headstamp.serve.state import accounts_of
from headstamp.show.json import plain

router = APIRouter(tags=["accounts"])

UserName = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._@-]{0,63}$"), Field(examples=["anna"])
]
Name = Annotated[UserName, Path()]
Number = Annotated[int, Path(ge=1, le=LARGEST)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=WITHOUT_NUL)]
Password = Annotated[str, StringConstraints(min_length=12, max_length=200)]


class Adding(Body):
    """A user, and the first password, of at least 12 characters and more than the name."""

    name: UserName
    role: Role = "reader"
    password: Password


class Promoting(Body):
    """The role from now on."""

    role: Role


class Admitting(Body):
    """The password from now on."""

    password: Password


class Issuing(Body):
    """What a token is for, what it is good for, and how long."""

    name: Label
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=3)]
    days: Annotated[int, Field(ge=TOKEN_DAYS[0], le=TOKEN_DAYS[1]), WHOLE] = 90


class OfUser(Asking):
    """Whose; the visitor's own where it is left out."""

    user: Annotated[UserName | Nothing, Query()] = None


class Auditing(Paging):
    """Of one user, or all."""

    after: Annotated[
        Annotated[str, StringConstraints(pattern=r"^[0-9]{1,9}$")] | Nothing,
        Field(description="Where the page begins: `next` of the one before."),
    ] = None
    name: Annotated[UserName | Nothing, Field(description="Who did it, or had it done.")] = None


@router.get("/users", response_model=schemas.Users)
def list_users(request: Request, _visitor: Admin) -> Response:
    """List everybody, the closed ones too."""
    found = accounts_of(request).users()
    return answer(request, {"items": [plain(user, "") for user in found]})


@router.post("/users", status_code=201, response_model=schemas.User)
def add(request: Request, visitor: Admin, body: Adding) -> Response:
    """Add a user."""
    accounts, address = accounts_of(request), address_of(request)
    user = add_user(accounts, body.name, body.role, body.password, by=visitor.name, address=address)
    return answer(request, plain(user, ""), 201)


@router.put("/users/{name}/role", response_model=schemas.User, responses=problems(404))
def give_role(request: Request, visitor: Admin, name: Name, body: Promoting) -> Response:
    """Give a user another role; the last admin stays one."""
    user = accounts_of(request).set_role(name, body.role, **_by(request, visitor))
    return answer(request, plain(user, ""))


@router.put("/users/{name}/password", response_model=schemas.User, responses=problems(404))
def give_password(request: Request, visitor: Admin, name: Name, body: Admitting) -> Response:
    """Give a user another password; all their sessions end."""
    accounts = accounts_of(request)
    change_password(accounts, name, body.password, **_by(request, visitor))
    return answer(request, plain(accounts.user(name), ""))


@router.post("/users/{name}/close", response_model=schemas.User, responses=problems(404))
def close(request: Request, visitor: Admin, name: Name) -> Response:
    """Shut a user out at once: sessions end, tokens are revoked; what they signed stays."""
    user = accounts_of(request).close_user(name, **_by(request, visitor))
    return answer(request, plain(user, ""))


@router.post("/users/{name}/reopen", response_model=schemas.User, responses=problems(404))
def reopen(request: Request, visitor: Admin, name: Name) -> Response:
    """Let a closed user log in again."""
    user = accounts_of(request).reopen_user(name, **_by(request, visitor))
    return answer(request, plain(user, ""))


@router.get("/tokens", response_model=schemas.Tokens)
def list_tokens(request: Request, visitor: Reader, asked: Annotated[OfUser, Query()]) -> Response:
    """List your tokens, or as an admin those of a user."""
    whose = asked.user or visitor.name
    if whose != visitor.name and not visitor.may("admin"):
        raise Refused("The tokens of others are for admins.")
    found = accounts_of(request).tokens_of(whose)
    return answer(request, {"items": [plain(token, "") for token in found]})


@router.post("/tokens", status_code=201, response_model=schemas.NewToken, responses=problems(404))
def issue(request: Request, visitor: Reader, body: Issuing) -> Response:
    """Make a token in your name, for no more than you may do; its secret is told this once.

    A program needs a token of an admin's for this: others do not beget tokens.
    """
    if visitor.is_program and not visitor.may("admin"):
        raise Refused("A token makes no other; make it on the page of your account.")
    check_scopes(body.scopes, visitor.role)
    made, secret = new_token(
        accounts_of(request),
        visitor.name,
        body.name,
        body.scopes,
        days=body.days,
        now=datetime.now(UTC),
        **_by(request, visitor),
    )
    return answer(request, plain(made, "") | {"secret": secret}, 201)


@router.post("/tokens/{number}/revoke", response_model=schemas.Token, responses=problems(404))
def revoke(request: Request, visitor: Reader, number: Number) -> Response:
    """Make a token of yours, or as an admin any, useless at once."""
    accounts = accounts_of(request)
    if not visitor.may("admin") and not _owns(accounts, visitor, number):
        raise Missing(f"token {number}", "is not yours", "see the list of your tokens")
    return answer(request, plain(accounts.revoke_token(number, **_by(request, visitor)), ""))


@router.get("/audit", response_model=schemas.AuditLines)
def list_audit(request: Request, _visitor: Admin, asked: Annotated[Auditing, Query()]) -> Response:
    """List what was done with accounts, the latest first."""
    before = int(asked.after) if asked.after else None
    found = accounts_of(request).audited(limit=asked.limit + 1, before=before, name=asked.name)
    some = found[: asked.limit]
    more = str(some[-1].number) if len(found) > len(some) else None
    return paged(request, (plain(line, "") for line in some), more)


def _owns(accounts: Accounts, visitor: Visitor, number: int) -> bool:
    return number in {token.number for token in accounts.tokens_of(visitor.name)}


def _by(request: Request, visitor: Visitor) -> dict[str, Any]:
    """Who does it, and from where."""
    return {"by": visitor.name, "address": address_of(request)}
