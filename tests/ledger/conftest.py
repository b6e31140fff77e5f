"""A ledger in SQLite and one in PostgreSQL, empty for each test, and extracts in a few words."""

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from headstamp.ledger.ledger import Ledger
from headstamp.ledger.opening import opened
from headstamp.ledger.readying import Addition
from headstamp.ledger.schema import METADATA
from headstamp.model import Argument, Block, Claim, Document, Extract, Publication, Reading, Span
from headstamp.model.claim import Speaker
from headstamp.model.transfer import ClaimRef, Denial, Member, Origin, Transfer
from headstamp.model.values import Interval, Party, Place


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "template.sqlite"
    opened(path).dispose()
    return path


def emptied(url: str) -> str:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        names = ", ".join([*METADATA.tables, "words"])
        connection.execute(text(f"TRUNCATE {names}"))
    engine.dispose()
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty ledger is."""
    if request.param == "postgresql":
        return emptied(request.getfixturevalue("server"))
    path = tmp_path / "ledger.sqlite"
    shutil.copy(request.getfixturevalue("sqlite_template"), path)
    return str(path)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that goes on by a minute whenever it is asked."""
    times = (datetime(2026, 3, 1, tzinfo=UTC) + timedelta(minutes=n) for n in range(10_000))
    return lambda: next(times)


@pytest.fixture
def ledger(place: str, clock: Callable[[], datetime]) -> Iterator[Ledger]:
    held = Ledger(place, now=clock)
    yield held
    held.close()


def claim(text: str, id: str, trigger: str, **fields: Any) -> Claim:
    """A claim of transfer. Fields that are roles: words, or words and a value."""
    settled = {"kind": "transfer", "factuality": "CT+", "time": "past"}
    settled |= {name: fields.pop(name) for name in list(fields) if name in settled}
    arguments = []
    for role, said in fields.items():
        words, value = said if isinstance(said, tuple) else (said, None)
        at = Span(text.index(words), text.index(words) + len(words))
        arguments.append(Argument(role, at, words, 0.9, value=value))
    match = re.search(re.escape(trigger), text)
    assert match
    return Claim(
        id=id,
        trigger=Span(*match.span()),
        sentence=Span(text.rfind("\n", 0, match.start()) + 1, len(text)),
        block="body",
        arguments=tuple(arguments),
        factuality_score=0.9,
        time_score=0.9,
        speakers=(Speaker("outlet", "The Karst Courier"),),
        score=0.9,
        **settled,
    )


def extract(
    text: str, *claims: Claim, reader: str = "reader 1", id: str = "sample", **fields: Any
) -> Extract:
    document = Document(
        id=id,
        text=text,
        blocks=(Block("body", Span(0, len(text))),),
        source=f"{id}.txt",
        digest=fields.pop(
            "digest", hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        ),
        media_type="text/plain",
        published=Publication(fields.pop("day", date(2024, 5, 3)), "given", ""),
        **({"outlet": "The Karst Courier", "title": "A title"} | fields),
    )
    return Extract(document, Reading(reader), claims, ())


def addition(extract: Extract) -> Addition:
    data = extract.document.text.encode("utf-8", "surrogatepass")
    whole = hashlib.sha256(data).hexdigest() == extract.document.digest
    return Addition(extract, data if whole else None)


def add(ledger: Ledger, *extracts: Extract, by: str = "anna") -> Any:
    with ledger.writing(by=by) as writer:
        return writer.add(addition(each) for each in extracts)


def state(ledger: Ledger, *statements: Any, by: str = "anna") -> list[Any]:
    with ledger.writing(by=by) as writer:
        return [writer.state(statement) for statement in statements]


def undo(ledger: Ledger, number: int, by: str = "anna") -> Any:
    with ledger.writing(by=by) as writer:
        return writer.undo(number)


def held(ledger: Ledger, *ids: str) -> list[Extract]:
    """What the ledger holds of documents, all of them where none is named, by their ids."""
    with ledger.reading() as view:
        found = list(view.extracts(ids or view.document_ids()))
    return sorted(found, key=lambda each: each.document.id)


def faults(ledger: Ledger) -> list[Any]:
    with ledger.reading() as view:
        return list(view.verify())


SENT = "Zhorda sent rockets to Green Banner from Karst in 2014, the envoy said"
KARST = Place("Karst", "YE", 15.5, 44.25, "city", 0.9, "name")


def party(id: str, *parents: str) -> Party:
    return Party(id, id.title(), "group", parents, 0.9, "name")


def sent(
    id: str, giver: str, taker: str, *, year: int | None = 2014, **more: Any
) -> tuple[Any, Transfer]:
    """One document with one claim, and the transfer that it makes."""
    text = f"{SENT}, {id}."
    fields = {
        "supplier": ("Zhorda", party(giver, *more.pop("parents", ()))),
        "recipient": ("Green Banner", party(taker)),
        "origin": ("Karst", KARST),
    }
    if year:
        day = Interval(date(year, 1, 1), date(year, 12, 31), "year", "year")
        fields["date"] = ("2014", day)
    said = claim(text, "c1", "sent", **fields)
    said = replace(said, speakers=(Speaker("source", "the envoy", None), *said.speakers))
    whole = extract(text, said, id=id, day=more.pop("day", date(2024, 5, 3)), **more)
    return whole, joined([whole])


def joined(extracts: list[Any], *, roots: int | None = None, stance: Any = "asserts") -> Transfer:
    """The claims of some documents as one transfer, the first few documents its origins."""
    ids = [extract.document.id for extract in extracts]
    roots = len(ids) if roots is None else roots
    refs = [ClaimRef(id, "c1") for id in ids]
    origins = tuple(
        Origin(f"o{n}", "x", "outlet", ids[n], tuple(ids) if n == 0 else (ids[n],))
        for n in range(roots)
    )
    denials = tuple(Denial(ref, "a ministry", None) for ref in refs if stance == "denies")
    members = tuple(Member(ref, stance) for ref in refs)
    return Transfer(f"t-{ids[0]}", "transfer", members, (), origins, (), denials, ())


def keep(ledger: Ledger, extracts: list[Any], made: list[Transfer]) -> None:
    add(ledger, *extracts)
    with ledger.writing(by="anna") as writer:
        held = {extract.document.id: extract for extract in extracts}
        writer.replace_transfers([], made, held, {}, ids={"Zhorda": "zhorda"})


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """The makers of extracts, and the short ways to write them into a ledger."""
    makers = (
        claim, extract, addition, add, state, undo, held, faults, emptied,
        party, sent, joined, keep,
    )  # fmt: skip
    named = {maker.__name__: maker for maker in makers}
    return SimpleNamespace(**named, SENT=SENT, KARST=KARST)
