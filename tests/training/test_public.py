"""The public sets, each from a file of one sentence."""

import json

from training.public import PROPBANK, factuality, geneva, nominals, propbank

TOKENS = ["They", "did", "n't", "sell", "arms", "(", "or", "rockets", ")", "."]


def said(example, stretch):
    """The lengths of the words of a stretch: their pieces here."""
    return [example.pieces[index][0] for index in range(stretch[0], stretch[1] + 1)]


def test_propbank_gives_predicates_and_roles(tmp_path, pieces) -> None:
    path = tmp_path / "train.jsonl"
    roles = [["V-V", 3, 3], ["ARG0", 0, 0], ["C-ARG1", 4, 4], ["R-ARG1", 7, 7], ["ARG9", 9, 9]]
    record = {"id": "s", "tokens": TOKENS, "preds": [{"i": 3, "args": roles}]}
    path.write_text(json.dumps(record) + "\n")
    (example,) = propbank(path, pieces)
    (sell,) = example.predicates
    assert said(example, sell.words) == [len("sell")]
    assert [(PROPBANK[role], said(example, where)) for role, where in sell.fills] == [
        ("ARG0", [4]),
        ("ARG1", [4]),
        ("R-ARG", [7]),
        ("ARGM", [1]),
    ]


def test_geneva_numbers_events_and_roles_as_they_come(tmp_path, pieces) -> None:
    path = tmp_path / "train.jsonl"
    event = {
        "event_type": "Supply",
        "trigger": {"start": 3, "end": 4},
        "arguments": [{"role": "Goods", "entity_id": "e"}, {"role": "Lost", "entity_id": "x"}],
    }
    entities = [{"id": "e", "start": 4, "end": 8}]
    record = {"id": "s", "tokens": TOKENS, "entities": entities, "events": [event]}
    path.write_text(json.dumps(record) + "\n")
    events: list[str] = []
    roles: list[str] = []
    (example,) = geneva(path, pieces, events, roles)
    (sell,) = example.predicates
    assert (events, roles, sell.label) == (["Supply"], ["Goods"], 0)
    assert said(example, sell.fills[0][1]) == [4, 1, 2, 7]


def test_factuality_keeps_the_degree(tmp_path, pieces) -> None:
    path = tmp_path / "train.jsonl"
    target = {"span1": [3, 4], "label": -2.5}
    path.write_text(json.dumps({"idx": 7, "text": " ".join(TOKENS), "targets": [target]}))
    (example,) = factuality(path, pieces)
    assert [(p.degree, said(example, p.words)) for p in example.predicates] == [(-2.5, [4])]


def test_nominals_say_which_nouns_are_events(tmp_path, pieces) -> None:
    path = tmp_path / "train.csv"
    rows = ["qasrl_id,sentence,target_idx,is_verbal", "s,The sale of arms,1,True"]
    path.write_text("\n".join([*rows, "s,The sale of arms,3,False", ""]))
    (example,) = nominals(path, pieces)
    assert [(p.label, said(example, p.words)) for p in example.predicates] == [(1, [4]), (0, [4])]
