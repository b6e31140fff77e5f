"""Logging in: passwords, sessions and tokens, without the web around them.

A secret is 32 random bytes, shown once, known to the store by its SHA-256: what cannot be guessed
needs no slow hash. A password can be guessed, so it is kept under argon2id in the parameters of
RFC 9106 for little memory (3 passes over 64 MiB), tried one at a time, and seldom: names and
addresses that failed too often must wait. A name that nobody has takes as long, and is told as
little, as a wrong password.
"""

import hashlib
import secrets
import threading
import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from headstamp.errors import InputError, Refused, Retryable
from headstamp.ledger.accounts import Accounts
from headstamp.ledger.users import is_name
from headstamp.model.account import SCOPES, Role, Scope, Session, Token, User, may

IDLE, LONGEST = timedelta(hours=12), timedelta(days=7)
"""How long a session lasts that nobody uses, and how long one that is used."""
RENEWED = timedelta(hours=1)
"""By less a session is not prolonged: looking must write nothing."""

FAILURES_OF_NAME, FAILURES_FROM_ADDRESS, WITHIN = 5, 20, timedelta(minutes=15)
"""So many failed log-ins within that time, and the next must wait."""

PASSWORD_CHARACTERS = (12, 200)
TOKEN_PREFIX = "hst_"  # noqa: S105 - what tokens are known by, to people and to secret scanners
TOKEN_DAYS = (1, 366)

_HASHER = PasswordHasher()
_ONE_AT_A_TIME = threading.Lock()


class HeldBack(Retryable):
    """Too many log-ins failed; `until` is when the next may be tried."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"Too many log-ins failed; try again after {until:%H:%M} UTC.")
        self.until = until


def log_in(
    accounts: Accounts, name: str, password: str, *, address: str, now: datetime
) -> tuple[Session, str]:
    """A new session and its secret. Raises `Refused` for a wrong name or password, `HeldBack`.

    What cannot be a name is not written down: it may be a password in the wrong field.
    """
    name = name.strip().lower()
    name = name if is_name(name) else "?"
    check_identity(accounts, name, password, address=address, now=now)
    return begin_session(accounts, name, address=address, now=now)


def check_identity(
    accounts: Accounts, name: str, password: str, *, address: str, now: datetime
) -> None:
    """Raise `Refused` where the password is not that of the name, and `HeldBack`."""
    with _ONE_AT_A_TIME:
        _hold_back(accounts, name, address, now)
        kept, nobody_s = accounts.password_hash(name), _of_nobody()
        is_right = _is_right(kept or nobody_s, password)
        if kept is None or not is_right:
            accounts.refused(name, address)
            raise Refused("The name or the password is wrong.", unknown=True)
        if _HASHER.check_needs_rehash(kept):
            accounts.rehash(name, password_hash(password))


def begin_session(
    accounts: Accounts, name: str, *, address: str, now: datetime
) -> tuple[Session, str]:
    """A new session of somebody who has shown who they are, and its secret."""
    secret = secrets.token_urlsafe(32)
    session = accounts.begin_session(
        name, hashed(secret), secrets.token_urlsafe(32), until=now + IDLE, address=address
    )
    return session, secret


def renewal(session: Session, now: datetime) -> datetime | None:
    """Until when a session that is used should run; None where it is not worth writing down."""
    until = min(now + IDLE, session.since + LONGEST)
    return until if until - session.until >= RENEWED else None


def renew(accounts: Accounts, secret: str, until: datetime) -> None:
    """Let a session run on; if others write just now, the next request does it."""
    try:
        accounts.renew_session(hashed(secret), until=until)
    except Retryable:
        return


def add_user(
    accounts: Accounts, name: str, role: Role, password: str, *, by: str, address: str = ""
) -> User:
    """A new user. Raises `InputError` for a name that is taken or none, and a bad password."""
    check_password(password, name)
    return accounts.add_user(name, role, password_hash(password), by=by, address=address)


def change_password(
    accounts: Accounts, name: str, password: str, *, by: str, address: str = ""
) -> None:
    """Give a user another password; all their sessions end. Raises `InputError`."""
    check_password(password, name)
    accounts.set_password_hash(name, password_hash(password), by=by, address=address)


def check_password(password: str, name: str) -> None:
    """Raise `InputError` for a password that is too easy, or too long."""
    least, most = PASSWORD_CHARACTERS
    if not least <= len(password) <= most:
        raise InputError(
            "the password", f"has {len(password)} characters", f"choose one of {least} to {most}"
        )
    if name.casefold() in password.casefold() and len(password) < len(name) + least:
        raise InputError("the password", "is hardly more than the name", "choose another")


def password_hash(password: str) -> str:
    """What is kept of a password."""
    return _HASHER.hash(_bytes(password))


def check_scopes(scopes: Sequence[Scope], role: Role) -> None:
    """Raise `Refused` where a token would be good for more than who makes it may do."""
    for scope in scopes:
        if not may(role, SCOPES[scope]):
            raise Refused(f"A token to {scope} is for {SCOPES[scope]}s; you are {role}.")


def new_token(  # noqa: PLR0913 - each is a part of the token
    accounts: Accounts,
    name: str,
    label: str,
    scopes: Sequence[Scope],
    *,
    days: int,
    by: str,
    address: str = "",
    now: datetime,
) -> tuple[Token, str]:
    """A new token of a user and its secret, to be shown once. Raises `InputError`."""
    least, most = TOKEN_DAYS
    if not least <= days <= most:
        raise InputError("a token", f"cannot last {days} days", f"choose {least} to {most}")
    secret = TOKEN_PREFIX + secrets.token_urlsafe(32)
    token = accounts.issue_token(
        name,
        label,
        tuple(dict.fromkeys(scopes)),
        hashed(secret),
        until=now + timedelta(days=days),
        by=by,
        address=address,
    )
    return token, secret


def hashed(secret: str) -> str:
    """What the store knows a session's or token's secret by."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _hold_back(accounts: Accounts, name: str, address: str, now: datetime) -> None:
    """Raise `HeldBack` until the earliest failure that counts too much is long enough ago."""
    since = now - WITHIN
    for failures, most in (
        (accounts.refusals(since=since, name=name), FAILURES_OF_NAME),
        (accounts.refusals(since=since, address=address), FAILURES_FROM_ADDRESS),
    ):
        if len(failures) >= most:
            raise HeldBack(failures[-most] + WITHIN)


def _is_right(kept: str, password: str) -> bool:
    try:
        return _HASHER.verify(kept, _bytes(password[: PASSWORD_CHARACTERS[1] + 1]))
    except (VerificationError, InvalidHashError):
        return False


def _bytes(password: str) -> bytes:
    """The same for the same letters, however a keyboard composes them."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


@cache
def _of_nobody() -> str:
    """The hash that a password is held against where there is no such user."""
    return password_hash(secrets.token_urlsafe(32))
