"""Users, tokens and the audit log for people: a line each."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from headstamp.model.account import AuditLine, Token, User
from headstamp.show.harmless import harmless

_NOBODY = "somebody"


def user_lines(users: Iterable[User]) -> Iterator[str]:
    """`anna  analyst`, and `closed` behind who may not come in."""
    held = tuple(users)
    width = max((len(user.name) for user in held), default=0)
    for user in held:
        yield f"{user.name:<{width}}  {user.role:<7}{'  closed' if user.closed else ''}".rstrip()


def token_lines(tokens: Iterable[Token], now: datetime) -> Iterator[str]:
    """`   3  nightly export (read), good until 2026-06-01`."""
    for token in tokens:
        label = harmless(token.name)
        yield f"{token.number:>5}  {label} ({', '.join(token.scopes)}), {standing(token, now)}"


def audit_lines(lines: Iterable[AuditLine]) -> Iterator[str]:
    """`   12  2026-03-01 12:00 UTC  root closed anna  (10.0.0.9)`."""
    for line in lines:
        address = f"  ({harmless(line.address)})" if line.address else ""
        yield f"{line.number:>5}  {line.at:%Y-%m-%d %H:%M} UTC  {doing(line)}{address}"


def doing(line: AuditLine) -> str:
    """What a line of the audit log says was done by whom."""
    words = (line.by or _NOBODY, line.did, line.subject)
    return " ".join(harmless(word) for word in words if word)


def standing(token: Token, now: datetime) -> str:
    """Whether a token is good for something, and until when."""
    if token.revoked:
        return "revoked"
    if token.until <= now:
        return f"ran out on {token.until:%Y-%m-%d}"
    return f"good until {token.until:%Y-%m-%d}"
