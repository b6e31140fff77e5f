"""Kill the program with `kill -9` while it adds, again and again: nothing is lost or doubled.

    python -m evaluation.kills LEDGER [KILLS]

LEDGER is a file that is not there yet, or the URL of an empty PostgreSQL database; KILLS is 200
unless it is said. A child process adds documents in small batches, each with its transfers, from
the first on, and is killed at a random moment: while it makes the tables, writes, commits, or skips
what is there. After each kill the ledger must open, be found whole, hold whole batches only, and
take the next child's documents. When all are in, it must hold each of them once, as it was given.
"""

import multiprocessing
import random
import sys
from collections.abc import Iterator

from evaluation import synthetic
from headstamp.ledger.ledger import Addition, Ledger
from headstamp.model import Extract

BATCH = 5
WITHIN_S = 0.2
LONGEST_S = 30.0
"""A child is killed within the first time, or twice that after one that had only begun, and so on
up to the second."""


def kill_and_look(place: str, *, kills: int, batches: int, seed: int = 0) -> Iterator[int]:
    """Kill so many children, or until all documents are in; after each, how many there are.

    Raises `AssertionError` for whatever is lost, doubled or damaged.
    """
    chance = random.Random(seed)
    children = multiprocessing.get_context("fork")
    held, within_s = 0, WITHIN_S
    for _ in range(kills):
        child = children.Process(target=add_all, args=(place, batches))
        child.start()
        child.join(chance.uniform(0, within_s))
        child.kill()
        child.join()
        before, held = held, look(place)
        assert held >= before, "documents are lost"
        within_s = min(2 * within_s, LONGEST_S) if held == before else WITHIN_S
        yield held
        if held == batches * BATCH:
            break
    add_all(place, batches)
    assert look(place) == batches * BATCH, "documents are missing at the end"


def add_all(place: str, batches: int) -> None:
    """Add every batch, the first first; what is there already changes nothing."""
    ledger = Ledger(place)
    for number in range(batches):
        extracts = [synthetic.extract(BATCH * number + n) for n in range(BATCH)]
        held = {extract.document.id: extract for extract in extracts}
        with ledger.writing(by="kills") as writer:
            if writer.add(Addition(e, e.document.text.encode()) for e in extracts).documents:
                transfers = synthetic.transfers(extracts, named=f"batch-{number}")
                writer.replace_transfers([], transfers, held, {})
    ledger.close()


def look(place: str) -> int:
    """How many documents there are; each must be what was given, in whole batches."""
    ledger = Ledger(place)
    with ledger.reading() as view:
        findings = list(view.verify())
        assert findings == [], findings
        held = list(view.extracts(view.document_ids()))
        transfers = view.count()
    ledger.close()
    given = [synthetic.extract(number) for number in range(len(held))]
    assert sorted(held, key=_id) == sorted(given, key=_id), "a document is not as it was given"
    assert len(held) % BATCH == 0, "a batch is cut off"
    firsts = range(0, len(given), BATCH)
    expected = sum(len(synthetic.transfers(given[at : at + BATCH])) for at in firsts)
    assert transfers == expected, "transfers are lost or doubled"
    return len(held)


def _id(extract: Extract) -> str:
    return extract.document.id


if __name__ == "__main__":
    place, most = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
    for number, count in enumerate(kill_and_look(place, kills=most, batches=4 * most), start=1):
        print(f"kill {number}: {count} documents, all whole", flush=True)
    print("nothing lost, nothing doubled")
