"""Who may use the ledger, as the rest of the program asks and changes it.

Each call is a transaction of its own, and each change writes its line of the audit log in it, so
that nothing is done without one. `by` is who does it, `address` where the request comes from: empty
on the command line of the ledger's own machine.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine

from headstamp.ledger import audit, credentials, users
from headstamp.ledger.transactions import ACCOUNTS_LOCK, reading, writing
from headstamp.model.account import AuditLine, Role, Scope, Session, Token, User


class Accounts:
    """The users of one ledger, their sessions and tokens, and the audit log."""

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._now = now

    def users(self) -> tuple[User, ...]:
        """All users by name, the closed ones too."""
        with reading(self._engine) as connection:
            return users.everybody(connection)

    def user(self, name: str) -> User | None:
        """The user of that name; None where there is none."""
        with reading(self._engine) as connection:
            return users.user(connection, name)

    def password_hash(self, name: str) -> str | None:
        """The hash of an open user's password; None where there is no such user."""
        with reading(self._engine) as connection:
            return users.password_hash(connection, name)

    def add_user(
        self, name: str, role: Role, password_hash: str, *, by: str, address: str = ""
    ) -> User:
        """A new user. Raises `InputError` for a name that is taken, or none."""
        with self._doing(f"added the {role}", name, by, address) as (connection, _):
            return users.add(connection, name, role, password_hash)

    def set_role(self, name: str, role: Role, *, by: str, address: str = "") -> User:
        """Give a user another role. Raises `InputError` where no admin would be left."""
        with self._doing(f"gave the role {role} to", name, by, address) as (connection, _):
            return users.change(connection, name, role=role)

    def set_password_hash(
        self, name: str, password_hash: str, *, by: str, address: str = ""
    ) -> None:
        """Give a user another password, and end their sessions."""
        with self._doing("changed the password of", name, by, address) as (connection, at):
            users.change(connection, name, password=password_hash)
            credentials.end_sessions(connection, at=at, user=name)

    def rehash(self, name: str, password_hash: str) -> None:
        """Store the same password under another hash; no line of the log, nothing ends."""
        with writing(self._engine, lock=ACCOUNTS_LOCK) as connection:
            users.change(connection, name, password=password_hash)

    def close_user(self, name: str, *, by: str, address: str = "") -> User:
        """Shut a user out at once: sessions end, tokens are revoked. The name stays, for what it
        signed. Raises `InputError` where no admin would be left.
        """
        with self._doing("closed", name, by, address) as (connection, at):
            credentials.end_sessions(connection, at=at, user=name)
            credentials.revoke_tokens(connection, at=at, user=name)
            return users.change(connection, name, closed=True)

    def reopen_user(self, name: str, *, by: str, address: str = "") -> User:
        """Let a closed user log in again, with password and role as they were, without tokens."""
        with self._doing("reopened", name, by, address) as (connection, _):
            return users.change(connection, name, closed=False)

    def begin_session(
        self, name: str, secret_hash: str, csrf: str, *, until: datetime, address: str
    ) -> Session:
        """A user has logged in."""
        with self._doing("logged in", "", name, address) as (connection, at):
            return credentials.begin_session(
                connection, name, secret_hash, csrf, at=at, until=until
            )

    def session(self, secret_hash: str) -> Session | None:
        """The session of a secret; None when it has ended or run out, or its user is closed."""
        with reading(self._engine) as connection:
            return credentials.session(connection, secret_hash, at=self._now())

    def renew_session(self, secret_hash: str, *, until: datetime) -> None:
        """Let a session run longer; one that has ended stays so."""
        with writing(self._engine, lock=ACCOUNTS_LOCK) as connection:
            credentials.renew_session(connection, secret_hash, until=until)

    def end_session(self, secret_hash: str, *, by: str, address: str = "") -> None:
        """A user logs out."""
        with self._doing("logged out", "", by, address) as (connection, at):
            credentials.end_sessions(connection, at=at, secret_hash=secret_hash)

    def end_sessions_of(self, name: str, *, by: str, address: str = "") -> None:
        """Log a user out everywhere."""
        with self._doing("ended the sessions of", name, by, address) as (connection, at):
            credentials.end_sessions(connection, at=at, user=name)

    def issue_token(  # noqa: PLR0913 - each is a part of the token
        self,
        name: str,
        label: str,
        scopes: tuple[Scope, ...],
        secret_hash: str,
        *,
        until: datetime,
        by: str,
        address: str = "",
    ) -> Token:
        """A new token of a user. Raises `InputError` where it would be of no use."""
        with self._doing(f"gave the token “{label}” to", name, by, address) as (connection, at):
            return credentials.issue_token(
                connection, name, label, scopes, secret_hash, at=at, until=until
            )

    def token(self, secret_hash: str) -> Token | None:
        """The token of a secret; None when it is revoked or has run out, or its user is closed."""
        with reading(self._engine) as connection:
            return credentials.token(connection, secret_hash, at=self._now())

    def tokens_of(self, name: str) -> tuple[Token, ...]:
        """All tokens of a user, those too that are of no use any more, the latest first."""
        with reading(self._engine) as connection:
            return credentials.tokens_of(connection, name)

    def revoke_token(self, number: int, *, by: str, address: str = "") -> Token:
        """Make a token useless. Raises `Missing` where there is none of that number."""
        with reading(self._engine) as connection:
            whose = credentials.numbered(connection, number).user.name
        with self._doing(f"revoked token {number} of", whose, by, address) as (connection, at):
            credentials.revoke_tokens(connection, at=at, number=number)
            return credentials.numbered(connection, number)

    def audit(self, by: str, did: str, subject: str, address: str) -> None:
        """Add a line to the log of what is done by other means than these."""
        with self._doing(did, subject, by, address):
            pass

    def audited(
        self, *, limit: int, before: int | None = None, name: str | None = None
    ) -> tuple[AuditLine, ...]:
        """The latest lines first: those before a number, by or about a name, where given."""
        with reading(self._engine) as connection:
            return audit.lines(connection, limit=limit, before=before, name=name)

    def refused(self, name: str, address: str) -> None:
        """Remember a log-in with a wrong name or password."""
        self.audit("", audit.REFUSED, name, address)

    def refusals(
        self, *, since: datetime, name: str | None = None, address: str | None = None
    ) -> tuple[datetime, ...]:
        """When log-ins of a name, or from an address, were refused since a moment, earliest first.
        All processes that serve the ledger share it.
        """
        with reading(self._engine) as connection:
            return audit.refusals(connection, since=since, name=name, address=address)

    @contextmanager
    def _doing(
        self, did: str, subject: str, by: str, address: str
    ) -> Iterator[tuple[Connection, datetime]]:
        """A transaction with its line of the log, and the moment of both."""
        at = self._now()
        with writing(self._engine, lock=ACCOUNTS_LOCK) as connection:
            yield connection, at
            audit.append(connection, by=by, did=did, subject=subject, address=address, at=at)
