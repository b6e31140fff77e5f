"""What a pronoun or plain description stands for, by the reading's coreferences."""

import re

from headstamp.model import Coreference, Span

_DETERMINERS = re.compile(r"(?:the|an?|this|that|these|those|its|their|his|her)\s+", re.IGNORECASE)

Names = dict[Span, Span]


def names(text: str, coreferences: tuple[Coreference, ...]) -> Names:
    """From each anaphor, leading determiner left out, to the phrase that names it."""
    best: dict[Span, Coreference] = {}
    for coreference in coreferences:
        anaphor = _core(text, coreference.anaphor)
        if anaphor.overlaps(coreference.antecedent):
            continue
        if anaphor not in best or coreference.score > best[anaphor].score:
            best[anaphor] = coreference
    return {anaphor: coreference.antecedent for anaphor, coreference in best.items()}


def stands_for(text: str, span: Span, known: Names) -> Span | None:
    """The phrase at the end of the chain that starts at `span`; None where there is no chain.

    `he` → `the general` → `Gen. Idris Farouk` gives the last. A chain that bites its own tail
    stops where it would repeat.
    """
    seen = {_core(text, span)}
    named = None
    step = known.get(_core(text, span))
    while step is not None and _core(text, step) not in seen:
        named = step
        seen.add(_core(text, step))
        step = known.get(_core(text, step))
    return named


def _core(text: str, span: Span) -> Span:
    determiner = _DETERMINERS.match(text, span.start, span.end)
    return Span(determiner.end(), span.end) if determiner else span
