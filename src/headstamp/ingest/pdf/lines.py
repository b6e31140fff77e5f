"""PDF bytes → the lines of its pages with their places. Runs confined; see `confined`."""

import unicodedata
from statistics import median
from typing import TYPE_CHECKING

from headstamp.errors import InputError

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

PAGE_LIMIT = 3000
_PASSWORD_ERROR = 4
_LAST_BYTES = 4096
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED, _SMALLER = 0.15, 0.95
"""A digit that stands that share of its line's height above the line's foot, and is smaller than
the rest, is a note's number: `20³ missiles` must not become 203 missiles."""
_SAMPLE = 6
"""So many characters of a line, its first and last among them, tell its place; each costs 3 µs."""
_LINE_HYPHENS = "\u0002\ufffe"
"""What pdfium gives for a hyphen at a line's end, and leaves the line's end out."""

Box = tuple[float, float, float, float]
"""left, bottom, right, top in points, from the page's lower left corner."""
PlacedLine = tuple[str, float, float, float, float]
"""The words; left, bottom and right of the line in points; the size of most of its letters."""
Page = tuple[float, list[PlacedLine]]
"""The height in points, and the lines."""


def pages_of(data: bytes, source: str) -> list[Page]:
    """The pages of a PDF file.

    Raises `InputError` for a file that is locked, damaged, cut off, far too long, or only pictures.
    """
    import pypdfium2  # noqa: PLC0415 - heavy

    if b"%%EOF" not in data[-_LAST_BYTES:]:
        raise InputError(source, "is cut off before its end", "download or copy it again")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD_ERROR:
            raise InputError(
                source, "is locked with a password", "save a copy without one"
            ) from None
        raise InputError(source, "is damaged", "download or save it again") from None
    if len(document) > PAGE_LIMIT:
        raise InputError(source, f"has more than {PAGE_LIMIT:,} pages", "cut it into parts")
    pages = [(page.get_height(), _lines(page.get_textpage())) for page in document]
    if not any(lines for _height, lines in pages):
        raise InputError(
            source, "holds pictures of pages and no text", "run text recognition (OCR) on it first"
        )
    return pages


def _lines(page: "PdfTextPage") -> list[PlacedLine]:
    """The lines of one page, in the order in which the file draws them."""
    from pypdfium2.raw import FPDFText_GetUnicode  # noqa: PLC0415 - heavy

    characters = [chr(FPDFText_GetUnicode(page, i)) for i in range(page.count_chars())]
    _mend_lam_alef(page, characters)
    lines: list[PlacedLine] = []
    start = 0
    for i, character in enumerate([*characters, "\n"]):
        if character == "\n" or character in _LINE_HYPHENS:
            line = _line(page, characters, range(start, i))
            start = i + 1
            if line and character in _LINE_HYPHENS:
                line = (line[0] + "\u00ad", *line[1:])
            if line and lines and _goes_on(lines[-1], line):
                line = _run_together(lines.pop(), line)
            lines.extend([line] if line else [])
    return lines


def _line(page: "PdfTextPage", characters: list[str], indices: range) -> PlacedLine | None:
    """The words of one line and their place; None when nothing is to be seen."""
    seen = [i for i in indices if not characters[i].isspace() and characters[i] != "\0"]
    if not seen:
        return None
    sampled = {*seen[:: max(1, len(seen) // _SAMPLE)], seen[-1]}
    measured = [i for i in seen if i in sampled or unicodedata.category(characters[i]) == "Nd"]
    boxes: dict[int, Box] = {i: page.get_charbox(i, loose=True) for i in measured}
    size = median(boxes[i][3] - boxes[i][1] for i in sampled)
    bottom = median(boxes[i][1] for i in sampled)
    words: list[str] = []
    for i in indices:
        is_raised = i in boxes and _is_raised(boxes[i], bottom, size)
        words.append(characters[i].translate(_SUPERSCRIPTS) if is_raised else characters[i])
    left, right = min(box[0] for box in boxes.values()), max(box[2] for box in boxes.values())
    return "".join(words).replace("\0", "").strip(), left, bottom, right, size


def _is_raised(box: Box, line_bottom: float, line_size: float) -> bool:
    _, bottom, _, top = box
    small = top - bottom < _SMALLER * line_size
    return small and bottom - line_bottom > _RAISED * line_size


def _goes_on(before: PlacedLine, after: PlacedLine) -> bool:
    """Whether `after` is the rest of the same line, which a raised number made look like two."""
    _, _, bottom, right, size = before
    _, left, next_bottom, _, _ = after
    return abs(bottom - next_bottom) < size / 2 and -1 < left - right < size


def _run_together(before: PlacedLine, after: PlacedLine) -> PlacedLine:
    gap = " " if after[1] - before[3] > before[4] / 10 else ""
    size = max(before, after, key=lambda line: len(line[0]))[4]
    return before[0] + gap + after[0], before[1], min(before[2], after[2]), after[3], size


def _mend_lam_alef(page: "PdfTextPage", characters: list[str]) -> None:
    """Set right the letters of the Arabic lam-alef ligature, which pdfium hands out reversed.

    Both letters of the ligature have one box; two letters that merely follow each other do not.
    """
    for i in range(len(characters) - 1):
        if characters[i] in "اأإآ" and characters[i + 1] == "ل":
            boxes = zip(page.get_charbox(i), page.get_charbox(i + 1), strict=True)
            if max(abs(a - b) for a, b in boxes) < 0.01:
                characters[i], characters[i + 1] = characters[i + 1], characters[i]
