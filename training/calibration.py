"""Scores that hold: from raw scores and whether they were right, to probabilities."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from headstamp.read.decoding import Calibration


def platt(pairs: Sequence[tuple[float, bool]], rounds: int = 50) -> Calibration:
    """Fit `Calibration` by Newton's method on the log-likelihood, with a light pull to (1, 0).

    A step that overshoots is halved until it is none: far from the best, whole steps diverge.
    """
    raw = np.clip([s for s, _ in pairs], 1e-6, 1 - 1e-6)
    right = np.array([r for _, r in pairs], float)
    design = np.stack([np.log(raw / (1 - raw)), np.ones(len(raw))], axis=1)
    start = weights = np.array([1.0, 0.0])

    def misfit(tried: npt.NDArray[np.float64]) -> float:
        surprise = np.logaddexp(0, design @ tried * (1 - 2 * right)).sum()
        return float(surprise + ((tried - start) ** 2).sum() / 2)

    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (right - chance) - (weights - start)
        curvature = design.T @ (design * (chance * (1 - chance))[:, None]) + np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        while misfit(weights + step) > misfit(weights) and np.abs(step).max() >= 1e-9:
            step = step / 2
        weights = weights + step
        if np.abs(step).max() < 1e-9:
            break
    return Calibration(round(float(weights[0]), 4), round(float(weights[1]), 4))


def expected_error(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """How far, on average, a score lies from the share that is right (ten bins of equal count)."""
    ordered = sorted(pairs, key=lambda pair: pair[0])
    error = 0.0
    for part in np.array_split(np.array(ordered, float), bins):
        if len(part):
            error += len(part) / len(ordered) * abs(part[:, 0].mean() - part[:, 1].mean())
    return float(error)
