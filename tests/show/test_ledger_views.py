"""Transfers, searches and histories for people: what must be seen, in lines that fit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest

from headstamp.model import Extract, Span
from headstamp.model.transfer import (
    Change,
    ClaimRef,
    Correction,
    Denial,
    Judgement,
    Link,
    Member,
    Note,
    Origin,
    Rating,
    Repeat,
    Review,
    Transfer,
    Variant,
)
from headstamp.show import entry, hits, listing, statements, transfers
from headstamp.show.screen import Run, columns
from headstamp.show.tree import Node, drawn

FIRST, SECOND = ClaimRef("wire", "c1"), ClaimRef("echo", "c1")
DENIAL = ClaimRef("wire", "c2")
STEERING = "\x1b[2J\u202e"

TRANSFER = Transfer(
    id="t0123456789ab",
    kind="transfer",
    members=(Member(FIRST, "asserts"), Member(DENIAL, "denies"), Member(SECOND, "asserts")),
    links=(
        Link(DENIAL, FIRST, 0.7, ("goes on from it +0.5",)),
        Link(SECOND, FIRST, 0.9, ("same recipient: Green Banner +1.5",)),
    ),
    origins=(Origin("o1", "The Karst Courier", "outlet", "wire", ("wire", "echo")),),
    repeats=(Repeat("echo", "wire", "citation", f"the Courier {STEERING}"),),
    denials=(Denial(DENIAL, "its spokesman", None),),
    variants=(
        Variant("supplier", "Zhorda", (FIRST, SECOND)),
        Variant("recipient", f"Green Banner {STEERING}", (FIRST, SECOND)),
        Variant("recipient", "nobody", (DENIAL,)),
        Variant("materiel", "short-range rockets", (FIRST,)),
        Variant("quantity", "about 20", (FIRST,)),
    ),
)


@pytest.fixture
def listed() -> SimpleNamespace:
    claims = tuple(
        SimpleNamespace(ref=member.claim, source_id="s1", trigger=Span(3, 9))
        for member in TRANSFER.members
    )
    return SimpleNamespace(
        transfer=TRANSFER, claims=claims, certainty="probable", reviewed="partly",
        earliest=date(2024, 1, 1), latest=date(2024, 3, 11), reported=date(2024, 5, 3),
    )  # fmt: skip


@pytest.fixture
def shown(listed: SimpleNamespace, extract: Extract) -> SimpleNamespace:
    documents = {id: replace(extract.document, id=id) for id in ("wire", "echo")}
    first, denial, _ = extract.claims
    return SimpleNamespace(
        listed=listed,
        claims={FIRST: first, DENIAL: denial, SECOND: first},
        documents=documents,
        parts=("tba9876543210",),
        changes=(change(7, Note("transfer", TRANSFER.id, "Look at the port.")),),
    )


def change(number: int, statement: Any = None, **fields: Any) -> Change:
    told = {"act": "note", "subject": "wire/c1", "at": datetime(2026, 3, 1, 9, 30, tzinfo=UTC)}
    return Change(number=number, by="anna", statement=statement, **(told | fields))


def printed(write: Callable[[Any, Any], None], value: Any) -> list[str]:
    out = StringIO()
    write(value, out)
    return out.getvalue().splitlines()


@pytest.fixture(params=[30, 60, 80, 120])
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("COLUMNS", str(request.param))
    return int(request.param)


def test_whatever_is_shown_fits_and_steers_nothing(
    width: int, listed: SimpleNamespace, shown: SimpleNamespace
) -> None:
    lines = [*printed(listing.write, [listed, listed]), *printed(entry.write, shown)]
    assert max(map(columns, lines)) <= width
    assert not [line for line in lines if "\x1b" in line or "\u202e" in line]


def test_a_listed_transfer_says_who_what_and_how_many_say_so(listed: SimpleNamespace) -> None:
    told = " ".join(" ".join(printed(listing.write, [listed])).split())
    for words in ("Zhorda →", "about 20 ×", "1 of 2", "probable", "1 denial",
                  "part seen", "2024-01-01..", "t0123456789ab"):  # fmt: skip
        assert words in told
    assert "nobody" not in told


def test_who_says_so_is_a_tree_folded_to_origins(shown: SimpleNamespace) -> None:
    lines = printed(entry.write, shown)
    start = lines.index("Who says so: 1 independent origin in 2 reports")
    tree = lines[start + 1 : lines.index("Denied by")]
    heads = [line for line in tree if "─ " in line]
    assert heads[0] == "└─ The Karst Courier · outlet · 2 documents"
    assert heads[1].startswith("   └─ The Karst Courier · no date · wire")
    assert heads[2].startswith("      └─ The Karst Courier · no date · echo · cites it")


def test_denials_variants_links_and_history_have_their_sections(shown: SimpleNamespace) -> None:
    told = "\n".join(printed(entry.write, shown))
    assert "└─ its spokesman" in told
    assert "  supplier      Zhorda (wire/c1 echo/c1)" in told
    assert "0.90 echo/c1 – wire/c1: same recipient: Green Banner +1.5" in told
    assert "and 1 link within one document each" in told
    assert "Look at the port." in told
    assert "parts: tba9876543210" in " ".join(told.split())


def test_json_holds_all_of_it(listed: SimpleNamespace, shown: SimpleNamespace) -> None:
    told = transfers.whole(shown)
    assert told["claims"][0] == {
        "id": "wire/c1", "document": "wire", "source_claim_id": "s1", "trigger": [3, 9],
        "stance": "asserts",
    }  # fmt: skip
    assert (told["certainty"], told["earliest"]) == ("probable", "2024-01-01")
    assert told["said"]["wire/c1"]["kind"] == "transfer"
    assert "text" not in told["documents"][0]
    assert transfers.entry_of(listed).items() <= told.items()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (change(1, act="add", subject="wire"), "added a reading of wire"),
        (change(2, act="undo", undoes=1), "undid change 1 on wire/c1"),
        (change(3, Judgement("claim", "a/1", "b/1", "different", "later")),
         "judged a/1 another than b/1 (later)"),
        (change(4, Review(FIRST, "reject", "a slip")), "rejected wire/c1 (a slip)"),
        (change(5, Review(FIRST, "accept")), "accepted wire/c1"),
        (change(6, Review(FIRST, "correct", "", (Correction("time", value="past"),))),
         "corrected wire/c1: time is past"),
        (change(7, Review(FIRST, "correct", "", (Correction("supplier", was=Span(0, 3)),))),
         "corrected wire/c1: no supplier at 0..3"),
        (change(8, Rating("source", "Courier", "B"), subject="Courier"), "graded Courier B"),
        (change(9, Note("claim", "wire/c1", "look")), "noted on wire/c1: look"),
    ],
)  # fmt: skip
def test_every_change_is_a_sentence(said: Change, words: str) -> None:
    assert statements.sentence(said) == words
    assert printed(statements.write, [said])[0].split() == [
        str(said.number), "2026-03-01", "09:30", "anna:", *words.split()
    ]  # fmt: skip


def test_what_was_undone_says_so() -> None:
    said = change(4, Rating("source", "Courier", "B"), undone_by=5)
    assert printed(statements.write, [said])[0].endswith("(undone by 5)")


def test_found_words_are_marked() -> None:
    hit = SimpleNamespace(
        document="wire", title=None, outlet="Courier", published=None,
        excerpt="sent rockets to the north", marks=(Span(5, 12),), entries=("t1", "t2"),
    )  # fmt: skip
    assert printed(hits.write, [hit]) == [
        "wire",
        "Courier · wire",
        "sent *rockets* to the north",
        "in t1 t2",
    ]


def test_branches_are_drawn_along_lines_that_wrap() -> None:
    leaf = Node([[Run("one two three")], [Run("more")]])
    lines = drawn([Node([[Run("head")]], [leaf, leaf]), leaf], 13)
    assert ["".join(run.words for run in line) for line in lines] == [
        "├─ head",
        "│  ├─ one two",
        "│  │  three",
        "│  │     more",
        "│  └─ one two",
        "│     three",
        "│        more",
        "└─ one two",
        "   three",
        "      more",
    ]
