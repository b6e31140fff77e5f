"""Scores become probabilities that hold."""

import pytest

from training.calibration import expected_error, platt


def test_calibration_follows_the_share_that_is_right() -> None:
    pairs = [(0.9, index % 2 == 0) for index in range(400)]
    pairs += [(0.1, index % 10 == 0) for index in range(400)]
    fitted = platt(pairs)
    assert fitted(0.9) == pytest.approx(0.5, abs=0.03)
    assert fitted(0.1) == pytest.approx(0.1, abs=0.03)
    assert expected_error([(fitted(score), right) for score, right in pairs]) < 0.1
