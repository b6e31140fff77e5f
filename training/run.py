"""Load the corpora and train, resuming at the last whole stage or epoch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from headstamp.read.decoding import Decoding
from headstamp.read.pieces import Pieces, tokenizer
from training.batches import Item, items
from training.examples import annotated, records
from training.fit import Plan, fit, restore, save
from training.losses import Auxiliary
from training.measure import brief, readings, scores
from training.network import Network, pretrained
from training.public import PROPBANK, factuality, geneva, nominals, propbank


@dataclass(frozen=True, slots=True)
class Corpora:
    """Windows of text to learn from, the development records, and what they were made with."""

    folder: Path
    encoder: Path
    pieces: Pieces
    public: dict[str, list[Item]]
    own: list[Item]
    dev: list[dict[str, Any]]
    counts: dict[str, int]
    frames: int
    frame_roles: int


def load(folder: Path, more: Sequence[Path], encoder: Path) -> Corpora:
    """Everything from the corpus at `folder`, and records annotated since from `more`."""
    pieces = tokenizer(encoder)
    frames: list[str] = []
    frame_roles: list[str] = []
    sets = folder / "public"
    public = {
        "propbank": propbank(sets / "propbank_ewt" / "train.jsonl", pieces),
        "geneva": geneva(sets / "geneva" / "train.jsonl", pieces, frames, frame_roles),
        "factuality": factuality(sets / "uds_factuality" / "train.jsonl", pieces),
        "nominals": nominals(sets / "qanom" / "train.csv", pieces),
    }
    windows = {name: items(list(examples)) for name, examples in public.items()}
    own = [annotated(r, pieces, folder) for r in records(folder / "own" / "train.jsonl")]
    added = [annotated(r, pieces, folder) for path in more for r in records(path)]
    return Corpora(
        folder, encoder, pieces, windows, items(own + added),
        records(folder / "own" / "dev.jsonl"),
        {"own/train": len(own), "training/annotated": len(added)}
        | {name: len(part) for name, part in windows.items()},
        len(frames), len(frame_roles),
    )  # fmt: skip


def train(
    corpora: Corpora,
    first: Plan,
    second: Plan,
    checkpoints: Path,
    *,
    seed: int,
    log: Callable[[str], None],
) -> Network:
    """Public sets first (`first`), the project's own text then (`second`).

    The first stage's weights are kept in `checkpoints/public.pt` and used again when there; every
    epoch of the second is kept in `checkpoints/own.pt` to look at, and begins afresh.
    """
    checkpoints.mkdir(parents=True, exist_ok=True)
    network = pretrained(corpora.encoder / "model.safetensors")
    auxiliary = Auxiliary(len(PROPBANK), corpora.frame_roles, corpora.frames)
    stage = checkpoints / "public.pt"
    if stage.is_file():
        log(f"taking the first stage from {stage}")
        restore(network, auxiliary, stage)
    else:
        pools = list(corpora.public.values())
        fit(network, auxiliary, pools, first, seed=seed, after=lambda *_: None, log=log)
        save(network, auxiliary, stage)

    def after(epoch: int, averaged: Network) -> None:
        save(averaged, auxiliary, checkpoints / "own.pt")
        if epoch % 2 == 0 or epoch == second.epochs:
            read = readings(averaged, corpora.pieces, Decoding(), corpora.dev)
            log(brief(scores(corpora.folder, corpora.dev, read)))

    fit(network, auxiliary, [corpora.own], second, seed=seed, after=after, log=log)
    return network
