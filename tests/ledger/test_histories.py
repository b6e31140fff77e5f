"""Whatever is done in whatever order, the ledger is what a few lines of Python say it should be."""

import itertools
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from evaluation import synthetic
from headstamp.ledger.ledger import Addition, Ledger
from headstamp.model import Extract
from headstamp.model.transfer import ClaimRef, Judgement, Rating, Review

DOCUMENTS = tuple(n for n in range(20) if len(synthetic.extract(n).claims) > 1)[:3]
READERS = ("reader 1", "reader 2")
TEMPLATE = Path(tempfile.mkdtemp()) / "template.sqlite"


def extract(number: int, reader: str) -> Extract:
    """The second reader finds all that the first finds but the first claim."""
    whole = synthetic.extract(number, reader=reader)
    return whole if reader == READERS[0] else replace(whole, claims=whole.claims[1:])


def fresh() -> Ledger:
    if not TEMPLATE.exists():
        Ledger(TEMPLATE).close()
    path = Path(tempfile.mkdtemp()) / "ledger.sqlite"
    shutil.copy(TEMPLATE, path)
    return Ledger(path)


def refs(number: int) -> list[ClaimRef]:
    whole = extract(number, READERS[0])
    return [ClaimRef(whole.document.id, claim.id) for claim in whole.claims]


class Histories(RuleBasedStateMachine):
    """Model: the lines of the log as (what it brought, whom it undoes), and nothing else."""

    numbers = Bundle("numbers")

    @initialize()
    def open(self) -> None:
        self.ledger = fresh()
        self.log: list[tuple[Any, int | None]] = []

    def teardown(self) -> None:
        self.ledger.close()
        shutil.rmtree(Path(self.ledger.name).parent)

    def stands(self, number: int) -> bool:
        """No standing line undoes it."""
        return not any(
            undoes == number and self.stands(place)
            for place, (_, undoes) in enumerate(self.log, start=1)
        )

    def standing(self, type_: type) -> list[tuple[int, Any]]:
        return [
            (number, what)
            for number, (what, _) in enumerate(self.log, start=1)
            if isinstance(what, type_) and self.stands(number)
        ]

    def current(self, number: int) -> str | None:
        """The reader whose reading of a document is current: the last added that stands."""
        readers = [reader for _, (n, reader) in self.standing(tuple) if n == number]
        return readers[-1] if readers else None

    @rule(target=numbers, number=st.sampled_from(DOCUMENTS), reader=st.sampled_from(READERS))
    def add(self, number: int, reader: str) -> Any:
        reading = extract(number, reader)
        with self.ledger.writing(by="anna") as writer:
            added = writer.add([Addition(reading, reading.document.text.encode())])
        place = next((n for n, (what, _) in self.at(number, reader)), None)
        if place is None:
            self.log.append(((number, reader), None))
        elif not self.stands(place):
            undoing = [
                n for n, (_, undoes) in enumerate(self.log, 1) if undoes == place and self.stands(n)
            ]
            self.log += [(None, n) for n in undoing]
        else:
            assert (added.documents, added.known) == ((), 1)
            return multiple()
        return len(self.log)

    def at(self, number: int, reader: str) -> Any:
        return [(n, line) for n, line in enumerate(self.log, 1) if line[0] == (number, reader)]

    @rule(target=numbers, data=st.data(), verdict=st.sampled_from(["accept", "reject"]))
    def review(self, data: Any, verdict: Any) -> Any:
        return self.state(Review(self.drawn(data), verdict, reason="seen"), data)

    @rule(target=numbers, data=st.data(), verdict=st.sampled_from(["same", "different"]))
    def judge(self, data: Any, verdict: Any) -> Any:
        left, right = self.drawn(data), self.drawn(data)
        if left == right:
            return multiple()
        return self.state(Judgement("claim", str(left), str(right), verdict), data)

    @rule(target=numbers, grade=st.sampled_from("ABC"))
    def rate(self, grade: str) -> Any:
        return self.state(Rating("source", "The Karst Courier", grade), None)

    def drawn(self, data: Any) -> ClaimRef:
        return data.draw(st.sampled_from([ref for n in DOCUMENTS for ref in refs(n)[1:]]))

    def state(self, statement: Any, _: Any) -> Any:
        """State it, if every claim it is about is there."""
        about = {
            Review: lambda: [statement.claim],
            Judgement: lambda: [ClaimRef.parse(s) for s in (statement.left, statement.right)],
            Rating: list,
        }[type(statement)]()
        if any(self.current(int(ref.document.rpartition("-")[2])) is None for ref in about):
            return multiple()
        with self.ledger.writing(by="bela") as writer:
            change = writer.state(statement)
        self.log.append((statement, None))
        assert change.number == len(self.log)
        return change.number

    @precondition(lambda self: self.log)
    @rule(target=numbers, number=numbers)
    def undo(self, number: int) -> Any:
        if not self.stands(number):
            return multiple()
        with self.ledger.writing(by="anna") as writer:
            writer.undo(number)
        self.log.append((None, number))
        return len(self.log)

    @rule()
    def open_again(self) -> None:
        place = self.ledger.name
        self.ledger.close()
        self.ledger = Ledger(place, create=False)

    @invariant()
    def it_is_what_the_log_says(self) -> None:
        verdicts = {review.claim: review.verdict for _, review in self.standing(Review)}
        current = {n: self.current(n) for n in DOCUMENTS}
        with self.ledger.reading() as view:
            held = {each.document.id: each for each in view.extracts(view.document_ids())}
            judgements, ratings = view.judgements(), view.ratings()
        expected = {}
        for number, reader in current.items():
            if reader is not None:
                whole = extract(number, reader)
                id = whole.document.id
                kept = [c for c in whole.claims if verdicts.get(ClaimRef(id, c.id)) != "reject"]
                expected[id] = replace(whole, claims=tuple(kept))
        assert held == expected
        last = {frozenset((j.left, j.right)): j for _, j in self.standing(Judgement)}
        known = {f"synthetic-{n}" for n, reader in current.items() if reader}
        assert set(judgements) == {
            judgement
            for pair, judgement in last.items()
            if {ref.rpartition("/")[0] for ref in pair} <= known
        }
        rated = [rating for _, rating in self.standing(Rating)]
        assert list(ratings.values()) == rated[-1:]

    @invariant()
    def the_last_word_on_a_claim_is_the_same_asked_alone_or_with_others(self) -> None:
        with self.ledger.reading() as view:
            for each in view.extracts(view.document_ids()):
                id, names = each.document.id, [claim.id for claim in each.claims]
                alone = {name: view.stated(f"{id}/{name}") for name in names}
                assert view.stated_of_claims(id, names) == alone

    @invariant()
    def it_is_whole(self) -> None:
        with self.ledger.reading() as view:
            assert list(view.verify()) == []


Histories.TestCase.settings = settings(
    max_examples=10, stateful_step_count=20, deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
test_histories = Histories.TestCase


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(8)), sizes=st.lists(st.integers(1, 4), min_size=8, max_size=8))
def test_the_order_of_adding_does_not_matter(order: list[int], sizes: list[int]) -> None:
    ledger = fresh()
    rest = iter(order)
    for size in sizes:
        some = [synthetic.extract(number) for number in itertools.islice(rest, size)]
        with ledger.writing(by="anna") as writer:
            writer.add(Addition(each) for each in some)
    with ledger.reading() as view:
        held = {each.document.id: each for each in view.extracts(view.document_ids())}
    assert held == {f"synthetic-{n}": synthetic.extract(n) for n in range(8)}
    ledger.close()
