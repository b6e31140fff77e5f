"""How much of what the development text names resolves, how much of that is right, and what it
costs: time beside reading, the load of all data, a search among very many names."""

import csv
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.annotated import Annotated, annotated_documents
from headstamp.model import Document, Filler, Reading
from headstamp.model.reading import EntityType
from headstamp.model.values import Unresolved, Value
from headstamp.read import shipped_reader
from headstamp.resolve import resolve
from headstamp.resolve.names import match
from headstamp.resolve.names.screen import Screen

NAMED: dict[str, tuple[EntityType, ...]] = {
    "named place": ("PLACE", "STATE"),
    "named supplier or recipient": ("STATE", "GROUP", "FORCE"),
}
"""Sorts of fillers that count only where they hold a name, and the types of that name."""

ROLES = {
    "date": ("date",),
    "quantity": ("quantity",),
    "value": ("value",),
    "materiel": ("materiel",),
    "named place": ("place", "origin", "destination", "route"),
    "named supplier or recipient": ("supplier", "recipient"),
}
SCREENED = 50_000

_LOADING = """
import json, os, time
from datetime import date

def resident_mb():
    with open("/proc/self/statm") as sizes:
        return int(sizes.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

before = resident_mb()
from headstamp.resolve.lookup import look_up
begun = time.perf_counter()
for thing in ("party", "materiel", "place", "date", "quantity"):
    look_up(thing, "Kornet missiles in Misrata on 3 May 2019", on=date(2020, 1, 1))
print(json.dumps({"seconds": time.perf_counter() - begun, "mb": resident_mb() - before}))
"""


def run(corpus: Path, floors: dict[str, float], samples: Path, results: Path) -> dict[str, float]:
    """Measure, write `results/resolution.{json,md}`; the figures that have floors.

    Where the annotated text is absent (users do not have it) nothing is measured.
    """
    gold = corpus / "own" / "dev.jsonl"
    if not gold.is_file():
        print(f"resolution: not measured, {gold} is not here")
        return {}
    documents = list(annotated_documents(gold))
    figures = covered(documents) | right(samples) | named_alike(corpus / "names" / "pairs.csv")
    figures |= cost(documents)
    report = _report(figures, floors)
    results.mkdir(exist_ok=True)
    (results / "resolution.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    (results / "resolution.md").write_text(report, encoding="utf-8")
    print(report)
    return figures


def covered(documents: list[Annotated]) -> dict[str, float]:
    """The share, in per cent, of annotated fillers of each sort that resolve."""
    asked: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for document, reading in documents:
        for sort, value in _answers(document, reading):
            asked[sort] += 1
            known[sort] += not (value is None or isinstance(value, Unresolved))
    return {f"{sort} resolved, %": round(100 * known[sort] / asked[sort], 1) for sort in asked}


def _answers(
    document: Document, reading: Reading
) -> Iterator[tuple[str, Value | Unresolved | None]]:
    """Every filler that should resolve, by its sort, with what it resolves to."""
    for frame, resolutions in zip(reading.frames, resolve(document, reading).fillers, strict=True):
        for filler, resolution in zip(frame.fillers, resolutions, strict=True):
            for sort, roles in ROLES.items():
                if filler.role in roles and _is_asked(sort, filler, reading, document.text):
                    yield sort, resolution.value


def _is_asked(sort: str, filler: Filler, reading: Reading, text: str) -> bool:
    """Whether a filler counts: a place that holds a name, a party that is one (not `the army`,
    `Syrian rebels`): its longer words begin with capitals.
    """
    types = NAMED.get(sort)
    named = [mention.span for mention in reading.mentions if types and mention.type in types]
    if sort == "named place":
        return any(filler.span.contains(span) for span in named)
    words = filler.span.of(text).split()
    is_name = all(word[0].isupper() or len(word) < 4 for word in words)
    return types is None or (is_name and filler.span in named)


def right(samples: Path) -> dict[str, float]:
    """The share of right answers, in per cent, in the samples that people checked."""
    found = {}
    for path in sorted(samples.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            verdicts = [row["right"] for row in csv.DictReader(lines, delimiter="\t")]
        share = 100 * verdicts.count("y") / len(verdicts)
        found[f"{path.stem} right in {len(verdicts)} checked, %"] = round(share, 1)
    return found


def named_alike(pairs: Path) -> dict[str, float]:
    """F1 and precision, in per cent, over labelled pairs of names."""
    with pairs.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    judged = [
        (match(row["left"], row["right"], kind=row["kind"]).same, row["same"] == "1")
        for row in rows
    ]
    hits, found, wanted = (
        sum(a and b for a, b in judged), sum(a for a, _ in judged), sum(b for _, b in judged),
    )  # fmt: skip
    return {
        "name pairs F1": round(200 * hits / (found + wanted), 1),
        "name pairs precision": round(100 * hits / found, 1),
    }


def cost(documents: list[Annotated]) -> dict[str, float]:
    """Time beside reading, in per cent; the load of all data; a search among very many names."""
    reader = shipped_reader()
    reading_s = resolving_s = 0.0
    for document, _ in documents[:100]:
        begun = time.perf_counter()
        reading = reader.read(document)
        read = time.perf_counter()
        resolve(document, reading)
        reading_s += read - begun
        resolving_s += time.perf_counter() - read
    loading: dict[str, Any] = json.loads(
        subprocess.run(
            [sys.executable, "-c", _LOADING], capture_output=True, text=True, check=True
        ).stdout
    )
    return {
        "resolving beside reading, %": round(100 * resolving_s / reading_s, 1),
        "loading all data, s": round(loading["seconds"], 2),
        "memory of all data, with the code, MB": round(loading["mb"], 0),
        f"a search among {SCREENED:,} names, ms": round(_search_ms(documents), 3),
    }


def _search_ms(documents: list[Annotated]) -> float:
    """Names of groups, numbered, make up the many; each is sought as the text has it. Processor
    time, decisions included."""
    texts = {
        m.span.of(d.text) for d, r in documents for m in r.mentions if m.type in ("GROUP", "FORCE")
    }
    names = sorted(texts)
    many = [f"{name} {number}" for number in range(SCREENED // len(names) + 1) for name in names]
    screen = Screen(many[:SCREENED])
    begun = time.process_time()
    for name in names:
        screen.matches(name, "group")
    return 1000 * (time.process_time() - begun) / len(names)


def _report(figures: dict[str, float], floors: dict[str, float]) -> str:
    lines = [
        "# How much resolves",
        "",
        "On the annotated development text, its own words and roles given. The checked samples are"
        " in [samples](../samples).",
        "",
        "| measure | figure | floor |",
        "| --- | ---: | ---: |",
    ]
    lines += [f"| {name} | {value} | {floors.get(name, '')} |" for name, value in figures.items()]
    return "\n".join(lines) + "\n"
