"""The label inventories of the reader, in the order the network's outputs use.

Tags are BIO over each inventory: 0 is O, `2i + 1` begins label i, `2i + 2` continues it.
"""

from headstamp.model.reading import ENTITY_TYPES, FACTUALITIES, ROLES, TIMES, Kind

KINDS: tuple[Kind, ...] = tuple(ROLES)

FILLS: tuple[str, ...] = (
    *sorted({role for roles in ROLES.values() for role in roles}),
    "source",
    "content",
    "antecedent",
)
"""Everything that can fill a slot: the roles of claims, the parts of an attribution, and what an
anaphor stands for."""

PREDICATES: tuple[str, ...] = (*KINDS, "cue", "anaphor")
"""What a slot can belong to. Each is found first, then filled."""

ALLOWED_FILLS: dict[str, tuple[str, ...]] = {
    **{kind: ROLES[kind] for kind in KINDS},
    "cue": ("source", "content"),
    "anaphor": ("antecedent",),
}

__all__ = [
    "ALLOWED_FILLS",
    "ENTITY_TYPES",
    "FACTUALITIES",
    "FILLS",
    "KINDS",
    "PREDICATES",
    "TIMES",
    "begins",
    "continues",
    "tag_count",
]


def begins(index: int) -> int:
    """The tag that begins label `index`."""
    return 2 * index + 1


def continues(index: int) -> int:
    """The tag that continues label `index`."""
    return 2 * index + 2


def tag_count(labels: tuple[str, ...]) -> int:
    """How many BIO tags an inventory needs."""
    return 2 * len(labels) + 1
