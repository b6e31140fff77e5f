"""What can go wrong for good.

    HeadstampError
    ├── Permanent      trying again cannot help: the input or the installation must change
    │   ├── InputError     one input cannot be used; the others of the batch go on
    │   │   ├── Missing        what was asked for is not there
    │   │   └── Outdated       what was looked at has changed since
    │   └── Refused        whoever asks may not do that
    └── Retryable      the same call may succeed later (a host that did not answer)

Every message is a sentence that names the thing and the mend. What is merely doubtful is a
`Finding`, what is not there is `None`.
"""


class HeadstampError(Exception):
    """Base of every error this package raises on purpose."""


class Permanent(HeadstampError):
    """Trying again cannot help."""


class Retryable(HeadstampError):
    """The same call may succeed later."""


class InputError(Permanent):
    """One input cannot be used: `source` names it, `mend` says what would help."""

    def __init__(self, source: str, problem: str, mend: str) -> None:
        super().__init__(source, problem, mend)
        self.source = source
        self.problem = problem
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}; {self.mend}."


class Missing(InputError):
    """What was asked for is not there."""


class Outdated(InputError):
    """What somebody looked at has changed since, so what he decided on it is not carried out."""


class Refused(Permanent):
    """Whoever asks may not do that; where `unknown`, logging in may help."""

    def __init__(self, sentence: str, *, unknown: bool = False) -> None:
        super().__init__(sentence)
        self.unknown = unknown
