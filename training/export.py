"""The trained network as two ONNX graphs with int8 weights.

Weights are kept to 7 of the 8 bits: on processors without VNNI, 8-bit products overflow silently.
"""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.network import WIDTH, Network

OPSET = 17

_SPOTTER = {
    "pieces": ("windows", "pieces"), "features": ("windows", "pieces"),
    "mask": ("windows", "pieces"), "heads": ("windows", "words"),
}  # fmt: skip
_SPOTTED = ("words", "entity", "trigger", "cue", "anaphor")
_FILLER = {
    "words": ("predicates", "near"), "predicate": ("predicates",), "inside": ("predicates", "near"),
    "distance": ("predicates", "near"), "sentence": ("predicates", "near"),
    "mask": ("predicates", "near"),
}  # fmt: skip
_FILLED = ("fill", "link", "factuality", "time")


def export(network: Network, folder: Path) -> None:
    """Write `spotter.onnx` and `filler.onnx` into `folder`."""
    network.spotter.eval()
    network.filler.eval()
    grid = torch.ones(2, 9, dtype=torch.long)
    window = (grid, grid, grid, torch.arange(5).repeat(2, 1))
    _write(network.spotter, window, _SPOTTER, _SPOTTED, folder / "spotter.onnx")
    near = torch.ones(3, 7, dtype=torch.long)
    around = (torch.zeros(3, 7, WIDTH), torch.ones(3, dtype=torch.long), near, near, near, near)
    _write(network.filler, around, _FILLER, _FILLED, folder / "filler.onnx")


def _write(
    part: torch.nn.Module,
    given: tuple[torch.Tensor, ...],
    inputs: Mapping[str, tuple[str, ...]],
    outputs: tuple[str, ...],
    path: Path,
) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        raw, prepared = Path(scratch) / "raw.onnx", Path(scratch) / "prepared.onnx"
        torch.onnx.export(
            part, given, str(raw), input_names=list(inputs), output_names=list(outputs),
            dynamic_axes={name: dict(enumerate(axes)) for name, axes in inputs.items()},
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(raw), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared), str(raw), weight_type=QuantType.QInt8, per_channel=True,
            reduce_range=True, op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        )  # fmt: skip
        shutil.move(raw, path)
