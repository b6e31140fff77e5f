"""What the materiel of a whole text is, each phrase with the help of the others."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from headstamp.model.document import Span
from headstamp.model.values import Materiel, Unresolved
from headstamp.resolve.materiel.antecedents import Named, antecedent, pointing
from headstamp.resolve.materiel.several import each_materiel, in_general

_LONGEST_CHAIN = 5
_CONSIGNMENT = re.compile(
    r"\b(?:consignments?|shipments?|cargo(?:e?s)?|deliver(?:y|ies)|hauls?|loads?|goods|items|"
    r"material|stocks?|supplies|surplus)$",
    re.IGNORECASE,
)

Answer = tuple[Materiel, ...] | Unresolved


def resolve_materiel_in(
    text: str,
    spans: Sequence[Span],
    *,
    stands_for: Mapping[Span, Span] | None = None,
    mentions: Sequence[Span] = (),
) -> list[Answer]:
    """What each of `spans` names: everything in it, or the reason why nothing is found.

    `stands_for` leads from a pronoun or description to the phrase that names it, where something
    says so; `mentions` are other places in the text that name weapons. Words that only point
    (`them`, `the missiles`, `the consignment`) otherwise mean what was named before them, and
    words for arms of any sort (`weapons`, `the shipment`) are `equipment` where nothing tells more.
    """
    answers = [each_materiel(span.of(text)) for span in spans]
    if not any(map(in_general, answers)):
        return list(answers)
    named = _named(text, (*spans, *mentions))
    links = stands_for or {}
    return [_answer(text, span, links, named, _LONGEST_CHAIN) for span in spans]


def _answer(
    text: str, span: Span, links: Mapping[Span, Span], named: Sequence[Named], steps: int
) -> Answer:
    """The words by themselves, else what they stand for, else what they point to."""
    own = each_materiel(span.of(text))
    if not in_general(own):
        return own
    if span in links and steps:
        linked = _answer(text, links[span], links, named, steps - 1)
        if not isinstance(linked, Unresolved):
            return linked
    points = pointing(text, span)
    found = antecedent(text, span, points, named) if points else ()
    return found or (_of_no_sort() if _CONSIGNMENT.search(span.of(text)) else own)


def _of_no_sort() -> Answer:
    """What a consignment holds that nothing describes: it fills the role of materiel."""
    arms = each_materiel("arms")
    return arms if isinstance(arms, Unresolved) else tuple(replace(a, score=0.3) for a in arms)


def _named(text: str, spans: Sequence[Span]) -> list[Named]:
    """The phrases that say what they are, in order; of two that overlap the longer."""
    kept: list[Named] = []
    for span in sorted(set(spans), key=lambda each: (-len(each), each.start)):
        values = each_materiel(span.of(text))
        if isinstance(values, Unresolved) or in_general(values):
            continue
        if not any(span.overlaps(each.span) for each in kept):
            kept.append(Named(span, values))
    return sorted(kept, key=lambda each: each.span)
