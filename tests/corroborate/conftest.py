"""Annotated articles as extracts, so that a test can say in a few lines who reports what."""

import json
from pathlib import Path
from typing import Any

import pytest

from headstamp.model import Extract
from headstamp.pipeline import from_reading
from headstamp.read.annotation import annotated
from tests.conftest import document

CASES = Path(__file__).parent / "cases"


def article(name: str, text: str, published: str, *claims: dict[str, Any], **more: Any) -> Extract:
    """One annotated article; `claims` as the guidelines write them, ids and certainty left out."""
    from datetime import date

    outlet = more.pop("outlet", f"The {name.title()} Post")
    kinds = "headline lead" if "\n\n" in text else ""
    made = document(text, kinds=kinds, id=name, outlet=outlet, day=date.fromisoformat(published))
    settled = [
        {"id": f"k{number}", "factuality": "CT+", "time": "past", "roles": {}, **claim}
        for number, claim in enumerate(claims, start=1)
    ]
    record = {"entities": [], "attributions": [], "claims": settled, **more}
    return from_reading(made, annotated(record, made, place=name))


def case(name: str) -> tuple[list[Extract], dict[str, Any]]:
    """The extracts of a labelled case and what a good ledger makes of them."""
    from headstamp.ingest import documents

    folder = CASES / name
    lines = (folder / "articles.jsonl").read_text("utf-8").splitlines()
    held = list(documents(str(folder / "articles.jsonl")))
    extracts = [
        from_reading(made, annotated(json.loads(line), made, place=made.id))
        for line, made in zip(lines, held, strict=True)
    ]
    return extracts, json.loads((folder / "case.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def kivu() -> list[Extract]:
    return case("kivu")[0]


@pytest.fixture(scope="session")
def bamako() -> list[Extract]:
    return case("bamako")[0]
