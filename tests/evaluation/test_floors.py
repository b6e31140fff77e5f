"""Floors that may only rise, and some that are ceilings."""

from evaluation.floors import broken


def test_a_floor_holds_or_is_broken_and_says_so() -> None:
    floors = {"claim": 66, "reversed": 3}
    assert broken({"claim": 66, "reversed": 3}, floors) == []
    assert broken({"claim": 65.9, "reversed": 3.1}, floors) == [
        "claim is 65.9, its floor is 66",
        "reversed is 3.1, its floor is 3",
    ]


def test_a_figure_that_was_not_measured_breaks_its_floor() -> None:
    assert broken({}, {"claim": 66}) == ["claim is missing, its floor is 66"]
