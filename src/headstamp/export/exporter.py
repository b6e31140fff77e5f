"""What an exporter is: a name, and for each form of file the function that writes it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import BinaryIO

from headstamp.errors import Permanent
from headstamp.export.entry import Entry

EXTRA = "exports"
"""The extra that brings the libraries which the base install does without."""

Write = Callable[[Iterable[Entry], BinaryIO], None]
"""Writes entries, which come by rising id, and asks for the next only when one is written."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of file. `suffix` ends its name: `.csv`. `library` writes it where the base install
    does not.
    """

    suffix: str
    write: Write
    library: str | None = None

    def lack(self) -> Permanent | None:
        """What `write` raises as long as its library is not installed; None where nothing lacks."""
        if self.library is None or find_spec(self.library):
            return None
        return lacking(self.suffix, self.library)


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format by name, and its forms; the first is the one for names that end otherwise."""

    name: str
    forms: tuple[Form, ...]

    def form(self, suffix: str) -> Form:
        """The form of files whose name ends so."""
        return next((f for f in self.forms if f.suffix == suffix.lower()), self.forms[0])


def lacking(form: str, library: str) -> Permanent:
    """The error for a form whose library is not installed."""
    return Permanent(
        f"{form} needs {library}, which is not installed; install it with "
        f"`pip install headstamp[{EXTRA}]`, or export `jsonl`, which needs nothing."
    )
