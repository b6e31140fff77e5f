"""What the labelled cases come to: linking, origins, repeats, by the cases' own scorer, once with
the annotated readings and once with the shipped reader's.

The scorer and the cases come with the project's shared material, which users do not have; where
they are absent nothing is measured. The small cases under `tests/corroborate/cases` are
scored beside them, and apart from all these the cases in `unseen`, by which no rule was made.
"""

import importlib.util
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from headstamp.corroborate import corroborate
from headstamp.ingest import documents
from headstamp.model import Document, Extract, Reading
from headstamp.pipeline import from_reading
from headstamp.read import shipped_reader
from headstamp.read.annotation import annotated
from headstamp.show.transfers import entries

OURS = Path(__file__).parent.parent / "tests" / "corroborate" / "cases"
UNSEEN = Path(__file__).parent / "unseen"

Record = dict[str, Any]
Reads = Callable[[Record, Document], Reading]


def run(shared: Path, results: Path) -> dict[str, float]:
    """Score every case with both readings, write `results/cases.{json,md}`; the chief figures."""
    if not (shared / "score_case.py").is_file():
        print(f"cases: not measured, {shared} is not here")
        return {}
    judge = _scorer(shared / "score_case.py")
    seen = sorted(shared.glob("case-*")) + sorted(OURS.iterdir())
    unseen = sorted(folder for folder in UNSEEN.iterdir() if folder.is_dir())
    found = {
        name: {folder.name: _score(judge, folder, reads) for folder in folders}
        for name, folders, reads in (
            ("annotated", seen, _annotated),
            ("annotated, unseen", unseen, _annotated),
            ("shipped reader", seen, _read),
            ("shipped reader, unseen", unseen, _read),
        )
    }
    figures = dict(_figures(found))
    results.mkdir(exist_ok=True)
    whole = json.dumps({"measures": figures, "all": found}, indent=1) + "\n"
    (results / "cases.json").write_text(whole, encoding="utf-8")
    report = _report(found)
    (results / "cases.md").write_text(report, encoding="utf-8")
    print(report)
    return figures


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_case", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _annotated(record: Record, document: Document) -> Reading:
    return annotated(record, document, place=document.id)


def _read(_: Record, document: Document) -> Reading:
    return shipped_reader().read(document)


def _score(judge: ModuleType, folder: Path, reads: Reads) -> dict[str, Any]:
    path = folder / "articles.jsonl"
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    extracts: list[Extract] = [
        from_reading(document, reads(record, document))
        for record, document in zip(records, documents(str(path)), strict=True)
    ]
    case = json.loads((folder / "case.json").read_text("utf-8"))
    scored: dict[str, Any] = judge.score(case, records, entries(corroborate(extracts), extracts))
    return scored


def _figures(found: dict[str, dict[str, dict[str, Any]]]) -> Iterator[tuple[str, float]]:
    """For each reading: the lowest and the mean link F1; shares of origins and repeats."""
    for name, cases in found.items():
        links = [scored["link"]["f1"] for scored in cases.values()]
        yield f"{name}: link F1, lowest", min(links)
        yield f"{name}: link F1, mean", round(sum(links) / len(links), 1)
        yield f"{name}: must_not_link broken", sum(len(c["broken"]) for c in cases.values())
        yield f"{name}: origins right %", _share(cases, "origins", "exact")
        yield f"{name}: repeats right %", _share(cases, "repeats", "right evidence")


def _share(cases: dict[str, dict[str, Any]], field: str, right: str) -> float:
    got: int = sum(scored[field][right] for scored in cases.values())
    of: int = sum(scored[field]["of"] for scored in cases.values())
    return round(100 * got / of, 1)


def _report(found: dict[str, dict[str, dict[str, Any]]]) -> str:
    lines = [
        "# Labelled cases",
        "",
        "| Reading | Case | Link P | R | F1 | Broken | Origins right | Repeats right |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, cases in found.items():
        for case, scored in cases.items():
            link, origins, repeats = scored["link"], scored["origins"], scored["repeats"]
            lines.append(
                f"| {name} | {case} | {link['p']} | {link['r']} | {link['f1']} "
                f"| {len(scored['broken'])} | {origins['exact']} of {origins['of']} "
                f"| {repeats['right evidence']} of {repeats['of']} |"
            )
    return "\n".join(lines) + "\n"
