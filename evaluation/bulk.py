"""How fast a large file of readings comes into a ledger: `headstamp add --readings FILE --later`.

    python -m evaluation.bulk LEDGER [DOCUMENTS]

LEDGER is a file, or the URL of a PostgreSQL database, whatever it holds already; DOCUMENTS is
40,000 unless it is said. The documents are `evaluation.synthetic`'s, with ids that no other run
gives. One line of JSON: claims a second by the clock, of all and of each tenth, the first with the
start of the processes; claims a second of processor time, all processes together; and the most
memory that this one took.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from evaluation import synthetic
from headstamp.incoming import given_readings
from headstamp.keeping import keep
from headstamp.ledger.adding import Added
from headstamp.ledger.ledger import Ledger
from headstamp.model import Claim

TENTHS = 10


def bring(ledger: Ledger, file: Path, documents: int) -> Iterator[tuple[int, float]]:
    """Add the readings: at each tenth of the documents, claims so far and seconds."""
    started = time.monotonic()
    held = claims = 0
    for outcome in keep(ledger, given_readings(ledger, str(file)), by="bulk"):
        if not isinstance(outcome, Added):
            raise outcome
        before, held = held, held + len(outcome.documents)
        claims += outcome.claims
        if before * TENTHS // documents < held * TENTHS // documents:
            yield claims, time.monotonic() - started


def write(file: Path, documents: int) -> None:
    """Readings as somebody else would give them, a record a line."""
    run = time.time_ns()
    with file.open("w", encoding="utf-8") as lines:
        for number in range(documents):
            lines.write(json.dumps(_record(number, run)) + "\n")


def _record(number: int, run: int) -> dict[str, Any]:
    extract = synthetic.extract(number)
    document = extract.document
    return {
        "id": f"bulk-{run}-{number}",
        "text": document.text,
        "outlet": document.outlet,
        "published": str(document.published.day),
        "language": document.language,
        "claims": [_claim(claim) for claim in extract.claims],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    roles: dict[str, list[list[int]]] = {}
    for argument in claim.arguments:
        if argument.role != "means":
            span = [argument.span.start, argument.span.end]
            roles.setdefault(argument.role, []).append(span)
    trigger = [claim.trigger.start, claim.trigger.end]
    told = {"kind": claim.kind, "factuality": claim.factuality, "time": claim.time}
    return {"id": claim.id, "trigger": trigger, "roles": roles} | told


def main(place: str, documents: int) -> None:
    """Write the file, add it, print the figures."""
    ledger = Ledger(place)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "readings.jsonl"
        write(file, documents)
        before = _processor_s()
        marks = [(0, 0.0), *bring(ledger, file, documents)]
    claims, seconds = marks[-1]
    told = {
        "documents": documents,
        "claims": claims,
        "claims_a_second": round(claims / seconds),
        "in_tenths": [round((b[0] - a[0]) / (b[1] - a[1])) for a, b in pairwise(marks)],
        "claims_a_second_of_processor_time": round(claims / (_processor_s() - before)),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000,
    }
    print(json.dumps(told))
    ledger.close()


def _processor_s() -> float:
    spent = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in spent)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 40_000)
