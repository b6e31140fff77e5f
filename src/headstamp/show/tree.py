"""A tree on a screen: branches drawn before lines that wrap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headstamp.show.screen import Line, Run, wrapped
from headstamp.show.text import FAINT


@dataclass(frozen=True, slots=True)
class Node:
    """Paragraphs, the first of them the node's own line, and what hangs below."""

    paragraphs: Sequence[Sequence[Run]]
    below: Sequence["Node"] = ()


def drawn(nodes: Sequence[Node], width: int, before: str = "") -> Iterator[Line]:
    """The nodes and all below them in at most `width` columns; from half of them on, branches go
    no deeper to the right.
    """
    for place, node in enumerate(nodes):
        last = place == len(nodes) - 1
        branch, trunk = ("└─ ", "   ") if last else ("├─ ", "│  ")
        margin = before + branch
        under = before + trunk + ("│  " if node.below else "   ")
        for number, paragraph in enumerate(node.paragraphs):
            indent = under if number else before + trunk
            for line in wrapped(paragraph, width - len(indent)):
                yield Run(margin, FAINT), *line
                margin = indent
            margin = under
        deeper = before + trunk if len(before) < width // 2 else before
        yield from drawn(node.below, width, deeper)
