"""Users, tokens, and the log of what was done with them."""

from pydantic import Field

from headstamp.model.account import Role, Scope
from headstamp.serve.api.schemas.values import Moment, Shape


class User(Shape):
    """Somebody with a name to log in and to sign with; a closed one stays, for what they signed."""

    name: str
    role: Role
    closed: bool


class Users(Shape):
    """Everybody, by name."""

    items: list[User]


class Token(Shape):
    """What a program shows in a user's stead, without its secret. `name` says what it is for."""

    number: int
    user: User
    name: str
    scopes: list[Scope]
    at: Moment
    until: Moment
    revoked: bool


class Tokens(Shape):
    """The tokens of one user, the latest first."""

    items: list[Token]


class NewToken(Token):
    """A token with its secret, which is told this once."""

    secret: str = Field(examples=["hst_4rTq…"])


class AuditLine(Shape):
    """What was done with accounts, or refused. `by` is empty where nobody was known yet;
    `did` is in words, `subject` the user it was done to, `address` empty for the command line.
    """

    number: int
    at: Moment
    by: str
    did: str
    subject: str
    address: str


class AuditLines(Shape):
    """Some of the lines, the latest first."""

    items: list[AuditLine]
    next: str | None
