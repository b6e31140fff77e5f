"""Prints the median seconds that the network takes in fp32 PyTorch on one core, for the calls that
`evaluation.speed` has kept in a file. Runs in the training environment.
"""

import pickle
import statistics
import sys
import time
from pathlib import Path

import torch

from training.network import Filler, Spotter


def main(path: Path, rounds: int) -> None:
    """Measure and print. The weights are untrained ones: they take as long."""
    torch.set_num_threads(1)
    parts = {"spot": Spotter().eval(), "fill": Filler().eval()}
    kept = pickle.loads(path.read_bytes())
    calls = [(parts[name], [torch.from_numpy(a) for a in given]) for name, given in kept]
    taken = []
    with torch.inference_mode():
        for _ in range(rounds + 1):
            begun = time.perf_counter()
            for part, given in calls:
                part(*given)
            taken.append(time.perf_counter() - begun)
    print(statistics.median(taken[1:]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
