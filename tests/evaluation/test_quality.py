"""The confusion between kinds."""

from types import SimpleNamespace

from evaluation.quality import MEASURES, kinds_confused, measured


def test_the_measures_are_picked_out_of_all_that_is_scored() -> None:
    result = {key: {"f1": 1.0, "share": 2.0} for key, field in MEASURES.values() if field}
    result["false alarms per 1,000 words"] = 3.0
    figures = measured(result)
    assert (figures["claim"], figures["by"]) == (1.0, 2.0)
    assert figures["false alarms per 1,000 words"] == 3.0


def test_kinds_are_paired_by_trigger_and_the_rest_is_nothing() -> None:
    def claim(kind, start):
        return {"kind": kind, "trigger": (start, start + 4)}

    def pair(golds, guesses, alike):
        return [
            (i, j) for i, g in enumerate(golds) for j, p in enumerate(guesses) if alike(g, p) > 0
        ]

    judge = SimpleNamespace(
        gold_record=lambda record: record, pair=pair, overlap=lambda a, b: a[0] == b[0]
    )
    gold = [{"id": "r", "claims": [claim("transfer", 0), claim("use", 10), claim("use", 20)]}]
    read = {"r": {"claims": [claim("transfer", 0), claim("control", 10), claim("funding", 30)]}}
    assert kinds_confused(judge, gold, read) == {
        ("transfer", "transfer"): 1,
        ("use", "control"): 1,
        ("use", "nothing"): 1,
        ("nothing", "funding"): 1,
    }
