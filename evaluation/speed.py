"""How fast the shipped reader reads, where the time goes, and how near the machine's limit it is.

Everything is measured side by side in one run, several times over in turn, and medians are given:
ratios travel between machines, single times do not.
"""

import json
import pickle
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime

from headstamp.ingest import from_text
from headstamp.model import Document
from headstamp.read.decoding import Decoding
from headstamp.read.model import SHIPPED, Fills, OnnxModel, Spots
from headstamp.read.pieces import tokenizer
from headstamp.read.reader import Reader

HERE = Path(__file__).parent
ARTICLE = HERE.parent / "examples" / "wa-state.txt"
WORDS = 700
ROUNDS = 7

LAYER_OPERATIONS = 2 * (4 * 384 * 384 + 2 * 384 * 1536)
"""Multiplications and additions of one layer for one piece or word, attention scores left out."""

MULTIPLY_SHAPE = (2048, 384, 1536)
MULTIPLY_TIMES = 8
MULTIPLY_OPERATIONS = 2 * MULTIPLY_TIMES * MULTIPLY_SHAPE[0] * MULTIPLY_SHAPE[1] * MULTIPLY_SHAPE[2]


class Watched:
    """The shipped model on one core, with a clock on each graph and a memory of its calls."""

    def __init__(self) -> None:
        self._model = OnnxModel(threads=1)
        self.seconds = {"spot": 0.0, "fill": 0.0}
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def spot(self, *given: Any) -> Spots:
        """See `headstamp.read.model.Model`."""
        answer: Spots = self._watch("spot", self._model.spot, given)
        return answer

    def fill(self, *given: Any) -> Fills:
        """See `headstamp.read.model.Model`."""
        answer: Fills = self._watch("fill", self._model.fill, given)
        return answer

    def operations(self) -> int:
        """In the weights of all layers, for all calls so far."""
        pieces: int = sum(given[0].size for name, given in self.calls if name == "spot")
        near: int = sum(given[5].size for name, given in self.calls if name == "fill")
        return (6 * pieces + 3 * near) * LAYER_OPERATIONS

    def _watch(self, name: str, part: Callable[..., Any], given: tuple[Any, ...]) -> Any:
        begun = time.perf_counter()
        answer = part(*given)
        self.seconds[name] += time.perf_counter() - begun
        self.calls.append((name, given))
        return answer


def run(results: Path) -> None:
    """Measure, print, and write `results/speed.{json,md}`."""
    document = article()
    watched, pieces = Watched(), _Clock(tokenizer(SHIPPED))
    decoding = Decoding.from_json(SHIPPED.joinpath("decoding.json").read_text(encoding="utf-8"))
    begun = time.perf_counter()
    Reader(watched, pieces, decoding).read(document)
    whole = time.perf_counter() - begun
    one, two = Reader.load(threads=1), Reader.load(threads=2)
    timed = _side_by_side(
        {
            "one": lambda: one.read(document),
            "two": lambda: two.read(document),
            "multiply": _multiply(threads=1),
        }
    )
    limit = MULTIPLY_OPERATIONS / timed["multiply"] / 1e9
    reached = watched.operations() / timed["one"] / 1e9
    networks = sum(watched.seconds.values())
    slow = _torch_seconds(watched.calls)
    figures: dict[str, Any] = {
        "words per second, one core": round(WORDS / timed["one"]),
        "words per second, two cores": round(WORDS / timed["two"]),
        "700-word documents per second, one core": round(1 / timed["one"], 2),
        "700-word documents per second, two cores": round(1 / timed["two"], 2),
        "int8 multiplication, one core, 10^9 operations per second": round(limit, 1),
        "reader, one core, 10^9 operations per second": round(reached, 1),
        "reader's share of that limit": round(reached / limit, 3),
        "same network in fp32 PyTorch, times the int8 one, one core": (
            round(slow / networks, 2) if slow else "not measured: no training environment here"
        ),
        "share of time, spotting network": round(watched.seconds["spot"] / whole, 3),
        "share of time, filling network": round(watched.seconds["fill"] / whole, 3),
        "share of time, word pieces": round(pieces.seconds / whole, 3),
        "share of time, all else": round((whole - networks - pieces.seconds) / whole, 3),
    }
    results.mkdir(exist_ok=True)
    (results / "speed.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    report = _report(figures)
    (results / "speed.md").write_text(report, encoding="utf-8")
    print(report)


def article() -> Document:
    """The long example, repeated or cut to 700 words."""
    text = ARTICLE.read_text(encoding="utf-8").strip()
    while len(text.split()) < WORDS:
        text += "\n\n" + text
    while len(text.split()) > WORDS:
        text = text[: text.rindex(" ")].rstrip()
    return from_text(text)


class _Clock:
    """A tokenizer with a clock on it."""

    def __init__(self, pieces: Callable[[Any], list[list[int]]]) -> None:
        self._pieces = pieces
        self.seconds = 0.0

    def __call__(self, words: Any) -> list[list[int]]:
        begun = time.perf_counter()
        found = self._pieces(words)
        self.seconds += time.perf_counter() - begun
        return found


def _side_by_side(tasks: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Median seconds of each task, the tasks taking turns; the first turn warms up."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for turn in range(ROUNDS + 1):
        for name, task in tasks.items():
            begun = time.perf_counter()
            task()
            if turn:
                taken[name].append(time.perf_counter() - begun)
    return {name: statistics.median(times) for name, times in taken.items()}


def _multiply(*, threads: int) -> Callable[[], object]:
    """A task that multiplies int8 matrices of the network's own shape, through the same library."""
    rows, inner, columns = MULTIPLY_SHAPE
    dice = np.random.default_rng(0)
    weights = onnx.numpy_helper.from_array(
        dice.integers(-64, 64, (inner, columns), np.int8), "weights"
    )
    graph = onnx.helper.make_graph(
        [onnx.helper.make_node("MatMulInteger", ["values", "weights"], ["product"])],
        "multiply",
        [onnx.helper.make_tensor_value_info("values", onnx.TensorProto.UINT8, (rows, inner))],
        [onnx.helper.make_tensor_value_info("product", onnx.TensorProto.INT32, (rows, columns))],
        [weights],
    )
    model = onnx.helper.make_model(
        graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8
    )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    values = dice.integers(0, 255, (rows, inner), np.uint8)
    return lambda: [session.run(None, {"values": values}) for _ in range(MULTIPLY_TIMES)]


def _torch_seconds(calls: list[tuple[str, tuple[Any, ...]]]) -> float | None:
    """Seconds that the same calls take in fp32 PyTorch on one core; None where it is not here."""
    python = HERE.parent / ".venv-training" / "bin" / "python"
    if not python.exists():
        return None
    with tempfile.TemporaryDirectory() as scratch:
        kept = Path(scratch) / "calls.pickle"
        kept.write_bytes(pickle.dumps(calls))
        done = subprocess.run(
            [str(python), "-m", "evaluation.torch_speed", str(kept), str(ROUNDS)],
            capture_output=True, text=True, check=True, cwd=HERE.parent,
        )  # fmt: skip
    return float(done.stdout)


def _report(figures: dict[str, Any]) -> str:
    lines = ["# How fast it reads", "", "| measure | figure |", "| --- | ---: |"]
    lines += [f"| {name} | {value} |" for name, value in figures.items()]
    return "\n".join(lines) + "\n"
