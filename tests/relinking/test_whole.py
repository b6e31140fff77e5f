"""The whole ledger linked: by how many processes ever, what `corroborate` says of its extracts."""

from pathlib import Path

import pytest

from evaluation import synthetic
from headstamp.corroborate import corroborate
from headstamp.ledger.ledger import Ledger
from headstamp.ledger.readying import Addition
from headstamp.model.transfer import ClaimRef, Judgement, Review
from headstamp.relinking import relink_whole
from tests.corroborate.conftest import case

ALL = [*case("kivu")[0], *(synthetic.extract(number) for number in range(150))]
JUDGED = (
    Judgement("claim", "kivu-01/c2", "kivu-02/c2", "different"),
    Judgement("claim", "kivu-01/c1", "synthetic-3/c1", "same"),
)
REVIEWED = Review(ClaimRef("synthetic-4", "c1"), "reject", "a rumour")


@pytest.mark.parametrize("processes", [1, 3])
def test_all_processes_together_give_what_one_function_gives(
    processes: int, tmp_path: Path
) -> None:
    ledger = Ledger(tmp_path / "ledger.sqlite")
    with ledger.writing(by="anna") as writer:
        writer.add([Addition(extract) for extract in ALL])
        for statement in (*JUDGED, REVIEWED):
            writer.state(statement)
        relink_whole(writer, processes=processes)
    with ledger.reading() as view:
        found = [listed.transfer for listed in view.list(limit=1_000).listed]
        right = corroborate(view.extracts(view.document_ids()), JUDGED)
        assert not list(view.verify())
    ledger.close()
    assert {each.id: each for each in found} == {each.id: each for each in right}


def test_whoever_watches_is_told_how_far_it_is(tmp_path: Path) -> None:
    told: dict[str, list[tuple[int, int]]] = {"document": [], "transfer": []}
    ledger = Ledger(tmp_path / "ledger.sqlite")
    with ledger.writing(by="anna") as writer:
        writer.add([Addition(extract) for extract in ALL])
        relink_whole(writer, watch=lambda noun, *far: told[noun].append(far))
    with ledger.reading() as view:
        transfers = view.count()
    ledger.close()
    assert told["document"][-1] == (len(ALL), len(ALL))
    assert told["transfer"][-1] == (transfers, transfers)
    assert all(far == sorted(far) for far in told.values())
