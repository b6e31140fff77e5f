"""How linking keeps apart what is alike, as it becomes much.

    python -m evaluation.crowd [DOCUMENTS …]

Links DOCUMENTS (500, 2,000 and 8,000 unless it is said) of `evaluation.synthetic`, of which each
claim tells the number of its movement, by all else that is told: few parties, often the same ones,
and in time the same goods within days. One line of JSON for each: how many pairs of claims in one
entry are of one movement (precision), how many pairs of one movement are in one entry (recall), the
claims of the largest entry, and of the movement that most claims tell of.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable

from evaluation import synthetic
from headstamp.corroborate import corroborate

DOCUMENTS = (500, 2_000, 8_000)


def measure(documents: int) -> dict[str, float]:
    """Link so many documents, and compare with what they were made of."""
    extracts = [synthetic.extract(number) for number in range(documents)]
    movements = {
        (extract.document.id, claim.id): synthetic.told_in(claim)
        for extract in extracts
        for claim in extract.claims
    }
    together = pairs = largest = 0
    for transfer in corroborate(extracts):
        held = Counter(movements[m.claim.document, m.claim.claim] for m in transfer.members)
        together += _pairs(held.values())
        pairs += _pairs([held.total()])
        largest = max(largest, held.total())
    true = Counter(movements.values())
    return {
        "documents": documents,
        "claims": len(movements),
        "precision": round(together / pairs, 3),
        "recall": round(together / _pairs(true.values()), 3),
        "largest_entry": largest,
        "largest_movement": max(true.values()),
    }


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


if __name__ == "__main__":
    for many in map(int, sys.argv[1:]) if sys.argv[1:] else DOCUMENTS:
        print(json.dumps(measure(many)), flush=True)
