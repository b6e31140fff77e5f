"""How well the shipped reader reads the development text: `headstamp read`, scored by the corpus's
own `score.py`; the confusion between kinds; the worst roles; the floors."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from training.examples import scorer

Result = dict[str, Any]
Confusion = Counter[tuple[str, str]]

MEASURES = {
    "claim": ("claim", "f1"),
    "argument": ("argument", "f1"),
    "cue": ("attribution cue", "f1"),
    "source": ("attribution source", "f1"),
    "content": ("attribution content", "f1"),
    "entity": ("entity", "f1"),
    "factuality": ("factuality accuracy", "share"),
    "time": ("time accuracy", "share"),
    "by": ("by accuracy", "share"),
    "nesting where nested": ("nesting where nested accuracy", "share"),
    "reversed": ("reversed", "share"),
    "false alarms per 1,000 words": ("false alarms per 1,000 words", None),
}


def run(corpus: Path, floors: dict[str, float], results: Path) -> dict[str, float]:
    """Score the development set, write `results/quality.{json,md}`; the figures that have floors.

    Where the annotated text is absent (users do not have it) nothing is measured.
    """
    gold_path = corpus / "own" / "dev.jsonl"
    if not gold_path.is_file():
        print(f"quality: not measured, {gold_path} is not here")
        return {}
    judge = scorer(corpus)
    gold = judge.load(gold_path)
    readings = {r["id"]: r for r in _readings(gold_path)}
    result = judge.score(gold, readings)
    figures = measured(result)
    confusion = kinds_confused(judge, gold, readings)
    results.mkdir(exist_ok=True)
    (results / "quality.json").write_text(
        json.dumps({"measures": figures, "all": result}, indent=1) + "\n", encoding="utf-8"
    )
    report = _report(figures, floors, result, confusion)
    (results / "quality.md").write_text(report, encoding="utf-8")
    print(report)
    return figures


def measured(result: Result) -> dict[str, float]:
    """The figures that have floors, out of all that `score.py` gives."""
    return {
        name: result[key] if field is None else result[key][field]
        for name, (key, field) in MEASURES.items()
    }


def kinds_confused(judge: ModuleType, gold: list[Result], readings: dict[str, Result]) -> Confusion:
    """(kind as annotated or "nothing", kind as read or "nothing") → how often, by trigger."""
    counts: Confusion = Counter()
    for record in gold:
        claims, guesses = judge.gold_record(record)["claims"], readings[record["id"]]["claims"]
        pairs = judge.pair(
            claims,
            guesses,
            lambda g, p: judge.overlap(g["trigger"], p["trigger"]) * (1 + (g["kind"] == p["kind"])),
        )
        counts.update((claims[i]["kind"], guesses[j]["kind"]) for i, j in pairs)
        found, told = {i for i, _ in pairs}, {j for _, j in pairs}
        counts.update((c["kind"], "nothing") for i, c in enumerate(claims) if i not in found)
        counts.update(("nothing", g["kind"]) for j, g in enumerate(guesses) if j not in told)
    return counts


def _readings(path: Path) -> list[Result]:
    headstamp = Path(sys.executable).with_name("headstamp")
    command = [str(headstamp), "read", str(path), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _report(
    figures: dict[str, float], floors: dict[str, float], result: Result, confusion: Confusion
) -> str:
    lines = ["# How well it reads", "", "Development text, scored by the corpus's own scorer.", ""]
    lines += ["| measure | figure | floor |", "| --- | ---: | ---: |"]
    lines += [f"| {name} | {value} | {floors.get(name, '')} |" for name, value in figures.items()]
    lines += ["", "## Kinds of claim", ""]
    lines += [
        "| kind | precision | recall | F1 | annotated |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [_row(k, result) for k in result if k.startswith("claim ")]
    lines += ["", "Annotated (down) against read (across), by overlapping triggers:", ""]
    lines += _table(confusion)
    roles = [k for k in result if k.startswith("argument ") and k != "argument exact"]
    worst = sorted(roles, key=lambda k: result[k]["f1"])[:10]
    lines += ["", "## The ten worst roles", ""]
    lines += [
        "| role | precision | recall | F1 | annotated |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [_row(k, result) for k in worst]
    return "\n".join(lines) + "\n"


def _row(key: str, result: Result) -> str:
    value = result[key]
    name = key.split(" ", 1)[1]
    return f"| {name} | {value['p']} | {value['r']} | {value['f1']} | {value['gold']} |"


def _table(confusion: Confusion) -> list[str]:
    kinds = [*sorted({kind for pair in confusion for kind in pair} - {"nothing"}), "nothing"]
    lines = [f"| | {' | '.join(kinds)} |", f"| --- |{' ---: |' * len(kinds)}"]
    for gold in kinds:
        cells = " | ".join(str(confusion[gold, read] or "") for read in kinds)
        lines.append(f"| {gold} | {cells} |")
    return lines
