"""What many ask of one version of the ledger, found once: how many transfers there are of what.

A reading that remembers looks its version up, and shares what it finds with all that see the same
version. When the ledger changes, all of it is forgotten.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import Connection

from headstamp.ledger import versions

T = TypeVar("T")

MOST = 5_000
"""Answers that are kept of a version; then it begins anew."""
_OPTION = "headstamp_moment"


class Memory:
    """The answers of the version that was asked last."""

    def __init__(self) -> None:
        self._held: tuple[int, dict[Hashable, Any]] = -1, {}

    def of(self, version: int) -> dict[Hashable, Any]:
        """Where the answers of a version stand."""
        held, answers = self._held
        if version != held or len(answers) >= MOST:
            answers = {}
            self._held = version, answers
        return answers


class _Moment:
    """What one reading sees, its version looked up when that is first asked for."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._version: int | None = None

    def version(self, connection: Connection) -> int:
        if self._version is None:
            self._version = versions.version(connection)
        return self._version

    def answers(self, connection: Connection) -> dict[Hashable, Any]:
        return self._memory.of(self.version(connection))


def remember(connection: Connection, memory: Memory) -> None:
    """Let what this reading finds be shared with others; it must see one moment to its end."""
    connection.execution_options(**{_OPTION: _Moment(memory)})


def version(connection: Connection) -> int:
    """The version of the ledger (`versions.version`)."""
    moment: _Moment | None = connection.get_execution_options().get(_OPTION)
    return versions.version(connection) if moment is None else moment.version(connection)


def remembered(connection: Connection, asked: Hashable, find: Callable[[], T]) -> T:
    """What `find` gives, which the version alone decides and nobody may change. `asked` names it
    among all that is asked of the ledger.
    """
    moment: _Moment | None = connection.get_execution_options().get(_OPTION)
    if moment is None:
        return find()
    answers = moment.answers(connection)
    if asked not in answers:
        answers[asked] = find()
    answer: T = answers[asked]
    return answer
