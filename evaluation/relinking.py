"""How linking does as a ledger grows: all of it anew, and what is near a change.

    python -m evaluation.relinking FOLDER [CLAIMS …]

FOLDER is made, a ledger in it for each of CLAIMS (16,000 and 64,000 unless it is said) of
`evaluation.synthetic` documents. One line of JSON for each ledger: seconds of linking it whole, by
the clock and by the processors that this process and its workers used, and the same for a million
claims if it went on so; what the largest memory of this process and of one worker is; and the
median and the largest of what near linking took, of a new document (`add_…`) and of a judgement on
two claims (`judge_…`). A busy machine stretches the processors' time as well, less than the clock.
"""

import json
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from evaluation import synthetic
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.readying import Addition
from headstamp.model.transfer import Judgement
from headstamp.relinking import relink_near, relink_whole

BATCH_DOCUMENTS = 500
CHANGES = 10
MILLION = 1_000_000


def measure(place: Path, claims: int) -> dict[str, object]:
    """Make a ledger of so many claims, and link it."""
    ledger = Ledger(place)
    documents, claims = _filled(ledger, claims)
    whole = _spent(lambda: _whole(ledger))
    figures: dict[str, object] = {"claims": claims, "documents": documents}
    figures |= {f"whole_{name}": round(seconds, 1) for name, seconds in whole.items()}
    figures |= {
        f"million_{name}_min": round(seconds / claims * MILLION / 60, 1)
        for name, seconds in whole.items()
    }
    for name, who in (("", resource.RUSAGE_SELF), ("worker_", resource.RUSAGE_CHILDREN)):
        figures[f"{name}peak_memory_mb"] = resource.getrusage(who).ru_maxrss // 1024
    added = [_spent(lambda n=n: _add(ledger, documents + n)) for n in range(CHANGES)]  # type: ignore[misc]
    judged = [_spent(lambda pair=pair: _judge(ledger, *pair)) for pair in _pairs(ledger)]  # type: ignore[misc]
    for name, some in (("add", added), ("judge", judged)):
        for unit in ("s", "process_s"):
            figures[f"{name}_median_{unit}"] = round(statistics.median(e[unit] for e in some), 2)
            figures[f"{name}_most_{unit}"] = round(max(each[unit] for each in some), 2)
    ledger.close()
    return figures


def _filled(ledger: Ledger, claims: int) -> tuple[int, int]:
    """Add until there are so many claims; how many documents and claims there are."""
    held = documents = 0
    while held < claims:
        some = [synthetic.extract(documents + n) for n in range(BATCH_DOCUMENTS)]
        documents += BATCH_DOCUMENTS
        with ledger.writing(by="relinking") as writer:
            held += writer.add(Addition(each) for each in some).claims
    return documents, held


def _whole(ledger: Ledger) -> None:
    with ledger.writing(by="relinking") as writer:
        relink_whole(writer)


def _add(ledger: Ledger, number: int) -> None:
    with ledger.writing(by="relinking") as writer:
        relink_near(writer, writer.add([Addition(synthetic.extract(number))]).documents)


def _pairs(ledger: Ledger) -> list[tuple[str, str]]:
    """The first claims of transfers that were reported about the same time."""
    chance = random.Random(1)
    with ledger.reading() as view:
        listed = view.list(limit=20 * CHANGES).listed
    firsts = [str(each.transfer.members[0].claim) for each in listed]
    chance.shuffle(firsts)
    return list(zip(firsts[:CHANGES], firsts[CHANGES:], strict=False))


def _judge(ledger: Ledger, left: str, right: str) -> None:
    with ledger.writing(by="relinking") as writer:
        writer.state(Judgement("claim", left, right, "same"))
        relink_near(writer, writer.unlinked())


def _spent(do: Callable[[], None]) -> dict[str, float]:
    """Seconds by the clock, and of the processors: this process and workers that ended."""
    clock, before = time.perf_counter(), _processors_s()
    do()
    return {"s": time.perf_counter() - clock, "process_s": _processors_s() - before}


def _processors_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    for most in [int(said) for said in sys.argv[2:]] or [16_000, 64_000]:
        print(json.dumps(measure(folder / f"{most}.ledger", most)), flush=True)
