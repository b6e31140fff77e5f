"""From scores of BIO tags to stretches of words: the best sequence that BIO allows."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

_NEVER = np.float32(-1e9)


def log_softmax(logits: Floats) -> Floats:
    """Logarithms of probabilities over the last axis."""
    shifted: Floats = logits - logits.max(axis=-1, keepdims=True)
    scores: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return scores


def best_tags(scores: Floats) -> Numbers:
    """The best allowed tag sequences: `scores` [P, N, tags], additive → [P, N].

    A tag that continues a label may only follow one that begins or continues the same label;
    everything else may follow anything (Viterbi's algorithm under those constraints).
    """
    rows, length, tags = scores.shape
    came_from = np.zeros((rows, length, tags), dtype=np.int64)
    row = np.arange(rows)
    best = scores[:, 0].copy()
    best[:, 2::2] = _NEVER
    for position in range(1, length):
        ahead = best.argmax(axis=1)
        came_from[:, position] = ahead[:, None]
        step = np.repeat(best[row, ahead][:, None], tags, axis=1)
        begun, continued = best[:, 1::2], best[:, 2::2]
        from_begun = begun >= continued
        step[:, 2::2] = np.where(from_begun, begun, continued)
        inner = np.arange(1, tags, 2)
        came_from[:, position, 2::2] = np.where(from_begun, inner, inner + 1)
        best = step + scores[:, position]
    found = np.zeros((rows, length), dtype=np.int64)
    found[:, -1] = best.argmax(axis=1)
    for position in range(length - 1, 0, -1):
        found[:, position - 1] = came_from[row, position, found[:, position]]
    return found


def stretches(tags: Numbers) -> Iterator[tuple[int, int, int]]:
    """(label, first, last) of every stretch in one tag sequence, last inclusive."""
    label, first = -1, 0
    for index, tag in enumerate(tags.tolist()):
        if tag and tag == 2 * label + 2:
            continue
        if label >= 0:
            yield label, first, index - 1
        label, first = (tag - 1) // 2 if tag else -1, index
    if label >= 0:
        yield label, first, len(tags) - 1


def mass(probabilities: Floats, label: int, first: int, last: int) -> float:
    """How probable it is, on average over the words, that they belong to `label`.

    `probabilities` [N, tags] of one sequence.
    """
    part = probabilities[first : last + 1, 2 * label + 1 : 2 * label + 3]
    return float(part.sum(axis=1).mean())
