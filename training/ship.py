"""From a trained network to the folder that ships: tune, export, score, write the card."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from headstamp.read.model import OnnxModel
from headstamp.read.reader import Reader
from training.calibration import expected_error
from training.card import card
from training.coreference import coreference
from training.export import export
from training.measure import MEASURES, as_scored, brief, document_of, figures, scores
from training.network import Network
from training.run import Corpora
from training.tune import judgements, tuned

FILES = ("spotter.onnx", "filler.onnx", "tokenizer.json", "decoding.json", "scores.json", "CARD.md")

WEIGHED = (
    "claim",
    "argument",
    "attribution source",
    "attribution content",
    "entity",
    "by accuracy",
)
"""The measures whose sum says which of two models is better."""


def made(
    network: Network, corpora: Corpora, folder: Path, log: Callable[[str], None], *, name: str
) -> Path:
    """Fill `folder` with the exported model, its decoding, its scores and its card."""
    folder.mkdir(parents=True, exist_ok=True)
    export(network, folder)
    shutil.copyfile(corpora.encoder / "tokenizer.json", folder / "tokenizer.json")
    model = OnnxModel(folder)
    decoding = tuned(model, corpora.pieces, corpora.dev, corpora.folder, log)
    decoding = replace(decoding, reader=name)
    (folder / "decoding.json").write_text(decoding.as_json(), encoding="utf-8")
    reader = Reader(model, corpora.pieces, decoding)
    read = {r["id"]: reader.read(document_of(r)) for r in corpora.dev}
    result = scores(corpora.folder, corpora.dev, {k: as_scored(k, v) for k, v in read.items()})
    result["coreference"] = coreference(corpora.folder, corpora.dev, read)
    judged = judgements(read, corpora.dev, corpora.folder)
    errors = {kind: round(expected_error(pairs), 3) for kind, pairs in judged.items()}
    kept = {"measures": figures(result), "calibration error": errors}
    (folder / "scores.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    text = card(name, corpora.counts, result, errors)
    (folder / "CARD.md").write_text(text, encoding="utf-8")
    log(f"{brief(result)}, coreference {result['coreference']['f1']}")
    return folder


def put_in_place(new: Path, place: Path, log: Callable[[str], None]) -> int:
    """Copy the new model over the shipped one, unless it reads worse; 0 when copied, else 1."""
    ours = worth(json.loads((new / "scores.json").read_text(encoding="utf-8")))
    if (place / "scores.json").is_file():
        theirs = worth(json.loads((place / "scores.json").read_text(encoding="utf-8")))
        if ours < theirs:
            log(f"refused: its measures sum to {ours:.1f}, the shipped model's to {theirs:.1f}")
            return 1
    place.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(new / name, place / name)
    log(f"in place: its measures sum to {ours:.1f}")
    return 0


def worth(kept: dict[str, Any]) -> float:
    """The sum of the weighed measures of a model's `scores.json`."""
    assert set(WEIGHED) <= set(MEASURES)
    return float(sum(kept["measures"][name] for name in WEIGHED))
