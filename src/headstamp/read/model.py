"""The network as the reader calls it, and its shipped form: two ONNX graphs, int8, on the CPU.

Shapes: B windows, T pieces, W words, P predicates, N words around a predicate, D = 384.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple, Protocol

from headstamp.read.tags import Floats, Numbers

SHIPPED: Traversable = files("headstamp.data").joinpath("model")
"""The folder of the model that comes with the package."""


class Spots(NamedTuple):
    """What one look at a window gives: word vectors [B, W, D] and logits [B, W, tags]."""

    words: Floats
    entity: Floats
    trigger: Floats
    cue: Floats
    anaphor: Floats


class Fills(NamedTuple):
    """Logits for predicates: fills [P, N, tags], link [P, N + 1], factuality [P, 7], time [P, 5].

    The last of the links is the one to no cue.
    """

    fill: Floats
    link: Floats
    factuality: Floats
    time: Floats


class Model(Protocol):
    """A trained network, whatever runs it."""

    def spot(self, pieces: Numbers, features: Numbers, mask: Numbers, heads: Numbers) -> Spots:
        """Pieces, features and mask [B, T], first pieces of words [B, W]."""

    def fill(
        self,
        words: Floats,
        predicate: Numbers,
        inside: Numbers,
        distance: Numbers,
        sentence: Numbers,
        mask: Numbers,
    ) -> Fills:
        """Word vectors [P, N, D], predicate kinds [P], features and mask [P, N]."""


class OnnxModel:
    """A model's two graphs on ONNX Runtime. `threads` is the number of cores to use, 0 for all."""

    def __init__(self, folder: Traversable = SHIPPED, *, threads: int = 0) -> None:
        import onnxruntime  # noqa: PLC0415 - heavy, only where a text is read

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")

        def session(name: str) -> onnxruntime.InferenceSession:
            graph = folder.joinpath(name).read_bytes()
            return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])

        self._spotter, self._filler = session("spotter.onnx"), session("filler.onnx")

    def spot(self, pieces: Numbers, features: Numbers, mask: Numbers, heads: Numbers) -> Spots:
        """See `Model.spot`."""
        given = {"pieces": pieces, "features": features, "mask": mask, "heads": heads}
        return Spots(*self._spotter.run(None, given))

    def fill(
        self,
        words: Floats,
        predicate: Numbers,
        inside: Numbers,
        distance: Numbers,
        sentence: Numbers,
        mask: Numbers,
    ) -> Fills:
        """See `Model.fill`."""
        given = {
            "words": words, "predicate": predicate, "inside": inside, "distance": distance,
            "sentence": sentence, "mask": mask,
        }  # fmt: skip
        return Fills(*self._filler.run(None, given))
