"""What reading a document again changed, in a sentence."""

from collections.abc import Sequence
from typing import Protocol

from headstamp.show.listing import counted


class Reread(Protocol):
    """A document that was read again: ids of claims, pairs where a claim is another now."""

    @property
    def document(self) -> str: ...  # noqa: D102
    @property
    def before(self) -> str: ...  # noqa: D102
    @property
    def after(self) -> str: ...  # noqa: D102
    @property
    def kept(self) -> Sequence[object]: ...  # noqa: D102
    @property
    def changed(self) -> Sequence[tuple[str, str]]: ...  # noqa: D102
    @property
    def gone(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def new(self) -> Sequence[str]: ...  # noqa: D102


def reread(each: Reread) -> str:
    """`kufra-01 was read again: 3 claims as before, 1 changed (c2), 1 gone (c5).`"""
    parts = [f"{counted(len(each.kept), 'claim')} as before"]
    told = (("changed", [new for _, new in each.changed]), ("gone", each.gone), ("new", each.new))
    parts += [f"{len(ids)} {word} ({', '.join(ids)})" for word, ids in told if ids]
    readers = f"{each.before} → {each.after}"
    return f"{each.document} was read again ({readers}): {', '.join(parts)}."
