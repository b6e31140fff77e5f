"""The cases in `cases/`: articles and the entries that the shipped reader must make of them.

`cases/README.txt` says how a case is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

import headstamp
from headstamp.model import Claim, Extract
from headstamp.show.phrases import said_by, sureness

CASES = sorted(Path(__file__).parent.joinpath("cases").glob("[!R]*.txt"))
FALLS_SHORT = re.compile(r"^=== falls short\n(.+)", re.MULTILINE)


@dataclass
class Entry:
    """What one entry must be: `opening` is kind, trigger, sureness and, if it matters, time."""

    opening: list[str]
    roles: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Case:
    published: date | None
    article: str
    must_say: list[Entry] | None
    must_not_say: list[str]
    must_doubt: list[str]


def parsed(written: str) -> Case:
    """A case from its text."""
    _, *parts = re.split(r"^=== ?", written, flags=re.MULTILINE)
    named = dict(part.split("\n", 1) for part in parts)
    (heading,) = (name for name in named if name.startswith("article"))
    day = re.search(r"published (\S+)", heading)
    told = named["must say"].strip()
    return Case(
        published=date.fromisoformat(day.group(1)) if day else None,
        article=named[heading].strip() + "\n",
        must_say=None if told == "nothing" else list(entries(told)),
        must_not_say=named.get("must not say", "").strip().split("\n"),
        must_doubt=named.get("must doubt", "").split(),
    )


def entries(told: str) -> Iterator[Entry]:
    """The entries of `must say`."""
    for paragraph in re.split(r"\n\s*\n", told):
        opening, *roles = paragraph.split("\n")
        named = (line.strip().split(": ", 1) for line in roles)
        yield Entry(opening.split(", "), {role: words.split("; ") for role, words in named})


def lacks(entry: Entry, claim: Claim, extract: Extract) -> list[str]:
    """What `claim` lacks to be the entry."""
    text = extract.document.text
    is_so = [claim.kind, claim.trigger.of(text), sureness(claim), claim.time]
    lacking = [word for word, found in zip(entry.opening, is_so, strict=False) if word != found]
    for role, fillers in entry.roles.items():
        if role == "says":
            found = ["".join(piece.words for piece in said_by(claim, extract.document))]
        else:
            found = [f"{a.words} {a.stands_for_words or ''}" for a in claim.filling(role)]
        lacking += [f"{role}: {words}" for words in fillers if not any(words in f for f in found)]
    return lacking


def expected(path: Path) -> ParameterSet:
    """A case; one that says that the reader falls short of it must fail, until it does not."""
    short = FALLS_SHORT.search(path.read_text(encoding="utf-8"))
    marks = [pytest.mark.xfail(reason=short.group(1), strict=True)] if short else []
    return pytest.param(path, id=path.stem, marks=marks)


@pytest.mark.parametrize("path", [expected(path) for path in CASES])
def test_the_reader_says_what_the_case_must_have(path: Path) -> None:
    case = parsed(path.read_text(encoding="utf-8"))
    extract = headstamp.read(case.article, published=case.published)
    if case.must_say is None:
        assert [claim.trigger.of(extract.document.text) for claim in extract.claims] == []
    for entry in case.must_say or []:
        near = [lacks(entry, claim, extract) for claim in extract.claims]
        assert min(near, key=len, default=["entries"]) == [], f"{entry.opening} is not said"
    quoted = {argument.words for claim in extract.claims for argument in claim.arguments}
    assert not quoted & set(case.must_not_say)
    assert set(case.must_doubt) <= {finding.code for finding in extract.findings}


def test_a_case_is_parsed_as_its_manual_says() -> None:
    manual = Path(__file__).parent.joinpath("cases", "README.txt").read_text(encoding="utf-8")
    example = [line[4:] for line in manual.splitlines() if not line or line.startswith("    ")]
    case = parsed("\n".join(example))
    assert case.published == date(2024, 5, 3)
    assert case.must_say == [
        Entry(
            ["transfer", "delivered", "certain", "past"],
            {
                "supplier": ["Zhorda"],
                "materiel": ["rockets", "launchers"],
                "says": ["Col. Anwar Saleh"],
            },
        )
    ]
    assert case.must_not_say[0] == "tanks"
    assert case.must_doubt == ["date-not-placed"]
