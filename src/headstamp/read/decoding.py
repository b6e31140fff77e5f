"""The numbers that turn scores into decisions, tuned on the development text, and nowhere else.

Biases are added to the score of "nothing here" before the best tags are sought: below zero finds
more, above zero finds less. A floor drops what was found with a lower chance. Calibrations turn raw
scores into probabilities that hold.
"""

import json
import math
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Calibration:
    """Platt scaling: the logit of a raw score, times `slope`, plus `offset`."""

    slope: float = 1.0
    offset: float = 0.0

    def __call__(self, score: float) -> float:
        """The probability that a thing with this raw score is right."""
        bounded = min(max(score, 1e-6), 1 - 1e-6)
        logit = self.slope * math.log(bounded / (1 - bounded)) + self.offset
        return 1 / (1 + math.exp(-logit))


@dataclass(frozen=True, slots=True)
class Decoding:
    """Biases and calibrations of one trained model, and the name that its readings carry."""

    reader: str = "untrained"
    entity_bias: float = 0.0
    trigger_bias: float = 0.0
    trigger_floor: float = 0.0
    cue_bias: float = 0.0
    anaphor_bias: float = 0.0
    role_bias: float = 0.0
    source_bias: float = 0.0
    content_bias: float = 0.0
    antecedent_bias: float = 0.0
    no_link_bias: float = 0.0
    calibrations: dict[str, Calibration] = field(default_factory=dict)

    def calibrated(self, kind: str, score: float) -> float:
        """`score` of a thing of this kind (`claim`, `argument`, `entity` …) as a probability."""
        return self.calibrations.get(kind, Calibration())(score)

    def as_json(self) -> str:
        """For the model's folder."""
        return json.dumps(asdict(self), indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Decoding":
        """The reverse of `as_json`."""
        values: dict[str, Any] = json.loads(text)
        calibrations = {k: Calibration(**v) for k, v in values.pop("calibrations").items()}
        return cls(**values, calibrations=calibrations)
