"""Train a network in place."""

import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor, nn

from training.batches import Blur, Item, collate, shuffled
from training.examples import Example, names_in
from training.losses import Auxiliary, loss_of
from training.network import Network

BLUR = Blur(masked=0.05, recased=0.1, renamed=0.4)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: peak rates of the steps, what is hidden, how long, how large a batch.

    `pieces` are word pieces in a batch, `near` words around its predicates, at most; `average` is
    the decay of the running average of the weights, which is what is kept. The vectors of word
    pieces, half of all weights, stay as they are unless `learn_words`.
    """

    epochs: int
    encoder_rate: float = 2.5e-4
    filler_rate: float = 5e-4
    head_rate: float = 1.5e-3
    blur: Blur = BLUR
    pieces: int = 1280
    near: int = 6144
    learn_words: bool = False
    weight_decay: float = 0.01
    warmup: float = 0.1
    average: float = 0.998


def fit(
    network: Network,
    auxiliary: Auxiliary,
    pools: Sequence[Sequence[Item]],
    plan: Plan,
    *,
    seed: int,
    after: Callable[[int, Network], None],
    log: Callable[[str], None],
) -> None:
    """Train on sets of windows; each batch comes from one set.

    `after` is called at the end of an epoch with the running average of the weights in place.
    """
    rng = random.Random(seed)
    torch.manual_seed(seed)
    blur = replace(plan.blur, names=names_in(_examples(pools)))
    network.spotter.word.weight.requires_grad_(plan.learn_words)
    optimizer = _optimizer(network, auxiliary, plan)
    steps = plan.epochs * len(_epoch(pools, plan, random.Random(0)))
    step, averaged = 0, Average(network, plan.average)
    for epoch in range(1, plan.epochs + 1):
        begun, total, batches = time.monotonic(), 0.0, _epoch(pools, plan, rng)
        network.spotter.train()
        network.filler.train()
        for chosen in batches:
            pace = _pace(min(step / steps, 1.0), plan.warmup)
            batch = collate(chosen, rng=rng, blur=blur, near=plan.near)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, auxiliary, batch)
            loss.backward()  # type: ignore[no-untyped-call]
            _clip(network.parameters(), 1.0)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * pace
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            averaged.update(step)
            total += loss.item()
            step += 1
        seconds = time.monotonic() - begun
        log(
            f"epoch {epoch}: loss {total / len(batches):.3f}, {len(batches)} steps, {seconds:.0f} s"
        )
        with averaged:
            network.spotter.eval()
            network.filler.eval()
            after(epoch, network)
    averaged.keep()


def _optimizer(network: Network, auxiliary: Auxiliary, plan: Plan) -> torch.optim.Optimizer:
    """AdamW with a rate for the pretrained weights and a higher one for the new."""
    spotter = network.spotter
    encoder = [
                *(p for p in spotter.word.parameters() if p.requires_grad),
*spotter.position.parameters(), *spotter.norm.parameters(),
        *spotter.layers.parameters(),
    ]  # fmt: skip
    inner = list(network.filler.layers.parameters())
    known = {id(p) for p in (*encoder, *inner)}
    heads = [p for p in (*network.parameters(), *auxiliary.parameters()) if id(p) not in known]
    groups = (
        (encoder, plan.encoder_rate),
        (inner, plan.filler_rate),
        (heads, plan.head_rate),
    )
    return torch.optim.AdamW(
        [{"params": params, "lr": rate, "peak": rate} for params, rate in groups],
        weight_decay=plan.weight_decay, betas=(0.9, 0.98), eps=1e-6, fused=True,
    )  # fmt: skip


def _clip(weights: Sequence[nn.Parameter], longest: float) -> None:
    """Shorten the gradient to `longest`, by dot products: PyTorch's own norm uses one core."""
    gradients = [w.grad for w in weights if w.grad is not None]
    length = math.sqrt(sum(float(g.flatten().dot(g.flatten())) for g in gradients))
    if length > longest:
        torch._foreach_mul_(gradients, longest / length)


def _epoch(pools: Sequence[Sequence[Item]], plan: Plan, rng: random.Random) -> list[list[Item]]:
    batches = [batch for pool in pools for batch in shuffled(pool, plan.pieces, rng)]
    rng.shuffle(batches)
    return batches


def _examples(pools: Sequence[Sequence[Item]]) -> list[Example]:
    """Each example once, however many windows it was cut into."""
    return list({id(item.example): item.example for pool in pools for item in pool}.values())


def _pace(done: float, warmup: float) -> float:
    """The share of the peak rate: up in a line, then down along a cosine to a twentieth."""
    if done < warmup:
        return max(done / warmup, 0.01)
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * (done - warmup) / (1 - warmup)))


class Average:
    """A running average of the weights; as a context, puts the average in place for a while."""

    def __init__(self, network: Network, decay: float) -> None:
        self.parameters, self.decay = network.parameters(), decay
        self.mean = [p.detach().clone() for p in self.parameters]
        self.own: list[Tensor] = []

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Take in the weights after a step."""
        decay = min(self.decay, (step + 1) / (step + 10))
        torch._foreach_lerp_(self.mean, [p.detach() for p in self.parameters], 1 - decay)

    @torch.no_grad()
    def __enter__(self) -> None:
        self.own = [p.detach().clone() for p in self.parameters]
        self.keep()

    @torch.no_grad()
    def __exit__(self, *_: object) -> None:
        for parameter, value in zip(self.parameters, self.own, strict=True):
            parameter.copy_(value)

    @torch.no_grad()
    def keep(self) -> None:
        """Leave the average in place for good."""
        for parameter, value in zip(self.parameters, self.mean, strict=True):
            parameter.copy_(value)


def save(network: Network, auxiliary: Auxiliary, path: Path) -> None:
    """Write all weights to `path`, whole or not at all."""
    partial = path.with_suffix(".partial")
    parts = _parts(network, auxiliary)
    torch.save({name: part.state_dict() for name, part in parts.items()}, partial)
    partial.replace(path)


def restore(network: Network, auxiliary: Auxiliary, path: Path) -> None:
    """The reverse of `save`."""
    state = torch.load(path, weights_only=True)
    for name, part in _parts(network, auxiliary).items():
        part.load_state_dict(state[name])


def restore_mean(network: Network, paths: Sequence[Path]) -> None:
    """Put the mean of several kept weights in place."""
    states = [torch.load(path, weights_only=True) for path in paths]
    for name in ("spotter", "filler"):
        mean = {
            key: torch.stack([state[name][key].double() for state in states])
            .mean(0)
            .to(value.dtype)
            for key, value in states[0][name].items()
        }
        getattr(network, name).load_state_dict(mean)


def _parts(network: Network, auxiliary: Auxiliary) -> dict[str, nn.Module]:
    return {"spotter": network.spotter, "filler": network.filler, "auxiliary": auxiliary}
