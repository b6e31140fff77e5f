"""How the workbench answers from a large ledger: the first view, mixed reading, many reviewers.

    python -m evaluation.serving LEDGER [SECONDS]

LEDGER is one that `evaluation.growth` made. A real server with two workers is started on this
machine, on a port that is free, and ended. One line of JSON a measurement:

    first view   the ledger's first page, each time with other filters, one request at a time
    mixed        RATE requests a second for SECONDS (30 unless said) of what people read: the table
                 by filters and sorts, transfers, documents, searches, queue, sources, map, and the
                 API; begun on time whether or not the last were answered, so a slow server shows
    reviewers    20 people who review at once, some of them the same claims: every answer that says
                 a review was kept must stand in the history, and no other

Times are of whole requests in ms, by the clock of the asking process on the same two cores.
"""

import gzip
import http.client
import json
import random
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from threading import local
from urllib.parse import quote, urlencode, urlsplit

from evaluation import synthetic
from headstamp.ledger.ledger import Ledger

RATE = 100
FIRST_VIEWS = 100
ASKING = 32
"""Threads that ask; more than wait at once where the server keeps up."""
REVIEWERS, REVIEWS_EACH = 20, 10


class Asking:
    """A client with a connection of its own for each thread."""

    def __init__(self, address: str) -> None:
        self._place = urlsplit(address).netloc
        self._held = local()

    def __call__(
        self, path: str, body: object = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of one answer; asked anew where the connection was closed."""
        told = {"Accept-Encoding": "gzip"} | (headers or {})
        if body is not None:
            told["Content-Type"] = "application/json"
        for attempt in (1, 2):
            connection = getattr(self._held, "connection", None) or http.client.HTTPConnection(
                self._place, timeout=60
            )
            self._held.connection = connection
            try:
                data = json.dumps(body) if body is not None else None
                connection.request("POST" if data else "GET", path, data, told)
                answer = connection.getresponse()
                return answer.status, dict(answer.headers), answer.read()
            except (http.client.HTTPException, OSError):
                self._held.connection = None
                if attempt == 2:
                    raise
        raise AssertionError("a second attempt either answers or raises")


@contextmanager
def served(place: str) -> Iterator[str]:
    """The address of a server over the ledger, while it runs."""
    program = [sys.executable, "-c", "from headstamp.cli import main; main()"]
    options = ["serve", "--ledger", place, "--port", "0", "--workers", "2", "--by", "measurer"]
    with subprocess.Popen([*program, *options], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            line = server.stdout.readline()
            found = re.search(r"http://\S+", line)
            assert found, line
            yield found.group()
        finally:
            server.terminate()


def first_views(ask: Asking) -> dict[str, object]:
    """The first page of the ledger by filters that people combine, one after another."""
    chance = random.Random(2)
    ask("/")
    taken, sizes = [], []
    for _ in range(FIRST_VIEWS):
        begun = time.perf_counter()
        status, _, body = ask(f"/?{_filters(chance)}")
        taken.append(1_000 * (time.perf_counter() - begun))
        sizes.append(len(body))
        assert status == 200, status
    return {"measured": "first view", **_told(taken), "page_kb": round(max(sizes) / 1_000, 1)}


def mixed(ask: Asking, ids: list[str], documents: list[str], seconds: int) -> dict[str, object]:
    """RATE requests a second of everything that is read."""
    chance = random.Random(3)
    paths = [_path(chance, ids, documents) for _ in range(RATE * seconds)]
    began = time.perf_counter() + 0.5
    outcomes: Counter[int] = Counter()

    def timed(number: int) -> float:
        due = began + number / RATE
        time.sleep(max(0.0, due - time.perf_counter()))
        status, _, _ = ask(paths[number])
        outcomes[status] += 1
        return 1_000 * (time.perf_counter() - due)

    with ThreadPoolExecutor(ASKING) as people:
        taken = list(people.map(timed, range(len(paths))))
    lasted = time.perf_counter() - began
    return {
        "measured": "mixed",
        "requests": len(paths),
        "requests_per_s": round(len(paths) / lasted, 1),
        "statuses": {str(status): count for status, count in sorted(outcomes.items())},
        **_told(taken),
    }


def reviewers(ask: Asking, claims: list[str]) -> dict[str, object]:
    """Twenty people accept claims at once; half of the claims are everybody's."""
    chance = random.Random(4)
    mine, shared = claims[: len(claims) // 2], claims[len(claims) // 2 :]
    outcomes: Counter[int] = Counter()
    kept: list[str] = []
    taken: list[float] = []

    def review(person: int) -> None:
        own = mine[person::REVIEWERS]
        for number in range(REVIEWS_EACH):
            claim = own[number] if number % 2 else chance.choice(shared)
            _, headers, _ = ask(f"/api/v1/claims/{quote(claim, safe='/')}")
            begun = time.perf_counter()
            said = {"claim": claim, "verdict": "accept"}
            status, _, _ = ask("/api/v1/reviews", said, {"If-Match": headers.get("etag", "")})
            taken.append(1_000 * (time.perf_counter() - begun))
            outcomes[status] += 1
            if status < 300:
                kept.append(claim)

    with ThreadPoolExecutor(REVIEWERS) as people:
        list(people.map(review, range(REVIEWERS)))
    standing: Counter[str] = Counter()
    for claim in set(kept):
        _, headers, body = ask(f"/api/v1/changes?{urlencode({'subject': claim})}")
        plain = gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
        standing[claim] = sum(c["act"] == "review" for c in json.loads(plain)["items"])
    lost = sum((Counter(kept) - standing).values())
    return {
        "measured": "reviewers",
        "statuses": {str(status): count for status, count in sorted(outcomes.items())},
        "kept": len(kept),
        "lost": lost,
        **_told(taken),
    }


def _told(taken: list[float]) -> dict[str, float]:
    return {
        "median_ms": round(statistics.median(taken), 1),
        "p95_ms": round(statistics.quantiles(taken, n=20)[-1], 1),
        "longest_ms": round(max(taken), 1),
    }


def _filters(chance: random.Random) -> str:
    """What people combine, as an address has it."""
    since = date(2005, 1, 1) + timedelta(days=chance.randrange(6_000))
    party = synthetic.party(chance).id
    category, country = chance.choice(synthetic.CATEGORIES), chance.choice(synthetic.COUNTRIES)
    return urlencode(
        chance.choice((
            {},
            {"party": party, "category": category, "since": since},
            {"party": party, "role": "supplier", "category": category, "country": country},
            {"kind": "transfer", "category": category, "origins": 2, "since": since},
            {"country": country, "certainty": "certain", "reviewed": "no"},
        ))
    )  # fmt: skip


def _path(chance: random.Random, ids: list[str], documents: list[str]) -> str:
    """One thing that somebody reads; the table and transfers the most."""
    whats: tuple[tuple[int, Callable[[], str]], ...] = (
        (30, lambda: f"/?{_filters(chance)}"),
        (25, lambda: f"/transfers/{chance.choice(ids)}"),
        (15, lambda: f"/documents/{quote(chance.choice(documents))}"),
        (8, lambda: f"/search?words=consignment+state+{chance.randrange(190)}"),
        (5, lambda: "/review"),
        (3, lambda: "/sources"),
        (2, lambda: f"/map?{_filters(chance)}"),
        (7, lambda: f"/api/v1/transfers?{_filters(chance)}"),
        (5, lambda: f"/api/v1/transfers/{chance.choice(ids)}"),
    )
    weights, makers = zip(*whats, strict=True)
    maker: Callable[[], str] = chance.choices(makers, weights)[0]
    return maker()


def measured(place: str, seconds: int) -> Iterator[dict[str, object]]:
    """All measurements, one after another."""
    ledger = Ledger(place, create=False)
    with ledger.reading() as view:
        listed = view.list(limit=2_000).listed
    ledger.close()
    ids = [each.transfer.id for each in listed]
    claims = [str(each.claims[0].ref) for each in listed]
    documents = [each.claims[0].ref.document for each in listed]
    with served(place) as address:
        ask = Asking(address)
        yield first_views(ask)
        yield mixed(ask, ids, documents, seconds)
        yield reviewers(ask, claims[: 2 * REVIEWERS * REVIEWS_EACH])


if __name__ == "__main__":
    for line in measured(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 30):
        print(json.dumps(line), flush=True)
