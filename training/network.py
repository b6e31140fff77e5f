"""The network: one encoder, heads that spot, and three more layers that fill.

`Spotter` reads a window once and gives each word a vector and tags: entities, claim triggers,
attribution cues, anaphors. `Filler` takes the vectors around one predicate (a trigger, cue or
anaphor), marks it, and tags who and what belongs to it; from the predicate's own vector it reads
factuality and time, and it points to the cue that the predicate is said under.

Shapes: B windows, T pieces, W words, P predicates, N words around a predicate, D = 384.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from headstamp.read.fills import DISTANCES, SENTENCE_DISTANCES
from headstamp.read.labels import (
    ENTITY_TYPES,
    FACTUALITIES,
    FILLS,
    KINDS,
    PREDICATES,
    TIMES,
    tag_count,
)
from headstamp.read.words import FEATURE_COUNT

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6
"""Of MiniLM-L6-H384-uncased."""

MIDDLE = 3
"""The layer whose vectors join the last one's for filling: closer to syntax than the last."""

FILLING_LAYERS = 3


class Layer(nn.Module):
    """A BERT layer (post-norm); parameters carry the names of the published weights."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.out_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.down_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = SharedDropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` [B, T, D]; `mask` [B, 1, 1, T], added to the attention scores."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + mask.to(q.dtype)
        mixed = torch.softmax(scores, -1, dtype=scores.dtype) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.out_norm(x + self.drop(self.out(mixed)))
        y: Tensor = self.down_norm(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return y


class SharedDropout(nn.Module):
    """Dropout with one mask for all positions of a sequence: as regularising, far cheaper."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """`x` [B, T, D]."""
        if not self.training or not self.rate:
            return x
        keep = torch.empty(x.shape[0], 1, x.shape[2], dtype=x.dtype).bernoulli_(1 - self.rate)
        return x * keep / (1 - self.rate)


def additive(mask: Tensor) -> Tensor:
    """[B, T] of 1 (there) and 0 (padding) → [B, 1, 1, T], 0 and a large negative number."""
    return (1.0 - mask.float())[:, None, None, :] * -1e4


class Spotter(nn.Module):
    """Pieces → word vectors and tags."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.feature = nn.Embedding(FEATURE_COUNT, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = SharedDropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.join = nn.Linear(2 * WIDTH, WIDTH)
        self.entity = nn.Linear(WIDTH, tag_count(ENTITY_TYPES))
        self.trigger = nn.Linear(WIDTH, tag_count(KINDS))
        self.cue = nn.Linear(WIDTH, 3)
        self.anaphor = nn.Linear(WIDTH, 3)
        nn.init.zeros_(self.feature.weight)

    def forward(
        self, pieces: Tensor, features: Tensor, mask: Tensor, heads: Tensor
    ) -> tuple[Tensor, ...]:
        """`pieces` `features` `mask` [B, T], `heads` [B, W] (first piece of each word).

        Gives vectors [B, W, D] and logits [B, W, tags] for entity, trigger, cue, anaphor.
        """
        x = self.embed(pieces, features)
        bias = additive(mask)
        index = heads[:, :, None].expand(-1, -1, WIDTH)
        for layer in self.layers[:MIDDLE]:
            x = layer(x, bias)
        middle = x.gather(1, index)
        for layer in self.layers[MIDDLE:]:
            x = layer(x, bias)
        last = x.gather(1, index)
        words = self.join(torch.cat([middle, last], dim=2)).to(last.dtype)
        shown = self.drop(last)
        return words, self.entity(shown), self.trigger(shown), self.cue(shown), self.anaphor(shown)

    def embed(self, pieces: Tensor, features: Tensor) -> Tensor:
        """The input of the first layer, [B, T, D]."""
        positions = self.position.weight[: pieces.shape[1]]
        x: Tensor = self.drop(self.norm(self.word(pieces) + self.feature(features) + positions))
        return x


class Filler(nn.Module):
    """Word vectors around a predicate → who and what belongs to it."""

    def __init__(self, dropout: float = 0.1, layers: int = FILLING_LAYERS) -> None:
        super().__init__()
        self.predicate = nn.Embedding(len(PREDICATES) + 1, WIDTH)
        self.marker = nn.Embedding(2, WIDTH)
        self.distance = nn.Embedding(DISTANCES, WIDTH)
        self.sentence = nn.Embedding(SENTENCE_DISTANCES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = SharedDropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.fill = nn.Linear(WIDTH, tag_count(FILLS))
        self.link = nn.Linear(WIDTH, 1)
        self.no_link = nn.Linear(WIDTH, 1)
        self.factuality = nn.Linear(WIDTH, len(FACTUALITIES))
        self.time = nn.Linear(WIDTH, len(TIMES))
        for table in (self.predicate, self.marker, self.distance, self.sentence):
            nn.init.normal_(table.weight, std=0.02)

    def mark(
        self,
        words: Tensor,
        predicate: Tensor,
        inside: Tensor,
        distance: Tensor,
        sentence: Tensor,
        mask: Tensor,
    ) -> Tensor:
        """The vectors after the filling layers, [P, N, D]."""
        x: Tensor = words + self.predicate(predicate)[:, None, :] + self.marker(inside)
        x = self.drop(self.norm(x + self.distance(distance) + self.sentence(sentence)))
        bias = additive(mask)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(
        self,
        words: Tensor,
        predicate: Tensor,
        inside: Tensor,
        distance: Tensor,
        sentence: Tensor,
        mask: Tensor,
    ) -> tuple[Tensor, ...]:
        """`words` [P, N, D]; `predicate` [P]; `inside` (1 on the predicate's own words),
        `distance`, `sentence` and `mask` [P, N].

        Gives logits: fills [P, N, tags]; link [P, N + 1] (to each word's cue; last: to none);
        factuality [P, 7]; time [P, 5].
        """
        x = self.drop(self.mark(words, predicate, inside, distance, sentence, mask))
        share = inside.to(x.dtype)[:, :, None]
        own = (x * share).sum(1) / share.sum(1)
        link = torch.cat([self.link(x)[:, :, 0], self.no_link(own)], dim=1)
        return self.fill(x), link, self.factuality(own), self.time(own)


@dataclass
class Network:
    """The two parts that are trained together."""

    spotter: Spotter
    filler: Filler

    def parameters(self) -> list[nn.Parameter]:
        """All weights that are not frozen, spotter first."""
        whole = (*self.spotter.parameters(), *self.filler.parameters())
        return [weight for weight in whole if weight.requires_grad]


def pretrained(weights: Path, dropout: float = 0.1) -> Network:
    """A network whose encoder is the published MiniLM; the filling layers begin as its last."""
    published = load_file(str(weights))
    network = Network(Spotter(dropout), Filler(dropout))
    spotter = network.spotter
    with torch.no_grad():
        spotter.word.weight.copy_(published["embeddings.word_embeddings.weight"])
        spotter.position.weight.copy_(published["embeddings.position_embeddings.weight"])
        spotter.position.weight += published["embeddings.token_type_embeddings.weight"][0]
        _copy(spotter.norm, published, "embeddings.LayerNorm")
        spotter.join.weight.copy_(torch.eye(WIDTH).repeat(1, 2) / 2)
        spotter.join.bias.zero_()
        for number, layer in enumerate(spotter.layers):
            _copy_layer(layer, published, number)
        for number, layer in enumerate(network.filler.layers):
            _copy_layer(layer, published, LAYERS - len(network.filler.layers) + number)
    return network


def _copy(part: nn.Linear | nn.LayerNorm, published: dict[str, Tensor], name: str) -> None:
    part.weight.copy_(published[f"{name}.weight"])
    part.bias.copy_(published[f"{name}.bias"])


def _copy_layer(layer: nn.Module, published: dict[str, Tensor], number: int) -> None:
    assert isinstance(layer, Layer)
    name = f"encoder.layer.{number}"
    for field in ("weight", "bias"):
        parts = [
            published[f"{name}.attention.self.{part}.{field}"] for part in ("query", "key", "value")
        ]
        getattr(layer.qkv, field).copy_(torch.cat(parts))
    _copy(layer.out, published, f"{name}.attention.output.dense")
    _copy(layer.out_norm, published, f"{name}.attention.output.LayerNorm")
    _copy(layer.up, published, f"{name}.intermediate.dense")
    _copy(layer.down, published, f"{name}.output.dense")
    _copy(layer.down_norm, published, f"{name}.output.LayerNorm")
