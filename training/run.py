"""Load the corpora and train, resuming at the last whole stage or epoch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from headstamp.read.decoding import Decoding
from headstamp.read.pieces import Pieces, tokenizer
from training.batches import Item, items
from training.examples import annotated, records
from training.fit import Plan, fit, restore, restore_mean, save
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


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of training: which sets it learns from, and how. Its weights are kept by its name."""

    name: str
    pools: Sequence[Sequence[Item]]
    plan: Plan


def train(
    corpora: Corpora,
    stages: Sequence[Stage],
    checkpoints: Path,
    *,
    seed: int,
    log: Callable[[str], None],
) -> Network:
    """One stage after another, each from where the one before it ended.

    What comes out is the mean of the weights after the stages on the project's own text, which
    reads better than either. A whole stage's weights are kept in `checkpoints`, and the last that
    are there are taken up again; those of a stage's newest epoch are kept too, to look at.
    """
    checkpoints.mkdir(parents=True, exist_ok=True)
    network = pretrained(corpora.encoder / "model.safetensors")
    auxiliary = Auxiliary(len(PROPBANK), corpora.frame_roles, corpora.frames)
    done = [number for number, stage in enumerate(stages) if _kept(stage, checkpoints).is_file()]
    if done:
        log(f"taking up after the stage {stages[done[-1]].name}")
        restore(network, auxiliary, _kept(stages[done[-1]], checkpoints))
    for stage in stages[done[-1] + 1 if done else 0 :]:
        log(f"stage {stage.name}: {sum(map(len, stage.pools)):,} windows")

        def after(epoch: int, averaged: Network, stage: Stage = stage) -> None:
            save(averaged, auxiliary, checkpoints / f"{stage.name}-newest.pt")
            if stage.pools[0] is corpora.own and (epoch % 2 == 0 or epoch == stage.plan.epochs):
                read = readings(averaged, corpora.pieces, Decoding(), corpora.dev)
                log(brief(scores(corpora.folder, corpora.dev, read)))

        fit(network, auxiliary, stage.pools, stage.plan, seed=seed, after=after, log=log)
        save(network, auxiliary, _kept(stage, checkpoints))
    own = [stage for stage in stages if stage.pools[0] is corpora.own]
    restore_mean(network, [_kept(stage, checkpoints) for stage in own])
    return network


def _kept(stage: Stage, checkpoints: Path) -> Path:
    return checkpoints / f"{stage.name}.pt"
