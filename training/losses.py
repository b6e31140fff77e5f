"""What a batch teaches: one loss for each head that its task speaks to."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import IGNORED, Batch
from training.network import WIDTH, Network

WEIGHT_TRIGGER, WEIGHT_FILLS, WEIGHT_LINK, WEIGHT_FACTUALITY, WEIGHT_TIME = 2.0, 3.0, 0.5, 0.5, 0.3
"""Of the heads' losses against those of entity, cue and anaphor (1). Words that fill something are
rare among all the words around a predicate, so their mean loss is small and weighs more."""


class Auxiliary(nn.Module):
    """Heads for the public sets; thrown away after training."""

    def __init__(self, roles: int, frame_roles: int, frames: int) -> None:
        super().__init__()
        self.spotted = nn.Linear(WIDTH, 3)
        self.roles = nn.Linear(WIDTH, 2 * roles + 1)
        self.frame_roles = nn.Linear(WIDTH, 2 * frame_roles + 1)
        self.frame = nn.Linear(WIDTH, frames)
        self.degree = nn.Linear(WIDTH, 1)
        self.nominal = nn.Linear(WIDTH, 2)


def loss_of(network: Network, auxiliary: Auxiliary, batch: Batch) -> Tensor:
    """The weighted sum over the heads that the batch teaches."""
    words, *spots = network.spotter(batch.pieces, batch.features, batch.mask, batch.heads)
    losses: list[Tensor] = []
    if batch.task == "own":
        entity, trigger, cue, anaphor = spots
        losses = [
            _tags(entity, batch.entity), WEIGHT_TRIGGER * _tags(trigger, batch.trigger),
            _tags(cue, batch.cue), _tags(anaphor, batch.anaphor),
        ]  # fmt: skip
    elif batch.task == "propbank":
        losses = [_tags(auxiliary.spotted(network.spotter.drop(words)), batch.spotted)]
    if len(batch.row):
        around = words[batch.row[:, None], batch.around]
        taught = _own if batch.task == "own" else _public
        losses += taught(network, auxiliary, batch, around)
    return torch.stack(losses).sum()


def _own(network: Network, _: Auxiliary, batch: Batch, around: Tensor) -> list[Tensor]:
    fills, link, factuality, moment = network.filler(around, *_features(batch))
    there = torch.cat([batch.there, torch.ones(len(batch.row), 1, dtype=torch.long)], 1)
    link = link.float().masked_fill(there == 0, -1e4)
    return [
        WEIGHT_FILLS * _tags(fills, batch.fills),
        WEIGHT_LINK * _classes(link, batch.link),
        WEIGHT_FACTUALITY * _classes(factuality, batch.factuality),
        WEIGHT_TIME * _classes(moment, batch.time),
    ]


def _public(network: Network, auxiliary: Auxiliary, batch: Batch, around: Tensor) -> list[Tensor]:
    marked = network.filler.drop(network.filler.mark(around, *_features(batch)))
    share = batch.inside.to(marked.dtype)[:, :, None]
    own = (marked * share).sum(1) / share.sum(1)
    if batch.task == "propbank":
        return [WEIGHT_FILLS * _tags(auxiliary.roles(marked), batch.fills)]
    if batch.task == "geneva":
        return [
            WEIGHT_FILLS * _tags(auxiliary.frame_roles(marked), batch.fills),
            _classes(auxiliary.frame(own), batch.label),
        ]
    if batch.task == "nominals":
        return [_classes(auxiliary.nominal(own), batch.label)]
    return [functional.mse_loss(auxiliary.degree(own)[:, 0].float(), batch.degree)]


def _features(batch: Batch) -> tuple[Tensor, ...]:
    return batch.predicate, batch.inside, batch.distance, batch.sentence, batch.there


def _tags(logits: Tensor, gold: Tensor) -> Tensor:
    """Mean cross-entropy over the words that have a tag."""
    return _classes(logits.flatten(0, 1), gold.flatten())


def _classes(logits: Tensor, gold: Tensor) -> Tensor:
    if not (gold != IGNORED).any():
        return logits.sum() * 0.0
    return functional.cross_entropy(logits.float(), gold, ignore_index=IGNORED)
