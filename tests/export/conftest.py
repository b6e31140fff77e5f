"""Entries for the exporters: a story told by hand, and entries of hostile words by hypothesis."""

import io
from datetime import date
from typing import Any

import pytest
from hypothesis import strategies as st

from headstamp.export import EXPORTERS, Entry
from headstamp.export.entry import in_order
from headstamp.model import Argument, Block, Claim, Document, Publication, Span, Speaker
from headstamp.model.reading import FACTUALITIES, ROLES, TIMES
from headstamp.model.transfer import ClaimRef, Denial, Member, Origin, Repeat, Transfer, Variant
from headstamp.model.values import Interval, Materiel, Party, Place, Quantity, Unresolved

IRAN = Party("iran", "Iran", "state", (), 1.0, "name")
LANTERNS = Party("grey-lanterns", "Grey Lanterns", "group", (), 0.9, "name")
ROCKETS = Materiel("Zelzal", "rocket", 210.0, 210.0, "III", "missiles", None, 0.9, "designation")
BASRA = Place("Basra", "IQ", 30.5, 47.8, "city", 0.9, "name")
BUSHEHR = Place("Bushehr", "IR", 28.9, 50.8, "port", 0.9, "name")
AUGUST = Interval(date(2018, 8, 1), date(2018, 8, 31), "month", "last-month-name", "publication")
TWENTY = Quantity(20, 20, True, None, "estimate")

TOLD = (
    "Iran sent an estimated 20 Zelzal rockets from Bushehr to the Grey Lanterns in Basra "
    "last August"
)
DENIED = "Tehran said it had sent no rockets"


def argument(text: str, role: str, words: str, value: Any = None) -> Argument:
    start = text.index(words)
    return Argument(role, Span(start, start + len(words)), words, 0.9, value=value)


def claim(text: str, trigger: str, *arguments: Argument, **fields: Any) -> Claim:
    start = text.index(trigger)
    settled: dict[str, Any] = {
        "id": "c1", "kind": "transfer", "trigger": Span(start, start + len(trigger)),
        "sentence": Span(0, len(text)), "block": "body", "arguments": arguments,
        "factuality": "CT+", "factuality_score": 0.9, "time": "past", "time_score": 0.9,
        "speakers": (Speaker("outlet", "Marsh Post"),), "score": 0.9,
    }  # fmt: skip
    return Claim(**(settled | fields))


def document(id: str, text: str, day: date | None = date(2018, 10, 25), **fields: Any) -> Document:
    published = Publication(day, "given", str(day)) if day else Publication()
    block = Block("body", Span(0, len(text)))
    given = {"source": f"{id}.txt", "digest": "0" * 64, "media_type": "text/plain"}
    return Document(id, text, (block,), published=published, **(given | fields))


def story(**fields: Any) -> Entry:
    """A transfer told by one article and denied in another; `fields` replace the transfer's."""
    told = document("one", TOLD, outlet="Marsh Post", url="https://marsh.example.org/1")
    denied = document("two", DENIED, date(2018, 10, 27), outlet="River Wire")
    first, second = ClaimRef("one", "c1"), ClaimRef("two", "c1")
    claims = {
        first: claim(
            TOLD, "sent",
            argument(TOLD, "supplier", "Iran", IRAN),
            argument(TOLD, "recipient", "Grey Lanterns", LANTERNS),
            argument(TOLD, "quantity", "an estimated 20", TWENTY),
            argument(TOLD, "materiel", "Zelzal rockets", ROCKETS),
            argument(TOLD, "origin", "Bushehr", BUSHEHR),
            argument(TOLD, "destination", "Basra", BASRA),
            argument(TOLD, "date", "last August", AUGUST),
        ),
        second: claim(
            DENIED, "sent", argument(DENIED, "supplier", "Tehran", IRAN), factuality="CT-",
            speakers=(Speaker("source", "Tehran", party=IRAN), Speaker("outlet", "River Wire")),
        ),
    }  # fmt: skip
    settled: dict[str, Any] = {
        "id": "t01", "kind": "transfer",
        "members": (Member(first, "asserts"), Member(second, "denies")), "links": (),
        "origins": (Origin("o1", "Marsh Post", "own-reporting", "one", ("one",)),),
        "repeats": (Repeat("two", "one", "citation", "the Marsh Post's report"),),
        "denials": (Denial(second, "Tehran", "iran"),),
        "variants": (Variant("supplier", "Iran", (first, second)),),
    }  # fmt: skip
    return Entry(Transfer(**(settled | fields)), claims, {"one": told, "two": denied})


def written(format: str, *entries: Entry, suffix: str = "") -> bytes:
    """What an exporter writes."""
    out = io.BytesIO()
    exporter = next(exporter for exporter in EXPORTERS if exporter.name == format)
    exporter.form(suffix).write(in_order(entries), out)
    return out.getvalue()


@pytest.fixture
def entry() -> Entry:
    """The story of the rockets."""
    return story()


_STARTS = st.sampled_from(
    ["", "=", "+", "-", "@", "\t", "\r", "'=", "\u202e", "\ud800", "\0", "<&\"'>"]
)
hostile = st.builds(
    lambda a, b: a + b, _STARTS, st.text(st.characters(exclude_categories=()), max_size=12)
)
"""Words with control characters, bidi overrides, lone surrogates and starts of formulas."""

_days = st.dates(date(1990, 1, 1), date(2030, 1, 1))
_degrees = st.floats(-90, 90, allow_nan=False)
_values = st.one_of(
    st.none(),
    st.builds(Unresolved, hostile),
    st.builds(Party, hostile, hostile, st.sampled_from(["state", "group", "firm", "person"]),
              st.just(()), st.just(0.9), st.just("name")),
    st.builds(Materiel, st.none() | hostile, st.sampled_from(["rocket", "uav"]), st.none(),
              st.none(), st.none(), st.none(), st.none(), st.just(0.9), st.just("rule")),
    st.builds(Place, hostile, st.sampled_from([None, "IR"]), _degrees,
              _degrees.map(lambda d: 2 * d), st.just("city"), st.just(0.9), st.just("rule")),
    _days.map(lambda day: Interval(day, None, "day", "rule")),
    st.builds(Quantity, st.none() | st.floats(0, 1e6), st.none(), st.booleans(),
              st.sampled_from([None, "tonne", "share"]), st.just("rule")),
)  # fmt: skip


@st.composite
def entries(draw: st.DrawFn, id: str = "t01") -> Entry:
    """An entry whose every word a stranger chose."""
    text = draw(hostile) + draw(hostile)
    names = draw(st.lists(hostile.filter(bool), min_size=1, max_size=2, unique=True))
    documents = {
        name: document(name, text, draw(st.none() | _days), outlet=draw(st.none() | hostile),
                       title=draw(st.none() | hostile), url=draw(st.none() | hostile))
        for name in names
    }  # fmt: skip
    kind = draw(st.sampled_from(sorted(ROLES)))
    claims = {ClaimRef(name, "c1"): draw(_claims(text, kind)) for name in names}
    stances = st.sampled_from(["asserts", "denies", "open", "withdrawn"])
    refs = sorted(claims)
    transfer = Transfer(
        id, kind, tuple(Member(ref, draw(stances)) for ref in refs), (),
        (Origin(draw(hostile), draw(hostile), "outlet", names[0], tuple(names)),),
        (Repeat(names[0], names[-1], "citation", draw(hostile)),),
        tuple(Denial(ref, draw(hostile), None) for ref in refs),
        (Variant("supplier", draw(hostile), tuple(refs)),),
    )  # fmt: skip
    return Entry(transfer, claims, documents)


@st.composite
def _claims(draw: st.DrawFn, text: str, kind: str) -> Claim:
    ends = st.integers(0, len(text))
    first, last = sorted((draw(ends), draw(ends)))
    span = Span(first, last)
    roles = st.lists(st.sampled_from(ROLES[kind]), max_size=4)
    arguments = tuple(
        Argument(role, span, span.of(text), 0.5, value=draw(_values)) for role in draw(roles)
    )
    return Claim(
        "c1", kind, span, Span(0, len(text)), "body", arguments,
        draw(st.sampled_from(FACTUALITIES)), 0.9, draw(st.sampled_from(TIMES)), 0.9,
        (Speaker("outlet", draw(hostile)),), 0.5,
    )  # fmt: skip
