"""Letters that one alphabet writes in more than one way."""

import re
import unicodedata

_MARKED = {"ş": "sh", "ș": "sh", "š": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "ğ": "g"}
_TURKISH = frozenset("şğı")
_HEARD = str.maketrans({"ض": "ذ"})
_NAMES_OF_LETTERS = {
    "إس": "s", "اس": "s", "إم": "m", "ام": "m", "إف": "f", "اف": "f", "إن": "n", "إل": "l",
    "تي": "t", "تی": "t", "سي": "c", "سی": "c", "بي": "p", "بی": "p", "پی": "p", "جي": "g",
    "جی": "g", "دي": "d", "دی": "d", "كي": "k", "آر": "r", "ار": "r", "إيه": "a", "إكس": "x",
    "في": "v", "إتش": "h", "اچ": "h",
}  # fmt: skip
_ARABIC_WORD = re.compile(r"[\u0620-\u06ef]+")
_ALONE = re.compile(r"(?<=\b[a-z])[\s.-]+(?=[a-z]\b)")


def heard(text: str) -> str:
    """`text` with letters written as they are heard: `ض` is `d` in Arabic, but `z` in Persian."""
    return text.translate(_HEARD)


def writings(text: str) -> tuple[str, ...]:
    """The ways to write a name whose letters bear marks: `Şah` is `Sah` or `Shah`.

    A Turkish `c` is heard as `j`: `Recep` is `Rejep`.
    """
    if text.isascii():
        return (text,)
    composed = unicodedata.normalize("NFC", text).replace("İ", "i").casefold()
    if not _MARKED.keys() & set(composed) and not _TURKISH & set(composed):
        return (text,)
    if _TURKISH & set(composed):
        composed = composed.replace("c", "j")
    return text, "".join(_MARKED.get(letter, letter) for letter in composed)


def spelled_letters(text: str) -> str:
    """Names of Latin letters in Arabic as these letters: `آر بي جي 7` is `rpg 7`."""
    written = _ARABIC_WORD.sub(lambda word: _NAMES_OF_LETTERS.get(word[0], word[0]), text)
    return text if written == text else _ALONE.sub("", written)
