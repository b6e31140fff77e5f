"""What is to be added, as a job carries it: a line of JSON, then the bytes."""

import json
import re
from dataclasses import asdict, dataclass, field
from datetime import date

from headstamp.errors import InputError
from headstamp.ingest import Raw
from headstamp.ledger.ledger import Ledger
from headstamp.model.job import Job

_WEB = re.compile(r"https?://", re.IGNORECASE)
NAME_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Task:
    """A document to add: the bytes of a file or pasted text, or, without any, a web address.

    `name` is the file's name, or the address. `published` is the day that the person gives.
    `readings` says that the bytes are JSON lines with readings made elsewhere.
    """

    name: str
    published: date | None = None
    readings: bool = False
    data: bytes = field(default=b"", repr=False)

    def __post_init__(self) -> None:
        if not self.data and not _WEB.match(self.name):
            raise InputError(self.name[:NAME_CHARACTERS], "is empty", "give text, a file or a URL")

    def packed(self) -> bytes:
        """As a job's data."""
        told = asdict(self) | {"published": self.published and str(self.published)}
        del told["data"]
        return json.dumps(told).encode() + b"\n" + self.data

    @classmethod
    def unpacked(cls, packed: bytes) -> "Task":
        """The task of a job's data."""
        head, _, data = packed.partition(b"\n")
        told = json.loads(head)
        published = told.pop("published")
        return cls(data=data, published=published and date.fromisoformat(published), **told)

    @property
    def source(self) -> str | Raw:
        """The input to read."""
        return Raw.of_bytes(self.name, self.data) if self.data else self.name


def submit(ledger: Ledger, task: Task, *, by: str) -> Job:
    """Ask for a document to be added; the process behind the pages does it."""
    return ledger.jobs.submit(task.name[:NAME_CHARACTERS], task.packed(), by=by)
