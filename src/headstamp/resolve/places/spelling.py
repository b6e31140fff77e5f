"""One form for the many spellings of a place's name.

A form is a name without case, marks, spaces and signs; Latin, Cyrillic and Arabic letters each
stay in their script. A sound is a form with what romanisations of one name differ in levelled:
doubled letters, `q` and `k`, `ou` and `u`, `ay` and `ei`, a last `h`. Sounds are loose, so they
are asked only where the form is unknown.
"""

import re
import unicodedata
from functools import lru_cache

# Letters that do not decompose into a base and a mark.
LATIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"}
    | {"ə": "a", "ħ": "h", "ŋ": "ng"}
)
ARABIC = str.maketrans("أإآٱىیئؤةکگ", "ااااييووهكك", "ـ")
CYRILLIC = str.maketrans("ёґ", "ег")
# The Arabic article before sun and moon letters, as romanised, and the Persian and Turkish links.
ARTICLES = frozenset(
    re.findall(r"\w+", "al el il ul ad ed an en ar er as es ash esh at et az ez ath adh")
)
ARABIC_ARTICLE = re.compile(r"(?<![\u0600-\u06ff])ال(?=[\u0600-\u06ff]{2})")
TOKENS = re.compile(r"[^\W_]+")

LEVELS = (
    ("dj", "j"), ("dzh", "j"), ("tch", "ch"), ("tsch", "ch"), ("ph", "f"), ("gh", "g"),
    ("dh", "d"), ("th", "t"), ("kh", "x"), ("q", "k"), ("ck", "k"), ("ou", "u"), ("oo", "u"),
    ("w", "u"), ("v", "u"),
)  # fmt: skip
SOFT_C = re.compile(r"c(?=[eiy])")
OPEN_VOWELS = re.compile(r"(?!^y)[aeiy]+")
ROUND_VOWELS = re.compile(r"[ou]+")
DOUBLED = re.compile(r"(.)\1+")


@lru_cache(16_384)
def plain(words: str) -> str:
    """`words` in lower case without marks, with every script's variant letters levelled."""
    lowered = unicodedata.normalize("NFKD", words.replace("İ", "i")).lower()
    bare = lowered
    if not lowered.isascii():
        bare = "".join(mark for mark in lowered if not unicodedata.combining(mark))
    levelled = unicodedata.normalize("NFC", bare).translate(LATIN)
    return re.sub(r"['’‘ʼʻʿʾ`´ʹ]", "", levelled.translate(ARABIC).translate(CYRILLIC))


def marks_off(words: str) -> str:
    """`words` in its own case without marks on or beside letters."""
    parted = unicodedata.normalize("NFKD", words)
    bare = "".join(mark for mark in parted if not unicodedata.combining(mark))
    return re.sub(r"['’‘ʼʻʿʾ`´ʹ]", "'", bare)


def tokens(words: str) -> list[str]:
    """The words of a name in plain letters."""
    return TOKENS.findall(plain(words))


def form(words: str) -> str:
    """The form that names are compared by."""
    return "".join(tokens(words))


def without_article(words: str) -> str:
    """The form without Arabic articles: `Al-Bukamal` and `Bukamal`, `Deir ez-Zor` and `Deirzor`."""
    kept = [token for token in tokens(words) if token not in ARTICLES]
    return ARABIC_ARTICLE.sub("", " ".join(kept)).replace(" ", "")


def sound(words: str) -> str:
    """What is left of a romanised name when spellings are levelled; empty for other scripts."""
    key = without_article(words)
    if not key.isascii():
        return ""
    for written, level in LEVELS:
        key = key.replace(written, level)
    key = SOFT_C.sub("s", key).replace("ch", "C").replace("c", "k")
    key = ROUND_VOWELS.sub("u", OPEN_VOWELS.sub("a", key))
    return re.sub(r"(?<=[au])h$", "", DOUBLED.sub(r"\1", key))
