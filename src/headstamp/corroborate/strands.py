"""Threads as they are held while those of many documents are linked: small, opened when needed."""

import pickle
from collections.abc import Iterable
from dataclasses import dataclass

from headstamp.corroborate.filling import FAR
from headstamp.corroborate.threads import Thread
from headstamp.model.transfer import ClaimRef

Turn = tuple[int, str]
"""The day of publication, and the document."""
Order = tuple[int, str, int, int]
"""The same, and where in the document the thread begins."""


@dataclass(frozen=True, slots=True)
class Strand:
    """A thread, or its bytes, with its place in the order in which threads are linked."""

    order: Order
    refs: tuple[ClaimRef, ...]
    body: Thread | bytes

    @property
    def document(self) -> str:
        """The id of its document."""
        return self.order[1]

    @property
    def thread(self) -> Thread:
        """The thread. From bytes it is made anew each time."""
        if isinstance(self.body, bytes):
            thread: Thread = pickle.loads(self.body)  # noqa: S301 - packed by this program
            return thread
        return self.body

    def packed(self) -> "Strand":
        """The same, with the thread as bytes."""
        return Strand(self.order, self.refs, pickle.dumps(self.thread, pickle.HIGHEST_PROTOCOL))


def strand(thread: Thread) -> Strand:
    """A thread with its place."""
    first = thread.gists[0]
    span = first.place_in_text
    order = *turn(first.published, first.ref.document), span.start, span.end
    return Strand(order, thread.refs, thread)


def turn(published: int | None, document: str) -> Turn:
    """When the threads of a document are linked: those without a day last."""
    return published or FAR, document


def in_order(strands: Iterable[Strand]) -> list[Strand]:
    """Threads in the order in which they are linked."""
    return sorted(strands, key=lambda strand: strand.order)
