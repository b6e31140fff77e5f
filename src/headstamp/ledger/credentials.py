"""What a browser or a program shows for a user, as rows: sessions and tokens, known by hashes."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from headstamp.errors import InputError, Missing
from headstamp.ledger.accounts_schema import sessions, tokens, users
from headstamp.ledger.columns import storable
from headstamp.ledger.lookup import next_number
from headstamp.ledger.users import known, user_of
from headstamp.model.account import Scope, Session, Token, User

_LABEL_CHARACTERS = 100


def begin_session(
    connection: Connection, name: str, secret_hash: str, csrf: str, *, at: datetime, until: datetime
) -> Session:
    """A user logs in. Raises `InputError` where there is no such open user."""
    user = _open(connection, name)
    row = {"secret": secret_hash, "user": name, "csrf": csrf, "at": at, "until": until}
    connection.execute(insert(sessions), [row])
    return Session(user, csrf, at, until)


def session(connection: Connection, secret_hash: str, *, at: datetime) -> Session | None:
    """The session of a secret; None when it has ended or run out, or its user is closed."""
    query = (
        select(sessions.c.csrf, sessions.c.at, sessions.c.until, users)
        .join(users, users.c.name == sessions.c.user)
        .where(
            sessions.c.secret == secret_hash,
            sessions.c.ended.is_(None),
            sessions.c.until > at,
            users.c.closed.is_(False),
        )
    )
    row = connection.execute(query).first()
    return Session(user_of(row), row.csrf, row.at, row.until) if row else None


def renew_session(connection: Connection, secret_hash: str, *, until: datetime) -> None:
    """Let a session run longer."""
    mine = update(sessions).where(sessions.c.secret == secret_hash)
    connection.execute(mine.values(until=until))


def end_sessions(
    connection: Connection,
    *,
    at: datetime,
    secret_hash: str | None = None,
    user: str | None = None,
) -> None:
    """End the session of a secret, or all of a user."""
    chosen = sessions.c.user == user if user else sessions.c.secret == secret_hash
    going_on = update(sessions).where(chosen, sessions.c.ended.is_(None))
    connection.execute(going_on.values(ended=at))


def issue_token(  # noqa: PLR0913 - each is a part of the token
    connection: Connection,
    name: str,
    label: str,
    scopes: tuple[Scope, ...],
    secret_hash: str,
    *,
    at: datetime,
    until: datetime,
) -> Token:
    """A new token of a user. Raises `InputError` where it is good for nothing or has no name."""
    _open(connection, name)
    label = storable(label).strip()
    if not 0 < len(label) <= _LABEL_CHARACTERS:
        raise InputError("a token", "needs a name", f"give it 1 to {_LABEL_CHARACTERS} characters")
    if not scopes:
        raise InputError(label, "is good for nothing", "give it the scope read, write or admin")
    if until <= at:
        raise InputError(label, "would have run out already", "give it at least a day")
    number = next_number(connection, tokens)
    row = {"number": number, "secret": secret_hash, "user": name, "name": label}
    connection.execute(insert(tokens), [row | {"scopes": scopes, "at": at, "until": until}])
    return numbered(connection, number)


def token(connection: Connection, secret_hash: str, *, at: datetime) -> Token | None:
    """The token of a secret; None when it is revoked or has run out, or its user is closed."""
    found = _tokens(
        connection,
        tokens.c.secret == secret_hash,
        tokens.c.revoked.is_(None),
        tokens.c.until > at,
        users.c.closed.is_(False),
    )
    return next(found, None)


def tokens_of(connection: Connection, name: str) -> tuple[Token, ...]:
    """All tokens of a user, those too that are of no use any more, the latest first."""
    return tuple(_tokens(connection, tokens.c.user == name))


def numbered(connection: Connection, number: int) -> Token:
    """The token of that number. Raises `Missing` where there is none."""
    found = next(_tokens(connection, tokens.c.number == number), None)
    if found is None:
        raise Missing(f"token {number}", "is not here", "see `headstamp users tokens NAME`")
    return found


def revoke_tokens(
    connection: Connection, *, at: datetime, number: int | None = None, user: str | None = None
) -> None:
    """Revoke one token, or all of a user; one that is revoked already stays as it is."""
    chosen = tokens.c.user == user if user else tokens.c.number == number
    good = update(tokens).where(chosen, tokens.c.revoked.is_(None))
    connection.execute(good.values(revoked=at))


def _open(connection: Connection, name: str) -> User:
    user = known(connection, name)
    if user.closed:
        raise InputError(name, "is closed", "reopen the user first")
    return user


def _tokens(connection: Connection, *where: ColumnElement[bool]) -> Iterator[Token]:
    query = (
        select(tokens, users.c.role, users.c.closed)
        .join(users, users.c.name == tokens.c.user)
        .where(*where)
        .order_by(tokens.c.number.desc())
    )
    for row in connection.execute(query):
        yield _token_of(row)


def _token_of(row: Any) -> Token:
    return Token(
        number=row.number,
        user=User(row.user, row.role, row.closed),
        name=row.name,
        scopes=tuple(row.scopes),
        at=row.at,
        until=row.until,
        revoked=row.revoked is not None,
    )
