"""The index of entries by keys: against the plain reading of what it says of itself."""

from collections import Counter, deque

from hypothesis import given, settings
from hypothesis import strategies as st

from headstamp.corroborate import blocks
from headstamp.corroborate.blocks import Blocks, Key, Keys

NAMES: list[Key] = [("movement", "taker", name) for name in "abc"]
LASTING: list[Key] = [("movement", "spot", name) for name in "xy"]
KEYS = st.builds(
    Keys,
    st.sets(st.sampled_from(NAMES)),
    st.sets(st.integers(1, 4)),
    st.sets(st.sampled_from(LASTING), min_size=1),
)
COMES_BACK = 90
"""Entries of few enough different numbers are added again after others."""


def _flat(keys: Keys) -> set[object]:
    return {(name, quarter) for name in keys.names for quarter in keys.quarters} | keys.lasting


class _Plain:
    """The latest entries of each key, one after another."""

    def __init__(self) -> None:
        self.under: dict[object, deque[int]] = {}

    def add(self, entry: int, keys: Keys) -> None:
        for key in _flat(keys):
            latest = self.under.setdefault(key, deque(maxlen=blocks.ENTRIES_A_KEY))
            if not latest or latest[-1] != entry:
                latest.append(entry)

    def near(self, keys: Keys) -> list[int]:
        found = [set(self.under[key]) for key in _flat(keys) if key in self.under]
        counts = Counter(e for some in found if len(some) < blocks.COMMON for e in some)
        if len(counts) < blocks.AT_LEAST:
            counts = Counter(e for some in found for e in some)
        return sorted(counts, key=lambda e: (-counts[e], e))[: blocks.CANDIDATES]


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, COMES_BACK), KEYS), min_size=100, max_size=400))
def test_the_index_finds_what_the_latest_entries_of_each_key_say(
    added: list[tuple[int, Keys]],
) -> None:
    index, plain = Blocks(), _Plain()
    for entry, keys in added:
        slots = index.slots(keys)
        right = plain.near(keys)
        assert index.near("movement", slots)[: len(right)] == right
        index.add(entry, "movement", slots)
        plain.add(entry, keys)
        for key in keys.lasting:
            assert index.spread(key) == len(set(plain.under[key]))


def test_a_key_keeps_its_latest_entries() -> None:
    index = Blocks()
    for entry in range(3_000):
        index.add(entry, "movement", [("movement", "spot", str(entry)), ("movement", "spot", "")])
        index.add(entry + 1, "movement", [("movement", "spot", str(entry))])
    assert index.spread(("movement", "spot", "2999")) == 2
    assert index.spread(("movement", "spot", "")) == blocks.ENTRIES_A_KEY
