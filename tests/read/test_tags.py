"""The best tags that BIO allows, and the stretches they mark."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headstamp.read.labels import begins, continues
from headstamp.read.tags import Floats, best_tags, log_softmax, mass, stretches


def allowed(tags: tuple[int, ...]) -> bool:
    """Whether every tag that continues a label follows one of the same label."""
    before = (0, *tags)
    return all(
        tag == 0 or tag % 2 == 1 or last in (tag - 1, tag)
        for last, tag in zip(before, tags, strict=False)
    )


@st.composite
def scored(draw: st.DrawFn) -> Floats:
    """Scores [P, N, tags] of one or two sequences of up to five words, one or two labels."""
    shape = (draw(st.integers(1, 2)), draw(st.integers(1, 5)), draw(st.sampled_from([3, 5])))
    count = int(np.prod(shape))
    values = draw(st.lists(st.integers(-9, 9), min_size=count, max_size=count))
    return np.array(values, np.float32).reshape(shape)


@given(scored())
def test_the_best_tags_are_the_best_of_all_allowed(scores: Floats) -> None:
    for sequence, found in zip(scores, best_tags(scores), strict=True):
        length, tags = sequence.shape
        best = max(
            sum(sequence[i, tag] for i, tag in enumerate(tried))
            for tried in product(range(tags), repeat=length)
            if allowed(tried)
        )
        assert allowed(tuple(found.tolist()))
        assert sum(sequence[i, tag] for i, tag in enumerate(found)) == best


@given(st.lists(st.tuples(st.integers(-1, 2), st.integers(1, 4)), max_size=8))
def test_stretches_are_read_back_from_their_tags(parts: list[tuple[int, int]]) -> None:
    tags: list[int] = []
    marked = []
    for label, length in parts:
        if label < 0:
            tags += [0] * length
        else:
            marked.append((label, len(tags), len(tags) + length - 1))
            tags += [begins(label)] + [continues(label)] * (length - 1)
    assert list(stretches(np.array(tags, np.int64))) == marked


def test_log_softmax_sums_to_one_however_large_the_logits() -> None:
    logits = np.array([[1e4, 0, -1e4], [1, 2, 3]], np.float32)
    assert np.exp(log_softmax(logits)).sum(axis=1) == pytest.approx([1, 1])


def test_mass_is_the_mean_over_the_words_of_both_tags_of_a_label() -> None:
    chances = np.array([[0.5, 0.3, 0.2], [0.1, 0.2, 0.7], [1, 0, 0]], np.float32)
    assert mass(chances, 0, 0, 1) == pytest.approx((0.5 + 0.9) / 2)
