"""How the ledger does as it grows: adding, listing, showing, searching, its size and memory.

    python -m evaluation.growth LEDGER [CLAIMS]

LEDGER is a file that is not there yet, or the URL of an empty PostgreSQL database; CLAIMS is a
million unless it is said. Documents are `evaluation.synthetic`'s, put together by what they tell
of, so linking is not in these figures. One line of JSON at each power of ten and each tenth of the
whole: claims added a second since the last line, and claims a second whose transfers were stored
(by the clock, and by this process's own time; making the documents is left out of both), the median
and 95th percentile of each question in ms (by the clock; `process_p95_ms` by the process's own
time, which a busy machine does not stretch and which leaves a server's out).
"""

import json
import random
import resource
import statistics
import sys
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from evaluation import synthetic
from headstamp.ledger.ledger import Addition, Filters, Ledger, View
from headstamp.ledger.listing import SORTS
from headstamp.ledger.sources import SOURCE_KINDS
from headstamp.model import Extract
from headstamp.serve.facets import AT_A_LOOK

BATCH_DOCUMENTS = 500
QUESTIONS = 100
FACETS = ("kind", "category", "certainty", "origins", "denied", "reviewed", "country", "party")
# Movements are told of within 400 documents, so older ones are settled.
REMEMBERED = 1_000


def grow(ledger: Ledger, claims: int) -> Iterator[dict[str, object]]:
    """Add until there are so many claims; a line of figures at each mark on the way."""
    marks = sorted({10**power for power in range(3, 9)} | {claims * n // 10 for n in range(1, 11)})
    recent: OrderedDict[str, Extract] = OrderedDict()
    held = number = 0
    since, storing = Spent(), Spent()
    while held < claims:
        extracts = [synthetic.extract(number + n) for n in range(BATCH_DOCUMENTS)]
        number += BATCH_DOCUMENTS
        recent.update((extract.document.id, extract) for extract in extracts)
        while len(recent) > REMEMBERED:
            recent.popitem(last=False)
        transfers = synthetic.transfers(recent.values(), touching=extracts)
        with since, ledger.writing(by="growth") as writer:
            added = writer.add(Addition(e, e.document.text.encode()) for e in extracts)
        with storing, ledger.writing(by="growth") as writer:
            gone = {transfer.id for transfer in transfers}
            writer.replace_transfers(gone, transfers, recent, synthetic.countries())
            writer.mark_linked()
        held += added.claims
        since.claims += added.claims
        storing.claims += added.claims
        if any(mark <= held < mark + added.claims for mark in marks):
            yield {
                "claims": held,
                "documents": number,
                **since.told(),
                **storing.told("stored_"),
                **asked(ledger),
            }
            since, storing = Spent(), Spent()


class Spent:
    """Time spent in the ledger, by the clock and by the process."""

    def __init__(self) -> None:
        self.claims = 0
        self._clock_s = self._process_s = 0.0
        self._started = (0.0, 0.0)

    def __enter__(self) -> None:
        self._started = time.perf_counter(), time.process_time()

    def __exit__(self, *_: object) -> None:
        self._clock_s += time.perf_counter() - self._started[0]
        self._process_s += time.process_time() - self._started[1]

    def told(self, prefix: str = "") -> dict[str, object]:
        """Claims a second."""
        return {
            f"{prefix}claims_per_s": round(self.claims / self._clock_s),
            f"{prefix}claims_per_process_s": round(self.claims / self._process_s),
        }


def asked(ledger: Ledger) -> dict[str, object]:
    """How long each question takes, asked QUESTIONS times."""
    with ledger.reading() as view:
        shown = [each.transfer.id for each in view.list(limit=2_000, sort="reports").listed]
        transfers = view.count()
    path = Path(ledger.name)
    size_mb = round(path.stat().st_size / 1e6) if path.exists() else None
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    figures: dict[str, object] = {"transfers": transfers}
    for name, ask in questions(shown).items():
        figures[name] = timed(ledger, ask)
    return {**figures, "file_mb": size_mb, "peak_memory_mb": peak_mb}


Question = Callable[[View, random.Random], object]


def questions(shown: Sequence[str]) -> dict[str, Question]:
    """What people ask of a ledger, each with what chance gives it; `shown` are transfers."""
    return {
        "list": lambda view, chance: view.list(_filters(chance)),
        "list period": lambda view, chance: view.list(_period(chance)),
        "list sorted": lambda view, chance: view.list(_filters(chance), sort=chance.choice(SORTS)),
        "first view": _first_view,
        "narrowed view": _narrowed_view,
        "show": lambda view, chance: view.show(chance.choice(shown)),
        "search": lambda view, chance: view.search(f"consignment state {chance.randrange(190)}"),
        "list documents": lambda view, chance: view.documents(
            outlet=chance.choice((None, *synthetic.OUTLETS))
        ),
        "sources": lambda view, chance: view.sources(chance.choice(SOURCE_KINDS)),
        "flows": lambda view, chance: view.flows(synthetic.party(chance).id),
        "network": lambda view, chance: view.network(_filters(chance)),
        "timeline": lambda view, chance: view.timeline(_filters(chance)),
        "places": lambda view, chance: view.places(_filters(chance)),
        "complete": lambda view, chance: view.values(
            "party", like=chance.choice(("state 1", "gro", "g", "20")), limit=20
        ),
        "stated": lambda view, chance: view.stated(chance.choice(shown)),
    }


def _first_view(view: View, _: random.Random) -> None:
    """What the workbench asks to show the whole ledger: a page, how many, what there is of each."""
    view.version()
    view.list()
    for name in FACETS:
        view.values(name, limit=20)


def _narrowed_view(view: View, chance: random.Random) -> None:
    """The same of what passes one filter or more."""
    filters = chance.choice((_filters(chance), Filters(party=synthetic.party(chance).id)))
    view.list(filters)
    view.facet_counts(filters, FACETS, most=AT_A_LOOK)


def timed(ledger: Ledger, ask: Question) -> dict[str, float]:
    """The median and 95th percentile of a question, in ms."""
    chance = random.Random(1)
    clock_ms, process_ms = [], []
    for _ in range(QUESTIONS):
        start = time.perf_counter(), time.process_time()
        with ledger.reading() as view:
            ask(view, chance)
        clock_ms.append(1_000 * (time.perf_counter() - start[0]))
        process_ms.append(1_000 * (time.process_time() - start[1]))
    return {
        "median_ms": round(statistics.median(clock_ms), 1),
        "p95_ms": round(statistics.quantiles(clock_ms, n=20)[-1], 1),
        "process_p95_ms": round(statistics.quantiles(process_ms, n=20)[-1], 1),
    }


def _period(chance: random.Random) -> Filters:
    """A year, or a month."""
    since = date(2005, 1, 1) + timedelta(days=chance.randrange(6_900))
    return Filters(since=since, until=since + timedelta(days=chance.choice((30, 365))))


def _filters(chance: random.Random) -> Filters:
    """Three filters, as people combine them; common parties are asked for most."""
    party = synthetic.party(chance).id
    since = date(2005, 1, 1) + timedelta(days=chance.randrange(6_000))
    category = chance.choice(synthetic.CATEGORIES)
    country = chance.choice(synthetic.COUNTRIES)
    return chance.choice((
        Filters(party=party, category=category, since=since, until=since + timedelta(days=365)),
        Filters(party=party, role="supplier", category=category, country=country),
        Filters(kind="transfer", category=category, origins=2, since=since),
        Filters(country=country, certainty="certain", reviewed="no"),
    ))  # fmt: skip


if __name__ == "__main__":
    place, most = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    for line in grow(Ledger(place), most):
        print(json.dumps(line), flush=True)
