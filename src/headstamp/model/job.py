"""Work that takes longer than a request: what is asked for, how far it is, what came of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

JobState = Literal["waiting", "running", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work for whoever is free to do it.

    `what` names it for people (`report.pdf`). Of `total` parts (None: not known yet) `done` are
    done. `documents` are the ids of those that it added, `messages` sentences about what went
    wrong on the way. `at` is when it was asked for.
    """

    id: int
    by: str
    what: str
    state: JobState
    done: int
    total: int | None
    documents: tuple[str, ...]
    messages: tuple[str, ...]
    at: datetime

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in ("done", "failed")
