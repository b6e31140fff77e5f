"""Users as rows: added, given a role and a password, closed and reopened; none is deleted."""

import re
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from headstamp.errors import InputError, Missing
from headstamp.ledger.accounts_schema import users
from headstamp.model.account import Role, User

_NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{0,63}")
_SEE = "see `headstamp users list`"


def is_name(words: str) -> bool:
    """Whether a user may be called so: no two names that look alike, none that is a sentence."""
    return _NAME.fullmatch(words) is not None


def everybody(connection: Connection) -> tuple[User, ...]:
    """All users by name, the closed ones too."""
    rows = connection.execute(select(users).order_by(users.c.name))
    return tuple(user_of(row) for row in rows)


def user(connection: Connection, name: str) -> User | None:
    """The user of that name; None where there is none."""
    row = connection.execute(select(users).where(users.c.name == name)).first()
    return user_of(row) if row else None


def known(connection: Connection, name: str) -> User:
    """The user of that name. Raises `Missing` where there is none."""
    found = user(connection, name)
    if found is None:
        raise Missing(name, "is no user here", _SEE)
    return found


def password_hash(connection: Connection, name: str) -> str | None:
    """The hash of an open user's password; None where there is no such user."""
    query = select(users.c.password).where(users.c.name == name, users.c.closed.is_(False))
    return connection.execute(query).scalar()


def add(connection: Connection, name: str, role: Role, password_hash: str) -> User:
    """A new user. Raises `InputError` for a name that is taken, or none."""
    if not is_name(name):
        raise InputError(
            f"“{name}”",
            "is no name for a user",
            "use small letters, figures and . _ @ -, at most 64, a letter or figure first",
        )
    if user(connection, name):
        raise InputError(name, "is a user already", f"choose another name, or {_SEE}")
    row = {"name": name, "role": role, "password": password_hash, "closed": False}
    connection.execute(insert(users), [row])
    return User(name, role)


def change(connection: Connection, name: str, **columns: Any) -> User:
    """Set the `role`, the `password` or whether `closed`. Raises `Missing` where there is no such
    user, `InputError` where no admin would be left.
    """
    was = known(connection, name)
    loses = columns.get("role", "admin") != "admin" or columns.get("closed", False)
    if loses and was.role == "admin" and not was.closed and _admins(connection) == 1:
        raise InputError(name, "is the last admin", "make somebody else admin first")
    connection.execute(update(users).where(users.c.name == name).values(**columns))
    return known(connection, name)


def user_of(row: Any) -> User:
    """The user of a row with their columns."""
    return User(row.name, row.role, row.closed)


def _admins(connection: Connection) -> int:
    query = select(func.count()).where(users.c.role == "admin", users.c.closed.is_(False))
    return connection.execute(query).scalar_one()
