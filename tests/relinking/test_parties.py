"""What people judged of parties, in linking: from the command line, and of names alone."""

import json
from pathlib import Path

import pytest

from headstamp.corroborate import corroborate
from headstamp.model import Extract
from headstamp.model.transfer import Judgement, Verdict
from headstamp.model.values import Party
from headstamp.relinking.parties import judged_parties
from headstamp.resolve.authority import shipped
from tests.cli.conftest import claim, done, record, write
from tests.corroborate.conftest import article

FIRST = "Iran shipped Kornet missiles to {} in May, the port authority of Latakia said."
SECOND = "Iran shipped Kornet missiles to {} in May, a witness in Homs said."


def told(name: str, text: str, recipient: str) -> Extract:
    whole = text.format(recipient)
    roles = {"supplier": ["Iran"], "materiel": ["Kornet missiles"], "recipient": [recipient]}
    said = {"kind": "transfer", "trigger": "shipped", "roles": roles}
    return article(name, whole, "2024-06-02", said)


def entries(*extracts: Extract, verdict: Verdict | None, parties: tuple[str, str]) -> int:
    said = (Judgement("party", *parties, verdict),) if verdict else ()
    settled = judged_parties(said)
    return len(corroborate([settled.settle(extract) for extract in extracts], said))


@pytest.mark.parametrize(("verdict", "found"), [(None, 2), ("same", 1), ("different", 2)])
def test_known_parties_judged_the_same_count_as_one(verdict: Verdict | None, found: int) -> None:
    both = told("one", FIRST, "Hamas"), told("two", SECOND, "Hezbollah")
    assert entries(*both, verdict=verdict, parties=("hamas", "hizballah")) == found


@pytest.mark.parametrize(("verdict", "found"), [(None, 1), ("same", 1), ("different", 2)])
def test_like_names_that_nothing_resolves_are_held_apart(
    verdict: Verdict | None, found: int
) -> None:
    both = told("one", FIRST, "the Zhorda Column"), told("two", SECOND, "the Zhorda Brigade")
    parties = ("~the zhorda column", "~the zhorda brigade")
    assert entries(*both, verdict=verdict, parties=parties) == found


def test_a_party_judged_different_is_no_part_of_the_other() -> None:
    extract = told("one", FIRST, "Quds Force")
    apart = judged_parties([Judgement("party", "quds-force", "irgc", "different")])
    before, after = (
        each.claims[0].filling("recipient")[0].value for each in (extract, apart.settle(extract))
    )
    assert isinstance(before, Party)
    assert isinstance(after, Party)
    assert set(before.parents) - set(after.parents) == {shipped().entries["irgc"].name}


def test_the_command_line_joins_parties_and_undoes_it(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite"
    records = [
        record(name, text.format(who), "2024-06-02", f"The {name} Post",
               claim("c1", "shipped", supplier="Iran", materiel="Kornet missiles", recipient=who))
        for name, text, who in (("one", FIRST, "Hamas"), ("two", SECOND, "Hezbollah"))
    ]  # fmt: skip
    done("add", "--readings", write(tmp_path / "r.jsonl", *records), ledger=ledger)

    def listed() -> int:
        return len(json.loads(done("list", "--json", ledger=ledger)))

    assert listed() == 2
    done("judge", "hamas", "hizballah", "same", ledger=ledger)
    assert listed() == 1
    log = done("history", "hamas", ledger=ledger)
    number = next(word.strip("#.:") for word in log.split() if word.strip("#.:").isdigit())
    done("undo", number, ledger=ledger)
    assert listed() == 2
