"""A document's words made fit for files: nothing in them can break the file or fool its reader.

Words come from strangers. A lone surrogate is no character and fits into no encoding; it becomes
U+FFFD in every format, one for one, so that offsets stay true. Characters that steer a screen
(controls, line separators, overrides of direction) are written as escapes where the format has
escapes, so that nothing is lost; a sheet has none, and there they become visible.
"""

import json
import re
from typing import Any

_HALF = re.compile("[\ud800-\udfff]")
_STEERING = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_IN_XML = re.compile("[&<>\"'\\t\\n\\r\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_BREAKS = re.compile("[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")


def whole(words: str) -> str:
    """`words` with U+FFFD for each lone surrogate."""
    return _HALF.sub("\ufffd", words)


def json_line(value: Any) -> str:
    """`value` as JSON on one line of any reader, steering characters escaped."""
    line = whole(json.dumps(value, ensure_ascii=False, allow_nan=False))
    return _STEERING.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def json_bytes(value: Any) -> bytes:
    """`json_line` in UTF-8."""
    return json_line(value).encode()


def xml(words: str) -> str:
    """`words` as XML 1.0 has them in text and attributes; U+FFFD for what it cannot hold."""
    kept = _NO_XML.sub("\ufffd", whole(words))
    return _IN_XML.sub(lambda match: f"&#{ord(match.group())};", kept)


def cell(words: str) -> str:
    """`words` on one line for a sheet: breaks as spaces, U+FFFD for what would steer."""
    line = _BREAKS.sub(" ", whole(words))
    return _STEERING.sub("\ufffd", _NO_XML.sub("\ufffd", line))
