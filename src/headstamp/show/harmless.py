"""A document's words made safe to show: they can steer neither the terminal nor the eye.

Control characters would move the cursor or recolour the screen; characters that override the
direction of text would make it read otherwise than it stands. Both become visible. Joiners and
marks that Arabic, Persian and Hebrew need stay.
"""

import re
import unicodedata
from collections.abc import Iterator

_STEERING = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
_RIGHT_TO_LEFT = ("R", "AL")
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_SPACES = "\t\n\r\u2028\u2029"


def harmless(words: str) -> str:
    """`words` on one line, with every character that could do something shown instead."""
    if words.isprintable():  # then none is among them, and this is known at once
        return words
    return _STEERING.sub(lambda match: _shown(match.group()), words)


def stretches(words: str) -> Iterator[tuple[str, bool]]:
    """`words` as `harmless` shows them, cut where more than one character stands for one, which
    the second of each pair says. Lines stay lines.
    """
    done = 0
    for match in _STEERING.finditer(words):
        instead = _shown(match.group())
        if len(instead) > 1:
            yield _lines(words[done : match.start()]), False
            yield instead, True
            done = match.end()
    yield _lines(words[done:]), False


def isolated(words: str) -> str:
    """`words` fenced off, if any are written right to left, so that the line around keeps its
    order: first strong isolate … pop directional isolate (Unicode Standard Annex 9).
    """
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in words):
        return f"{_ISOLATE}{words}{_END_ISOLATE}"
    return words


def _lines(words: str) -> str:
    return "\n".join(harmless(line) for line in words.split("\n"))


def _shown(character: str) -> str:
    if character in _SPACES:
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))  # the control pictures: ESC is ␛
    return f"<U+{ord(character):04X}>"
