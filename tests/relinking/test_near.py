"""Near linking: what it promises, and that linking everything afterwards forgets that it was."""

import random
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headstamp.ledger.ledger import Ledger
from headstamp.ledger.readying import Addition
from headstamp.model import Extract
from headstamp.model.transfer import ClaimRef, Judgement, Review, Transfer
from headstamp.relinking import relink_near, relink_whole
from tests.corroborate.conftest import case

ALL = [*case("kivu")[0], *case("bamako")[0]]
NAMES = [extract.document.id for extract in ALL]
CLAIMS = [f"{e.document.id}/{c.id}" for e in ALL for c in e.claims]
PAIRS = st.lists(st.sampled_from(CLAIMS), min_size=2, max_size=2, unique=True)


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of both stories, all linked."""
    path = tmp_path_factory.mktemp("linked") / "ledger.sqlite"
    ledger = Ledger(path)
    add(ledger, ALL)
    whole(ledger)
    ledger.close()
    return path


@contextmanager
def copied(path: Path | None) -> Iterator[Ledger]:
    """A ledger like the one at `path`, or an empty one, for one example."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "ledger.sqlite"
        if path:
            shutil.copy(path, place)
        ledger = Ledger(place)
        yield ledger
        ledger.close()


def add(ledger: Ledger, extracts: Iterable[Extract], *, near: bool = False) -> None:
    with ledger.writing(by="anna") as writer:
        added = writer.add([Addition(extract) for extract in extracts])
        if near:
            relink_near(writer, added.documents)


def say(ledger: Ledger, statement: Judgement | Review) -> int:
    """State it, link what is near it; the number of the change."""
    with ledger.writing(by="anna") as writer:
        change = writer.state(statement)
        relink_near(writer, writer.unlinked())
    return change.number


def undo(ledger: Ledger, number: int) -> None:
    with ledger.writing(by="anna") as writer:
        writer.undo(number)
        relink_near(writer, writer.unlinked())


def whole(ledger: Ledger) -> None:
    with ledger.writing(by="anna") as writer:
        relink_whole(writer)


def transfers(ledger: Ledger) -> dict[str, Transfer]:
    with ledger.reading() as view:
        return {listed.transfer.id: listed.transfer for listed in view.list(limit=1_000).listed}


def members(ledger: Ledger) -> list[str]:
    return sorted(str(m.claim) for t in transfers(ledger).values() for m in t.members)


def together(ledger: Ledger, pair: list[str]) -> bool:
    where = {str(m.claim): t.id for t in transfers(ledger).values() for m in t.members}
    return where[pair[0]] == where[pair[1]]


def pairs(ledger: Ledger) -> set[tuple[str, str]]:
    """All pairs of claims that stand in one transfer."""
    return {
        pair
        for transfer in transfers(ledger).values()
        for pair in combinations(sorted(str(m.claim) for m in transfer.members), 2)
    }


def sound(ledger: Ledger) -> bool:
    with ledger.reading() as view:
        return view.is_linked() and not list(view.verify())


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False), st.sets(st.sampled_from(NAMES)))
def test_whole_linking_forgets_the_order_of_adding(
    linked: Path, shuffle: random.Random, first: set[str]
) -> None:
    rest = [extract for extract in ALL if extract.document.id not in first]
    shuffle.shuffle(rest)
    with copied(None) as ledger, copied(linked) as other:
        add(ledger, [extract for extract in ALL if extract.document.id in first])
        whole(ledger)
        for extract in rest:
            add(ledger, [extract], near=True)
            assert sound(ledger)
        assert members(ledger) == sorted(CLAIMS)
        whole(ledger)
        assert transfers(ledger) == transfers(other)


def test_near_linking_gives_nearly_what_whole_linking_gives(linked: Path) -> None:
    published = sorted(
        ALL, key=lambda extract: (str(extract.document.published.day), extract.document.id)
    )
    with copied(None) as ledger, copied(linked) as other:
        for extract in published:
            add(ledger, [extract], near=True)
        found, right = pairs(ledger), pairs(other)
    assert 2 * len(found & right) / (len(found) + len(right)) >= 0.9


@settings(max_examples=8, deadline=None)
@given(st.lists(PAIRS, min_size=1, max_size=3), st.sampled_from(["same", "different"]))
def test_judgements_are_obeyed_at_once_and_undone(
    linked: Path, judged: list[list[str]], verdict: str
) -> None:
    with copied(linked) as ledger:
        before = transfers(ledger)
        said = []
        for pair in judged:
            said.append(say(ledger, Judgement("claim", *pair, verdict)))  # type: ignore[arg-type]
            assert together(ledger, pair) is (verdict == "same")
        assert all(together(ledger, pair) is (verdict == "same") for pair in judged)
        assert members(ledger) == sorted(CLAIMS)
        assert sound(ledger)
        for number in said:
            undo(ledger, number)
        assert members(ledger) == sorted(CLAIMS)
        whole(ledger)
        assert transfers(ledger) == before


@settings(max_examples=6, deadline=None)
@given(st.sampled_from(CLAIMS))
def test_a_rejected_claim_leaves_and_comes_back(linked: Path, claim: str) -> None:
    with copied(linked) as ledger:
        before = transfers(ledger)
        number = say(ledger, Review(ClaimRef.parse(claim), "reject", "no such thing"))
        assert members(ledger) == sorted(set(CLAIMS) - {claim})
        assert sound(ledger)
        undo(ledger, number)
        assert members(ledger) == sorted(CLAIMS)
        whole(ledger)
        assert transfers(ledger) == before


def test_the_ledger_knows_that_the_whole_was_not_linked(linked: Path) -> None:
    with copied(linked) as ledger:
        with ledger.reading() as view:
            assert view.is_wholly_linked()
        say(ledger, Judgement("claim", CLAIMS[0], CLAIMS[-1], "same"))
        with ledger.reading() as view:
            assert view.is_linked()
            assert not view.is_wholly_linked()
        whole(ledger)
        with ledger.reading() as view:
            assert view.is_wholly_linked()
