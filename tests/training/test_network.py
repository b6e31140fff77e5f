"""Batches of tensors. Skipped without PyTorch, which only training needs."""

import random

import pytest

torch = pytest.importorskip("torch")


def test_a_batch_paints_tags_where_its_window_answers() -> None:
    from headstamp.model import Span
    from headstamp.read.labels import KINDS, begins
    from headstamp.read.words import words_of
    from training.batches import IGNORED, Blur, collate, items
    from training.examples import Example, Predicate

    text = "Iran sent rockets"
    words = words_of(text, [Span(0, len(text))])
    sent = Predicate((1, 1), KINDS.index("transfer"), ((0, (2, 2)),), 0, 0)
    example = Example("e", "own", words, [[5], [6], [7, 8]], ((3, (0, 0)),), (sent,))
    batch = collate(items([example]), rng=random.Random(0), blur=Blur(0, 0), near=999)
    assert batch.pieces[0, :6].tolist() == [101, 5, 6, 7, 8, 102]
    assert batch.heads[0, :3].tolist() == [1, 2, 3]
    assert batch.trigger[0, :4].tolist() == [0, begins(sent.kind), 0, IGNORED]
    assert batch.entity[0, :3].tolist() == [begins(3), 0, 0]
    assert batch.fills[0, :3].tolist() == [0, 0, begins(0)]
    assert batch.inside[0, :3].tolist() == [0, 1, 0]
