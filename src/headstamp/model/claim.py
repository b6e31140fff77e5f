"""Who says what, pinned to the words: the claims of one document, and what is doubtful in it."""

from dataclasses import dataclass
from typing import Literal

from headstamp.model.document import BlockKind, Document, Span
from headstamp.model.reading import Factuality, Kind, Reading, Time
from headstamp.model.values import Party, Unresolved, Value

SpeakerKind = Literal["source", "hidden", "outlet"]


@dataclass(frozen=True, slots=True)
class Argument:
    """One role of a claim: the words that fill it, the phrase they stand for, what they mean.

    `stands_for` is where the text names what a pronoun or plain description means
    (`the group` → `Kata'ib Hizballah`), None where the words speak for themselves. `value` is
    what the words resolve to, None where nothing looked them up (a role that is words only);
    `also` is what else they name (`Iran and Syria`).
    """

    role: str
    span: Span
    words: str
    score: float
    stands_for: Span | None = None
    stands_for_words: str | None = None
    value: Value | Unresolved | None = None
    also: tuple[Value, ...] = ()

    @property
    def values(self) -> tuple[Value, ...]:
        """All that the words resolve to; nothing where that is not known."""
        known = () if self.value is None or isinstance(self.value, Unresolved) else (self.value,)
        return (*known, *self.also)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link in the chain of who says so.

    "source": a speaker the text names; "hidden": the text says that somebody said so, not who
    (`reportedly`); "outlet": the document's own voice, always the last link. `span` and `cue`
    are None for the outlet. `stands_for_words` names the person behind `he`; `party` is who that
    is, None where nothing looked it up.
    """

    kind: SpeakerKind
    words: str
    span: Span | None = None
    cue: Span | None = None
    stands_for: Span | None = None
    stands_for_words: str | None = None
    score: float = 1.0
    party: Party | Unresolved | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about arms, pinned to the characters it came from.

    `speakers` run from the innermost to the outlet. `sentence` is the stretch of text to quote.
    `block` is the part of the page it stands in. Scores are calibrated probabilities.
    """

    id: str
    kind: Kind
    trigger: Span
    sentence: Span
    block: BlockKind
    arguments: tuple[Argument, ...]
    factuality: Factuality
    factuality_score: float
    time: Time
    time_score: float
    speakers: tuple[Speaker, ...]
    score: float

    def filling(self, role: str) -> tuple[Argument, ...]:
        """The arguments in one role, in the order of the text."""
        return tuple(argument for argument in self.arguments if argument.role == role)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something doubtful that a person should see; the run went on.

    `code` is a stable word for programs (`no-publication-date`), `message` a sentence.
    """

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """What one document yields: the document, how it was read, its claims, its findings."""

    document: Document
    reading: Reading
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
