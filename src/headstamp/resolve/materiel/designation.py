"""Takes designations apart, so that `Fateh-110`, `Fateh 110` and `فاتح ۱۱۰` are the same tokens.

A token is a run of letters or a number. Case, accents, apostrophes, hyphens and the shapes of
digits and of Arabic letters make no difference; the order of the tokens does.
"""

import re
import unicodedata
from dataclasses import dataclass

_TOKEN = re.compile(r"(?<![^\W_])\.\d+|\d+\.\d+|\d+|[^\W\d_]+")
_ATTACHED = re.compile(r"[-‐‑–.]?")
_APOSTROPHE = re.compile(r"['’‘ʼ`´ʿʾ\u0640]")
_ARABIC = str.maketrans(
    {"ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه",
     "ؤ": "و", "\u200c": " ", "\u200d": " ", "×": "x"}
)  # fmt: skip
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_ROMAN_LETTER = {"i": "1", "v": "5", "x": "10"}
_UNITS = {"millimeter": "mm", "millimetre": "mm", "millimeters": "mm", "millimetres": "mm"}


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters or a number, as it is compared (`key`) and as it is written (`words`).

    `attached` says that it is joined to the token before it, without a space between.
    """

    key: str
    words: str
    attached: bool


def fold(words: str) -> str:
    """Words without case, accents, apostrophes and differences between Arabic and Persian letters.

    Folding what is folded changes nothing.
    """
    plain = _APOSTROPHE.sub("", words).translate(_ARABIC)
    for _ in range(3):
        spread = unicodedata.normalize("NFKD", plain.casefold())
        bare = "".join(letter for letter in spread if unicodedata.category(letter) != "Mn")
        plain = _APOSTROPHE.sub("", unicodedata.normalize("NFKC", bare)).translate(_ARABIC)
    return "".join(_digit(letter) for letter in plain)


def tokens(words: str) -> list[Token]:
    """What `words` consist of; figures in Roman numerals as numbers (`Shaheen-II`, `Hatf V`)."""
    clean = unicodedata.normalize("NFKC", _APOSTROPHE.sub("", words)).replace("×", "x")
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(clean):
        attached = bool(found) and bool(_ATTACHED.fullmatch(clean, end, match.start()))
        plain = re.sub(r"[^\w.]", "", fold(match[0]))
        name = _number(_UNITS.get(plain, plain), match[0], found)
        if name:
            found.append(Token(name, match[0], attached))
        end = match.end()
    return found


def key(words: str) -> str:
    """The tokens of a designation as one string: `S-300 PMU2` and `S-300PMU-2` → `s 300 pmu 2`."""
    return " ".join(token.key for token in tokens(words))


def _digit(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdecimal() else letter


def _number(key: str, words: str, before: list[Token]) -> str:
    """Roman numerals: any of two letters and more; a single capital only after a word."""
    if not before:
        return key
    if key in _ROMAN:
        return _ROMAN[key]
    after_word = before[-1].key.isalpha() and len(before[-1].key) > 2
    return _ROMAN_LETTER.get(key, key) if words in ("I", "V", "X") and after_word else key
