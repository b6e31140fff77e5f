"""Bytes to text: which encoding they are in, and a clear refusal when they are no text."""

import codecs
import re

from headstamp.errors import InputError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKS = "’‘“”„«»–—…•·°€£§©®™ №\xa0"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ"
_ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگیک،؛؟ًٌٍَُِّْـ\u200c"
_HEBREW = "אבגדהוזחטיךכלםמןנסעףפץצקרשת״׳"
_GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"
_LATIN = (
    ("windows-1252", "àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßÀÁÄÇÉÈÊÍÓÖÚÜÑØ½¼¿¡"),
    ("windows-1254", "çğıöşüÇĞİÖŞÜâîû"),
    ("windows-1250", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžČŘŠŽőűŐŰäöüßăâîşţđ"),
    ("iso-8859-2", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžČŘŠŽőűŐŰäöüßăâîşţđ"),
)
_OTHER_SCRIPTS = (
    ("windows-1255", _HEBREW),
    ("windows-1251", _CYRILLIC),
    ("koi8-r", _CYRILLIC),
    ("cp866", _CYRILLIC),
    ("windows-1256", _ARABIC),
    ("iso-8859-6", _ARABIC),
    ("windows-1253", _GREEK),
)
"""Encodings of the news before UTF-8, each with the characters beyond ASCII that its languages
use most. Of two that fit equally the first is taken: Hebrew before Russian, whose commonest bytes
are no Hebrew at all."""
_LEAST_FIT = 0.8
"""Right guesses put 0.9 and more of the characters beyond ASCII among the expected ones (capitals
are the rest), wrong ones under 0.5."""
_WHOLE_TO_BROKEN = 20
_SAMPLE_BYTES = 20_000
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_CONTROL_SHARE = 0.01
_READABLE = re.compile(r"[\t\n\r -~\xa0-\u06ff\u200c-\u2030]")


def decoded(data: bytes, source: str, *, declared: str | None = None) -> str:
    """The text of the bytes, every character as it was written.

    A byte order mark is believed first, then what the server or the page declares, then UTF-8,
    which no other encoding looks like by chance, then what fits best. In UTF-8 a few broken
    characters are let pass, and stand in the text as U+FFFD, for the eye to see. Raises
    `InputError` when the bytes are no text, or nothing fits.
    """
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    for name in (marked, declared, "utf-8", _without_mark(data) or _best_fit(data)):
        text = _tried(data, name) if name else None
        if text is not None and _is_text(text):
            return text
        if name == "utf-8" and _is_nearly_utf8(data):
            return data.decode("utf-8", errors="replace")
    if b"\0" in data or len(_NOT_TEXT.findall(data.decode("latin-1"))) > len(data) * _CONTROL_SHARE:
        raise InputError(source, "holds binary data, not text", "give a page or document with text")
    raise InputError(
        source, "is in an encoding that cannot be told", "save it as UTF-8, which is always read"
    )


def _tried(data: bytes, encoding: str) -> str | None:
    """The bytes in that encoding; None where they are not in it, or it is unknown."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_nearly_utf8(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are UTF-8 but for a few that were cut or mixed in."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = sum(character > "\x7f" for character in text)
    return broken * _WHOLE_TO_BROKEN < beyond_ascii and _is_text(text)


def _is_text(text: str) -> bool:
    """Whether there is no NUL and hardly another control character."""
    return "\0" not in text and len(_NOT_TEXT.findall(text)) <= len(text) * _CONTROL_SHARE


def _without_mark(data: bytes) -> str | None:
    """UTF-16 that lacks its byte order mark: its blanks give it away, half of each is a NUL."""
    if b"\0" not in data[:_SAMPLE_BYTES]:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        sample = data[:_SAMPLE_BYTES].decode(name, errors="ignore")
        if sample and len(_READABLE.findall(sample)) >= 0.95 * len(sample):
            return name
    return None


def _best_fit(data: bytes) -> str | None:
    """The old encoding under which the bytes read most like one of its languages."""
    sample = data[: 10 * _SAMPLE_BYTES]
    beyond_ascii = bytes(byte for byte in sample if byte >= 0x80)
    is_latin = len(beyond_ascii) < len(_ASCII_LETTER.findall(sample))
    fits: list[tuple[float, int, str]] = []
    for order, (name, expected) in enumerate(_LATIN if is_latin else _OTHER_SCRIPTS):
        characters = _tried(beyond_ascii, name)
        if characters:
            among = sum(c in expected or c in _MARKS for c in characters)
            fits.append((among / len(characters), -order, name))
    share, _, name = max(fits, default=(0.0, 0, ""))
    return name if share >= _LEAST_FIT else None
