"""How well pronouns and descriptions are resolved; the corpus's own scorer leaves this out."""

from pathlib import Path
from typing import Any

from headstamp.model.document import Span
from headstamp.model.reading import Reading
from training.examples import coreferences, scorer


def coreference(
    corpus: Path, gold: list[dict[str, Any]], read: dict[str, Reading]
) -> dict[str, float]:
    """Precision, recall and F1 in per cent of the links of all records, and how many there are.

    A link is right where its anaphor is an annotated one, to the character, and its antecedent
    overlaps the annotated one or is another naming of the same words.
    """
    found = right = annotated = 0
    for record in gold:
        text, links = record["text"], dict(coreferences(record, scorer(corpus).gold_record(record)))
        annotated += len(links)
        for link in read[record["id"]].coreferences:
            found += 1
            named = links.get((link.anaphor.start, link.anaphor.end))
            right += named is not None and _same(link.antecedent, Span(*named), text)
    precision, recall = right / max(found, 1), right / max(annotated, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {
        "p": round(100 * precision, 1), "r": round(100 * recall, 1), "f1": round(100 * f1, 1),
        "gold": annotated,
    }  # fmt: skip


def _same(one: Span, other: Span, text: str) -> bool:
    return one.overlaps(other) or one.of(text) == other.of(text)
