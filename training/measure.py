"""Read records with a network in training and score them with the corpus's own `score.py`."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import torch

from headstamp.model.document import Block, Document
from headstamp.model.reading import Reading
from headstamp.read.decoding import Decoding
from headstamp.read.model import Fills, Spots
from headstamp.read.pieces import Pieces
from headstamp.read.reader import Reader
from headstamp.read.tags import Floats, Numbers
from training.examples import paragraphs, scorer
from training.network import Network

MEASURES = (
    "claim", "argument", "attribution cue", "attribution source", "attribution content", "entity",
    "factuality accuracy", "time accuracy", "by accuracy", "nesting where nested accuracy",
    "reversed", "false alarms per 1,000 words",
)  # fmt: skip


class TorchModel:
    """A network in training, in the place of the shipped one."""

    def __init__(self, network: Network) -> None:
        self.network = network

    def spot(self, *given: Numbers) -> Spots:
        """See `headstamp.read.model.Model`."""
        return Spots(*self._run(self.network.spotter, given))

    def fill(self, words: Floats, *given: Numbers) -> Fills:
        """See `headstamp.read.model.Model`."""
        return Fills(*self._run(self.network.filler, (words, *given)))

    def _run(self, part: torch.nn.Module, given: tuple[Any, ...]) -> list[Floats]:
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            return [t.float().numpy() for t in part(*(torch.from_numpy(a) for a in given))]


def document_of(record: dict[str, Any]) -> Document:
    """A record's text exactly as it stands; every paragraph is read."""
    text = record["text"]
    blocks = tuple(Block("body", span) for span in paragraphs(text))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(record["id"], text, blocks, record["id"], digest, "application/json")


def as_scored(name: str, reading: Reading) -> dict[str, Any]:
    """A reading in the form that `score.py` takes."""

    def pair(span: Any) -> list[int]:
        return [span.start, span.end]

    claims = []
    for frame in reading.frames:
        roles: dict[str, list[list[int]]] = {}
        for filler in frame.fillers:
            roles.setdefault(filler.role, []).append(pair(filler.span))
        claims.append(
            {
                "kind": frame.kind, "trigger": pair(frame.trigger), "roles": roles,
                "factuality": frame.factuality, "time": frame.time, "by": frame.by,
            }
        )  # fmt: skip
    return {
        "id": name,
        "entities": [{"type": m.type, "span": pair(m.span)} for m in reading.mentions],
        "attributions": [
            {
                "source": pair(a.source) if a.source else None, "cue": pair(a.cue),
                "content": [pair(c) for c in a.content], "in": a.inside,
            }
            for a in reading.attributions
        ],
        "claims": claims,
    }  # fmt: skip


def readings(
    network: Network, pieces: Pieces, decoding: Decoding, gold: Iterable[dict[str, Any]]
) -> dict[str, Any]:
    """Every record as the network reads it, by id."""
    reader = Reader(TorchModel(network), pieces, decoding)
    return {r["id"]: as_scored(r["id"], reader.read(document_of(r))) for r in gold}


def scores(corpus: Path, gold: list[dict[str, Any]], read: dict[str, Any]) -> dict[str, Any]:
    """All that `score.py` says."""
    result: dict[str, Any] = scorer(corpus).score(gold, read)
    return result


def figures(result: dict[str, Any]) -> dict[str, float]:
    """The measures that have floors, out of all that `score.py` says."""
    found: dict[str, float] = {}
    for name in MEASURES:
        value = result[name]
        if isinstance(value, dict):
            value = value["f1" if "f1" in value else "share"]
        found[name] = value
    return found


def brief(result: dict[str, Any]) -> str:
    """The measures of the floors on one line."""
    return ", ".join(
        f"{name.replace(' accuracy', '').replace('attribution ', '')} {figure}"
        for name, figure in figures(result).items()
    )
