"""Finds where the paragraphs of plain text begin and end."""

import re

from headstamp.model import Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NEXT_WORD = re.compile(r"\s*(\S+)")
WRAPPED_CHARACTERS = (40, 120)
"""Hand-wrapped lines are at least and at most this long (mail and typewritten text: 60 to 80)."""


def with_plain_line_ends(text: str) -> str:
    """`text` with every line end, page break and line separator as one newline."""
    return _LINE_END.sub("\n", text)


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text`, in order, without the white space around them.

    A blank line parts paragraphs. So does a single line end, unless it only breaks a line that
    had no room for the next word: text wrapped by hand stays together, a headline and the byline
    under it do not.
    """
    width = max((len(line) for line in text.split("\n")), default=0)
    spans: list[Span] = []
    start = 0
    for blank in [*_BLANK_LINE.finditer(text), None]:
        end = blank.start() if blank else len(text)
        spans.extend(_parted(text, Span(start, end), width))
        start = blank.end() if blank else end
    return tuple(spans)


def _parted(text: str, chunk: Span, width: int) -> list[Span]:
    """The paragraphs within one stretch that has no blank line in it."""
    spans: list[Span] = []
    start = chunk.start
    line_start = chunk.start
    while line_start < chunk.end:
        newline = text.find("\n", line_start, chunk.end)
        line_end = newline if newline >= 0 else chunk.end
        next_word = _NEXT_WORD.match(text, line_end, chunk.end)
        if not next_word or not _wraps(text[line_start:line_end], next_word[1], width):
            spans.append(_trimmed(text, Span(start, line_end)))
            start = line_end + 1
        line_start = line_end + 1
    return [span for span in spans if len(span)]


def _wraps(line: str, next_word: str, width: int) -> bool:
    """Whether the line ended only because the next word would not fit."""
    shortest, longest = WRAPPED_CHARACTERS
    no_room = len(line.rstrip()) + 1 + len(next_word) > width
    return width <= longest and len(line) >= shortest and no_room


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
