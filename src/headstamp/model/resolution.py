"""What the words of a reading resolve to, filler by filler and source by source."""

from dataclasses import dataclass

from headstamp.model.document import Span
from headstamp.model.values import Unresolved, Value


@dataclass(frozen=True, slots=True)
class Resolution:
    """What some words come to.

    `stands_for` is where the text names what a pronoun or plain description means. `value` is
    None where nothing looks such words up; `also` holds what else they name (`Iran and Syria`).
    """

    stands_for: Span | None = None
    value: Value | Unresolved | None = None
    also: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolutions:
    """For a reading: `fillers[i][j]` belongs to filler j of frame i, `sources[i]` to the source
    of attribution i."""

    fillers: tuple[tuple[Resolution, ...], ...] = ()
    sources: tuple[Resolution, ...] = ()
