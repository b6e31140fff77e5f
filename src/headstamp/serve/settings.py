"""What one server is told: by the command line, through the environment, to each of its workers."""

import json
import os
from dataclasses import asdict, dataclass

VARIABLE = "HEADSTAMP_WORKBENCH"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the ledger is, and how it may be used.

    Without `accounts` whoever reaches the server signs as `by` and may do all; `secret` is then
    the word that forms must carry. `hosts` are the names by which it may be asked for, without a
    port; none where any will do.
    """

    ledger: str
    by: str
    secret: str
    accounts: bool = False
    hosts: tuple[str, ...] = ()

    def to_environment(self) -> None:
        """Leave them for workers that start after this."""
        os.environ[VARIABLE] = json.dumps(asdict(self))

    @classmethod
    def from_environment(cls) -> "Settings":
        """What `to_environment` left."""
        told = json.loads(os.environ[VARIABLE])
        return cls(**told | {"hosts": tuple(told["hosts"])})
