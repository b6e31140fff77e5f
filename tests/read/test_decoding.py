"""The tuned numbers of a model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.read.decoding import Calibration, Decoding

SCORES = st.floats(0, 1)


def test_a_decoding_comes_back_from_its_json() -> None:
    decoding = Decoding(
        reader="a reader", cue_bias=-0.5, calibrations={"claim": Calibration(0.7, -0.2)}
    )
    assert Decoding.from_json(decoding.as_json()) == decoding


@given(st.floats(0, 20), st.floats(-20, 20), SCORES, SCORES)
def test_a_higher_score_is_never_less_probable(
    slope: float, offset: float, one: float, other: float
) -> None:
    calibration = Calibration(slope, offset)
    low, high = sorted((one, other))
    assert 0 <= calibration(low) <= calibration(high) <= 1


@given(st.floats(0.001, 0.999))
def test_without_calibration_a_score_stays_as_it_is(score: float) -> None:
    assert Decoding().calibrated("claim", score) == pytest.approx(score)


def test_each_kind_of_score_has_its_own_calibration() -> None:
    decoding = Decoding(calibrations={"claim": Calibration(offset=2.0)})
    assert decoding.calibrated("claim", 0.5) > decoding.calibrated("entity", 0.5)
