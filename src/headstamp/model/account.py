"""Who may use a shared ledger, by what they show that they are they, and what they did there.

No value here holds a secret: passwords, sessions and tokens are known by their hashes alone, and
those stay in the store.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Role = Literal["reader", "analyst", "admin"]
RIGHTS: tuple[Role, ...] = ("reader", "analyst", "admin")
"""The roles of users; each may do what those before it may. A reader looks, an analyst changes, an
admin also keeps the users.
"""

Scope = Literal["read", "write", "admin"]
SCOPES: dict[Scope, Role] = {"read": "reader", "write": "analyst", "admin": "admin"}
"""What a token is good for, and the role that may do as much."""


def may(role: Role, needed: Role) -> bool:
    """Whether somebody of a role may do what another role is needed for."""
    return RIGHTS.index(role) >= RIGHTS.index(needed)


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with a name to log in and to sign with. A closed one stays, for what they signed."""

    name: str
    role: Role
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A user who has logged in. `csrf` is the word that forms of this session must carry."""

    user: User
    csrf: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Token:
    """What a program shows in a user's stead. `name` says what it is for."""

    number: int
    user: User
    name: str
    scopes: tuple[Scope, ...]
    at: datetime
    until: datetime
    revoked: bool = False

    @property
    def role(self) -> Role:
        """As what it may act: the most that its scopes allow, and never more than its user."""
        granted = max((SCOPES[scope] for scope in self.scopes), key=RIGHTS.index)
        return granted if may(self.user.role, granted) else self.user.role


@dataclass(frozen=True, slots=True)
class AuditLine:
    """What was done with accounts, or refused.

    `by` is empty where nobody was known yet. `did` is in words (`logged in`, `closed`), `subject`
    whom or what it was done to if anybody, `address` where the request came from: empty for the
    command line.
    """

    number: int
    at: datetime
    by: str
    did: str
    subject: str
    address: str
