"""What a text says, word by word: the reader's output, before anything is concluded from it.

Every score is a calibrated probability: of the statements scored 0.8, four in five are right.
The words for kinds, roles, factuality and time are those of the annotation guidelines.
"""

from dataclasses import dataclass
from typing import Literal

from headstamp.model.document import Span

EntityType = Literal["PER", "GROUP", "FORCE", "STATE", "ORG", "PLACE", "WEAPON", "PLATFORM"]
Kind = Literal[
    "transfer",
    "production",
    "training",
    "funding",
    "possession",
    "interdiction",
    "use",
    "control",
]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "UU"]
Time = Literal["past", "ongoing", "future", "hypothetical", "generic"]

ENTITY_TYPES: tuple[EntityType, ...] = (
    "PER", "GROUP", "FORCE", "STATE", "ORG", "PLACE", "WEAPON", "PLATFORM",
)  # fmt: skip
FACTUALITIES: tuple[Factuality, ...] = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "UU")
TIMES: tuple[Time, ...] = ("past", "ongoing", "future", "hypothetical", "generic")

SHARED_ROLES = ("date", "place", "quantity", "specification")
ROLES: dict[Kind, tuple[str, ...]] = {
    "transfer": (
        "supplier", "recipient", "intermediary", "materiel", "value", "origin", "destination",
        "route", "means", *SHARED_ROLES,
    ),
    "production": ("producer", "backer", "materiel", *SHARED_ROLES),
    "training": ("trainer", "trainee", "subject", *SHARED_ROLES),
    "funding": ("funder", "recipient", "value", *SHARED_ROLES),
    "possession": ("holder", "materiel", *SHARED_ROLES),
    "interdiction": (
        "seizer", "holder", "materiel", "means", "origin", "destination", "supplier",
        "recipient", "route", *SHARED_ROLES,
    ),
    "use": ("user", "target", "materiel", *SHARED_ROLES),
    "control": ("actor", "addressee", "measure", "materiel", *SHARED_ROLES),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or noun phrase for something in the world."""

    type: EntityType
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: `source` speaks (None where the text hides it), `cue` marks it.

    `inside` is the index, in the same reading, of the attribution this one is reported within.
    """

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    inside: int | None
    score: float


@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase that fills a role of a frame."""

    role: str
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Frame:
    """One statement as worded: its trigger, who fills which role, how sure its source is.

    `by` is the index of the innermost attribution that it stands in, None for the outlet's own
    voice. `source_id` is the claim's id in a reading that was made elsewhere.
    """

    kind: Kind
    trigger: Span
    fillers: tuple[Filler, ...]
    factuality: Factuality
    factuality_score: float
    time: Time
    time_score: float
    by: int | None
    score: float
    source_id: str | None = None


@dataclass(frozen=True, slots=True)
class Coreference:
    """A pronoun or plain description (`anaphor`) and the phrase that names it."""

    anaphor: Span
    antecedent: Span
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one reader found in one document. `reader` names the model that read it.

    `sentences` are those of all the blocks that were read, in order; none crosses a block.
    """

    reader: str
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    frames: tuple[Frame, ...] = ()
    coreferences: tuple[Coreference, ...] = ()
